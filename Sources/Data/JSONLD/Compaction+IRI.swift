import JSONText

extension Compaction {
    /// The IRI compaction algorithm (section 6.2).
    func iri(
        _ iri: Text, _ active: ActiveContext, value: Element? = nil, vocab: Bool = true,
        reverse: Bool = false
    ) throws(JSONLDError) -> Text {
        let inverse = active.inverse  // 2, 3
        if vocab, inverse.has(iri) {  // 4
            let preference = try TermPreference(
                value, reverse: reverse, active, mode: options.processingMode
            ) { (id) throws(JSONLDError) in
                let term = try self.iri(id, active)
                return active.terms[term]?.iri == id
            }
            let term = inverse.term(
                for: iri, containers: preference.containers, preference.kind,
                preferring: preference.values)
            if let term { return term }
        }
        if vocab, let suffix = vocabularySuffix(of: iri, active) { return suffix }  // 5
        if let compact = compactIRI(iri, inverse, active, hasValue: value != nil) {  // 6 to 8
            return compact
        }
        try refuseConfusion(of: iri, active)  // 9
        return vocab ? iri : relative(iri, active)  // 10, 11
    }

    private func vocabularySuffix(of iri: Text, _ active: ActiveContext) -> Text? {
        guard let vocab = active.vocab, let suffix = iri.suffix(after: vocab),
            active.terms[suffix] == nil
        else { return nil }
        return suffix
    }

    private func compactIRI(
        _ iri: Text, _ inverse: InverseContext, _ active: ActiveContext, hasValue: Bool
    ) -> Text? {
        var choice: Text?
        for candidate in inverse.compactIRIs(for: iri) {
            if let definition = active.terms[candidate], hasValue || definition.iri != iri {
                continue
            }
            guard let best = choice else { choice = candidate; continue }
            let lengths = (candidate.string.utf8.count, best.string.utf8.count)
            if lengths.0 < lengths.1 || lengths.0 == lengths.1 && candidate < best {
                choice = candidate
            }
        }
        return choice
    }

    private func refuseConfusion(of iri: Text, _ active: ActiveContext) throws(JSONLDError) {
        let bytes = iri.string.utf8
        guard let length = IRIReference.schemeLength(bytes) else { return }
        let scheme = Text(String(Substring(bytes.prefix(length))))
        guard active.terms[scheme]?.isPrefix == true,
            !bytes.dropFirst(length + 1).starts(with: "//".utf8)
        else { return }
        throw JSONLDError(
            .iriConfusedWithPrefix, "\(iri) would be read as beginning with the term \(scheme)")
    }

    private func relative(_ iri: Text, _ active: ActiveContext) -> Text {
        guard let base = active.base else { return iri }
        let reference = IRIReference.relative(iri.string, to: base.string)
        return Text(Keyword.isReservedForm(reference.utf8) ? "./" + reference : reference)
    }
}

extension Text {
    /// What follows a text that this one begins with and is longer than.
    func suffix(after start: Text) -> Text? {
        let bytes = string.utf8
        guard bytes.count > start.string.utf8.count, bytes.starts(with: start.string.utf8) else {
            return nil
        }
        return Text(String(Substring(bytes.dropFirst(start.string.utf8.count))))
    }
}
