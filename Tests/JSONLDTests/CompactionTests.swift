import JSONLD
import JSONText
import RDF
import Testing

@Suite struct `Compaction` {
    private func compacted(
        _ document: String, _ context: String, _ options: JSONLDProcessor.Options = .init()
    ) throws -> [String: String] {
        let made = try JSONLDProcessor(options: options).compacted(
            JSONDocument(parsing: Array(document.utf8)).root,
            context: JSONDocument(parsing: Array(context.utf8)).root)
        let document = try JSONDocument(parsing: made.serialized())
        let members = document.root.members.filter { $0.name != "@context" }
        return Dictionary(
            members.map { ($0.name, String(decoding: $0.value.bytes, as: UTF8.self)) },
            uniquingKeysWith: { first, _ in first })
    }

    @Test func `compares names by their code units`() throws {
        let made = try compacted(
            "[{\"x:e\u{301}\": [{\"@value\": 1}]}]",
            "{\"\u{E9}\": \"x:\u{E9}\", \"other\": \"x:e\u{301}\"}")
        #expect(made == ["other": "1"])
    }

    @Test(arguments: [
        ("http://a/b/c", "c"), ("http://a/b/", "./"), ("http://a/b/d?q", "d?q"),
        ("http://a/", "../"), ("http://a/x/y", "../x/y"), ("http://a/b/c#f", "#f"),
        ("http://a/b/x:y", "./x:y"), ("http://a/b/@id", "./@id"), ("http://b/b/c", "http://b/b/c"),
        ("https://a/b/c", "https://a/b/c"), ("http://a/b//c", "http://a/b//c"),
        ("http://a", "http://a"), ("urn:x", "urn:x"),
    ])
    func `writes IRIs relative to the base so that they resolve back`(
        iri: String, reference: String
    ) throws {
        var options = JSONLDProcessor.Options()
        options.base = "http://a/b/c"
        let document = #"{"@id": "\#(iri)", "x:p": 1}"#
        let made = try compacted(document, "{}", options)
        #expect(made["@id"] == "\"\(reference)\"")
        let again = try JSONLDProcessor(options: options).expanded(
            JSONDocument(parsing: Array(#"{"@id": "\#(reference)", "x:p": 1}"#.utf8)).root)
        #expect(String(decoding: again.serialized(), as: UTF8.self).contains("\"\(iri)\""))
        options.compactsToRelative = false
        #expect(try compacted(document, "{}", options)["@id"] == "\"\(iri)\"")
    }

    @Test func `keeps numbers and JSON literals as they were written`() throws {
        let document = """
            {"x:n": [12345678901234567891, 12345678901234567890, 1.50],
             "x:j": {"@type": "@json", "@value": {"b": 1.0, "a": [ ]}}}
            """
        let made = try compacted(document, #"{"j": {"@id": "x:j", "@type": "@json"}}"#)
        #expect(made["x:n"] == "[12345678901234567891,12345678901234567890,1.50]")
        #expect(made["j"] == #"{"b": 1.0, "a": [ ]}"#)
    }

    @Test func `names the IRI that a prefix would change`() throws {
        let error = try #require(throws: JSONLDError.self) {
            try compacted(
                #"{"tag:p": 1}"#, #"{"tag": {"@id": "x:", "@prefix": true}}"#)
        }
        #expect(error.code == .iriConfusedWithPrefix)
    }

    @Test func `gives each context its own inverse, also from many threads`() async throws {
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<64 {
                group.addTask {
                    let term = "t\(number % 4)"
                    let made = try? self.compacted(#"{"x:p": 1}"#, #"{"\#(term)": "x:p"}"#)
                    return made == [term: "1"]
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }
}

@Suite struct `From RDF` {
    private func json(
        _ nquads: String, _ options: JSONLDProcessor.Options = .init()
    ) throws -> String {
        let made = try JSONLDProcessor(options: options).fromRDF(
            Dataset(nquads: Array(nquads.utf8)))
        return String(decoding: made.serialized(), as: UTF8.self)
    }

    private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

    /// Lists of one element, each inside the next.
    private func nested(_ depth: Int) -> String {
        var text = "<x:s> <x:p> _:l0 .\n"
        for level in 0..<depth {
            let first = level + 1 < depth ? "_:l\(level + 1)" : "\"end\""
            text += "_:l\(level) <\(Self.rdf)first> \(first) .\n"
            text += "_:l\(level) <\(Self.rdf)rest> <\(Self.rdf)nil> .\n"
        }
        return text
    }

    @Test func `reads lists inside lists up to a depth`() throws {
        #expect(try json(nested(512)).contains("end"))
        let error = try #require(throws: JSONLDError.self) { try json(nested(513)) }
        #expect(error.code == .limitExceeded)
        #expect(throws: JSONLDError.self) { try json(nested(100_000)) }
    }

    @Test func `leaves a list alone that two nodes share`() throws {
        let made = try json(
            """
            <x:s> <x:p> _:l .
            <x:t> <x:p> _:l .
            _:l <\(Self.rdf)first> "a" .
            _:l <\(Self.rdf)rest> <\(Self.rdf)nil> .

            """)
        #expect(made.contains("\(Self.rdf)first"))
        #expect(made.contains(#""\#(Self.rdf)rest":[{"@list":[]}]"#))
    }

    @Test func `writes native numbers without losing digits`() throws {
        var options = JSONLDProcessor.Options()
        options.usesNativeTypes = true
        let xsd = "http://www.w3.org/2001/XMLSchema#"
        let lines = ["+007", "-0", "123456789012345678901", "1_0", "0x10"].map {
            "<x:s> <x:p> \"\($0)\"^^<\(xsd)integer> .\n"
        }
        let made = try json(
            lines.joined() + "<x:s> <x:q> \"0x1p3\"^^<\(xsd)double> .\n", options)
        let values = #"{"@value":7},{"@value":0},{"@value":123456789012345678901}"#
        #expect(made.contains(values))
        #expect(made.contains(#"{"@value":"1_0","@type""#))
        #expect(made.contains(#"{"@value":"0x1p3","@type""#))
    }

    @Test func `keeps types as properties where asked`() throws {
        var options = JSONLDProcessor.Options()
        options.usesRDFType = true
        let made = try json("<x:s> <\(Self.rdf)type> <x:T> .\n", options)
        #expect(made == #"[{"@id":"x:s","\#(Self.rdf)type":[{"@id":"x:T"}]}]"#)
    }
}
