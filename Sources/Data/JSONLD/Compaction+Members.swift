import JSONText

extension Compaction {
    /// Step 12, for one member of a map.
    func compact(_ entry: ElementMap.Entry, in scope: Scope) throws(JSONLDError) {
        switch entry.key {
        case "@id":  // 12.1
            var id = entry.value
            if let text = id.text { id = .string(try iri(text, scope.active, vocab: false)) }
            scope.result[try iri("@id", scope.active)] = id
        case "@type": try compactTypes(entry.value, in: scope)
        case "@reverse": try compactReverse(entry.value, in: scope)
        case "@index" where container(of: scope.property, scope.active).contains(.index):
            break  // 12.5
        case "@direction", "@index", "@language", "@value":  // 12.6
            scope.result[try iri(entry.key, scope.active)] = entry.value
        default:
            try compactProperty(entry.key, entry.value.oneOrMore, in: scope)
        }
    }

    /// Step 12.2.
    private func compactTypes(_ value: Element, in scope: Scope) throws(JSONLDError) {
        var types: [Element] = []
        for type in value.oneOrMore.compactMap(\.text) {
            types.append(.string(try iri(type, scope.typeScoped)))
        }
        let alias = try iri("@type", scope.active)
        let isSet =
            options.processingMode == .v1_1 && container(of: alias, scope.active).contains(.set)
        let isOne: Bool = if case .array = value { types.count == 1 } else { true }
        let compacted: Element = isOne ? types.first ?? .array([]) : .array(types)
        scope.result.add(
            compacted, to: alias, asArray: isSet || !options.compactsArrays || types.isEmpty)
    }

    /// Step 12.3.
    private func compactReverse(_ value: Element, in scope: Scope) throws(JSONLDError) {
        guard case .map(let compacted) = try compact(value, of: "@reverse", scope.active) else {
            return
        }
        let rest = ElementMap()
        for entry in compacted.entries {
            let definition = scope.active.terms[entry.key]
            guard let definition, definition.isReverse else {
                rest[entry.key] = entry.value
                continue
            }
            scope.result.add(
                entry.value, to: entry.key,
                asArray: definition.container.contains(.set) || !options.compactsArrays)
        }
        if !rest.isEmpty { scope.result[try iri("@reverse", scope.active)] = .map(rest) }
    }

    // MARK: - Properties

    private func compactProperty(
        _ property: Text, _ values: [Element], in scope: Scope
    ) throws(JSONLDError) {
        if values.isEmpty {  // 12.7
            let term = try iri(
                property, scope.active, value: .array([]), reverse: scope.isInsideReverse)
            try nest(of: term, in: scope).add(.array([]), to: term, asArray: true)
        }
        for value in values {  // 12.8
            let term = try iri(
                property, scope.active, value: value, reverse: scope.isInsideReverse)
            let target = Target(
                term: term, map: try nest(of: term, in: scope), active: scope.active,
                container: container(of: term, scope.active), options: options)
            try compact(value, into: target)
        }
    }

    /// Steps 12.8.2 and 12.8.3: where the values of a term are put.
    private func nest(of term: Text, in scope: Scope) throws(JSONLDError) -> ElementMap {
        guard let nest = scope.active.terms[term]?.nest else { return scope.result }
        guard nest == "@nest" || scope.active.terms[nest]?.keyword == .nest else {
            throw JSONLDError(
                .invalidNestValue, "the @nest of \(term) does not stand for @nest: \(nest)")
        }
        return scope.result.submap(nest)
    }

    /// Where one value of a property goes.
    struct Target {
        let term: Text
        let map: ElementMap
        let active: ActiveContext
        let container: TermDefinition.Container
        let asArray: Bool  // 12.8.5

        init(
            term: Text, map: ElementMap, active: ActiveContext,
            container: TermDefinition.Container, options: JSONLDProcessor.Options
        ) {
            self.term = term
            self.map = map
            self.active = active
            self.container = container
            asArray =
                container.contains(.set) || term == "@graph" || term == "@list"
                || !options.compactsArrays
        }

        func add(_ value: Element) {
            if case .literal(let literal) = value, literal.isArray, asArray {
                map.add(.array([]), to: term, asArray: true)
                for element in literal.elements { map.append(.literal(element), to: term) }
            } else if case .array(let values) = value, values.isEmpty {
                map.add(value, to: term, asArray: true)
            } else {
                map.add(value, to: term, asArray: asArray)
            }
        }

        /// Under a key of the map that the term's container is.
        func add(_ value: Element, under key: Text) {
            map.submap(term).add(value, to: key, asArray: asArray)
        }
    }

    /// Steps 12.8.6 to 12.8.10.
    private func compact(_ value: Element, into target: Target) throws(JSONLDError) {
        guard case .map(let map) = value else {
            // Only framing puts anything but a map here: null, where a value is missing.
            let isNull = value.isNull && target.asArray
            return target.add(isNull ? .array([]) : value)
        }
        let isGraph = map.isGraphObject
        let inner = map["@list"] ?? (isGraph ? map["@graph"] : nil) ?? value
        let compacted = try compact(inner, of: target.term, target.active)
        if map.isListObject {
            try addList(compacted, map, into: target)
        } else if isGraph {
            try addGraph(compacted, map, into: target)
        } else if !target.container.isDisjoint(with: TermDefinition.Container.maps),
            !target.container.contains(.graph)
        {
            try addMapped(compacted, map, into: target)
        } else {
            target.add(compacted)  // 12.8.10
        }
    }
}
