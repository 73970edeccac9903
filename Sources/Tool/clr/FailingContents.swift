import Issuance
import JSONText

/// Credentials inside a record that do not verify, or could not be: whoever signs around them
/// vouches for them.
struct FailingContents {
    private let failing: [JudgedPart]
    private let undetermined: [JudgedPart]

    init(_ failing: [JudgedPart], undetermined: [JudgedPart]) {
        self.failing = failing
        self.undetermined = undetermined
    }

    /// For people.
    var warnings: [String] { (failing + undetermined).map(\.description) }

    /// For programs.
    var members: [(name: String, value: JSON)] {
        [("failingContents", failing), ("undeterminedContents", undetermined)].compactMap {
            name, parts in
            parts.isEmpty ? nil : (name, .array(parts.map(Self.json)))
        }
    }

    private static func json(_ part: JudgedPart) -> JSON {
        let check = part.checks.first.map { check -> [(name: String, value: JSON)] in
            [("code", .string(check.code)), ("message", .string(check.message))]
        }
        return .object([("at", .string(part.place.description))] + (check ?? []))
    }
}
