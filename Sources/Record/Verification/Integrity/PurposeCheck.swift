import Credentials
import JSONText

/// Was the proof made for this use, and is the proof itself still in force?
struct PurposeCheck {
    let proof: JSONValue
    let at: JSONPointer
    let expectedPurpose: String
    let domain: String?
    let challenge: String?
    let now: Timestamp

    var answers: [Check] {
        let faults =
            [purpose, expiry, created, expected("domain", domain, .purposeDomain)]
            + [expected("challenge", challenge, .purposeChallenge)]
        let found = faults.compactMap { $0 }
        guard found.contains(where: { $0.outcome == .failed }) else {
            let text = "The proof was made for \"\(expectedPurpose)\" and is in force."
            return [Check(.purposeFits, text, at: at)] + found
        }
        return found
    }

    private func place(_ name: String) -> JSONPointer { at.appending(name) }

    private var purpose: Check? {
        let found = proof["proofPurpose"]?.string
        guard let found, found.isSame(as: expectedPurpose) else {
            return Check(
                .purposeWrong,
                "The proof's purpose is \(found.map { "\"\($0)\"" } ?? "not stated"); it must be "
                    + "\"\(expectedPurpose)\".", at: place("proofPurpose"))
        }
        return nil
    }

    private func date(_ name: String) -> (instant: Timestamp?, fault: Check?) {
        guard let value = proof[name] else { return (nil, nil) }
        if let text = value.string, let reading = Timestamp.reading(text) {
            return (reading.instant, nil)
        }
        let fault = Check(
            .purposeDateInvalid, "\"\(name)\" of the proof is not a date and time.",
            at: place(name))
        return (nil, fault)
    }

    private var expiry: Check? {
        let (end, fault) = date("expires")
        guard let end, end < now else { return fault }
        return Check(.purposeExpired, "The proof itself expired on \(end).", at: place("expires"))
    }

    private var created: Check? {
        let (made, fault) = date("created")
        guard let made, now < made else { return fault }
        return Check(
            .purposeFromFuture,
            "The proof says that it was made on \(made), which is still to come: a clock is wrong.",
            at: place("created"))
    }

    /// A proof's `domain` may be one or many.
    private func expected(_ name: String, _ value: String?, _ code: Code) -> Check? {
        guard let value else { return nil }
        let found = (proof[name]?.oneOrMore ?? []).compactMap(\.string)
        guard !found.contains(where: { $0.isSame(as: value) }) else { return nil }
        let there = found.isEmpty ? "none" : found.joined(separator: ", ")
        return Check(
            code, "The proof's \(name) must be \"\(value)\"; it has \(there).", at: place(name))
    }
}
