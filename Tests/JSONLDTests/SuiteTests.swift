import JSONLD
import JSONText
import RDF
import TestSupport
import Testing

@Suite(.enabled(if: Standards.present, "the standards folder is not here"))
struct `JSON-LD API suite` {
    @Test(arguments: [
        ("expand", 376), ("compact", 244), ("flatten", 55), ("toRdf", 456), ("fromRdf", 53),
    ])
    func `is there as a whole`(manifest: String, count: Int) throws {
        #expect(try SuiteTest.all(manifest).count == count)
    }

    @Test func `of framing is there as a whole`() throws {
        #expect(try SuiteTest.all("frame", of: .framing).count == 91)
    }

    @Test(arguments: try SuiteTest.all("expand"))
    func `expands`(_ test: SuiteTest) throws {
        try check(test) { try $0.expanded($1) }
    }

    @Test(arguments: try SuiteTest.all("compact"))
    func `compacts`(_ test: SuiteTest) throws {
        let context = try test.suite.document(#require(test.context)).root
        try check(test, isCompact: true) { try $0.compacted($1, context: context) }
    }

    @Test(arguments: try SuiteTest.all("flatten"))
    func `flattens`(_ test: SuiteTest) throws {
        let context = try test.context.map { try test.suite.document($0).root }
        try check(test) { try $0.flattened($1, context: context) }
    }

    @Test(arguments: try SuiteTest.all("frame", of: .framing))
    func `frames`(_ test: SuiteTest) throws {
        let frame = try test.suite.document(#require(test.frame)).root
        try check(test) { try $0.framed($1, frame: frame) }
    }

    @Test(arguments: try SuiteTest.all("fromRdf"))
    func `reads RDF`(_ test: SuiteTest) throws {
        let dataset = try Dataset(nquads: test.suite.bytes(test.input))
        try check(test, try test.processor()) { try $0.fromRDF(dataset) }
    }

    private func check(
        _ test: SuiteTest, isCompact: Bool = false,
        _ algorithm: (JSONLDProcessor, JSONValue) throws -> JSON
    ) throws {
        let document = try test.document()
        try check(test, try test.processor(), isCompact: isCompact) {
            try algorithm($0, document.root)
        }
    }

    private func check(
        _ test: SuiteTest, _ processor: JSONLDProcessor, isCompact: Bool = false,
        _ algorithm: (JSONLDProcessor) throws -> JSON
    ) throws {
        if test.isNegative {
            let error = try #require(throws: JSONLDError.self) { try algorithm(processor) }
            #expect(error.code.rawValue == test.errorCode)
            return
        }
        let made = try JSONDocument(parsing: algorithm(processor).serialized())
        let expected = try test.expected()
        // Arrays of the compacted form are compared as they stand: lists are among them.
        let found = try comparable(made.root, ordered: isCompact, always: isCompact)
        let wanted = try comparable(expected.root, ordered: isCompact, always: isCompact)
        #expect(found == wanted)
    }

    @Test(arguments: try SuiteTest.all("toRdf"))
    func `makes RDF`(_ test: SuiteTest) throws {
        let processor = try test.processor()
        let document = try test.document()
        if test.isNegative {
            let error = try #require(throws: JSONLDError.self) {
                try processor.toRDF(document.root)
            }
            #expect(error.code.rawValue == test.errorCode)
            return
        }
        let made = try processor.toRDF(document.root)
        guard !test.isSyntaxOnly else { return }
        let text = try test.suite.bytes(#require(test.expect))
        guard !processor.options.producesGeneralizedRDF else {
            #expect(lines(made.serialized()) == lines(text))
            return
        }
        let expected = try Dataset(nquads: text)
        #expect(
            try String(decoding: canonicalize(made).nquads, as: UTF8.self)
                == String(decoding: canonicalize(expected).nquads, as: UTF8.self))
    }

    /// Blank nodes as properties are outside N-Quads: such results are compared as written.
    private func lines(_ text: [UInt8]) -> Set<[UInt8]> {
        Set(text.split(separator: UInt8(ascii: "\n")).map(Array.init))
    }

    /// A form in which sets that JSON-LD does not order compare equal.
    private func comparable(
        _ value: JSONValue, ordered: Bool = false, always: Bool = false
    ) throws -> String {
        switch value.kind {
        case .object:
            let members = try value.members.map { member in
                let isOrdered = always || member.name == "@list"
                let isLiteral = member.name == "@value"
                let text =
                    isLiteral
                    ? String(decoding: try member.value.canonicalized(), as: UTF8.self)
                    : try comparable(member.value, ordered: isOrdered, always: always)
                return "\(member.name):\(text)"
            }
            return "{\(members.sorted().joined(separator: ","))}"
        case .array:
            let elements = try value.elements.map {
                try comparable($0, ordered: always, always: always)
            }
            return "[\((ordered ? elements : elements.sorted()).joined(separator: ","))]"
        case .null, .bool, .number, .string:
            return String(decoding: try value.canonicalized(), as: UTF8.self)
        }
    }
}
