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
            return await revocationListAnswers(entry, at)
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
        guard let purpose = Purpose(rawValue: purpose) else {
            return [
                informative(
                    "An entry for \"\(purpose)\" does not decide whether the "
                        + "credential holds.", at)
            ]
        }
        switch await examination.statusLists.list(at: url, for: examination) {
        case .problem(let code, let message):
            return [purpose.decides ? Check(code, message, at: at) : informative(message, at)]
        case .list(let list):
            let place = Place(entry: entry, purpose: purpose, index: index, size: size, at: at)
            return [verdict(of: list, place)] + lengthNote(list, place) + issuerNote(list, at)
        }
    }

    private struct Place {
        let entry: StatusEntry
        let purpose: Purpose
        let index: Int
        let size: Int
        let at: JSONPointer
    }

    /// BSL-01: the purposes that are asked for.
    private enum Purpose: String {
        case revocation, suspension, refresh, message

        /// Whether a set entry ends the credential.
        var decides: Bool { self == .revocation || self == .suspension }
    }

    private func informative(_ message: String, _ at: JSONPointer) -> Check {
        Check(.statusInformative, message, at: at)
    }

    private func verdict(of list: StatusList, _ place: Place) -> Check {
        let purpose = place.purpose
        guard list.purposes.contains(where: { $0.isSame(as: purpose.rawValue) }) else {
            return fault(
                .statusPurposeDiffers,
                "The list at \(list.url) serves \(list.purposes.joined(separator: ", ")), not "
                    + "\"\(purpose.rawValue)\".", place)
        }
        guard let value = list.value(at: place.index, entryBits: place.size) else {
            return fault(
                .statusOutOfRange,
                "Entry \(place.index) lies beyond the end of the list at \(list.url).", place)
        }
        return answer(to: value, list, place)
    }

    /// A fault of an entry that decides nothing is told, and stops nothing.
    private func fault(_ code: Code, _ message: String, _ place: Place) -> Check {
        place.purpose.decides
            ? Check(code, message, at: place.at) : informative(message, place.at)
    }

    /// BSL-08.
    private func answer(to value: UInt64, _ list: StatusList, _ place: Place) -> Check {
        let message = place.entry.statusMessage(for: value)
        let reason = message.map { " (\($0))" } ?? ""
        let more = place.entry.reference.map { " More about it: \($0)." } ?? ""
        let entry = "entry \(place.index) of the list at \(list.url)"
        func check(_ code: Code, _ text: String) -> Check { Check(code, text, at: place.at) }
        switch (place.purpose, value) {
        case (.revocation, 0):
            return check(
                .statusGood, "The list at \(list.url) does not mark the credential as revoked.")
        case (.suspension, 0):
            return check(
                .statusGood, "The list at \(list.url) does not mark the credential as suspended.")
        case (.refresh, 0):
            return informative("The list at \(list.url) knows no newer version.", place.at)
        case (.message, 0):
            return informative(
                "The issuer's message on the list at \(list.url): \(message ?? "none").", place.at)
        case (.revocation, _):
            return check(
                .statusRevoked,
                "The issuer has revoked this credential\(reason): \(entry) is set.\(more)")
        case (.suspension, _):
            return check(
                .statusSuspended,
                "The issuer has suspended this credential\(reason): \(entry) is set.\(more)")
        case (.refresh, _):
            return check(
                .statusNewer,
                "The issuer has a newer version of this credential\(reason): \(entry) is set. "
                    + "This one still holds.\(more)")
        case (.message, _):
            return check(
                .statusMessage,
                "The issuer says of this credential: \(message ?? "0x" + String(value, radix: 16)) "
                    + "(\(entry)).\(more)")
        }
    }

    /// BSL-06. A short list still says what it says; it hides less whom somebody asks for.
    private func lengthNote(_ list: StatusList, _ place: Place) -> [Check] {
        guard !list.isLongEnough(entryBits: place.size) else { return [] }
        return [
            Check(
                .statusListTooShort,
                "The list at \(list.url) has \(list.bits.count(entryBits: place.size)) entries; the "
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
}
