import JSONText
import RDF

extension Expansion {
    /// The expanded form as JSON.
    func json(_ item: ExpandedItem) -> JSON {
        switch item {
        case .node(let node): json(node)
        case .value(let value): json(value)
        case .list(let list):
            .object([("@list", json(list.items))] + member("@index", list.index))
        }
    }

    private func json(_ items: ExpandedItems) -> JSON { .array(items.map { json($0) }) }

    private func text(_ symbol: Symbol) -> JSON { .string(dataset.texts.string(symbol)) }

    private func member(_ name: String, _ symbol: Symbol?) -> [(name: String, value: JSON)] {
        symbol.map { [(name, text($0))] } ?? []
    }

    private func json(_ node: ExpandedNode) -> JSON {
        var members = node.hasNullID ? [(name: "@id", value: JSON.null)] : member("@id", node.id)
        if !node.types.isEmpty { members.append(("@type", .array(node.types.map { text($0) }))) }
        if let extras = node.extras {
            members += member("@index", extras.index)
            if extras.hasReverse { members.append(("@reverse", .object(json(extras.reverse)))) }
            if let graph = extras.graph { members.append(("@graph", json(graph))) }
            if let included = extras.included { members.append(("@included", json(included))) }
        }
        return .object(members + json(node.properties))
    }

    private func json(_ table: PropertyTable) -> [(name: String, value: JSON)] {
        table.entries.map { (dataset.texts.string($0.property), json($0.values)) }
    }

    private func json(_ value: ExpandedValue) -> JSON {
        let content: JSON =
            switch value.content {
            case .string(let symbol): text(symbol)
            case .number(let symbol): .number(dataset.texts.string(symbol))
            case .bool(let bool): .bool(bool)
            case .json(let place): .verbatim(jsonLiterals[Int(place)])
            }
        var members: [(name: String, value: JSON)] = [("@value", content)]
        members += member("@type", value.type)
        members += member("@language", value.language)
        if let direction = value.direction {
            members.append(("@direction", .string(direction.name)))
        }
        return .object(members + member("@index", value.index))
    }
}
