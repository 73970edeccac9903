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

    /// What few nodes have.
    struct Extras {
        var reverse = PropertyTable()
        var hasReverse = false
        var graph: [ExpandedItem]?
        var included: [ExpandedItem]?
        var index: Symbol?
        /// What only a frame can say.
        var frame: FrameMembers?
    }

    init(id: Symbol? = nil) {
        self.id = id
    }

    /// Whether no quad says anything of the node.
    var saysNothing: Bool {
        types.isEmpty && properties.entries.allSatisfy(\.values.isEmpty)
            && (extras?.reverse.isEmpty ?? true) && (extras?.graph ?? []).isEmpty
            && (extras?.included ?? []).isEmpty
    }

    var isGraphObject: Bool { extras?.graph != nil }

    /// The graph, where the node has nothing else.
    var onlyGraph: [ExpandedItem]? {
        guard id == nil, !hasNullID, types.isEmpty, properties.isEmpty, let extras,
            !extras.hasReverse, extras.included == nil, extras.index == nil,
            extras.frame?.isEmpty ?? true
        else { return nil }
        return extras.graph
    }
}

/// Properties with their values, in the order of their first appearance.
struct PropertyTable {
    private(set) var entries: [(property: Symbol, values: [ExpandedItem])] = []
    /// Only made where a search in the list would be slow.
    private var places: [Symbol: Int] = [:]

    var isEmpty: Bool { entries.isEmpty }

    mutating func add(_ values: [ExpandedItem], to property: Symbol) {
        if let place = place(of: property) {
            entries[place].values.append(contentsOf: values)
        } else {
            if entries.count >= 16 { places[property] = entries.count }
            entries.append((property, values))
        }
    }

    mutating func prepend(_ values: [ExpandedItem], to property: Symbol) {
        if let place = place(of: property) {
            entries[place].values.insert(contentsOf: values, at: 0)
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
        case json(Int)
    }

    var content: Content
    var type: Symbol?
    var language: Symbol?
    var direction: TermDefinition.Direction?
    var index: Symbol?
}

final class ExpandedList {
    let items: [ExpandedItem]
    let index: Symbol?

    init(_ items: [ExpandedItem], index: Symbol? = nil) {
        self.items = items
        self.index = index
    }
}
