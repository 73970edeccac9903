import Foundation
import JSONText
import TestSupport
import Testing

@Suite struct `The outline of a file` {
    /// Every value without others in it, in the order of the text: written anew here, so that the
    /// program is not compared with itself.
    private static func leaves(_ value: JSONValue, _ place: JSONPointer = JSONPointer()) -> [(
        JSONPointer, JSONValue
    )] {
        guard value.count > 0, value.isObject || value.isArray else { return [(place, value)] }
        return value.elements.enumerated().flatMap { leaves($1, place.appending($0)) }
            + value.members.flatMap { leaves($0.value, place.appending($0.name)) }
    }

    @Test(.enabled(if: Standards.present))
    func `has every value of every real file, with its place in the text`() throws {
        let root = try Standards.url("samples")
        let names = (FileManager.default.enumerator(atPath: root.path)?.allObjects ?? [])
            .compactMap { $0 as? String }.filter { $0.hasSuffix(".json") }.sorted()
        var counts = (files: 0, values: 0)
        for name in names {
            let path = root.appendingPathComponent(name).path
            let bytes = try Standards.bytes("samples/" + name)
            guard let document = try? JSONDocument(parsing: bytes), document.root.isObject else {
                continue
            }
            let run = try RunningProgram.run("inspect", path, "--json")
            // An envelope of something that cannot be read is refused as such.
            guard run.status == 0 else { continue }
            let listed = try #require(try run.json()["values"]).elements
                .filter { $0["part"] == nil }
            let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            let expected = Self.leaves(document.root)
            var wrong = 0
            for (entry, (place, value)) in zip(listed, expected) {
                let isThere =
                    entry["at"]?.string?.isSame(as: place.description) == true
                    && entry["value"]?.bytes.elementsEqual(value.bytes) == true
                let line = lines[(entry["line"]?.integer ?? 0) - 1]
                let rest = String(decoding: line, as: UTF8.self).unicodeScalars
                    .dropFirst((entry["column"]?.integer ?? 0) - 1)
                let first = String(decoding: value.bytes, as: UTF8.self).unicodeScalars.first
                if !isThere || rest.first != first { wrong += 1 }
            }
            #expect(Array(listed).count == expected.count && wrong == 0, "\(name): \(wrong)")
            counts.files += 1
            counts.values += expected.count
        }
        #expect(counts.files > 150)
        #expect(counts.values > 20_000)
    }

    @Test func `tells line, column and pointer, and nothing that a terminal obeys`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file(
            "a.json",
            """
            {"type": ["VerifiableCredential"],
              "a/b~c": {"é": [], "n": 1e2},
              "turned": "x\u{202E}y"}
            """)
        let text = try RunningProgram.run("inspect", file).text
        #expect(text.contains("1:11  /type/0: \"VerifiableCredential\""))
        #expect(text.contains("2:18  /a~1b~0c/é: []"))
        #expect(text.contains("2:27  /a~1b~0c/n: 1e2"))
        #expect(text.contains("x\\u202ey"))
    }

    @Test func `cuts a long value for people only, and says so`() throws {
        let folder = try TemporaryFolder()
        let long = String(repeating: "a", count: 5_000)
        let file = try folder.file("a.json", "{\"type\": [\"X\"], \"image\": \"\(long)\"}")
        #expect(try RunningProgram.run("inspect", file).text.contains("5002 octets"))
        let values = try RunningProgram.run("inspect", file, "--json").json()["values"]
        #expect(values?.oneOrMore.last?["value"]?.string?.utf8.count == 5_000)
    }

    @Test func `has the lines of a draft as it was written`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("a.yaml", "draft: 1\nname: R\ncourses:\n  - name: Soil\n")
        let run = try RunningProgram.run("inspect", file)
        #expect(run.text.hasPrefix("draft, YAML"))
        #expect(run.text.contains("4  /courses/0/name: \"Soil\""))
        let json = try RunningProgram.run("inspect", file, "--json").json()
        #expect(json["kind"]?.string == "draft")
        #expect(json["values"]?.count == 3)
    }
}
