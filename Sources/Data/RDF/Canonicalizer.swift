/// The canonical form of a dataset by RDFC-1.0 (https://www.w3.org/TR/rdf-canon/).
package func canonicalize(
    _ dataset: Dataset, hash: HashAlgorithm = .sha256, related: RelatedReading = .list,
    effort: Effort = .standard
) throws(CanonicalizationError) -> CanonicalDataset {
    try Canonicalizer(dataset).canonicalize(
        dataset.quads.indices, hash: hash, related: related, effort: effort)
}

/// Canonicalizes parts of one dataset, for which the terms are prepared once.
package struct Canonicalizer: Sendable {
    private let texts: TextTable
    private let forms: TermForms

    package init(_ dataset: Dataset) {
        texts = dataset.texts
        forms = TermForms(dataset)
    }

    /// `quads` are indices of ``Dataset/quads``, each at most once.
    package func canonicalize(
        _ quads: some Sequence<Int>, hash: HashAlgorithm = .sha256,
        related: RelatedReading = .list, effort: Effort = .standard
    ) throws(CanonicalizationError) -> CanonicalDataset {
        let indices = Array(quads)
        let graph = BlankNodeQuads(indices, of: forms.quads)
        guard !forms.hasBlankPredicate else { throw .blankPredicate }
        return try forms.withForms { bytes throws(CanonicalizationError) in
            guard let length = bytes.length(of: graph.quads, atMost: effort.bytes) else {
                throw .tooLong(limit: effort.bytes)
            }
            var naming = Naming(graph, forms: bytes, algorithm: hash)
            try naming.nameAll(reading: related, effort: effort)
            return canonicalDataset(
                naming, of: graph, at: indices, bytes, hash, length: length)
        }
    }

    /// Step 6 of the algorithm, and the order of the lines.
    private func canonicalDataset(
        _ naming: Naming, of graph: BlankNodeQuads, at indices: [Int], _ bytes: Forms,
        _ hash: HashAlgorithm, length: Int
    ) -> CanonicalDataset {
        let named = graph.quads.map { $0.named(by: naming.issuer) }
        let issued = naming.issuer.issued
        let order = CanonicalOrder(named, blankCount: issued.count, forms: bytes)
        return CanonicalDataset(
            naming, forms: forms, texts: texts, hash: hash, length: length,
            order: order.places.map { indices[Int($0)] },
            lines: order.places.map { named[Int($0)] },
            issuedBlanks: issued.map { forms.blanks[Int($0) &+ graph.firstBlank] })
    }
}

extension Forms {
    /// Blank nodes count as the shortest labels do.
    fileprivate func length(of quads: [NumberedQuad], atMost limit: Int) -> Int? {
        var length = 0
        for quad in quads {
            unsafe length &+= 6 &+ self[quad.predicate].count
            unsafe length &+= quad.subject.isBlank ? 7 : self[quad.subject].count
            unsafe length &+= quad.object.isBlank ? 7 : self[quad.object].count
            unsafe length &+= quad.graph.isBlank ? 7 : self[quad.graph].count
            if length > limit { return nil }
        }
        return length
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
