/// An RDF term, spelt out.
public enum Term: Hashable, Sendable {
    case iri(Symbol)
    /// The label, without the leading `_:`.
    case blank(Symbol)
    /// A language is there exactly when the datatype is `rdf:langString`.
    case literal(lexical: Symbol, datatype: Symbol, language: Symbol?)
}
