import JSONLD
import JSONText
import RDF
import TestSupport
import Testing

@Suite(.enabled(if: Standards.present, "the standards folder is not here"))
struct `JSON-LD API suite` {
    @Test func `is there as a whole`() throws {
        #expect(try SuiteTest.all("expand").count == 376)
        #expect(try SuiteTest.all("toRdf").count == 456)
    }

    @Test(arguments: try SuiteTest.all("expand"))
    func `expands`(_ test: SuiteTest) throws {
        let processor = try test.processor()
        if test.isNegative {
            let error = try #require(throws: JSONLDError.self) {
                try processor.expanded(SuiteTest.document(test.input).root)
            }
            #expect(error.code.rawValue == test.errorCode)
            return
        }
        let made = try processor.expanded(SuiteTest.document(test.input).root)
        let expected = try SuiteTest.document(try #require(test.expect)).root
        let document = try JSONDocument(parsing: made.serialized())
        #expect(try comparable(document.root) == comparable(expected))
    }

    @Test(arguments: try SuiteTest.all("toRdf"))
    func `makes RDF`(_ test: SuiteTest) throws {
        let processor = try test.processor()
        if test.isNegative {
            let error = try #require(throws: JSONLDError.self) {
                try processor.toRDF(SuiteTest.document(test.input).root)
            }
            #expect(error.code.rawValue == test.errorCode)
            return
        }
        let made = try processor.toRDF(SuiteTest.document(test.input).root)
        guard !test.isSyntaxOnly else { return }
        let path = try #require(test.expect)
        let text = try Standards.bytes("suites/json-ld-api/tests/\(path)")
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
    private func comparable(_ value: JSONValue, ordered: Bool = false) throws -> String {
        switch value.kind {
        case .object:
            let members = try value.members.map { member in
                let isOrdered = member.name == "@list"
                let isLiteral = member.name == "@value"
                let text =
                    isLiteral
                    ? String(decoding: try member.value.canonicalized(), as: UTF8.self)
                    : try comparable(member.value, ordered: isOrdered)
                return "\(member.name):\(text)"
            }
            return "{\(members.sorted().joined(separator: ","))}"
        case .array:
            let elements = try value.elements.map { try comparable($0) }
            return "[\((ordered ? elements : elements.sorted()).joined(separator: ","))]"
        case .null, .bool, .number, .string:
            return String(decoding: try value.canonicalized(), as: UTF8.self)
        }
    }
}
