import JSONText

/// Makes a program of the schemas in a catalog, one subschema after the other.
struct Compiler {
    var catalog: Catalog
    var parts = ProgramParts()
    let assertsFormat: Bool
    private var known: [Place: Int32] = [:]
    private var waiting: [Int32] = []
    /// Where draft 4 allows true and false beside schemas.
    var booleans: Set<Place> = []
    var patternNumbers: [Text: Int32] = [:]
    private var dynamicNumbers: [Text: Int32] = [:]
    private var dynamicResources = 0

    init(catalog: Catalog, assertsFormat: Bool) {
        self.catalog = catalog
        self.assertsFormat = assertsFormat
    }

    static func compile(
        _ value: JSONValue, base: Text, dialect: SchemaDialect, assertsFormat: Bool,
        loader: any SchemaLoader
    ) throws(SchemaError) -> Program {
        var catalog = Catalog(loader: loader, defaultDialect: dialect)
        let resource = try catalog.add(value, uri: base)
        var compiler = Compiler(catalog: catalog, assertsFormat: assertsFormat)
        let root = try compiler.node(compiler.catalog.resources[resource].root, in: resource)
        try compiler.compileWaiting()
        compiler.shortenReferences()
        return Program(compiler.parts, catalog: compiler.catalog, root: root)
    }

    /// The number of the node for a subschema; it is compiled later where it is new.
    mutating func node(_ place: Place, in resource: Int) throws(SchemaError) -> Int32 {
        if let number = known[place] { return number }
        guard parts.nodes.count < SchemaLimits.subschemas else {
            throw .tooManySubschemas(limit: SchemaLimits.subschemas)
        }
        let owner = try catalog.claim(place, within: resource)
        let number = Int32(clamping: parts.nodes.count)
        parts.nodes.append(Node(resource: Int32(clamping: owner)))
        parts.places.append(place)
        known[place] = number
        waiting.append(number)
        return number
    }

    private mutating func compileWaiting() throws(SchemaError) {
        while true {
            while let number = waiting.popLast() { try compile(number) }
            // A dynamic reference may lead to any dynamic anchor of a resource in its scope.
            guard !dynamicNumbers.isEmpty else { return }
            guard dynamicResources < catalog.resources.count else { return }
            try compileDynamicAnchors()
        }
    }

    private mutating func compileDynamicAnchors() throws(SchemaError) {
        while dynamicResources < catalog.resources.count {
            let resource = catalog.resources[dynamicResources]
            for (name, index) in resource.dynamicAnchors {
                let place = Place(document: resource.root.document, index: index)
                let key = Program.DynamicKey(
                    resource: Int32(clamping: dynamicResources), name: dynamicNumber(name))
                parts.dynamicTargets[key] = try node(place, in: dynamicResources)
            }
            dynamicResources += 1
        }
    }

    mutating func dynamicNumber(_ name: Text) -> Int32 {
        if let number = dynamicNumbers[name] { return number }
        let number = Int32(clamping: parts.dynamicNames.count)
        parts.dynamicNames.append(name)
        dynamicNumbers[name] = number
        return number
    }

    // MARK: - One subschema

    private mutating func compile(_ number: Int32) throws(SchemaError) {
        let node = parts.nodes[Int(number)]
        let place = parts.places[Int(number)]
        let schema = catalog.value(place)
        let dialect = catalog.resources[Int(node.resource)].dialect
        let first = Int32(clamping: parts.instructions.count)
        switch schema.kind {
        case .bool where dialect.edition > .draft4 || booleans.contains(place):
            parts.nodes[Int(number)].form = schema.bool == true ? .always : .never
        case .object:
            var compilation = Subschema(
                schema: schema, place: place, resource: Int(node.resource), dialect: dialect)
            try compile(&compilation)
            parts.nodes[Int(number)].isTracking = compilation.isTracking
            parts.nodes[Int(number)].kinds = compilation.kinds
            parts.nodes[Int(number)].containsMarks = dialect.edition == .draft2020_12
        case .null, .bool, .number, .string, .array:
            throw .notASchema(at: catalog.pointer(place))
        }
        let end = Int32(clamping: parts.instructions.count)
        parts.nodes[Int(number)].first = first
        parts.nodes[Int(number)].end = end
        if schema.isObject, first == end { parts.nodes[Int(number)].form = .always }
    }

    /// A node that is nothing but a reference is left out, unless the way by which a schema was
    /// reached matters.
    private mutating func shortenReferences() {
        guard dynamicNumbers.isEmpty else { return }
        func target(_ start: Int32) -> Int32 {
            var number = start
            for _ in 0..<16 {
                guard number >= 0 else { break }
                let node = parts.nodes[Int(number)]
                guard node.form == .steps, node.end == node.first + 1, !node.isTracking,
                    parts.instructions[Int(node.first)].operation == .reference
                else { break }
                number = parts.instructions[Int(node.first)].a
            }
            return number
        }
        for index in parts.children.indices {
            parts.children[index] = target(parts.children[index])
        }
        for index in parts.patternPairs.indices {
            parts.patternPairs[index].node = target(parts.patternPairs[index].node)
        }
        for index in parts.rules.indices {
            parts.rules[index].additional = target(parts.rules[index].additional)
        }
        parts.names.redirect(target)
    }
}

/// A subschema while its keywords are gone through.
struct Subschema {
    let schema: JSONValue
    let place: Place
    let resource: Int
    let dialect: Dialect
    var keywords: [SchemaKeyword: JSONValue] = [:]
    var isTracking = false
    var kinds = Kinds.every

    init(schema: JSONValue, place: Place, resource: Int, dialect: Dialect) {
        self.schema = schema
        self.place = place
        self.resource = resource
        self.dialect = dialect
        for member in schema.members {
            guard let keyword = SchemaKeyword(name: Text(member.name)),
                keyword.isKnown(in: dialect)
            else { continue }
            keywords[keyword] = member.value
        }
        if dialect.edition <= .draft7, let reference = keywords[.ref] {
            keywords = [.ref: reference]
        }
    }

    subscript(keyword: SchemaKeyword) -> JSONValue? { keywords[keyword] }
}
