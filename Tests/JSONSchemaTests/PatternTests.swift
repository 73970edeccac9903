import JSONSchema
import JSONText
import Testing

@Suite struct `A pattern` {
    @Test(arguments: [
        ("^a{2,3}$", "aaa", true), ("^a{2,3}$", "aaaa", false), ("^a{2}$", "aa", true),
        ("b", "abc", true), ("^b", "abc", false), ("", "", true), ("^$", "", true),
        ("^(?:ab|cd)+$", "abcdab", true), ("^[^abc]$", "d", true), ("^[^]$", "\n", true),
        ("[]", "a", false), ("^.$", "\n", false), ("^.$", "🐲", true), ("^🐲*$", "🐲🐲", true),
        (#"^\u{1F432}$"#, "🐲", true), (#"^\ud83d\udc32$"#, "🐲", true),
        (#"^\p{Lu}\p{Ll}+$"#, "Ärger", true), (#"^\P{L}$"#, "1", true),
        (#"^[\p{L}\d_-]+$"#, "é9_-", true), (#"\bfoo\b"#, "a foo b", true),
        (#"\bfoo\b"#, "afoob", false), (#"\Boo\b"#, "foo", true),
        ("^(?=.*[0-9])(?=.*[a-z]).{4,}$", "ab12", true),
        ("^(?=.*[0-9])(?=.*[a-z]).{4,}$", "abcd", false),
        ("^(?!foo)", "bar", true), ("^(?!foo)", "foobar", false),
        ("(?<=a)b", "ab", true), ("(?<=a)b", "cb", false), ("(?<!a)b", "cb", true),
        ("(?<=a.c)d", "abcd", true), (#"^(a|b)\1$"#, "aa", true), (#"^(a|b)\1$"#, "ab", false),
        (#"^(?<x>a|b)\k<x>$"#, "bb", true), ("^(?:a?){3}a{3}$", "aaa", true),
        ("^([0-9]{4})(-?)(1[0-2]|0[1-9])\\2(3[01]|0[1-9]|[12][0-9])$", "2024-01-31", true),
        ("^([0-9]{4})(-?)(1[0-2]|0[1-9])\\2(3[01]|0[1-9]|[12][0-9])$", "2024-0131", false),
        (#"^CC\-"#, "CC-1", true), ("^a{,2}$", "a{,2}", true), ("^[a-]$", "-", true),
        (#"^[\w-]+$"#, "a-b", true), (#"^\x41\0$"#, "A\0", true), (#"^[\b]$"#, "\u{8}", true),
        ("^(?:(?=(a+))a)*b$", "aaab", true), ("^a+?$", "aaa", true), ("^(|a)+$", "aa", true),
    ])
    func `fits as in ECMA-262`(pattern: String, text: String, expected: Bool) throws {
        #expect(try Pattern(Text(pattern)).matches(text) == expected)
    }

    @Test(arguments: [
        ("^(abc]", PatternError.unbalancedParenthesis(at: 1)),
        ("abc)", .unbalancedParenthesis(at: 3)), ("*a", .nothingToRepeat(at: 0)),
        ("a**", .nothingToRepeat(at: 2)), ("^*", .nothingToRepeat(at: 1)),
        ("[b-a]", .badRange(at: 1)), ("[a", .endsEarly), ("a{3,2}", .badRepetition(at: 1)),
        (#"\a"#, .badEscape(at: 0)), (#"\Z"#, .badEscape(at: 0)), ("\\", .endsEarly),
        (#"\p{Nothing}"#, .unknownProperty("Nothing")), ("(?x)", .badGroup(at: 0)),
        (#"(a)\2"#, .unknownGroup("2")), (#"\k<n>"#, .unknownGroup("n")),
        (#"\u{110000}"#, .badEscape(at: 0)), (#"\c1"#, .badEscape(at: 0)),
    ])
    func `that is broken says where`(pattern: String, error: PatternError) throws {
        #expect(throws: error) { try Pattern(Text(pattern)) }
    }

    @Test func `gives the same answer however long it has to search`() throws {
        // The second way of searching begins where the first one has taken its steps.
        let pattern = try Pattern("^(?:(?:a|a|a|a|a|a|a|a|a|a)*(?=a))*a(b|c)$")
        let many = String(repeating: "a", count: 300)
        #expect(pattern.matches(many + "c") == true)
        #expect(pattern.matches(many + "d") == false)
        #expect(pattern.matches(many + "d", effort: 1_000) == nil)
    }
}
