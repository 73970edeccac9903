import JSONText
import RDF

/// The node map generation algorithm (JSON-LD API section 7.2) over the expanded form.
struct NodeMapGeneration {
    let nodeMap = NodeMap()
    private let expansion: Expansion
    private var issued: [Text: Text] = [:]
    private var count = 0

    init(_ expansion: Expansion) {
        self.expansion = expansion
    }

    mutating func add(
        _ items: ExpandedItems, to graph: Text = NodeMap.defaultGraph
    ) throws(JSONLDError) {
        for item in items { _ = try value(item, in: graph) }  // 1
    }

    /// The generate blank node identifier algorithm (section 7.4).
    private mutating func blank(_ identifier: Text?) -> Text {
        if let identifier, let known = issued[identifier] { return known }
        let new = Text("_:b\(count)")
        count += 1
        if let identifier { issued[identifier] = new }
        return new
    }

    private mutating func name(_ symbol: Symbol) -> Text {
        let name = expansion.name(symbol)
        return name.string.utf8.starts(with: "_:".utf8) ? blank(name) : name
    }

    /// What stands for the item in the node that holds it; nil where it has no identity.
    private mutating func value(
        _ item: ExpandedItem, in graph: Text
    ) throws(JSONLDError) -> Element? {
        switch item {
        case .value(let value): return .map(expansion.element(value))  // 4
        case .list(let list):  // 5
            var elements: [Element] = []
            for item in list.items {
                if let element = try value(item, in: graph) { elements.append(element) }
            }
            return .map(ElementMap("@list", .array(elements)))
        case .node(let node): return try reference(to: node, in: graph)
        }
    }

    /// Step 6.
    private mutating func reference(
        to expanded: ExpandedNode, in graph: Text
    ) throws(JSONLDError) -> Element? {
        let types = expanded.types.map { name($0) }  // 3
        guard !expanded.hasNullID else {
            try addContents(of: expanded, to: graph)
            return nil
        }
        let id = expanded.id.map { name($0) } ?? blank(nil)  // 6.1, 6.2
        let node = nodeMap.graph(graph).node(id)  // 6.3, 6.4
        for type in types { node.add(type: type) }  // 6.7
        if let extras = expanded.extras { try add(extras, to: node, in: graph) }
        for entry in sorted(expanded.properties) {  // 6.12
            let property = name(entry.property)
            node.touch(property)
            for item in entry.values {
                guard let value = try value(item, in: graph) else { continue }
                node.add(value, to: property, unlessThere: !isList(item))
            }
        }
        return node.reference
    }

    /// What is said of nothing is not kept, only what it refers to.
    private mutating func addContents(
        of expanded: ExpandedNode, to graph: Text
    ) throws(JSONLDError) {
        for entry in sorted(expanded.properties) { try add(entry.values, to: graph) }
        guard let extras = expanded.extras else { return }
        for entry in extras.reverse.entries { try add(entry.values, to: graph) }
        try add(extras.included ?? [], to: graph)
    }

    private mutating func add(
        _ extras: ExpandedNode.Extras, to node: FlatNode, in graph: Text
    ) throws(JSONLDError) {
        if let index = extras.index.map({ expansion.name($0) }) {  // 6.8
            guard node.index == nil || node.index == index else {
                throw JSONLDError(
                    .conflictingIndexes,
                    "\(node.id) has the indexes \(node.index ?? "") and \(index)")
            }
            node.index = index
        }
        for entry in extras.reverse.entries {  // 6.9
            for item in entry.values {
                guard case .map(let reference)? = try value(item, in: graph),
                    let id = reference["@id"]?.text
                else { continue }
                nodeMap.graph(graph).node(id)
                    .add(node.reference, to: name(entry.property), unlessThere: true)
            }
        }
        if let content = extras.graph {  // 6.10
            _ = nodeMap.graph(node.id)
            try add(content, to: node.id)
        }
        try add(extras.included ?? [], to: graph)  // 6.11
    }

    private func sorted(
        _ table: PropertyTable
    ) -> [(property: Symbol, values: ExpandedItems)] {
        guard table.entries.count > 1 else { return table.entries }
        return table.entries.map { (name: expansion.name($0.property), entry: $0) }
            .sorted { $0.name < $1.name }.map(\.entry)
    }

    private func isList(_ item: ExpandedItem) -> Bool {
        if case .list = item { return true }
        return false
    }
}
