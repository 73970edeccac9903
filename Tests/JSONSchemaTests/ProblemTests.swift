import JSONSchema
import JSONText
import Testing

@Suite struct `Problems of an instance` {
    @Test func `name the keyword, the value and the place in the schema`() throws {
        let schema = """
            {"$id": "https://example.org/person", "properties": {"a/b": {"$ref": "#/$defs/name"}},
             "$defs": {"name": {"type": "string", "minLength": 2}}}
            """
        let found = try problems(schema, #"{"a/b": 1}"#)
        let only = try #require(found.first)
        #expect(found.count == 1)
        #expect(only.keyword == .type)
        #expect(only.reason == .type(expected: [.string], found: .number))
        #expect(only.instance == JSONPointer(["a/b"]))
        #expect(only.schema.description == "/$defs/name/type")
        #expect(only.location == "https://example.org/person#/$defs/name/type")
        #expect(only.description == "/a~1b must be string, and is number")
    }

    @Test func `are all told, in the order of the instance`() throws {
        let schema = """
            {"required": ["x", "y"], "properties": {"n": {"maximum": 10, "multipleOf": 3}},
             "additionalProperties": false}
            """
        let found = try problems(schema, #"{"z": 1, "n": 11}"#)
        #expect(
            found.map(\.reason) == [
                .memberNotAllowed("z"), .notMultiple(of: "3"),
                .aboveMaximum("10", isExclusive: false), .missing("x"), .missing("y"),
            ])
        #expect(found.map(\.instance.description) == ["/z", "/n", "/n", "", ""])
        #expect(
            found.map(\.keyword) == [
                .additionalProperties, .multipleOf, .maximum, .required, .required,
            ])
    }

    @Test func `of a member's name point to the member`() throws {
        let schema = #"{"properties": {"o": {"propertyNames": {"maxLength": 2}}}}"#
        let found = try problems(schema, #"{"o": {"long": {"x": [1]}, "ok": 1}}"#)
        #expect(found.map(\.instance.description) == ["/o/long"])
        #expect(found.map(\.reason) == [.tooLong(limit: 2)])
    }

    @Test func `of alternatives say what is wrong by the nearest one`() throws {
        let schema = """
            {"oneOf": [{"type": "array"}, {"type": "object", "required": ["id"]},
                       {"type": "object", "required": ["id", "name", "more"]}]}
            """
        let found = try problems(schema, "{}")
        #expect(found.map(\.reason) == [.noAlternative])
        #expect(found.first?.causes.map(\.reason) == [.missing("id")])
        #expect(found.first?.causes.first?.schema.description == "/oneOf/1/required")
    }

    @Test func `tell which alternatives fit where only one may`() throws {
        let schema = #"{"oneOf": [{"type": "string"}, {"minimum": 1}, {"multipleOf": 2}]}"#
        #expect(try problems(schema, "4").map(\.reason) == [.severalAlternatives([1, 2])])
    }

    @Test func `point below the value that was given, not below its document`() throws {
        let record = try json(#"{"subject": {"age": "x"}}"#)
        let schema = try compiled(#"{"properties": {"age": {"type": "integer"}}}"#)
        let found = try schema.validate(#require(record["subject"]))
        #expect(found.map(\.instance.description) == ["/age"])
        #expect(found.first?.description == "/age must be integer, and is string")
    }

    @Test func `in a schema inside a document count from the schema`() throws {
        let holder = try json(#"{"schemas": {"one": {"items": {"minimum": 3}}}}"#)
        let inner = try #require(holder["schemas"]?["one"])
        let found = try Schema(compiling: inner).validate(json("[5, 1]"))
        #expect(found.map(\.schema.description) == ["/items/minimum"])
        #expect(found.map(\.instance.description) == ["/1"])
    }

    @Test func `are told up to a limit`() throws {
        let many = "[" + Array(repeating: "1", count: 1_000).joined(separator: ",") + "]"
        let found = try problems(#"{"items": {"type": "string"}}"#, many)
        #expect(found.count == SchemaLimits.problems)
    }

    @Test func `say nothing more where a schema is false`() throws {
        #expect(try problems("false", "1").map(\.reason) == [.neverAllowed])
        let found = try problems(#"{"properties": {"a": false}}"#, #"{"a": 1}"#)
        #expect(found.map(\.reason) == [.memberNotAllowed("a")])
        #expect(found.map(\.keyword) == [.properties])
    }

    @Test(arguments: [
        (#"{"const": {"a": 1}}"#, "2", "the document must be {\"a\": 1}"),
        (#"{"enum": ["a", "b"]}"#, "2", "the document must be one of a, b"),
        (#"{"format": "date"}"#, #""x""#, "the document must be written as date"),
        (
            #"{"uniqueItems": true}"#, "[1, 2, 1.0]",
            "the document must not say the same twice, and items 0 and 2 are equal"
        ),
        (
            #"{"contains": {"type": "null"}}"#, "[1]",
            "the document must have at least 1 items of the required kind, and has 0"
        ),
        (
            #"{"dependentRequired": {"a": ["b"]}}"#, #"{"a": 1}"#,
            "the document must have the member \"b\" because it has \"a\""
        ),
        (#"{"exclusiveMinimum": 0.50}"#, "0.5", "the document must be greater than 0.5"),
        (#"{"not": {}}"#, "0.5", "the document must not be like this"),
    ])
    func `are plain sentences`(schema: String, instance: String, sentence: String) throws {
        let found = try compiled(schema, assertsFormat: true).validate(json(instance))
        #expect(found.map(\.description) == [sentence])
    }
}
