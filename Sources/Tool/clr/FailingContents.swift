import JSONText
import Verification

/// Credentials inside a record that do not verify: whoever signs around them vouches for them.
struct FailingContents {
    private let failing: [(place: String, checks: [Check])]

    /// Of those parts whose places count.
    init(_ verdict: Verdict?, where isMeant: (JSONPointer) -> Bool) {
        failing = Self.failing(in: verdict?.contents ?? []).compactMap { part in
            guard let place = part.at, isMeant(place) else { return nil }
            return (place.description, part.checks.filter { $0.outcome == .failed })
        }
    }

    /// Refuses what the draft's own parts have wrong, and what others signed unless that was allowed.
    /// - Returns: what others signed and does not verify.
    static func judged(
        _ verdict: Verdict?, of draft: JSONDocument, areAllowed: Bool
    ) throws -> FailingContents {
        let own = FailingContents(verdict) { !isSigned($0, in: draft) }
        guard own.failing.isEmpty else {
            throw Stop(
                .no, "nothing was issued: parts of the draft would not verify:",
                details: own.warnings)
        }
        let others = FailingContents(verdict) { isSigned($0, in: draft) }
        guard areAllowed || others.failing.isEmpty else {
            throw Stop(
                .no,
                "nothing was issued: the draft holds a credential that does not verify, and your "
                    + "signature would vouch for it. Take it out, or say --allow-failing-contents",
                details: others.warnings)
        }
        return others
    }

    /// What somebody signed already. A draft inside a draft has no proof that could fail.
    static func isSigned(_ place: JSONPointer, in draft: JSONDocument) -> Bool {
        // What the draft has no place for stands inside a token.
        guard let part = draft.root[place] else { return true }
        let isEnvelope = part["id"]?.string?.utf8.starts(with: "data:".utf8) == true
        return part.string != nil || part["proof"] != nil || isEnvelope
    }

    /// Each with its sentence, for people.
    var told: [(place: String, text: String)] {
        zip(failing.map(\.place), warnings).map { ($0, $1) }
    }

    var warnings: [String] {
        failing.map { place, checks in
            "What stands at \(place) is not verified: "
                + checks.map { check in
                    let at = check.at.map { "\($0)" } ?? ""
                    return at.isEmpty || at.isSame(as: place)
                        ? "\(check.message) [\(check.code)]"
                        : "\(check.message) [\(check.code), at \(at)]"
                }.joined(separator: " ")
        }
    }

    /// For programs.
    var list: [JSON] {
        failing.map { place, checks in
            .object(
                [("at", .string(place))]
                    + (checks.first.map {
                        [("code", .string($0.code)), ("message", .string($0.message))]
                    } ?? []))
        }
    }

    var members: [(name: String, value: JSON)] {
        failing.isEmpty ? [] : [("failingContents", .array(list))]
    }

    private static func failing(in parts: [Verdict]) -> [Verdict] {
        parts.flatMap { part in
            (part.verdict == .failed ? [part] : []) + failing(in: part.contents)
        }
    }
}
