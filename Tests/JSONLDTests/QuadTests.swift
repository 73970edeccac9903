import JSONLD
import JSONText
import RDF
import Testing

@Suite struct `The quads of a document` {
    private static let context = """
        {"@version": 1.1, "@vocab": "https://example.org/",
          "p": {"@id": "https://example.org/p", "@type": "@id"},
          "of": {"@reverse": "https://example.org/p"},
          "type": {"@id": "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "@type": "@id"},
          "list": {"@id": "https://example.org/list", "@container": "@list"},
          "graph": {"@id": "https://example.org/graph", "@container": "@graph"}}
        """

    private func quads(_ members: String) throws -> [Quad] {
        let text = "{\"@context\": \(Self.context), \(members)}"
        let document = try JSONDocument(parsing: Array(text.utf8))
        return try JSONLDProcessor().toRDF(document.root).quads
    }

    @Test(arguments: [
        (#""@type": ["A", "A"], "q": ["x", "x", "x"]"#, 2),
        (#""@id": "urn:a", "@type": ["A", "A"], "q": ["x", "x", "x"]"#, 2),
        (#""@type": "A", "type": "https://example.org/A""#, 1),
        (#""@type": ["A", "B"], "type": ["https://example.org/A", "https://example.org/C"]"#, 3),
        (#""p": [{"q": 1}, {"q": 1}]"#, 4),
        (#""@id": "urn:a", "p": {"@reverse": {"p": {"@id": "urn:a"}}}"#, 1),
        (
            #""@id": "urn:a", "p": [{"of": {"@id": "urn:a"}}, {"of": [{"@id": "urn:a"}, {"@id": "urn:a"}]}]"#,
            2
        ),
        (#""@id": "urn:a", "of": {"p": "urn:a"}"#, 1),
        (#""@id": "urn:a", "of": [{"p": ["urn:a", "urn:a"]}, {"p": "urn:b"}]"#, 3),
        (#""list": ["x", "x"]"#, 5),
        (#""list": [[], []], "@id": "urn:a", "p": "_:b0", "r": {"p": "_:b0"}"#, 8),
        (#""graph": [{"q": "x"}, {"q": "x"}]"#, 4),
    ])
    func `are each there once`(members: String, count: Int) throws {
        let quads = try quads(members)
        #expect(quads.count == count)
        #expect(Set(quads).count == count)
    }

    @Test(arguments: 1...200)
    func `are each there once in whatever is made up`(seed: UInt64) throws {
        var maker = DocumentMaker(state: seed)
        for _ in 0..<10 {
            let text = maker.members(depth: 4)
            let quads = try quads(text)
            #expect(Set(quads).count == quads.count, "\(text)")
        }
    }

    @Test func `can be added to`() throws {
        let document = try JSONDocument(
            parsing: Array(#"{"@id": "urn:a", "urn:p": [{"urn:q": "x"}, {"urn:q": "x"}]}"#.utf8))
        var dataset = try JSONLDProcessor().toRDF(document.root)
        let known = Statement(
            subject: .iri("urn:a"), predicate: .iri("urn:p"), object: .resource(.blank("b0")))
        // A label that was made up is nobody's, so that this is another node.
        let isNew = dataset.insert(known)
        #expect(isNew)
        let isNewAgain = dataset.insert(known)
        #expect(!isNewAgain)
        #expect(dataset.count == 5)
    }
}

/// Makes up objects over few names, so that much is said again.
private struct DocumentMaker: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }

    mutating func members(depth: Int) -> String {
        var members: [String] = []
        if Int.random(in: 0..<3, using: &self) > 0 { members.append(#""@id": "\#(name())""#) }
        if Bool.random(using: &self) { members.append(#""@type": [\#(types())]"#) }
        for property in ["p", "of", "q", "type", "list", "graph", "@included", "@reverse"]
        where Int.random(in: 0..<3, using: &self) == 0 {
            members.append(#""\#(property)": \#(value(of: property, depth))"#)
        }
        return members.isEmpty ? #""q": "x""# : members.joined(separator: ", ")
    }

    private mutating func name() -> String {
        ["urn:a", "urn:b", "_:b0", "_:b1", "_:x"].randomElement(using: &self) ?? "urn:a"
    }

    private mutating func types() -> String {
        let count = Int.random(in: 0..<3, using: &self)
        return (0..<count).map { _ in
            Bool.random(using: &self) ? #""A""# : #""urn:a""#
        }.joined(separator: ", ")
    }

    private mutating func value(of property: String, _ depth: Int) -> String {
        switch property {
        case "type": #""https://example.org/A""#
        case "q": Bool.random(using: &self) ? #"["x", "x"]"# : #"{"@id": "\#(name())"}"#
        case "@reverse": #"{"p": [\#(objects(depth))]}"#
        default: "[\(objects(depth))]"
        }
    }

    private mutating func objects(_ depth: Int) -> String {
        let count = Int.random(in: 0..<3, using: &self)
        return (0..<count).map { _ in
            depth > 0 ? "{\(members(depth: depth - 1))}" : #"{"@id": "\#(name())"}"#
        }.joined(separator: ", ")
    }
}
