import JSONText
import RDF

/// A value of the expanded form. All texts are symbols of the expansion that made it.
enum ExpandedItem {
    case node(ExpandedNode)
    case value(ExpandedValue)
    case list(ExpandedList)
}

/// A node object: what is said about one thing.
final class ExpandedNode {
    var id: Symbol?
    /// Whether an identifier was given and means nothing.
    var hasNullID = false
    var types: [Symbol] = []
    var properties = PropertyTable()
    var extras: Extras?
    /// The node's term, once its quads are made: nil inside where it has none.
    var emitted: TermID??
    /// Where the value stands that the node was made of; -1 where it is of no one value.
    var place = -1
    /// Whether the value at the place is only what this graph holds.
    var isImpliedGraph = false

    /// What few nodes have.
    final class Extras {
        let reverse: PropertyTable
        let hasReverse: Bool
        let graph: ExpandedItems?
        let included: ExpandedItems?
        var index: Symbol?
        /// What only a frame can say.
        var frame: FrameMembers?

        init(
            reverse: PropertyTable = PropertyTable(), hasReverse: Bool = false,
            graph: ExpandedItems? = nil, included: ExpandedItems? = nil, index: Symbol? = nil,
            frame: FrameMembers? = nil
        ) {
            self.reverse = reverse
            self.hasReverse = hasReverse
            self.graph = graph
            self.included = included
            self.index = index
            self.frame = frame
        }
    }

    init(id: Symbol? = nil) {
        self.id = id
    }

    /// The properties, which the node then no longer has: what was said is let go of where it is
    /// at hand, and not in a further walk over the whole.
    func takeProperties() -> PropertyTable {
        defer { properties = PropertyTable() }
        return properties
    }

    /// Whether no quad says anything of the node.
    var saysNothing: Bool {
        types.isEmpty && properties.entries.allSatisfy(\.values.isEmpty)
            && (extras?.reverse.isEmpty ?? true) && (extras?.graph ?? []).isEmpty
            && (extras?.included ?? []).isEmpty
    }

    /// Whether the node is a graph, of which nothing else is said but its identifier and index.
    var isGraphObject: Bool {
        guard let extras, extras.graph != nil else { return false }
        return types.isEmpty && properties.isEmpty && !extras.hasReverse && extras.included == nil
    }

    /// The graph, where the node has nothing else.
    var onlyGraph: ExpandedItems? {
        guard id == nil, !hasNullID, types.isEmpty, properties.isEmpty, let extras,
            !extras.hasReverse, extras.included == nil, extras.index == nil,
            extras.frame?.isEmpty ?? true
        else { return nil }
        return extras.graph
    }
}

/// Properties with their values, in the order of their first appearance.
struct PropertyTable {
    private(set) var entries: [(property: Symbol, values: ExpandedItems)] = []
    /// Only made where a search in the list would be slow.
    private var places: [Symbol: Int] = [:]

    var isEmpty: Bool { entries.isEmpty }

    /// Makes room for so many properties, so that the list need not move while it grows.
    mutating func reserve(_ count: Int) { entries.reserveCapacity(min(count, 64)) }

    mutating func add(_ values: consuming ExpandedItems, to property: Symbol) {
        if let place = place(of: property) {
            entries[place].values.append(contentsOf: values)
        } else {
            if entries.count >= 16 { places[property] = entries.count }
            entries.append((property, values))
        }
    }

    mutating func prepend(_ values: ExpandedItems, to property: Symbol) {
        if let place = place(of: property) {
            entries[place].values = values + entries[place].values
        } else {
            add(values, to: property)
        }
    }

    private func place(of property: Symbol) -> Int? {
        for place in 0..<min(16, entries.count) where entries[place].property == property {
            return place
        }
        return entries.count > 16 ? places[property] : nil
    }
}

/// A value object.
struct ExpandedValue {
    enum Content {
        case string(Symbol)
        /// A number as written.
        case number(Symbol)
        case bool(Bool)
        /// A JSON literal: its place among the expansion's.
        case json(Int32)
    }

    var content: Content
    var type: Symbol?
    var language: Symbol?
    var direction: TermDefinition.Direction?
    var index: Symbol?
    /// Where it stands in the document; -1 where it is of no one place.
    var place: Int32 = -1
}

final class ExpandedList {
    let items: ExpandedItems
    /// Where the value stands that the list was made of.
    let place: Int
    let index: Symbol?

    init(_ items: ExpandedItems, place: Int, index: Symbol? = nil) {
        self.items = items
        self.place = place
        self.index = index
    }
}
