/// An RDF term, spelt out.
package enum Term: Hashable, Sendable {
    case iri(Symbol)
    /// The label, without the leading `_:`.
    case blank(Symbol)
    /// A language is there exactly when the datatype is `rdf:langString`.
    case literal(lexical: Symbol, datatype: Symbol, language: Symbol?)
}
