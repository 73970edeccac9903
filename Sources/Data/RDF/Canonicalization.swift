/// The canonical form of a dataset by RDFC-1.0 (https://www.w3.org/TR/rdf-canon/).
package func canonicalize(
    _ dataset: Dataset, hash: HashAlgorithm = .sha256, related: RelatedReading = .list,
    effort: Effort = .standard
) throws(CanonicalizationError) -> CanonicalDataset {
    let forms = TermForms(dataset)
    guard !forms.hasBlankPredicate else { throw .blankPredicate }
    guard !forms.isTooLong else { throw .tooLong(limit: FormSpan.largestPlace) }
    guard forms.length <= effort.bytes else { throw .tooLong(limit: effort.bytes) }
    let graph = BlankNodeQuads(forms)
    return try forms.withForms { bytes throws(CanonicalizationError) in
        var naming = Naming(graph, forms: bytes, algorithm: hash)
        try naming.nameAll(reading: related, effort: effort)
        return CanonicalDataset(
            naming, forms: forms, texts: dataset.texts, hash: hash,
            order: CanonicalOrder(forms.quads, names: naming.issuer, forms: bytes))  // step 6
    }
}
