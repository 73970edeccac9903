import JSONText

/// A bit for each kind of value, as ``Instruction/kinds`` has them.
enum Kinds {
    static let every: UInt8 = 0b11_1111
    static let number: UInt8 = 1 << JSONValue.Kind.number.rawValue
    static let string: UInt8 = 1 << JSONValue.Kind.string.rawValue
    static let array: UInt8 = 1 << JSONValue.Kind.array.rawValue
    static let object: UInt8 = 1 << JSONValue.Kind.object.rawValue
    /// Beside the kinds: a number must have no fraction.
    static let integer: UInt8 = 1 << 6
}

extension Compiler {
    /// Cheap questions stand before expensive ones, and what looks at the answers of the
    /// others stands last.
    mutating func compile(_ schema: inout Subschema) throws(SchemaError) {
        try compileTypes(&schema)
        try compileValues(schema)
        try compileNumbers(schema)
        try compileCounts(schema)
        try compileStrings(schema)
        try compileMembers(schema)
        try compileElements(schema)
        try compileReferences(schema)
        try compileCombinations(schema)
        try compileDependencies(schema)
        try compileUnevaluated(&schema)
    }

    mutating func emit(
        _ operation: Operation, _ keyword: SchemaKeyword, _ kinds: UInt8, a: Int32 = 0,
        b: Int32 = 0, c: Int32 = -1
    ) {
        parts.instructions.append(
            Instruction(operation: operation, keyword: keyword, kinds: kinds, a: a, b: b, c: c))
    }

    func malformed(_ keyword: SchemaKeyword, _ schema: Subschema) -> SchemaError {
        .malformed(keyword: keyword, at: catalog.pointer(schema.place))
    }

    /// The node of a value that stands below a schema.
    mutating func child(
        _ value: JSONValue, of schema: Subschema
    ) throws(SchemaError) -> Int32 {
        try node(
            Place(document: schema.place.document, index: value.index),
            in: schema.resource)
    }

    mutating func children(
        _ values: some Sequence<JSONValue>, of schema: Subschema
    ) throws(SchemaError) -> (first: Int32, count: Int32) {
        var nodes: [Int32] = []
        for value in values { nodes.append(try child(value, of: schema)) }
        let first = Int32(clamping: parts.children.count)
        parts.children.append(contentsOf: nodes)
        return (first, Int32(clamping: nodes.count))
    }

    // MARK: - Any instance

    private mutating func compileTypes(_ schema: inout Subschema) throws(SchemaError) {
        guard let value = schema[.type] else { return }
        let names = value.isArray ? Array(value.elements) : [value]
        var kinds: UInt8 = 0
        for name in names {
            guard let kind = name.text.flatMap(SchemaType.init(name:)) else {
                throw malformed(.type, schema)
            }
            kinds |= kind.bits
        }
        // "number" beside "integer" takes every number.
        let hasInteger = kinds & Kinds.integer != 0 && kinds & Kinds.number == 0
        if hasInteger { kinds |= Kinds.number } else { kinds &= ~Kinds.integer }
        let wanted = Int32(kinds)
        schema.kinds = kinds & Kinds.every
        if hasInteger, schema.dialect.edition == .draft4 {
            emit(.exactType, .type, Kinds.every, a: wanted)
        } else {
            // Kinds that fit need no step, apart from numbers that must be integers.
            let asked = hasInteger ? ~kinds | Kinds.number : ~kinds
            emit(.type, .type, asked & Kinds.every, a: wanted)
        }
    }

    private mutating func compileValues(_ schema: Subschema) throws(SchemaError) {
        if let list = schema[.enum] {
            guard list.isArray else { throw malformed(.enum, schema) }
            try compileValues(Array(list.elements), .enum)
        }
        if let value = schema[.const] { try compileValues([value], .const) }
    }

    private mutating func compileValues(
        _ values: [JSONValue], _ keyword: SchemaKeyword
    ) throws(SchemaError) {
        if !values.isEmpty, values.allSatisfy(\.isString) {
            var seen: Set<Text> = []
            let entries = values.compactMap(\.text).filter { seen.insert($0).inserted }
                .map { NameStore.Entry(name: Array($0.string.utf8)) }
            parts.tables.append(parts.names.add(entries))
            let table = Int32(clamping: parts.tables.count - 1)
            emit(.strings, keyword, Kinds.every, a: table, b: Int32(clamping: values.count))
            return
        }
        let first = Int32(clamping: parts.values.count)
        parts.values.append(contentsOf: values)
        emit(.values, keyword, Kinds.every, a: first, b: Int32(clamping: values.count))
    }

    // MARK: - Numbers

