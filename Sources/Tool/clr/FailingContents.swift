import JSONText
import Verification

/// Credentials inside a record that do not verify: whoever signs around them vouches for them.
struct FailingContents {
    private let failing: [(place: String, check: Check?)]

    /// Refuses them, unless that was allowed.
    /// - Parameter isMeant: which places count; a draft inside a draft has no proof to fail.
    init(
        _ verdict: Verdict?, allowed: Bool, where isMeant: (JSONPointer) -> Bool = { _ in true }
    ) throws {
        failing = Self.failing(in: verdict?.contents ?? []).compactMap { part in
            guard let place = part.at, isMeant(place) else { return nil }
            return (place.description, part.checks.first { $0.outcome == .failed })
        }
        guard !allowed, !failing.isEmpty else { return }
        throw Stop(
            .no,
            "nothing was issued: the draft holds a credential that does not verify, and your "
                + "signature would vouch for it. Take it out, or say --allow-failing-contents",
            details: warnings)
    }

    var places: [String] { failing.map(\.place) }

    /// For people.
    var warnings: [String] {
        failing.map { place, check in
            "What stands at \(place) is not verified: "
                + (check.map { "\($0.message) [\($0.code)]" } ?? "")
        }
    }

    /// For programs.
    var list: [JSON] {
        failing.map { place, check in
            .object(
                [("at", .string(place))]
                    + (check.map {
                        [("code", .string($0.code)), ("message", .string($0.message))]
                    } ?? []))
        }
    }

    var members: [(name: String, value: JSON)] {
        failing.isEmpty ? [] : [("failingContents", .array(list))]
    }

    private static func failing(in parts: [Verdict]) -> [Verdict] {
        parts.flatMap { part in (part.verdict == .failed ? [part] : []) + failing(in: part.contents)
        }
    }
}
