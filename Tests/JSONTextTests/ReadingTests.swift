import JSONText
import Testing

@Suite struct `JSON reading` {
    @Test(arguments: [
        ("", JSONError.Reason.empty, 1, 1, ""),
        ("  \n ", .empty, 2, 2, ""),
        ("<html>", .looksLikeMarkup, 1, 1, ""),
        ("\u{FEFF}{}", .byteOrderMark, 1, 1, ""),
        ("{\"a\":1,}", .trailingComma, 1, 7, "/a"),
        ("[1,2,]", .trailingComma, 1, 5, "/1"),
        ("{\"a\":1 \"b\":2}", .expectedCommaOrEnd, 1, 8, "/a"),
        ("{\"a\" 1}", .expectedColon, 1, 6, "/a"),
        ("{a:1}", .expectedKey, 1, 2, ""),
        ("[01]", .invalidNumber, 1, 3, "/0"),
        ("[1.]", .invalidNumber, 1, 4, "/0"),
        ("[-]", .invalidNumber, 1, 3, "/0"),
        ("[1e+]", .invalidNumber, 1, 5, "/0"),
        ("[.5]", .expectedValue, 1, 2, "/0"),
        ("[NaN]", .expectedValue, 1, 2, "/0"),
        ("[tru]", .expectedValue, 1, 2, "/0"),
        ("{\"a\":{\"b\":[1,{\"c\"", .endsEarly, 1, 18, "/a/b/1/c"),
        ("{\"a\":\"x", .endsEarly, 1, 8, "/a"),
        ("1 2", .trailingText, 1, 3, ""),
        ("[\"\\x\"]", .invalidEscape, 1, 3, "/0"),
        ("[\"\\u12g4\"]", .invalidEscape, 1, 3, "/0"),
        ("[\"\\ud800\"]", .loneSurrogate, 1, 3, "/0"),
        ("[\"\\udc00\\ud800\"]", .loneSurrogate, 1, 3, "/0"),
        ("[\"\\ud800\\u0041\"]", .loneSurrogate, 1, 3, "/0"),
        ("[\"a\tb\"]", .controlCharacter, 1, 4, "/0"),
        ("{\"ä\":1,\n \"ä\":2}", .duplicateKey("ä"), 2, 2, "/ä"),
        ("{\"x\":{\"a\":1,\"\\u0061\":2}}", .duplicateKey("a"), 1, 13, "/x/a"),
    ])
    func `says what is wrong, and where`(
        text: String, reason: JSONError.Reason, line: Int, column: Int, pointer: String
    ) throws {
        let error = try #require(throws: JSONError.self) {
            try JSONDocument(parsing: Array(text.utf8))
        }
        #expect(error.reason == reason)
        #expect(error.line == line)
        #expect(error.column == column)
        #expect(error.pointer.description == pointer)
    }

    @Test(
        arguments: [
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
            [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0xE2, 0x82],
            [0xFF],
        ] as [[UInt8]])
    func `refuses octets that are not UTF-8`(octets: [UInt8]) throws {
        let error = try #require(throws: JSONError.self) {
            try JSONDocument(parsing: Array("[\"".utf8) + octets + Array("\"]".utf8))
        }
        #expect(error.reason == .invalidUTF8)
    }

    @Test func `refuses the repeated name in an object of many members`() throws {
        var members = (0..<500).map { "\"name\($0)\":\($0)" }
        members.append("\"name77\":0")
        let error = try #require(throws: JSONError.self) {
            try JSONDocument(parsing: Array("{\(members.joined(separator: ","))}".utf8))
        }
        #expect(error.reason == .duplicateKey("name77"))
    }

    @Test func `keeps composed and decomposed names apart`() throws {
        let document = try JSONDocument(parsing: Array("{\"\u{E9}\":1,\"e\u{301}\":2}".utf8))
        #expect(document.root["\u{E9}"]?.integer == 1)
        #expect(document.root["e\u{301}"]?.integer == 2)
    }

    @Test func `holds the bounds of depth and size on both sides`() throws {
        func nested(_ depth: Int) -> [UInt8] {
            [UInt8](repeating: UInt8(ascii: "["), count: depth)
                + [UInt8](repeating: UInt8(ascii: "]"), count: depth)
        }
        _ = try JSONDocument(parsing: nested(Limits.jsonDepth))
        let deep = try #require(throws: JSONError.self) {
            try JSONDocument(parsing: nested(100_000))
        }
        #expect(deep.reason == .tooDeep(limit: Limits.jsonDepth))
        #expect(deep.offset == Limits.jsonDepth)
        _ = try JSONDocument(parsing: nested(5), maximumBytes: 10)
        let large = try #require(throws: JSONError.self) {
            try JSONDocument(parsing: nested(6), maximumBytes: 10)
        }
        #expect(large.reason == .tooLarge(limit: 10))
    }

    @Test func `keeps order, number text and every octet`() throws {
        let text = " { \"b\" : [ 1.50, -0, 1E2 ] , \"a\":\"\\u00e9\\ud83d\\ude00\\/\" }\n"
        let document = try JSONDocument(parsing: Array(text.utf8))
        #expect(document.bytes == Array(text.utf8))
        #expect(document.root.members.map(\.name) == ["b", "a"])
        let numbers = try #require(document.root["b"])
        #expect(numbers.elements.map(\.numberText) == ["1.50", "-0", "1E2"])
        #expect(document.root["a"]?.string == "é😀/")
        #expect(String(decoding: numbers.bytes, as: UTF8.self) == "[ 1.50, -0, 1E2 ]")
    }

    @Test func `finds the place of each value, and each value by its place`() throws {
        let text = "{\"a/b\":[{\"~\":null},{\"\":[true]}],\"c\":{}}"
        let document = try JSONDocument(parsing: Array(text.utf8))
        for place in ["", "/a~1b", "/a~1b/0", "/a~1b/0/~0", "/a~1b/1/", "/a~1b/1//0", "/c"] {
            let pointer = try #require(JSONPointer(place))
            let value = try #require(document.root[pointer])
            #expect(value.pointer.description == place)
        }
        for place in ["/d", "/a~1b/2", "/a~1b/01", "/a~1b/-", "/c/0"] {
            let pointer = try #require(JSONPointer(place))
            #expect(document.root[pointer] == nil)
        }
        #expect(JSONPointer("a") == nil)
        #expect(JSONPointer("/~2") == nil)
    }

    @Test func `never stops in another way than by an error, whatever the octets`() {
        var state: UInt64 = 42
        let seed = Array("{\"a\":[1,-2.5e3,\"\\u00e9\\n\",true,null,{\"b\":\"ü\"}]}".utf8)
        for _ in 0..<20_000 {
            var bytes = seed
            for _ in 0..<3 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let place = Int(state >> 33) % bytes.count
                bytes[place] = UInt8(truncatingIfNeeded: state >> 24)
            }
            if let document = try? JSONDocument(parsing: bytes) {
                _ = try? document.root.canonicalized()
            }
        }
    }
}
