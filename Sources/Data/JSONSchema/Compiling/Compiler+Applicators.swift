import JSONText

extension Compiler {
    // MARK: - Objects

    mutating func compileMembers(_ schema: Subschema) throws(SchemaError) {
        var entries: [NameStore.Entry] = []
        var positions: [Text: Int] = [:]
        if let value = schema[.properties] {
            guard value.isObject else { throw malformed(.properties, schema) }
            for member in value.members {
                let name = member.name
                positions[Text(name)] = entries.count
                entries.append(
                    .init(name: Array(name.utf8), node: try child(member.value, of: schema)))
            }
        }
        var rule = MemberRule(names: NameTable())
        if schema[.required] != nil {
            for name in try names(.required, schema) {
                if let known = positions[name] {
                    entries[known].isRequired = true
                } else {
                    positions[name] = entries.count
                    entries.append(.init(name: Array(name.string.utf8), isRequired: true))
                }
            }
            rule.required = Int32(clamping: entries.lazy.filter(\.isRequired).count)
        }
        try compilePatternProperties(schema, &rule)
        if let value = schema[.additionalProperties] {
            rule.additional = try additional(value, of: schema)
        }
        let isEmpty = entries.isEmpty && rule.firstPattern == rule.endPattern
        if !isEmpty || rule.additional >= 0 {
            rule.names = parts.names.add(entries)
            parts.rules.append(rule)
            let number = Int32(clamping: parts.rules.count - 1)
            emit(.members, .properties, Kinds.object, a: number)
        }
        if let value = schema[.propertyNames] {
            let names = try child(value, of: schema)
            emit(.propertyNames, .propertyNames, Kinds.object, a: names)
        }
    }

    /// `additionalProperties` and `additionalItems` could be true or false before all schemas
    /// could.
    private mutating func additional(
        _ value: JSONValue, of schema: Subschema
    ) throws(SchemaError) -> Int32 {
        booleans.insert(Place(document: schema.place.document, index: value.index))
        return try child(value, of: schema)
    }

    private mutating func compilePatternProperties(
        _ schema: Subschema, _ rule: inout MemberRule
    ) throws(SchemaError) {
        guard let value = schema[.patternProperties] else { return }
        guard value.isObject else { throw malformed(.patternProperties, schema) }
        var pairs: [Int32] = []
        for member in value.members {
            pairs.append(try pattern(Text(member.name), schema))
            pairs.append(try child(member.value, of: schema))
        }
        // Pairs: the number of the pattern as it is, then the node.
        rule.firstPattern = Int32(clamping: parts.patternPairs.count)
        for index in stride(from: 0, to: pairs.count, by: 2) {
            parts.patternPairs.append(.init(pattern: pairs[index], node: pairs[index + 1]))
        }
        rule.endPattern = Int32(clamping: parts.patternPairs.count)
    }

    private func names(
        _ keyword: SchemaKeyword, _ schema: Subschema
    ) throws(SchemaError) -> [Text] {
        guard let value = schema[keyword], let names = Self.names(value) else {
            throw malformed(keyword, schema)
        }
        return names
    }

    private static func names(_ value: JSONValue) -> [Text]? {
        guard value.isArray else { return nil }
        let names = value.elements.compactMap(\.text)
        return names.count == value.count ? names : nil
    }

    mutating func compileDependencies(_ schema: Subschema) throws(SchemaError) {
        for keyword in [SchemaKeyword.dependencies, .dependentRequired, .dependentSchemas] {
            guard let value = schema[keyword] else { continue }
            guard value.isObject else { throw malformed(keyword, schema) }
            for member in value.members {
                let trigger = [NameStore.Entry(name: Array(member.name.utf8), isRequired: true)]
                parts.tables.append(parts.names.add(trigger))
                let table = Int32(clamping: parts.tables.count - 1)
                let isList = keyword == .dependentRequired || member.value.isArray
                if isList, keyword != .dependentSchemas {
                    guard let names = Self.names(member.value) else {
                        throw malformed(keyword, schema)
                    }
                    let entries = Set(names).map {
                        NameStore.Entry(name: Array($0.string.utf8), isRequired: true)
                    }
                    parts.tables.append(parts.names.add(entries))
                    emit(.dependentRequired, keyword, Kinds.object, a: table, b: table + 1)
                } else {
                    let node = try child(member.value, of: schema)
                    emit(.dependentSchema, keyword, Kinds.object, a: table, b: node)
                }
            }
        }
    }

    // MARK: - Arrays

