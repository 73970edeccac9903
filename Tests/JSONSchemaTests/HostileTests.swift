import JSONSchema
import JSONText
import Testing

@Suite struct `A hostile schema` {
    @Test func `that refers to itself without end is not called valid`() throws {
        let schema = try compiled(
            ##"{"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}}"##
        )
        #expect(throws: SchemaLimitError.tooDeep(limit: SchemaLimits.depth)) {
            try schema.validate(json("1"))
        }
        let not = try compiled(##"{"not": {"$ref": "#"}}"##)
        #expect(throws: SchemaLimitError.tooDeep(limit: SchemaLimits.depth)) {
            try not.validate(json("1"))
        }
    }

    @Test func `that grows exponentially ends with an error and soon`() throws {
        var definitions: [String] = []
        for level in 0..<60 {
            definitions.append(
                ##""d\##(level)": {"anyOf": [{"allOf": [{"$ref": "#/$defs/d\##(level + 1)"}, false]}, {"$ref": "#/$defs/d\##(level + 1)"}]}"##
            )
        }
        definitions.append(#""d60": {"type": "null"}"#)
        let text = ##"{"$ref": "#/$defs/d0", "$defs": {\##(definitions.joined(separator: ","))}}"##
        let schema = try compiled(text)
        let clock = ContinuousClock()
        let time = clock.measure {
            #expect(throws: SchemaLimitError.self) { try schema.validate(json("1")) }
        }
        #expect(time < .seconds(10))
    }

    @Test func `is bounded in the steps that a large instance may take`() throws {
        let items = Array(repeating: #"{"a": [1, 2, 3], "b": "x"}"#, count: 20_000)
        let large = try json("[" + items.joined(separator: ",") + "]")
        let schema = try compiled(
            #"{"uniqueItems": false, "items": {"properties": {"a": {"items": {"type": "integer"}}}}}"#
        )
        #expect(try schema.validate(large).isEmpty)
    }

    @Test func `applies to an instance of any depth that can be read`() throws {
        let deep = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
        let schema = try compiled(##"{"type": "array", "items": {"$ref": "#"}}"##)
        #expect(try schema.validate(json(deep)).isEmpty)
        let nested = try compiled(
            ##"{"allOf": [{"anyOf": [{"type": "array", "items": {"$ref": "#"}}]}]}"##)
        #expect(try nested.validate(json(deep)).isEmpty)
    }

    @Test func `with many equal items is judged in linear time`() throws {
        let items = (0..<50_000).map { #"{"n": \#($0), "s": "\#($0)"}"# }
        let large = try json("[" + items.joined(separator: ",") + "]")
        #expect(try compiled(#"{"uniqueItems": true}"#).isValid(large))
    }

    @Test func `that keeps what has been found where the reasons cost too much`() throws {
        let schema = try compiled(
            ##"{"allOf": [{"type": "string"}, {"$ref": "#/$defs/a"}], "$defs": {"a": {"allOf": [{"$ref": "#/$defs/a"}]}}}"##
        )
        #expect(
            try schema.validate(json("1")).map(\.reason)
                == [.type(expected: [.string], found: .number)])
    }

    @Test(arguments: ["^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "(a*)*b", "^(([a-z])+.)+[A-Z]([a-z])+$"])
    func `pattern does not hang`(pattern: Text) throws {
        let schema = try compiled(#"{"pattern": "\#(pattern)"}"#)
        let text = String(repeating: "a", count: 2_000) + "!"
        let clock = ContinuousClock()
        let start = clock.now
        let found = try schema.validate(json("\"\(text)\""))
        #expect(found.count == 1)
        #expect(clock.now - start < .seconds(5))
    }

    @Test func `pattern with backreferences ends with an error`() throws {
        let schema = try compiled(#"{"pattern": "^(a+)+(b*)\\2c$"}"#)
        let text = String(repeating: "a", count: 200)
        #expect(throws: SchemaLimitError.patternTooCostly(#"^(a+)+(b*)\2c$"#)) {
            try schema.validate(json("\"\(text)\""))
        }
    }

    @Test func `pattern of excessive size does not compile`() {
        for pattern in ["(a{1000}){1000}", "((((){999}){999}){999}){999}"] {
            #expect(
                throws: SchemaError.badPattern(
                    Text(pattern), .tooLarge(limit: SchemaLimits.patternInstructions),
                    at: JSONPointer())
            ) { try compiled(#"{"pattern": "\#(pattern)"}"#) }
        }
        let deep = String(repeating: "(", count: 300) + String(repeating: ")", count: 300)
        #expect(throws: PatternError.tooDeep(limit: SchemaLimits.patternDepth)) {
            try Pattern(Text(deep))
        }
    }
}
