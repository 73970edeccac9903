/// The canonical form of a dataset by RDFC-1.0 (https://www.w3.org/TR/rdf-canon/).
package func canonicalize(
    _ dataset: Dataset, hash: HashAlgorithm = .sha256, related: RelatedReading = .list,
    effort: Effort = .standard
) throws(CanonicalizationError) -> CanonicalDataset {
    let forms = TermForms(dataset)
    guard !forms.hasBlankPredicate else { throw .blankPredicate }
    guard !forms.isTooLong else { throw .tooLong(limit: FormSpan.largestPlace) }
    let graph = BlankNodeQuads(forms.quads, blankCount: forms.blanks.count)
    return try forms.withForms { bytes throws(CanonicalizationError) in
        guard let length = bytes.length(of: forms.quads, atMost: effort.bytes) else {
            throw .tooLong(limit: effort.bytes)
        }
        var naming = Naming(graph, forms: bytes, algorithm: hash)
        try naming.nameAll(reading: related, effort: effort)
        return CanonicalDataset(
            naming, forms: forms, texts: dataset.texts, hash: hash, length: length,
            lines: lines(of: forms.quads, naming.issuer, bytes))
    }
}

/// Step 6 of the algorithm, and the order of the lines.
private func lines(
    of quads: [NumberedQuad], _ issuer: CanonicalIssuer, _ bytes: Forms
) -> [NumberedQuad] {
    let named = quads.map { $0.named(by: issuer) }
    let order = CanonicalOrder(named, blankCount: issuer.issued.count, forms: bytes)
    return order.places.map { named[Int($0)] }
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