    mutating func compileElements(_ schema: Subschema) throws(SchemaError) {
        var prefix: JSONValue?
        var rest: (SchemaKeyword, JSONValue)?
        if schema.dialect.edition == .draft2020_12 {
            prefix = schema[.prefixItems]
            if let prefix, !prefix.isArray { throw malformed(.prefixItems, schema) }
            rest = schema[.items].map { (.items, $0) }
        } else if let items = schema[.items], items.isArray {
            prefix = items
            rest = schema[.additionalItems].map { (.additionalItems, $0) }
        } else {
            rest = schema[.items].map { (.items, $0) }
        }
        if prefix != nil || rest != nil {
            let (first, count) = try children(prefix.map { Array($0.elements) } ?? [], of: schema)
            // The rest stands behind the prefix.
            if let rest {
                let node =
                    rest.0 == .additionalItems
                    ? try additional(rest.1, of: schema) : try child(rest.1, of: schema)
                parts.children.append(node)
            }
            emit(
                .elements, rest?.0 ?? .items, Kinds.array, a: first, b: count,
                c: rest == nil ? 0 : 1)
        }
        try compileContains(schema)
    }

    private mutating func compileContains(_ schema: Subschema) throws(SchemaError) {
        guard let value = schema[.contains] else { return }
        let least = try count(.minContains, schema) ?? 1
        let most = try count(.maxContains, schema) ?? -1
        let (first, _) = try children([value], of: schema)
        emit(.contains, .contains, Kinds.array, a: first, b: least, c: most)
    }

    // MARK: - Combinations

    mutating func compileCombinations(_ schema: Subschema) throws(SchemaError) {
        let lists: [(SchemaKeyword, Operation)] = [
            (.allOf, .allOf), (.anyOf, .anyOf), (.oneOf, .oneOf),
        ]
        for (keyword, operation) in lists {
            guard let value = schema[keyword] else { continue }
            guard value.isArray, value.count > 0 else { throw malformed(keyword, schema) }
            let (first, count) = try children(value.elements, of: schema)
            emit(operation, keyword, Kinds.every, a: first, b: count)
        }
        if let value = schema[.not] {
            let (first, _) = try children([value], of: schema)
            emit(.not, .not, Kinds.every, a: first)
        }
        try compileCondition(schema)
    }

    private mutating func compileCondition(_ schema: Subschema) throws(SchemaError) {
        guard let condition = schema[.if] else { return }
        let (first, _) = try children([condition], of: schema)
        var branches: [Int32] = []
        for keyword in [SchemaKeyword.then, .else] {
            guard let value = schema[keyword] else { branches.append(-1); continue }
            branches.append(try child(value, of: schema))
        }
        parts.children.append(contentsOf: branches)
        emit(.condition, .if, Kinds.every, a: first)
    }

    // MARK: - References

    mutating func compileReferences(_ schema: Subschema) throws(SchemaError) {
        for keyword in [SchemaKeyword.ref, .dynamicRef, .recursiveRef] {
            guard let value = schema[keyword] else { continue }
            guard let reference = value.text else { throw malformed(keyword, schema) }
            let target = try catalog.resolve(
                reference, from: schema.resource, at: schema.place)
            let node = try node(target.place, in: target.resource)
            let dynamic = catalog.resources[target.resource].dynamicAnchors
            switch keyword {
            case .dynamicRef:
                guard let name = target.anchor, dynamic[name] == target.place.index else { break }
                let number = dynamicNumber(name)
                emit(.dynamicReference, keyword, Kinds.every, a: node, b: number)
                continue
            case .recursiveRef where dynamic[Catalog.recursive] == target.place.index:
                let number = dynamicNumber(Catalog.recursive)
                emit(.dynamicReference, keyword, Kinds.every, a: node, b: number)
                continue
            default: break
            }
            emit(.reference, keyword, Kinds.every, a: node)
        }
    }

    // MARK: - What nothing else has looked at

    mutating func compileUnevaluated(_ schema: inout Subschema) throws(SchemaError) {
        if let value = schema[.unevaluatedItems] {
            let (first, _) = try children([value], of: schema)
            emit(.unevaluatedItems, .unevaluatedItems, Kinds.array, a: first)
            schema.isTracking = true
        }
        if let value = schema[.unevaluatedProperties] {
            let (first, _) = try children([value], of: schema)
            emit(.unevaluatedProperties, .unevaluatedProperties, Kinds.object, a: first)
            schema.isTracking = true
        }
    }
}
