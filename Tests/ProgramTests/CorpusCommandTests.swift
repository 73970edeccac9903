import Foundation
import JSONText
import TestSupport
import Testing

/// What Corpus/README.md promises to whoever has the index and a program, for a record of each
/// category; Corpus/check.py asks all of them.
@Suite struct `The corpus on the command line` {
    private static let folder = Standards.packageRoot.appendingPathComponent("Corpus")

    private static func index() throws -> [JSONValue] {
        let file = folder.appendingPathComponent("corpus.json")
        let root = try JSONDocument(parsing: [UInt8](Data(contentsOf: file))).root
        return try Array(#require(root["records"]).elements)
    }

    /// The last record of each category, and all that need an option.
    private static func chosen() throws -> [JSONValue] {
        var last: [String: JSONValue] = [:]
        var withOptions: [JSONValue] = []
        for record in try index() {
            let name = try #require(record["name"]?.string)
            let category = String(name.prefix { $0 != "/" })
            last[category] = record
            if category == "recipients" { withOptions.append(record) }
        }
        return withOptions + last.values
    }

    private func arguments(_ record: JSONValue) throws -> [String] {
        func path(_ name: String) -> String? {
            record[name]?.string.map { Self.folder.appendingPathComponent($0).path }
        }
        var arguments = ["verify", try #require(path("file")), "--json"]
        for name in ["documents", "trust"] {
            if let path = path(name) { arguments += ["--\(name)", path] }
        }
        for (name, option) in [
            ("now", "now"), ("recipient", "recipient"), ("recipientType", "recipient-type"),
            ("domain", "domain"), ("challenge", "challenge"),
        ] {
            if let value = record[name]?.string { arguments.append("--\(option)=\(value)") }
        }
        return arguments
    }

    private func codes(_ verdict: JSONValue, _ outcome: String) -> [String] {
        let checks = verdict["checks"]?.elements.filter {
            $0["outcome"]?.string?.isSame(as: outcome) == true
        }
        return Set(checks?.compactMap { $0["code"]?.string } ?? []).sorted()
    }

    private func expectSame(_ verdict: JSONValue, _ expected: JSONValue, _ name: String) throws {
        for member in ["verdict", "aggregate"] where expected[member] != nil {
            #expect(verdict[member]?.string == expected[member]?.string, "\(name)")
        }
        for outcome in ["failed", "undetermined", "warning"] {
            let codes = expected[outcome]?.elements.compactMap(\.string) ?? []
            #expect(self.codes(verdict, outcome) == codes, "\(name)")
        }
        let parts = verdict["contents"].map { Array($0.elements) } ?? []
        let others = expected["contents"].map { Array($0.elements) } ?? []
        #expect(parts.count == others.count, "\(name)")
        for (part, other) in zip(parts, others) {
            #expect(part["at"]?.string == other["at"]?.string)
            try expectSame(part, other, name)
        }
    }

    @Test func `is answered as the index says`() throws {
        let chosen = try Self.chosen()
        #expect(chosen.count > 20)
        for record in chosen {
            let name = record["name"]?.string ?? ""
            let run = try RunningProgram.run(try arguments(record))
            let expected = try #require(record["expect"])
            try expectSame(try run.json(), expected, name)
            let status = ["verified", "failed", "undetermined"].firstIndex {
                expected["verdict"]?.string?.isSame(as: $0) == true
            }
            #expect(run.status == status.map { Int32($0) }, "\(name)")
        }
    }
}
