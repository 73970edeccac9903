/// A statement of a ``Dataset``. The predicate is a blank node only in generalized RDF.
public struct Quad: Hashable, Sendable {
    public var subject: TermID
    public var predicate: TermID
    public var object: TermID
    /// ``TermID/defaultGraph``, an IRI or a blank node.
    public var graph: TermID

    @inlinable
    public init(
        subject: TermID, predicate: TermID, object: TermID, graph: TermID = .defaultGraph
    ) {
        self.subject = subject
        self.predicate = predicate
        self.object = object
        self.graph = graph
    }
}
