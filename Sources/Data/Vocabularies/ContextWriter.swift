import JSONText

/// Writes context documents from a term table.
struct ContextWriter {
    let table: TermTable

    /// The document for a context.
    func document(for row: ContextRow) -> JSON {
        let context = ResolvedContext(row, in: table)
        var members = context.opening.map { (name: $0.name, value: $0.value) }
        members += terms(context.terms, context, 0)
        for row in context.classes {
            guard let iri = row.iri else { continue }
            members.append((name: row.name.string, value: type(row, iri, context)))
        }
        for alias in context.aliases {
            members.append((name: alias.name.string, value: .string(alias.iri)))
        }
        return ["@context": .object(members)]
    }

    /// A class as a term; its properties are the context that holds inside it.
    private func type(_ row: ClassRow, _ iri: String, _ context: ResolvedContext) -> JSON {
        guard row.properties.contains(where: { $0.definition != nil }) else { return .string(iri) }
        return ["@id": .string(iri), "@context": scope(row, context, 0)]
    }

    private func scope(_ row: ClassRow, _ context: ResolvedContext, _ depth: Int) -> JSON {
        let opening = context.every ?? row.opening ?? []
        return .object(
            opening.map { (name: $0.name, value: $0.value) }
                + terms(row.properties, context, depth))
    }

    private func terms(
        _ rows: [PropertyRow], _ context: ResolvedContext, _ depth: Int
    ) -> [(name: String, value: JSON)] {
        rows.compactMap { row in
            guard case .term(let term) = row.definition else { return nil }
            return (name: row.name.string, value: definition(term, context, depth))
        }
    }

    private func definition(_ term: Term, _ context: ResolvedContext, _ depth: Int) -> JSON {
        var members: [(name: String, value: JSON)] = [("@id", .string(term.iri))]
        if let coercion = term.coercion { members.append(("@type", .string(coercion))) }
        if let only = term.containers.first {
            let all = term.containers.map { JSON.string($0) }
            members.append(("@container", all.count == 1 ? .string(only) : .array(all)))
        }
        switch term.scope {
        case .none: break
        case .null: members.append(("@context", .null))
        case .named(let name):
            guard depth < 8, let row = table.scope(named: name) else { break }
            members.append(("@context", scope(row, context, depth + 1)))
        }
        return .object(members)
    }
}
