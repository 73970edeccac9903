/// Why a dataset got no canonical form.
public enum CanonicalizationError: Error, Hashable, Sendable {
    /// Telling the blank nodes apart takes more steps than the ``Effort`` allows.
    case effortExhausted(steps: Int)
    /// The canonical form would be longer than the ``Effort`` allows.
    case tooLong(limit: Int)
    /// RDFC-1.0 is defined for RDF datasets, not for generalized ones.
    case blankPredicate
}
