import JSONText

/// The nodes of one graph that are the same, merged (JSON-LD API section 7.2).
final class FlatNode {
    let id: Text
    fileprivate(set) var types = DistinctElements()
    var index: Text?
    private(set) var properties: [Text] = []
    private var values: [Text: DistinctElements] = [:]

    init(_ id: Text) {
        self.id = id
    }

    var hasOnlyID: Bool { types.elements.isEmpty && index == nil && properties.isEmpty }

    var reference: Element { .map(ElementMap("@id", .string(id))) }

    var size: Int { values.values.reduce(1) { $0 + $1.elements.count } }

    func values(of property: Text) -> [Element] { values[property]?.elements ?? [] }

    /// Makes the property known even where it gets no value.
    func touch(_ property: Text) {
        guard values[property] == nil else { return }
        values[property] = DistinctElements()
        properties.append(property)
    }

    func add(_ value: Element, to property: Text, unlessThere: Bool) {
        touch(property)
        if unlessThere {
            values[property]?.insert(value)
        } else {
            values[property]?.append(value)
        }
    }

    func add(type: Text) { types.insert(.string(type)) }

    var element: Element {
        let map = ElementMap("@id", .string(id))
        if !types.elements.isEmpty { map["@type"] = .array(types.elements) }
        if let index { map["@index"] = .string(index) }
        for property in properties { map[property] = .array(values(of: property)) }
        return .map(map)
    }

    /// Merge Node Maps, step 2.2.
    fileprivate func merge(_ other: FlatNode) {
        for type in other.types.elements { types.insert(type) }
        index = other.index ?? index
        for property in other.properties {
            touch(property)
            for value in other.values(of: property) { values[property]?.insert(value) }
        }
    }
}

/// Values in the order of their first appearance.
struct DistinctElements {
    private(set) var elements: [Element] = []
    /// Only made where a search in the list would be slow.
    private var known: Set<Element> = []

    mutating func insert(_ element: Element) {
        if elements.count < 8 {
            if !elements.contains(element) { elements.append(element) }
            return
        }
        if known.isEmpty { known = Set(elements) }
        if known.insert(element).inserted { elements.append(element) }
    }

    mutating func append(_ element: Element) {
        elements.append(element)
        if !known.isEmpty { known.insert(element) }
    }
}

/// The nodes of one graph.
final class FlatGraph {
    private(set) var ids: [Text] = []
    private var nodes: [Text: FlatNode] = [:]

    func node(_ id: Text) -> FlatNode {
        if let node = nodes[id] { return node }
        let node = FlatNode(id)
        nodes[id] = node
        ids.append(id)
        return node
    }

    func existing(_ id: Text) -> FlatNode? { nodes[id] }

    func ids(ordered: Bool) -> [Text] { ordered ? ids.sorted() : ids }
}

/// The graphs of a document by their names.
final class NodeMap {
    static let defaultGraph: Text = "@default"
    static let mergedGraph: Text = "@merged"

    private(set) var names: [Text] = [NodeMap.defaultGraph]
    private var graphs: [Text: FlatGraph] = [NodeMap.defaultGraph: FlatGraph()]

    func graph(_ name: Text) -> FlatGraph {
        if let graph = graphs[name] { return graph }
        let graph = FlatGraph()
        graphs[name] = graph
        names.append(name)
        return graph
    }

    func existing(_ name: Text) -> FlatGraph? { graphs[name] }

    /// Nodes and their values, all graphs together.
    var size: Int {
        graphs.values.reduce(0) { sum, graph in
            graph.ids.reduce(sum) { $0 + (graph.existing($1)?.size ?? 0) }
        }
    }

    /// The flattening algorithm (section 7.1).
    func flattened(ordered: Bool) -> [Element] {
        let nodes = graph(Self.defaultGraph)  // 3
        for name in names.dropFirst() { _ = nodes.node(name) }  // 4.1
        return full(nodes, ordered) { node in  // 5, 6
            guard let graph = self.existing(node.id), node.id != Self.defaultGraph else {
                return nil
            }
            return .array(self.full(graph, ordered) { _ in nil })
        }
    }

    /// The nodes of a graph of which anything is said.
    private func full(
        _ graph: FlatGraph, _ ordered: Bool, _ content: (FlatNode) -> Element?
    ) -> [Element] {
        graph.ids(ordered: ordered).compactMap { id in
            let node = graph.node(id)
            let content = content(node)
            if node.hasOnlyID, content == nil { return nil }
            let element = node.element
            element.map?["@graph"] = content
            return element
        }
    }

    /// Merge Node Maps (section 7.3), kept as the graph `@merged`.
    func merge() {
        let merged = FlatGraph()
        for name in names {
            guard let graph = graphs[name] else { continue }
            for id in graph.ids {
                if let node = graph.existing(id) { merged.node(id).merge(node) }
            }
        }
        graphs[Self.mergedGraph] = merged
    }
}
