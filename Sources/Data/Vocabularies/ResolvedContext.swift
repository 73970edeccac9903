import JSONText

/// One version of a context with all that it has from the versions it differs from.
struct ResolvedContext {
    var opening: [ContextMember] = []
    var every: [ContextMember]?
    var terms: [PropertyRow] = []
    /// The classes that the context defines, as they are in this version.
    var classes: [ClassRow] = []
    var aliases: [(name: Text, iri: String)] = []

    init(_ row: ContextRow, in table: TermTable) {
        var rows = [row]
        while let base = rows.last?.base, rows.count <= table.contexts.count,
            let next = table.contexts.first(where: { $0.version == base })
        {
            rows.append(next)
        }
        for row in rows.reversed() { apply(row, table) }
        aliases = table.aliases.compactMap { alias in
            let target = classes.first { $0.name == alias.target }
            return target?.iri.map { (alias.name, $0) }
        }
    }

    private mutating func apply(_ row: ContextRow, _ table: TermTable) {
        opening = row.opening ?? opening
        every = row.every ?? every
        include(row, table)
        Self.apply(row.terms, to: &terms)
        for change in row.changes {
            guard let index = classes.firstIndex(where: { $0.name == change.name }) else {
                continue
            }
            classes[index].iri = change.iri ?? classes[index].iri
            classes[index].opening = change.opening ?? classes[index].opening
            Self.apply(change.properties, to: &classes[index].properties)
        }
    }

    private mutating func include(_ row: ContextRow, _ table: TermTable) {
        for candidate in table.classes where candidate.iri != nil {
            guard row.includesAll || row.includes.contains(candidate.name) else { continue }
            var added = candidate
            if let like = candidate.like {
                added.properties = table.row(named: like)?.properties ?? []
            }
            classes.append(added)
        }
    }

    /// Puts the changed rows into the place of the rows that they change.
    private static func apply(_ changes: [PropertyRow], to rows: inout [PropertyRow]) {
        for change in changes {
            guard let index = rows.firstIndex(where: { $0.name == change.name }) else {
                rows.append(change)
                continue
            }
            guard case .coercion(let coercion) = change.definition else {
                rows[index].definition = change.definition
                continue
            }
            if case .term(var term) = rows[index].definition {
                term.coercion = coercion
                rows[index].definition = .term(term)
            }
        }
    }
}
