import Testing

@testable import RDF

@Suite struct `The order of names` {
    static let cases: [[String]] = [
        [], ["a"], ["b", "a"],
        // A name ends before, in and behind the eight octets that are looked at together.
        ["urn:abc", "urn:abcd", "urn:abcde", "urn:ab", "urn:abcdefghijkl", "urn:abcdefgh"],
        ["urn:é", "urn:z", "urn:\u{1F600}", "urn:e\u{301}", "urn:"],
        (0..<1_000).map { "urn:uuid:\($0 &* 7_919 % 1_009)" },
        (0..<200).map { "https://school.example/a/long/beginning/of/each/\($0 % 3)/\($0)" },
    ]

    @Test(arguments: cases)
    func `is that of their octets`(texts: [String]) {
        var storage = ByteBuffer(capacity: 16)
        var names = texts.enumerated().map { number, text in
            let start = storage.count
            for octet in text.utf8 { storage.append(octet) }
            storage.append(UInt8(ascii: ">"))
            return FormedName(
                symbol: Symbol(number), form: FormSpan(start, storage.count))
        }
        NameOrder.sort(&names, of: storage)
        let expected = texts.indices.sorted { one, other in
            (texts[one] + ">").utf8.lexicographicallyPrecedes((texts[other] + ">").utf8)
        }
        #expect(names.map(\.symbol.index) == expected)
    }
}

@Suite struct `A number in decimal` {
    static let numbers = [
        0, 1, 9, 10, 11, 99, 100, 101, 999, 1_000, 1_001, 9_899, 9_900, 9_999, 10_000, 10_001,
        99_999,
        100_000, 999_999, 1_000_000, 9_999_999, 10_000_000, 12_345_678, 90_090_909, 99_999_999,
        100_000_000, 4_294_967_295, 1_234_567_890_123,
    ]

    @Test func `has the digits that it is written with`() {
        for number in Self.numbers + (0..<200_000).map({ $0 &* 499 }) {
            var buffer = ByteBuffer(capacity: 16)
            buffer.append(decimal: number)
            #expect(String(decoding: buffer.array(), as: UTF8.self) == String(number))
        }
    }
}
