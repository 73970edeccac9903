extension CanonicalizationError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .effortExhausted(let steps):
            "the blank nodes could not be told apart within \(steps) steps"
        case .tooLong(let limit): "the canonical form is longer than \(limit) octets"
        case .blankPredicate: "a blank node stands as predicate, which RDF does not allow"
        }
    }
}
