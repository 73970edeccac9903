import JSONText
import RDF

/// What in a JSON text a blank node stands for. Places are those of ``JSONValue/index``.
package enum NodeOrigin: Hashable, Sendable {
    /// The object at the place.
    case object(Int)
    /// The graph that a term's container makes around the value at the place.
    case graph(around: Int)
    /// A cell of the list at the place.
    case cell(Int, ofListAt: Int)
    /// Whatever the document itself calls by this label.
    case label(Text)

    /// The same in another text, where the value stands at another place.
    package func moved(_ move: (Int) -> Int) -> NodeOrigin {
        switch self {
        case .object(let place): .object(move(place))
        case .graph(let place): .graph(around: move(place))
        case .cell(let number, let place): .cell(number, ofListAt: move(place))
        case .label: self
        }
    }
}

/// Where the blank nodes of a dataset come from. Only made where it is asked for
/// (``JSONLDProcessor/tracedRDF(_:leavingOut:context:)``).
package struct NodeTrace: Sendable {
    /// Places of values that RDF has as a whole or not at all: lists, value objects, JSON
    /// literals.
    package let wholes: Set<Int>
    private var origins: [TermID: NodeOrigin] = [:]
    private var blanks: [NodeOrigin: TermID] = [:]

    init(wholes: Set<Int> = []) {
        self.wholes = wholes
    }

    mutating func note(_ blank: TermID, from origin: NodeOrigin?) {
        guard let origin else { return }
        origins[blank] = origin
        blanks[origin] = blank
    }

    /// Nil for the few that come from no one place, such as the nodes of directed texts.
    package func origin(of blank: TermID) -> NodeOrigin? { origins[blank] }

    package func blank(from origin: NodeOrigin) -> TermID? { blanks[origin] }
}

/// The quads of a document, and where their blank nodes come from.
package struct TracedDataset: Sendable {
    package let dataset: Dataset
    package let trace: NodeTrace
}

extension ExpandedNode {
    var origin: NodeOrigin? {
        guard place >= 0 else { return nil }
        return isImpliedGraph ? .graph(around: place) : .object(place)
    }
}
