import JSONText
import RDF

extension Expansion {
    /// The expanded form in the internal representation.
    func elements(_ items: ExpandedItems) -> Element { .array(items.map { element($0) }) }

    func element(_ item: ExpandedItem) -> Element {
        switch item {
        case .node(let node): .map(element(node))
        case .value(let value): .map(element(value))
        case .list(let list):
            .map(element("@list", elements(list.items), index: list.index))
        }
    }

    func name(_ symbol: Symbol) -> Text { Text(dataset.texts.string(symbol)) }

    private func text(_ symbol: Symbol) -> Element { .string(name(symbol)) }

    private func element(_ key: Text, _ value: Element, index: Symbol?) -> ElementMap {
        let map = ElementMap(key, value)
        if let index { map["@index"] = text(index) }
        return map
    }

    func element(_ value: ExpandedValue) -> ElementMap {
        let content: Element =
            switch value.content {
            case .string(let symbol): text(symbol)
            case .number(let symbol): .number(dataset.texts.string(symbol))
            case .bool(let bool): .bool(bool)
            case .json(let place): .literal(jsonLiterals[Int(place)])
            }
        let map = element("@value", content, index: value.index)
        if let type = value.type { map["@type"] = text(type) }
        if let language = value.language { map["@language"] = text(language) }
        if let direction = value.direction { map["@direction"] = .string(Text(direction.name)) }
        return map
    }

    private func element(_ node: ExpandedNode) -> ElementMap {
        let map = ElementMap()
        if node.hasNullID { map["@id"] = .null }
        if let id = node.id { map["@id"] = text(id) }
        if !node.types.isEmpty { map["@type"] = .array(node.types.map { text($0) }) }
        if let extras = node.extras { write(extras, into: map) }
        for entry in node.properties.entries {
            map[name(entry.property)] = elements(entry.values)
        }
        return map
    }

    private func write(_ extras: ExpandedNode.Extras, into map: ElementMap) {
        extras.frame?.write(into: map)
        if let index = extras.index { map["@index"] = text(index) }
        if extras.hasReverse {
            let reverse = ElementMap()
            for entry in extras.reverse.entries {
                reverse[name(entry.property)] = elements(entry.values)
            }
            map["@reverse"] = .map(reverse)
        }
        if let graph = extras.graph { map["@graph"] = elements(graph) }
        if let included = extras.included { map["@included"] = elements(included) }
    }
}
