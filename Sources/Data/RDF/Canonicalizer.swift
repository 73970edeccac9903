/// The canonical form of a dataset by RDFC-1.0 (https://www.w3.org/TR/rdf-canon/).
public func canonicalize(
    _ dataset: Dataset, hash: HashAlgorithm = .sha256, related: RelatedReading = .list,
    effort: Effort = .standard
) throws(CanonicalizationError) -> CanonicalDataset {
    try Canonicalizer(dataset).canonicalize(
        dataset.quads.indices, hash: hash, related: related, effort: effort)
}

/// Canonicalizes parts of one dataset, for which the terms are prepared once.
public struct Canonicalizer: Sendable {
    private let texts: TextTable
    private let forms: TermForms

    public init(_ dataset: Dataset) {
        texts = dataset.texts
        forms = TermForms(dataset)
    }

    /// `quads` are indices of ``Dataset/quads``, each at most once.
    public func canonicalize(
        _ quads: some Sequence<Int>, hash: HashAlgorithm = .sha256,
        related: RelatedReading = .list, effort: Effort = .standard
    ) throws(CanonicalizationError) -> CanonicalDataset {
        let indices = Array(quads)
        let graph = BlankNodeQuads(indices, of: forms.quads)
        guard !forms.hasBlankPredicate else { throw .blankPredicate }
        return try forms.withForms { bytes throws(CanonicalizationError) in
            var naming = Naming(graph, forms: bytes, algorithm: hash)
            try naming.nameAll(reading: related, effort: effort)
            let named = graph.quads.map { $0.named(by: naming.issuer) }
            let order = CanonicalOrder(
                named, blankCount: naming.issuer.issued.count, forms: bytes)
            return CanonicalDataset(
                forms: forms, texts: texts, hash: hash,
                readingsMayDiffer: naming.readingsMayDiffer,
                order: order.places.map { indices[Int($0)] },
                lines: order.places.map { named[Int($0)] },
                issuedBlanks: naming.issuer.issued.map {
                    forms.blanks[Int($0) &+ graph.firstBlank]
                })
        }
    }
}

extension NumberedQuad {
    fileprivate func named(by issuer: CanonicalIssuer) -> NumberedQuad {
        NumberedQuad(
            subject: subject.named(by: issuer), predicate: predicate,
            object: object.named(by: issuer), graph: graph.named(by: issuer))
    }
}

extension TermCode {
    @inline(__always)
    fileprivate func named(by issuer: CanonicalIssuer) -> TermCode {
        guard isBlank, let name = issuer.number(of: number) else { return self }
        return TermCode(blank: name)
    }
}
