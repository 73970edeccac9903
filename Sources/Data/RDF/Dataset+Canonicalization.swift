extension Dataset {
    /// The canonical form by RDFC-1.0 (https://www.w3.org/TR/rdf-canon/): blank nodes named by what
    /// is said of them, and lines in the order of their code points, so that two datasets have the
    /// same form exactly when they say the same.
    ///
    /// - Parameters:
    ///   - hash: the hash function with which blank nodes are told apart; both sides must use the
    ///     same.
    ///   - related: see ``RelatedReading``; without effect on nearly all datasets, and
    ///     ``CanonicalDataset/readingsMayDiffer`` says on which.
    ///   - effort: how much work it may take. Data can be made for which it would never end; the
    ///     standard allowance stops those within a fraction of a second.
    public func canonicalized(
        hash: HashAlgorithm = .sha256, related: RelatedReading = .list,
        effort: Effort = .standard
    ) throws(CanonicalizationError) -> CanonicalDataset {
        try canonicalize(self, hash: hash, related: related, effort: effort)
    }
}
