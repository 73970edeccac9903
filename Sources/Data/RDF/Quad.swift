/// A statement of a ``Dataset``. The predicate is a blank node only in generalized RDF.
@usableFromInline package struct Quad: Hashable, Sendable {
    @usableFromInline package var subject: TermID
    @usableFromInline package var predicate: TermID
    @usableFromInline package var object: TermID
    /// ``TermID/defaultGraph``, an IRI or a blank node.
    @usableFromInline package var graph: TermID

    @inlinable
    package init(
        subject: TermID, predicate: TermID, object: TermID, graph: TermID = .defaultGraph
    ) {
        self.subject = subject
        self.predicate = predicate
        self.object = object
        self.graph = graph
    }
}