    private mutating func compileNumbers(_ schema: Subschema) throws(SchemaError) {
        if let value = schema[.multipleOf] {
            let divisor = try limit(value, .multipleOf, schema)
            guard !parts.limits[Int(divisor)].isNegative, !parts.limits[Int(divisor)].isZero
            else { throw malformed(.multipleOf, schema) }
            emit(.multipleOf, .multipleOf, Kinds.number, a: divisor)
        }
        try compileBound(schema, .maximum, .maximum, .exclusiveMaximum, .exclusiveMaximum)
        try compileBound(schema, .minimum, .minimum, .exclusiveMinimum, .exclusiveMinimum)
    }

    /// In draft 4 the exclusive keyword is a boolean that changes the other one.
    private mutating func compileBound(
        _ schema: Subschema, _ keyword: SchemaKeyword, _ operation: Operation,
        _ exclusiveKeyword: SchemaKeyword, _ exclusive: Operation
    ) throws(SchemaError) {
        let isModifier = schema.dialect.edition == .draft4
        if isModifier, let value = schema[exclusiveKeyword], value.kind != .bool {
            throw malformed(exclusiveKeyword, schema)
        }
        let isExclusive = isModifier && schema[exclusiveKeyword]?.bool == true
        if let value = schema[keyword] {
            let number = try limit(value, keyword, schema)
            emit(
                isExclusive ? exclusive : operation, isExclusive ? exclusiveKeyword : keyword,
                Kinds.number, a: number)
        }
        if !isModifier, let value = schema[exclusiveKeyword] {
            let number = try limit(value, exclusiveKeyword, schema)
            emit(exclusive, exclusiveKeyword, Kinds.number, a: number)
        }
    }

    private mutating func limit(
        _ value: JSONValue, _ keyword: SchemaKeyword, _ schema: Subschema
    ) throws(SchemaError) -> Int32 {
        guard value.kind == .number else { throw malformed(keyword, schema) }
        unsafe parts.limits.append(Decimal(value.content))
        return Int32(clamping: parts.limits.count - 1)
    }

    // MARK: - Counts

    private mutating func compileCounts(_ schema: Subschema) throws(SchemaError) {
        let counts: [(SchemaKeyword, Operation, UInt8)] = [
            (.maxItems, .maxItems, Kinds.array), (.minItems, .minItems, Kinds.array),
            (.maxProperties, .maxProperties, Kinds.object),
            (.minProperties, .minProperties, Kinds.object),
            (.maxLength, .maxLength, Kinds.string), (.minLength, .minLength, Kinds.string),
        ]
        for (keyword, operation, kinds) in counts {
            guard let count = try count(keyword, schema) else { continue }
            emit(operation, keyword, kinds, a: count)
        }
        if let value = schema[.uniqueItems] {
            guard let isWanted = value.bool else { throw malformed(.uniqueItems, schema) }
            if isWanted { emit(.uniqueItems, .uniqueItems, Kinds.array) }
        }
    }

    /// A count; one that no instance reaches is kept as the largest number.
    func count(_ keyword: SchemaKeyword, _ schema: Subschema) throws(SchemaError) -> Int32? {
        guard let value = schema[keyword] else { return nil }
        guard value.kind == .number else { throw malformed(keyword, schema) }
        let number = unsafe Decimal(value.content)
        guard number.isInteger, !number.isNegative else { throw malformed(keyword, schema) }
        return number.integer.map { Int32(clamping: $0) } ?? .max
    }

    // MARK: - Strings

    private mutating func compileStrings(_ schema: Subschema) throws(SchemaError) {
        if let value = schema[.pattern] {
            guard let text = value.text else { throw malformed(.pattern, schema) }
            emit(.pattern, .pattern, Kinds.string, a: try pattern(text, schema))
        }
        if let value = schema[.format] {
            guard let name = value.text else { throw malformed(.format, schema) }
            let isAsserted =
                assertsFormat || schema.dialect.vocabularies.contains(.formatAssertion)
            if isAsserted, let format = SchemaFormat(name: name) {
                parts.formats.append(format)
                let number = Int32(clamping: parts.formats.count - 1)
                emit(.format, .format, Kinds.string, a: number)
            }
        }
    }

    mutating func pattern(_ text: Text, _ schema: Subschema) throws(SchemaError) -> Int32 {
        if let known = patternNumbers[text] { return known }
        do throws(PatternError) {
            parts.patterns.append(try Pattern(text))
        } catch {
            throw .badPattern(text, error, at: catalog.pointer(schema.place))
        }
        let number = Int32(clamping: parts.patterns.count - 1)
        patternNumbers[text] = number
        return number
    }
}
