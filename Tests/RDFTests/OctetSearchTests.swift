@testable import RDF
import Testing

/// Texts that need no escape are found eight octets at a time and written as they are.
@Suite struct `A text that is written as it is` {
    @Test(arguments: UInt8.min...UInt8.max)
    func `has no octet that is escaped, wherever it would stand`(octet: UInt8) {
        for length in [1, 7, 8, 9, 17] {
            for place in 0..<length {
                var text = [UInt8](repeating: UInt8(ascii: "x"), count: length)
                text[place] = octet
                let isPlain = unsafe text.withUnsafeBytes {
                    unsafe (OctetSearch.isPlainName($0), OctetSearch.isPlainString($0))
                }
                #expect(isPlain.0 == !ByteSet.endingNames.contains(octet))
                #expect(isPlain.1 == !(ByteSet.escapedInStrings.contains(octet) || octet == 0xEF))
            }
        }
    }

    @Test func `is not mistaken for another one by what stands beside it`() {
        var numbers = SeededGenerator(state: 7)
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 0...24, using: &numbers)).map { _ in
                UInt8.random(in: 0x1E...0x80, using: &numbers)
            }
            let isPlain = unsafe text.withUnsafeBytes {
                unsafe (OctetSearch.isPlainName($0), OctetSearch.isPlainString($0))
            }
            #expect(isPlain.0 == !text.contains { ByteSet.endingNames.contains($0) })
            #expect(isPlain.1 == !text.contains { ByteSet.escapedInStrings.contains($0) })
        }
    }

    @Test(arguments: [
        "", "Grüße", "日本語", "full-width ｆｕｌｌ", "tab\there", "delete\u{7F}", "null\u{0}",
        "\u{FFFE}", "12345678\u{FFFF}", "a long text of more than sixteen octets with\u{1F} in it",
    ])
    func `is read again as it was, as is one with escapes`(text: String) throws {
        var dataset = Dataset()
        let name = dataset.iri(dataset.texts.intern("https://school.example/ü"))
        let literal = dataset.literal(dataset.texts.intern(text))
        dataset.insert(Quad(subject: name, predicate: name, object: literal))
        let read = try Dataset(nquads: dataset.serialized())
        let object = read.term(try #require(read.quads.first).object)
        guard case .literal(let lexical, .xsdString, nil) = object else {
            Issue.record("\(object)")
            return
        }
        #expect(read.texts.bytes(lexical) == Array(text.utf8))
        #expect(try canonicalize(dataset).nquads == dataset.serialized())
    }
}
