/// Inputs to begin with, written by this project.
enum Seeds {
    static func bytes(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }

    static func json() -> [[UInt8]] {
        bytes([
            #"{"a": [1, 2.5, -0, 1e-7, 123456789012345678901234567890, 0.1E+3], "b": null}"#,
            #"["\u00e9", "é", "\ud83d\ude00", "\"\\\/\b\f\n\r\t", "", true, false]"#,
            #"{"": {"a/b": {"m~n": [[[[]]], {}]}}, "\u20ac": 1, "\ufb33": 2}"#,
            "[5e-324, 1.7976931348623157e308, 9007199254740993, -1E400]", " \n\t\r0", "\"x\"",
        ])
    }

    static func nquads() -> [[UInt8]] {
        bytes([
            "<http://a/s> <http://a/p> \"x\"@en <http://a/g> .\n",
            "_:a <urn:p> _:b .\n_:b <urn:p> _:c .\n_:c <urn:p> _:a .\n",
            "_:a <urn:p> _:b _:g .\n_:b <urn:p> _:a _:g .\n_:g <urn:q> _:a .\n",
            "_:a <urn:p> _:b .\n_:a <urn:q> _:b .\n_:b <urn:p> _:a .\n_:b <urn:q> _:a .\n",
            "_:e0 <urn:p> _:e1,",
            "# nothing\r\n\n<urn:s> <urn:p> \"\\u00e9\\n\\\"\"^^<urn:t> . # x",
            "<urn:s> <urn:p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n",
        ])
    }

    static func multibase() -> [[UInt8]] {
        bytes([
            "z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK", "uAQIDBA", "z11111", "u", "z",
            "AAECAwQFBgc=", "QQ==", "zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169",
        ])
    }

    private static func pair(_ first: String, _ second: String) -> [UInt8] {
        Array(first.utf8) + [Work.separator] + Array(second.utf8)
    }

    static func schema() -> [[UInt8]] {
        [
            pair(
                ##"""
                {"$id": "https://example.org/a", "$ref": "#/$defs/n", "$defs": {"n": {
                "type": "object", "properties": {"next": {"$ref": "#/$defs/n"}},
                "required": ["v"], "additionalProperties": false}}}
                """##, #"{"v": 1, "next": {"v": 2, "w": 3}}"#),
            pair(
                ##"""
                {"oneOf": [{"type": "integer", "multipleOf": 0.1}, {"pattern": "^a+(b|c)*$",
                "minLength": 2}, {"format": "date-time"}], "not": {"const": 3},
                "enum": [1, "ab", [1]]}
                """##, #""abcbc""#),
            pair(
                ##"""
                {"$dynamicAnchor": "x", "prefixItems": [{"$dynamicRef": "#x"}, {"contains":
                {"const": 1}, "minContains": 0}], "unevaluatedItems": false, "uniqueItems": true}
                """##, "[[],[1,2,1.0],3]"),
            pair(
                ##"""
                {"if": {"properties": {"a": {"format": "uri"}}}, "then": {"patternProperties":
                {"^b": true}}, "else": false, "unevaluatedProperties": false,
                "dependentRequired": {"a": ["b"]}, "propertyNames": {"maxLength": 3}}
                """##, #"{"a":"https://example.org/","b":1,"c":2}"#),
            pair(
                ##"""
                {"$schema": "http://json-schema.org/draft-04/schema#", "id": "http://a/b",
                "maximum": 3, "exclusiveMaximum": true, "items": [{"$ref": "#/definitions/a"}],
                "additionalItems": false, "definitions": {"a": {"type": ["null", "number"]}}}
                """##, "[3,4]"),
            pair(
                ##"""
                {"$schema": "https://json-schema.org/draft/2019-09/schema",
                "$recursiveAnchor": true, "anyOf": [{"$recursiveRef": "#"}, {"type": "string",
                "format": "email"}]}
                """##, #""a@b.example""#),
        ]
    }

    static func pattern() -> [[UInt8]] {
        [
            pair("^(a|b)*c{2,3}$", "ababccc"), pair(#"(?<y>\d{4})-\k<y>"#, "2020-2020"),
            pair(#"\p{Lu}[^\s\-x-z]+?(?=\b)(?!q)"#, "Été de 1900"),
            pair(#"(?<=a(b)?)c\1"#, "abcb"), pair(#"^(?:(?:a*)*)*$"#, "aaaaaaaaaaaaaaaaab"),
        ]
    }

    private static let document = """
        {"@context": ["https://www.w3.org/ns/credentials/v2",
          {"@version": 1.1, "@protected": true, "x": "https://example.org/x#", "@vocab": "urn:v:",
           "list": {"@id": "x:list", "@container": "@list"}, "set": {"@id": "x:set",
            "@container": ["@set", "@index"]}, "back": {"@reverse": "x:b", "@type": "@id"},
           "T": {"@id": "x:T", "@context": {"@propagate": true, "inner": {"@id": "x:i",
            "@type": "@vocab"}}}, "j": {"@id": "x:j", "@type": "@json"},
           "l": {"@id": "x:l", "@container": "@language"}, "n": "@nest"}],
         "id": "urn:uuid:1", "type": ["VerifiableCredential", "T"], "list": [1, 2.5, true, "a"],
         "set": {"a": "b"}, "back": "urn:o", "inner": "x:q", "j": {"b": [1], "a": null},
         "l": {"en": "x", "de": ["y"]}, "n": {"x:p": {"@value": "v", "@language": "fr"}},
         "@graph": [{"@id": "_:b0", "x:g": {"@id": "_:b1"}}], "@included": [{"@type": "x:U"}]}
        """

    static func jsonld() async throws -> [[UInt8]] {
        try await bytes([document]) + drafts() + Array(issued().prefix(2))
    }

    static func forms() -> [[UInt8]] {
        let context =
            #"{"@context": {"@vocab": "urn:v:", "x": "https://example.org/x#", "id": "@id"}}"#
        let frame =
            #"{"@context": {"x": "https://example.org/x#"}, "@type": "x:T", "@explicit": true, "#
            + #""x:list": {"@list": []}, "x:p": {"@default": "none"}, "@requireAll": true, "#
            + #""x:g": {"@embed": "@always", "@omitDefault": true}}"#
        let small =
            #"[{"@id": "_:a", "urn:v:p": [{"@id": "_:b"}], "@type": ["urn:v:T"]}, "#
            + #"{"@id": "_:b", "urn:v:q": [{"@list": [{"@value": 1}]}], "@reverse": {"urn:v:r": "#
            + #"[{"@id": "_:a"}]}}]"#
        return [document, small].flatMap { [pair($0, context), pair($0, frame)] }
    }
}
