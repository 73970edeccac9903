import Credentials
import JSONText
import Testing

@testable import Verification

/// A whole record with associations, results, a rubric, credits from elsewhere and an average.
@Suite struct `The sense of the demonstration's record` {
    private static let names: Set<CheckName> = [
        .associations, .results, .dates, .contents, .credits, .identities, .languages, .evidence,
        .names,
    ]

    private func warnings(_ verdict: Verdict) -> [Check] {
        verdict.checks.filter { Self.names.contains($0.name) }
            + verdict.contents.flatMap(warnings)
    }

    private static func average(of root: JSONValue) -> String? {
        let parts = Credential(root).contained().map { Credential($0.value, at: $0.pointer) }
        for subject in parts.flatMap(\.subjects) {
            let descriptions = subject.achievements.flatMap(\.resultDescriptions)
            let average = descriptions.first {
                $0.resultType?.isSame(as: "GradePointAverage") == true
            }
            guard let id = average?.id else { continue }
            return subject.results.first {
                $0.resultDescription?.isSame(as: id) == true
            }?.value
        }
        return nil
    }

    @Test func `has nothing that a registrar would mark`() async throws {
        let (root, verifier) = try await DemonstrationRecord.shared.whole()
        let told = warnings(await verifier.verify(Array(root.bytes)).verdict)
        #expect(told.isEmpty, "\(told.map { "\($0.code): \($0.message)" })")
    }

    /// Changes that no proof is needed to find.
    @Test func `is lost by an average, credits or an association that are not so`() async throws {
        let root = try await DemonstrationRecord.shared.whole().root
        let text = String(decoding: root.bytes, as: UTF8.self)
        let average = try #require(Self.average(of: root))
        let changes = [
            ("\"value\":\"\(average)\"", "\"value\":\"1.00\"", "credits.average-differs"),
            ("\"creditsEarned\":120", "\"creditsEarned\":119", "credits.sum-differs"),
            ("\"isPartOf\"", "\"isParentOf\"", "associations.ends-do-not-fit"),
        ]
        for (old, new, code) in changes {
            let changed = text.replacing(old, with: new)
            #expect(!changed.utf8.elementsEqual(text.utf8), "\(old)")
            #expect(
                try SenseFixture.codes(changed, now: DemonstrationRecord.now).contains(code),
                "\(code)")
        }
    }
}
