import Credentials
import JSONText

/// Do results fit the descriptions of their achievement (MCHK-02 to MCHK-05)?
struct ResultsCheck {
    let credential: Credential

    var answers: [Check] {
        guard credential.kind.isAchievement else { return [] }
        let all = credential.subjects.lazy.flatMap { subject in
            let descriptions = Self.byID(subject.achievements.flatMap(\.resultDescriptions))
            return subject.results.lazy.flatMap { self.faults(of: $0, among: descriptions) }
        }
        return Array(all.prefix(Limits.toldFaults))
    }

    private static func byID(_ all: [ResultDescription]) -> [Text: ResultDescription] {
        let named = all.compactMap { description in description.id.map { (Text($0), description) } }
        return Dictionary(named, uniquingKeysWith: { first, _ in first })
    }

    private func faults(of result: Result, among all: [Text: ResultDescription]) -> [Check] {
        guard let name = result.resultDescription else { return [] }
        guard let description = all[Text(name)] else {
            return [
                Check(
                    .resultUnresolved,
                    "The result belongs to the description \(name), which its achievement does "
                        + "not have.", at: result.json.pointer.appending("resultDescription"))
            ]
        }
        return [
            level(result, description), value(result, description), status(result, description),
        ]
        .compactMap { $0 }
    }

    private func level(_ result: Result, _ description: ResultDescription) -> Check? {
        guard let name = result.achievedLevel,
            !description.levels.contains(where: { $0.id?.isSame(as: name) == true })
        else { return nil }
        return Check(
            .resultUnresolved, "The level \(name) is none of the description's levels.",
            at: result.json.pointer.appending("achievedLevel"))
    }

    private func status(_ result: Result, _ description: ResultDescription) -> Check? {
        guard description.resultType?.isSame(as: "Status") == true, result.status == nil else {
            return nil
        }
        return Check(
            .resultStatusMissing, "The result is of kind Status and states none.",
            at: result.json.pointer)
    }

    private func value(_ result: Result, _ description: ResultDescription) -> Check? {
        guard let value = result.value, !isAllowed(value, description) else { return nil }
        return Check(
            .resultOutOfRange,
            "The result \"\(value)\" is not among the values that its description allows.",
            at: result.json.pointer.appending("value"))
    }

    private func isAllowed(_ value: String, _ description: ResultDescription) -> Bool {
        let allowed = description.allowedValues
        if !allowed.isEmpty { return allowed.contains { $0.isSame(as: value) } }
        guard let number = Double(value) else { return true }
        let least = description.valueMin.flatMap(Double.init) ?? -.infinity
        let most = description.valueMax.flatMap(Double.init) ?? .infinity
        return least <= number && number <= most
    }
}
