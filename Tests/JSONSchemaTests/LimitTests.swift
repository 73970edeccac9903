import JSONText
import Testing

@testable import JSONSchema

/// At each bound it works, one past it the error names the limit.
@Suite struct `A limit on schemas` {
    private static func list(_ count: Int, _ element: (Int) -> String) -> String {
        (0..<count).map(element).joined(separator: ",")
    }

    @Test func `holds for subschemas`() throws {
        func compile(_ count: Int) throws {
            let empty = Array(repeating: "{}", count: count - 1).joined(separator: ",")
            _ = try compiled(#"{"allOf":[\#(empty)]}"#)
        }
        try compile(SchemaLimits.subschemas)
        #expect(throws: SchemaError.tooManySubschemas(limit: SchemaLimits.subschemas)) {
            try compile(SchemaLimits.subschemas + 1)
        }
    }

    @Test func `holds for documents`() throws {
        func compile(_ count: Int) throws {
            var documents = Documents(texts: [:])
            for number in 1..<count { documents.texts[Text("urn:d:\(number)")] = "{}" }
            let references = Self.list(count - 1) { #"{"$ref":"urn:d:\#($0 + 1)"}"# }
            _ = try compiled(#"{"allOf":[\#(references)]}"#, loader: documents)
        }
        try compile(SchemaLimits.documents)
        #expect(throws: SchemaError.tooManyDocuments(limit: SchemaLimits.documents)) {
            try compile(SchemaLimits.documents + 1)
        }
    }

    @Test func `holds for meta-schemas of meta-schemas`() throws {
        func compile(_ count: Int) throws {
            var documents = Documents(texts: [:])
            for number in 1...count {
                let next =
                    number < count
                    ? "urn:m:\(number + 1)" : "https://json-schema.org/draft/2020-12/schema"
                documents.texts[Text("urn:m:\(number)")] = #"{"$schema":"\#(next)"}"#
            }
            _ = try compiled(#"{"$schema":"urn:m:1"}"#, loader: documents)
        }
        try compile(SchemaLimits.metaSchemaDepth)
        let limit = SchemaLimits.metaSchemaDepth
        #expect(throws: SchemaError.metaSchemasTooDeep(limit: limit)) { try compile(limit + 1) }
        #expect("\(SchemaError.metaSchemasTooDeep(limit: limit))".contains("more than \(limit) "))
    }

    @Test func `holds for subschemas applied inside each other`() throws {
        /// So many subschemas, each applied inside the one before.
        func validate(_ count: Int) throws -> Bool {
            let definitions = Self.list(count) {
                $0 == count - 1
                    ? #""d\#($0)":{"minimum":0}"#
                    : ##""d\##($0)":{"$ref":"#/$defs/d\##($0 + 1)","minimum":0}"##
            }
            let schema = try compiled(
                ##"{"$ref":"#/$defs/d1","minimum":0,"$defs":{\##(definitions)}}"##)
            return try schema.validate(json("1")).isEmpty
        }
        #expect(try validate(SchemaLimits.depth))
        #expect(throws: SchemaLimitError.tooDeep(limit: SchemaLimits.depth)) {
            try validate(SchemaLimits.depth + 1)
        }
    }

    @Test func `holds for problems that are told as the cause of another`() throws {
        func told(_ count: Int) throws -> Int? {
            let items = Array(repeating: "1", count: count).joined(separator: ",")
            return try problems(#"{"anyOf":[{"items":{"type":"string"}}]}"#, "[\(items)]")
                .first?.causes.count
        }
        #expect(try told(SchemaLimits.causes - 1) == SchemaLimits.causes - 1)
        #expect(try told(SchemaLimits.causes) == SchemaLimits.causes)
        #expect(try told(SchemaLimits.causes + 1) == SchemaLimits.causes)
    }

    @Test func `holds for values that are told as those that would fit`() throws {
        func told(_ count: Int) throws -> Int? {
            let reason = try problems(#"{"enum":[\#(Self.list(count) { "\($0)" })]}"#, "null")
                .first?.reason
            guard case .notAmong(let values) = reason else { return nil }
            return values.count
        }
        #expect(try told(SchemaLimits.causes) == SchemaLimits.causes)
        #expect(try told(SchemaLimits.causes + 1) == SchemaLimits.causes)
    }

    @Test func `holds for problems that are told`() throws {
        func told(_ count: Int) throws -> Int {
            let items = Array(repeating: "1", count: count).joined(separator: ",")
            return try problems(#"{"items":{"type":"string"}}"#, "[\(items)]").count
        }
        #expect(try told(SchemaLimits.problems) == SchemaLimits.problems)
        #expect(try told(SchemaLimits.problems + 1) == SchemaLimits.problems)
    }

    /// An effort is spent to its last step and not beyond.
    @Test func `holds for steps, with more for each value`() throws {
        let schema = try compiled(#"{"items":{"type":"integer"}}"#)
        let value = try json("[1,2,3]")
        var evaluator = Evaluator(schema.program, value)
        let allowance = SchemaLimits.steps + 4 * SchemaLimits.stepsPerValue
        try evaluator.spend(allowance)
        #expect(throws: SchemaLimitError.tooCostly(steps: allowance)) { try evaluator.spend() }
    }

    @Test func `holds for instructions of a pattern`() throws {
        // The last instruction, which accepts, is beyond what is counted.
        let most = String(repeating: "a", count: SchemaLimits.patternInstructions)
        _ = try Pattern(Text(most))
        #expect(throws: PatternError.tooLarge(limit: SchemaLimits.patternInstructions)) {
            try Pattern(Text(most + "a"))
        }
    }

    @Test func `holds for groups of a pattern`() throws {
        func pattern(_ depth: Int) throws {
            _ = try Pattern(
                Text(
                    String(repeating: "(", count: depth) + "a"
                        + String(repeating: ")", count: depth)))
        }
        try pattern(SchemaLimits.patternDepth)
        #expect(throws: PatternError.tooDeep(limit: SchemaLimits.patternDepth)) {
            try pattern(SchemaLimits.patternDepth + 1)
        }
    }

    /// Instructions times places, these by whole words of marks.
    @Test func `holds for states that one match may mark`() throws {
        let pattern = try Pattern("(a|a)*(a|a)*b{16000}")
        let words = SchemaLimits.patternStates / 64 / pattern.instructions.count
        let most = words * 64 - 1
        func matches(_ count: Int) -> Bool? {
            pattern.matches(String(repeating: "a", count: count), effort: .max)
        }
        #expect((words + 1) * pattern.instructions.count * 64 > SchemaLimits.patternStates)
        #expect(matches(most) == false)
        #expect(matches(most + 1) == nil)
        let error = SchemaLimitError.patternTooCostly(pattern.text)
        #expect("\(error)".contains("\(SchemaLimits.patternStates) states"))
    }

    /// A pattern may take the steps that are left, and no more.
    @Test func `holds for steps of a pattern`() throws {
        for text in ["^a+b", "^(a+)\\1b"] {
            let pattern = try Pattern(Text(text))
            var subject = String(repeating: "a", count: 100)
            var left = SchemaLimits.steps
            #expect(subject.withUTF8 { unsafe pattern.matches($0, effort: &left) } == false)
            let taken = SchemaLimits.steps - left
            #expect(taken > 100)
            #expect(pattern.matches(subject, effort: taken) == false)
            #expect(pattern.matches(subject, effort: taken - 1) == nil)
        }
    }

    @Test func `holds for schemas that are kept`() throws {
        let cache = SchemaCache()
        let document = try JSONDocument(
            parsing: Array("[\(Self.list(SchemaLimits.cachedSchemas + 1) { _ in "{}" })]".utf8))
        let values = Array(document.root.elements)
        for value in values.dropLast() { _ = try cache.schema(value) }
        #expect(cache.count == SchemaLimits.cachedSchemas)
        _ = try cache.schema(values[0])
        #expect(cache.count == SchemaLimits.cachedSchemas)
        _ = try cache.schema(values[SchemaLimits.cachedSchemas])
        #expect(cache.count == 1)
    }
}
