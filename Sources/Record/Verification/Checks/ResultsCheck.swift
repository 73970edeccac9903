import Credentials
import JSONText

/// Do results fit the descriptions of their achievement, and are the descriptions possible
/// (MCHK-02 to MCHK-05)?
struct ResultsCheck {
    let credential: Credential
    /// Whether what is missing may have been kept back by the holder.
    let isSelective: Bool

    var answers: [Check] {
        guard credential.kind.isAchievement || credential.kind == .clrCredential else { return [] }
        var faults = FaultList()
        for subject in credential.subjects {
            let scales = subject.achievements.flatMap(\.resultDescriptions).map { ResultScale($0) }
            for scale in scales { note(scale, &faults) }
            guard credential.kind.isAchievement else { continue }
            let named = scales.compactMap { scale in scale.description.id.map { (Text($0), scale) }
            }
            let byID = Dictionary(named, uniquingKeysWith: { first, _ in first })
            for result in subject.results { note(result, among: byID, &faults) }
        }
        return faults.answers
    }

    // MARK: - Descriptions

    private func note(_ scale: ResultScale, _ faults: inout FaultList) {
        let description = scale.description
        if let least = scale.least, let most = scale.most, most < least {
            faults.note(
                .resultRangeReversed, at: description.json.pointer.appending("valueMax"),
                "The largest value (\(PlainNumber.words(most))) is below the smallest "
                    + "(\(PlainNumber.words(least))): no result can fit.")
        }
        if scale.isReversed {
            faults.note(
                .resultValuesReversed, at: description.json.pointer.appending("allowedValue"),
                "The allowed values are listed from the highest to the lowest; readers take the "
                    + "first for the lowest.")
        }
        if let level = description.requiredLevel, scale.levels[Text(level)] == nil, !isSelective {
            faults.note(
                .resultUnresolved, at: description.json.pointer.appending("requiredLevel"),
                "The required level \(Quoted.short(level)) is none of the description's levels.")
        }
        if let value = description.requiredValue, let fault = scale.fault(of: value) {
            faults.note(
                .resultRequirementImpossible,
                at: description.json.pointer.appending("requiredValue"),
                "The required value \"\(Quoted.short(value))\" \(fault): nobody can reach it.")
        }
    }

    // MARK: - Results

    private func note(
        _ result: Result, among all: [Text: ResultScale], _ faults: inout FaultList
    ) {
        guard let name = result.resultDescription else { return }
        guard let scale = all[Text(name)] else {
            guard !isSelective else { return }
            faults.note(
                .resultUnresolved, at: result.json.pointer.appending("resultDescription"),
                "The result belongs to the description \(Quoted.short(name)), which its "
                    + "achievement does not have.")
            return
        }
        if let level = result.achievedLevel, scale.levels[Text(level)] == nil, !isSelective {
            faults.note(
                .resultUnresolved, at: result.json.pointer.appending("achievedLevel"),
                "The level \(Quoted.short(level)) is none of the description's levels.")
        }
        if let value = result.value, let fault = scale.fault(of: value) {
            faults.note(
                .resultOutOfRange, at: result.json.pointer.appending("value"),
                "The result \"\(Quoted.short(value))\" \(fault).")
        }
        if scale.description.resultType?.isSame(as: "Status") == true, result.status == nil,
            !isSelective
        {
            faults.note(
                .resultStatusMissing, at: result.json.pointer,
                "The result is of kind Status and states none.")
        }
        noteShortfall(of: result, scale, &faults)
    }

    /// Only a result that counts as completed has to reach what is required.
    private func noteShortfall(
        of result: Result, _ scale: ResultScale, _ faults: inout FaultList
    ) {
        guard result.status?.isSame(as: "Completed") != false,
            let (reached, required) = scale.shortfall(of: result)
        else { return }
        faults.note(
            .resultBelowRequired, at: result.json.pointer,
            "The result (\(Quoted.short(reached))) is below what its description requires "
                + "(\(Quoted.short(required))), and the achievement is awarded all the same. "
                + "Values and levels are listed from low to high.")
    }
}
