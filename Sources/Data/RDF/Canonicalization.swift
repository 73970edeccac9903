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
            order: CanonicalOrder(forms.quads, names: naming.issuer, forms: bytes))  // step 6
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
