/// How hash-n-degree-quads step 3.1.2 keeps the blank nodes related by one hash.
///
/// A node that is related twice by the same hash stands twice in the list of `rdf-canonize` and
/// PyLD, and once in the set of oxigraph and Titanium. The text says "blank node list", and the
/// W3C suite cannot tell them apart.
public enum RelatedReading: Sendable, Hashable, CaseIterable {
    case list
    case set
}
