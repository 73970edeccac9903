import JSONSchema
import JSONText
import TestSupport
import Testing

@Suite(.enabled(if: Standards.present)) struct `The official schemas` {
    private static let schemas: [(standard: Text, type: Text, path: String)] = [
        ("CLR 2.0", "ClrCredential", "clr-v2p0/clr_v2p0_clrcredential_schema.json"),
        ("OB 3.0", "OpenBadgeCredential", "ob-v3p0/ob_v3p0_achievementcredential_schema.json"),
        ("OB 3.0", "AchievementCredential", "ob-v3p0/ob_v3p0_achievementcredential_schema.json"),
        ("OB 3.0", "EndorsementCredential", "ob-v3p0/ob_v3p0_endorsementcredential_schema.json"),
    ]

    private static func schema(_ path: String) throws -> Schema {
        let document = try JSONDocument(parsing: Standards.bytes("schemas/" + path))
        return try Schema(compiling: document.root)
    }

    /// The schema for a sample, by its own type.
    private static func path(for sample: JSONValue, _ standard: Text) -> String? {
        let types = Set((sample["type"]?.oneOrMore ?? []).compactMap(\.text))
        return schemas.first { $0.standard == standard && types.contains($0.type) }?.path
    }

    @Test func `compile, all of those whose dialect is known`() throws {
        for folder in ["clr-v1p0", "clr-v2p0", "ob-v3p0", "case-v1p1", "case-v1p1-rest"] {
            for file in try Standards.files("schemas/" + folder, ending: ".json") {
                #expect(throws: Never.self, "\(folder)/\(file)") {
                    try Self.schema("\(folder)/\(file)")
                }
            }
        }
    }

    @Test func `judge the samples as their sources expect`() throws {
        let list = try JSONDocument(parsing: Standards.bytes("samples/expectations.json"))
        var fitting = 0
        var notFitting: Set<Text> = []
        var caught = 0
        for entry in list.root.elements where entry["file"]?.string?.hasSuffix(".json") == true {
            guard let file = entry["file"]?.text, let standard = entry["standard"]?.text,
                let bytes = try? Standards.bytes("samples/" + file.string),
                let sample = try? JSONDocument(parsing: bytes).root,
                let path = Self.path(for: sample, standard), let expected = entry["expected"]?.text
            else { continue }
            let problems = try Self.schema(path).validate(sample)
            if expected == "valid" {
                if problems.isEmpty { fitting += 1 } else { notFitting.insert(file) }
            } else if expected == "invalid", !problems.isEmpty {
                caught += 1
            }
        }
        // The others among the valid ones are taken by their sources against the schema.
        #expect(fitting == 36)
        #expect(notFitting.count == 13)
        #expect(caught == 13)
    }
}
