import JSONText

/// The compaction algorithm (JSON-LD API section 6.1).
struct Compaction {
    let contexts: ContextProcessor
    let options: JSONLDProcessor.Options

    /// Steps 1 to 4. The property is a term, `@reverse`, `@graph` or nil.
    func compact(
        _ element: Element, of property: Text?, _ active: ActiveContext
    ) throws(JSONLDError) -> Element {
        switch element {
        case .null, .bool, .number, .string, .literal: return element  // 2
        case .array(let elements): return try compact(elements, of: property, active)
        case .map(let map): return try compact(map, of: property, active)
        }
    }

    /// Step 3.
    private func compact(
        _ elements: [Element], of property: Text?, _ active: ActiveContext
    ) throws(JSONLDError) -> Element {
        var result: [Element] = []
        for element in elements {
            let compacted = try compact(element, of: property, active)
            if !compacted.isNull { result.append(compacted) }
        }
        let container = container(of: property, active)
        let staysArray =
            result.count != 1 || !options.compactsArrays || property == "@graph"
            || property == "@set" || !container.isDisjoint(with: [.list, .set])
        return staysArray ? .array(result) : result[0]
    }

    func container(
        of property: Text?, _ active: ActiveContext
    ) -> TermDefinition.Container {
        property.flatMap { active.terms[$0]?.container } ?? []
    }

    /// Steps 5 to 13.
    private func compact(
        _ map: ElementMap, of property: Text?, _ typeScoped: ActiveContext
    ) throws(JSONLDError) -> Element {
        var active = typeScoped  // 1
        if let previous = active.previous, !map.isValueObject, !map.isNodeReference {  // 5
            active = previous
        }
        // The definition that the property was chosen by, as in expansion (section 5.1.2, step 3).
        if let scoped = property.flatMap({ typeScoped.terms[$0] })?.scopedContext {  // 6
            active = try contexts.process(
                scoped, onto: active, overridesProtected: true, propagates: true)
        }
        if map.isValueObject || map.has("@id") {  // 7
            let value = try compactValue(map, of: property, active)
            if case .map = value, property.flatMap({ active.terms[$0] })?.coercion != .json {
            } else {
                return value
            }
        }
        if map.isListObject, container(of: property, active).contains(.list) {  // 8
            return try compact(map["@list"] ?? .array([]), of: property, active)
        }
        let types = (map["@type"]?.oneOrMore ?? []).compactMap(\.text)
        let scope = Scope(
            active: try applyTypeScopedContexts(types, active, typeScoped),
            typeScoped: typeScoped, property: property)
        for entry in map.entries(ordered: options.ordered) {  // 12
            try compact(entry, in: scope)
        }
        return .map(scope.result)
    }

    /// Step 11.
    private func applyTypeScopedContexts(
        _ types: [Text], _ active: ActiveContext, _ typeScoped: ActiveContext
    ) throws(JSONLDError) -> ActiveContext {
        var compacted: [Text] = []
        for type in types { compacted.append(try iri(type, active)) }
        var result = active
        for term in compacted.sorted() {
            guard let scoped = typeScoped.terms[term]?.scopedContext else { continue }
            result = try contexts.process(
                scoped, onto: result, overridesProtected: false, propagates: false)
        }
        return result
    }

    /// What the members of one map are compacted with, and into.
    struct Scope {
        let active: ActiveContext
        let typeScoped: ActiveContext
        let property: Text?
        let result = ElementMap()  // 10

        var isInsideReverse: Bool { property == "@reverse" }  // 9
    }
}
