import JSONText

extension KnownContexts {
    /// The contexts that define a term, inside objects of a type or outside any: since which
    /// version it is covered by proofs (AMB-35, AMB-43).
    package static func urls(defining term: Text, inside type: Text? = nil) -> [String] {
        TermTables.all.flatMap { table in
            let table = table()
            return table.contexts.filter { row in
                let context = ResolvedContext(row, in: table)
                let scope = context.classes.first { $0.name == type }?.properties ?? []
                return (type == nil ? context.terms : scope).contains {
                    guard case .term = $0.definition else { return false }
                    return $0.name == term
                }
            }.flatMap(\.urls)
        }
    }
}

extension KnownContexts {
    /// The context of CLR 1.0.
    package static let firstRecords =
        "https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld"

    /// The terms of CLR 1.0 and its prefixes, each with its IRI.
    package static let firstRecordTerms: [Text: Text] = {
        var terms: [Text: Text] = [:]
        for row in TermTables.firstRecords.contexts {
            for member in row.opening ?? [] {
                if case .string(let iri) = member.value { terms[Text(member.name)] = Text(iri) }
            }
            for property in row.terms {
                if case .term(let term) = property.definition {
                    terms[property.name] = Text(term.iri)
                }
            }
        }
        return terms
    }()
}
