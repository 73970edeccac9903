import JSONText
import Testing
import YAMLText

@Suite struct `YAML that people write` {
    private func json(_ yaml: String) throws -> String {
        String(decoding: try YAMLDocument(reading: Array(yaml.utf8)).json, as: UTF8.self)
    }

    @Test(arguments: [
        ("a: 1\nb: [x, true, null]", #"{"a":1,"b":["x",true,null]}"#),
        ("credits: 3.0", #"{"credits":3.0}"#),
        (
            "student: 0123\nat: 12:30\non: 2026-05-01",
            #"{"student":"0123","at":"12:30","on":"2026-05-01"}"#
        ),
        (
            "country: no\nanswer: yes\nhex: 0x1F\nbig: 1_000\nplus: +1\ndot: .5\nend: 1.\nnot: --",
            #"{"country":"no","answer":"yes","hex":"0x1F","big":"1_000","plus":"+1","dot":".5","end":"1.","not":"--"}"#
        ),
        ("n: [-0, 0, 10, 1e5, 1E+2, -1.5e-3]", #"{"n":[-0,0,10,1e5,1E+2,-1.5e-3]}"#),
        (
            "quoted: '12'\ndouble: \"true\"\nempty:\ntilde: ~",
            #"{"quoted":"12","double":"true","empty":null,"tilde":null}"#
        ),
        ("text: |\n  one\n  two\nfolded: >-\n  a\n  b", #"{"text":"one\ntwo\n","folded":"a b"}"#),
        ("- a: \"é — \\\"x\\\"\"", #"[{"a":"é — \"x\""}]"#),
        ("a: !!str 12", #"{"a":"12"}"#),
        ("firm: Smith &Co\nlist: a *b", #"{"firm":"Smith &Co","list":"a *b"}"#),
    ])
    func `says in JSON what it says`(yaml: String, expected: String) throws {
        #expect(try json(yaml) == expected)
    }

    @Test func `keeps composed and decomposed letters apart`() throws {
        let both = try json("e\u{301}: 1")
        #expect(Array(both.utf8) == Array("{\"e\u{301}\":1}".utf8))
    }

    @Test func `knows the line of each value and of what is around a missing one`() throws {
        let document = try YAMLDocument(
            reading: Array("learner:\n  name: A\ncourses:\n  - name: B\n    credits: 3".utf8))
        #expect(document.line(at: "") == 1)
        #expect(document.line(at: "/learner/name") == 2)
        #expect(document.line(at: "/courses/0/credits") == 5)
        #expect(document.line(at: "/courses/0/type") == 4)
        #expect(document.line(at: "/courses/7") == 3)
    }

    @Test(arguments: [
        ("", 1, "empty"), ("# only a remark\n", 1, "empty"),
        ("a: 1\nb: 2\na: 3", 1, "\"a\" stands twice"),
        ("a: &x [1]\nb: *x", 2, "refer to each other"),
        ("a: !!binary AAAA", 1, "the tag"), ("a: !mine x", 1, "the tag"),
        ("a: 1\n---\nb: 2", 2, "a second document"),
        ("? [a]\n: 1", 1, "must be a text"),
        ("a: 1\n  b: 2", 2, "not YAML"), ("a: [1, 2", 2, "not YAML"), ("\ta: 1", 1, "not YAML"),
    ])
    func `says what is wrong and on which line`(yaml: String, line: Int, says: String) throws {
        let error = try #require(throws: YAMLError.self) {
            try YAMLDocument(reading: Array(yaml.utf8))
        }
        #expect("\(error)".contains(says))
        #expect(error.line == line)
    }

    @Test func `must be UTF-8`() throws {
        let error = try #require(throws: YAMLError.self) {
            try YAMLDocument(reading: Array("a: 1\nb: ".utf8) + [0xE9])
        }
        #expect(error.reason == .invalidUTF8)
        #expect(error.line == 2 && error.column == 4)
    }

    @Test func `ends where aliases of aliases would not`() throws {
        var bomb = "a0: &a0 [x, x]\n"
        for level in 1...40 {
            bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
        }
        bomb += "? *a40\n: 1"
        let error = try #require(throws: YAMLError.self) {
            try YAMLDocument(reading: Array(bomb.utf8))
        }
        #expect(error.reason == .reference("a0"))
    }

    @Test func `is read up to YAMLLimits.bytes`() throws {
        let head = Array("a: \"".utf8)
        let room = YAMLLimits.bytes - head.count - 1
        let full = head + [UInt8](repeating: UInt8(ascii: "x"), count: room) + [0x22]
        #expect(try YAMLDocument(reading: full).json.count == YAMLLimits.bytes + 3)
        let error = try #require(throws: YAMLError.self) {
            try YAMLDocument(reading: full + [0x0A])
        }
        #expect(error.reason == .tooLarge(limit: YAMLLimits.bytes))
    }

    @Test func `is read up to YAMLLimits.depth`() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array(
                (String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        #expect(throws: Never.self) {
            try YAMLDocument(reading: nested(YAMLLimits.depth + 1))
        }
        for depth in [YAMLLimits.depth + 2, 100_000] {
            #expect(throws: YAMLError.self) { try YAMLDocument(reading: nested(depth)) }
        }
    }
}
