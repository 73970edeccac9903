import JSONSchema
import JSONText
import Testing

@Suite struct `A schema` {
    @Test(arguments: [
        ("http://json-schema.org/draft-04/schema#", SchemaDialect.draft4),
        ("https://json-schema.org/draft-04/schema", .draft4),
        ("http://json-schema.org/draft-07/schema", .draft7),
        ("https://json-schema.org/draft-07/schema#", .draft7),
        ("https://json-schema.org/draft/2019-09/schema#", .draft2019_09),
        ("http://json-schema.org/draft/2020-12/schema#", .draft2020_12),
    ])
    func `is read in the dialect that it names in any spelling`(
        name: String, dialect: SchemaDialect
    ) throws {
        #expect(SchemaDialect(name: Text(name)) == dialect)
        // Only draft 4 lets a number modify the other one, only 2020-12 has prefixItems.
        let schema = try compiled(
            #"{"$schema": "\#(name)", "prefixItems": [{"type": "string"}]}"#)
        #expect(try schema.isValid(json("[1]")) == (dialect != .draft2020_12))
    }

    @Test func `of an unknown dialect does not compile`() {
        #expect(throws: SchemaError.unknownDialect("https://example.org/mine")) {
            try compiled(#"{"$schema": "https://example.org/mine"}"#)
        }
    }

    @Test func `whose vocabulary is required and unknown does not compile`() {
        let meta = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema",
             "$vocabulary": {"https://example.org/vocab": true}}
            """
        let loader = Documents(texts: ["https://example.org/meta": meta])
        #expect(throws: SchemaError.unknownVocabulary("https://example.org/vocab")) {
            try compiled(#"{"$schema": "https://example.org/meta"}"#, loader: loader)
        }
    }

    @Test func `that refers to a document that cannot be had does not compile`() {
        #expect(
            throws: SchemaError.unavailable(
                url: "https://example.org/other", at: JSONPointer(["items"]))
        ) {
            try compiled(
                #"{"items": {"$ref": "other#/a"}}"#, base: "https://example.org/schema")
        }
    }

    @Test(arguments: ["#/$defs/none", "#none", "#/minimum", "#/%zz"])
    func `that refers to nothing does not compile`(reference: Text) {
        #expect(throws: SchemaError.unresolved(reference: reference, at: JSONPointer())) {
            try compiled(#"{"minimum": 1, "$ref": "\#(reference)"}"#)
        }
    }

    @Test(arguments: [
        (#"{"type": "text"}"#, SchemaKeyword.type), (#"{"minimum": "1"}"#, .minimum),
        (#"{"minLength": -1}"#, .minLength), (#"{"minLength": 1.5}"#, .minLength),
        (#"{"required": "a"}"#, .required), (#"{"allOf": []}"#, .allOf),
        (#"{"properties": []}"#, .properties), (#"{"multipleOf": 0}"#, .multipleOf),
        (#"{"pattern": 1}"#, .pattern), (#"{"$ref": 1}"#, .ref),
        (#"{"enum": 1}"#, .enum), (#"{"uniqueItems": 1}"#, .uniqueItems),
    ])
    func `with a keyword of the wrong form does not compile`(
        schema: String, keyword: SchemaKeyword
    ) {
        #expect(throws: SchemaError.malformed(keyword: keyword, at: JSONPointer(["not"]))) {
            try compiled(#"{"not": \#(schema)}"#)
        }
    }

    @Test func `must be an object, or true or false`() {
        #expect(throws: SchemaError.notASchema(at: JSONPointer(["items"]))) {
            try compiled(#"{"items": 1}"#)
        }
        #expect(throws: SchemaError.notASchema(at: JSONPointer(["items"]))) {
            try compiled(#"{"items": true}"#, dialect: .draft4)
        }
    }

    @Test func `brings in the documents that it refers to`() throws {
        let loader = Documents(texts: [
            "https://example.org/a": #"{"$ref": "b#/$defs/count"}"#,
            "https://example.org/b": #"{"$defs": {"count": {"type": "integer"}}}"#,
        ])
        let schema = try compiled(#"{"$ref": "https://example.org/a"}"#, loader: loader)
        #expect(try schema.isValid(json("1")))
        let found = try schema.validate(json("1.5"))
        #expect(found.map(\.location) == ["https://example.org/b#/$defs/count/type"])
        #expect(found.map(\.schema.description) == ["/$defs/count/type"])
    }

    @Test func `may be judged by the meta-schemas without asking anyone`() throws {
        for dialect in SchemaDialect.allCases {
            let meta = try compiled(#"{"$ref": "\#(dialect.name)"}"#, dialect: dialect)
            #expect(try meta.isValid(json(#"{"properties": {"a": {"type": "string"}}}"#)))
            #expect(try !meta.isValid(json(#"{"properties": {"a": {"type": "text"}}}"#)))
            #expect(try !meta.isValid(json(#"{"allOf": [{"minLength": -1}]}"#)))
            #expect(try !meta.isValid(json("7")))
        }
    }

    @Test func `compares names and values by their code units`() throws {
        let composed = try compiled(
            #"{"properties": {"é": false}, "enum": [{"é": 1}, {"e\u0301": 1}]}"#)
        #expect(try !composed.isValid(json(#"{"\u00e9": 1}"#)))
        #expect(try composed.isValid(json(#"{"e\u0301": 1}"#)))
    }

    @Test func `is compiled once by a cache`() throws {
        let texts: [Text: String] = ["https://example.org/a": #"{"type": "null"}"#]
        let cache = SchemaCache(loader: Documents(texts: texts), capacity: 2)
        let value = try json(#"{"type": "string"}"#)
        #expect(try cache.schema(value).isValid(json(#""x""#)))
        #expect(try cache.schema(value).isValid(json(#""y""#)))
        #expect(cache.count == 1)
        #expect(try cache.schema(value, dialect: .draft4).isValid(json(#""x""#)))
        #expect(cache.count == 2)
        #expect(try cache.schema(at: "https://example.org/a").isValid(json("null")))
        #expect(cache.count == 1)
        #expect(throws: SchemaError.unavailable(url: "https://x.y/", at: JSONPointer())) {
            try cache.schema(at: "https://x.y/")
        }
    }
}
