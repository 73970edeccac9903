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
