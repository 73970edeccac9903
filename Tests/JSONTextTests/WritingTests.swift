import JSONText
import TestSupport
import Testing

@Suite struct `RFC 8785` {
    @Test(
        .enabled(if: Standards.present, "the standards folder is not here"),
        arguments: ["arrays", "french", "structures", "unicode", "values", "weird"])
    func `gives the octets of the published vectors`(name: String) throws {
        let input = try Standards.bytes("suites/jcs-rfc8785/input/\(name).json")
        var output = try Standards.bytes("suites/jcs-rfc8785/output/\(name).json")
        if output.last == 0x0A { output.removeLast() }  // one file ends its line
        #expect(try JSONDocument(parsing: input).root.canonicalized() == output)
    }

    /// RFC 8785, appendix B: the bits of a double and its text.
    @Test(
        arguments: [
            (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"),
            (0x0000_0000_0000_0001, "5e-324"), (0x8000_0000_0000_0001, "-5e-324"),
            (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
            (0x4340_0000_0000_0000, "9007199254740992"),
            (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
            (0x44b5_2d02_c7e1_4af6, "1e+23"), (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
            (0x444b_1ae4_d6e2_ef50, "1e+21"), (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
            (0x3eb0_c6f7_a0b5_ed8d, "0.000001"), (0x41b3_de43_5555_5554, "333333333.33333325"),
            (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
            (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
        ] as [(UInt64, String)])
    func `writes numbers as ECMAScript does`(bits: UInt64, text: String) {
        #expect(CanonicalNumber.text(of: Double(bitPattern: bits)) == text)
    }

    @Test func `refuses a number beyond the doubles, with its place`() throws {
        let document = try JSONDocument(parsing: Array("{\"a\":[1,1e999]}".utf8))
        let error = try #require(throws: JSONError.self) { try document.root.canonicalized() }
        #expect(error.reason == .numberOutOfRange)
        #expect(error.pointer.description == "/a/1")
    }

    @Test func `orders names by UTF-16, not by code point`() throws {
        let document = try JSONDocument(parsing: Array("{\"\u{FB33}\":1,\"\u{1F600}\":2}".utf8))
        let canonical = try document.root.canonicalized()
        #expect(canonical == Array("{\"\u{1F600}\":2,\"\u{FB33}\":1}".utf8))
    }
}

@Suite struct `JSON writing` {
    @Test func `escapes what must be escaped, and keeps verbatim values`() throws {
        let document = try JSONDocument(parsing: Array("{ \"x\" : 1.0 }".utf8))
        let json: JSON = [
            "a": .string("\"\\\u{1}\n/ü"), "b": [1, true, .null, .verbatim(document.root)],
            "c": .object([]), "d": .array([]),
        ]
        #expect(
            String(decoding: json.serialized(), as: UTF8.self)
                == #"{"a":"\"\\\u0001\n/ü","b":[1,true,null,{ "x" : 1.0 }],"c":{},"d":[]}"#)
        let pretty = String(decoding: (["a": [1]] as JSON).serialized(pretty: true), as: UTF8.self)
        #expect(pretty == "{\n  \"a\": [\n    1\n  ]\n}")
    }
}
