import Credentials
import JSONText

/// Has the issuer taken the credential back? One answer for each status entry.
struct StatusChecks {
    let credential: Credential
    let examination: Examination

    func answers() async -> [Check] {
        var answers: [Check] = []
        let place = credential.place.appending("credentialStatus")
        let values = credential.json["credentialStatus"]?.oneOrMore ?? []
        let isList = credential.json["credentialStatus"]?.isArray == true
        for (index, value) in values.enumerated() {
            let at = isList ? place.appending(index) : place
            guard value.isObject else {
                let text = "A status entry must be an object."
                answers.append(Check(.statusEntryMalformed, text, at: at))
                continue
            }
            answers += await answer(for: StatusEntry(value), at)
        }
        return answers
    }

    private func answer(for entry: StatusEntry, _ at: JSONPointer) async -> [Check] {
        let types = entry.types
        if types.contains(where: { $0.isSame(as: "1EdTechRevocationList") }) {
            return [await revocationListAnswer(entry, at)]
        }
        let known = ["BitstringStatusListEntry", "StatusList2021Entry"]
        guard known.contains(where: { entry.hasType($0) }) else {
            return [
                Check(
                    .statusUnsupported,
                    "Status entries of the type \"\(entry.type ?? "none")\" are not supported "
                        + "here, so it could not be told whether the credential was revoked.",
                    at: at)
            ]
        }
        return await bitstringAnswer(entry, at)
    }

    private func bitstringAnswer(_ entry: StatusEntry, _ at: JSONPointer) async -> [Check] {
        guard let purpose = entry.purpose, let url = entry.list, let index = entry.index,
            let size = entry.entryBits
        else {
            return [
                Check(
                    .statusEntryMalformed,
                    "The status entry lacks a readable \"statusPurpose\", "
                        + "\"statusListCredential\" or \"statusListIndex\".", at: at)
            ]
        }
        guard let effect = Effect(purpose: purpose) else {
            return [
                Check(
                    .statusInformative,
                    "An entry for \"\(purpose)\" does not decide whether the credential holds.",
                    at: at)
            ]
        }
        switch await examination.statusLists.list(at: url, for: examination) {
        case .problem(let code, let message): return [Check(code, message, at: at)]
        case .list(let list):
            let place = Place(entry: entry, purpose: purpose, index: index, size: size, at: at)
            return [verdict(of: list, place, effect)] + lengthNote(list, place)
                + issuerNote(list, at)
        }
    }

    private struct Place {
        let entry: StatusEntry
        let purpose: String
        let index: Int
        let size: Int
        let at: JSONPointer
    }

    private func verdict(of list: StatusList, _ place: Place, _ effect: Effect) -> Check {
        guard list.purposes.contains(where: { $0.isSame(as: place.purpose) }) else {
            return Check(
                .statusPurposeDiffers,
                "The list at \(list.url) serves \(list.purposes.joined(separator: ", ")), not "
                    + "\"\(place.purpose)\".", at: place.at)
        }
        guard let value = list.value(at: place.index, entryBits: place.size) else {
            return Check(
                .statusOutOfRange,
                "Entry \(place.index) lies beyond the end of the list at \(list.url).",
                at: place.at)
        }
        guard value != 0 else {
            return Check(
                .statusGood,
                "The list at \(list.url) does not mark the credential as "
                    + "\(effect.word).", at: place.at)
        }
        let reason = place.entry.statusMessage(for: value).map { " (\($0))" } ?? ""
        return Check(
            effect.code,
            "The issuer has \(effect.word) this credential\(reason): entry \(place.index) of the "
                + "list at \(list.url) is set.", at: place.at)
    }

    /// BSL-06. A short list still says what it says; it hides less whom somebody asks for.
    private func lengthNote(_ list: StatusList, _ place: Place) -> [Check] {
        guard !list.isLongEnough(entryBits: place.size) else { return [] }
        return [
            Check(
                .statusListTooShort,
                "The list at \(list.url) has \(list.bits.count * 8 / place.size) entries; the "
                    + "standard asks for \(Limits.shortestStatusListBits) at least, so that "
                    + "nobody can tell whose status is asked for.", at: place.at)
        ]
    }

    /// BSL-09: allowed by the text, and worth knowing.
    private func issuerNote(_ list: StatusList, _ at: JSONPointer) -> [Check] {
        guard let own = credential.issuerID, let other = list.issuer, !own.isSame(as: other) else {
            return []
        }
        return [
            Check(
                .statusListIssuer,
                "The list at \(list.url) is issued by \(other), not by the credential's issuer.",
                at: at)
        ]
    }

    /// What a set entry does (BSL-01).
    private enum Effect {
        case revoked, suspended

        init?(purpose: String) {
            switch purpose {
            case "revocation": self = .revoked
            case "suspension": self = .suspended
            default: return nil
            }
        }

        var word: String { self == .revoked ? "revoked" : "suspended" }
        var code: Code { self == .revoked ? .statusRevoked : .statusSuspended }
    }
}
