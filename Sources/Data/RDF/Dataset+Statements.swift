extension Dataset {
    /// The dataset of these statements; what is said twice is kept once.
    public init(_ statements: some Sequence<Statement>) {
        self.init()
        for statement in statements { insert(statement) }
    }

    /// Whether the statement was not there before.
    @discardableResult
    public mutating func insert(_ statement: Statement) -> Bool {
        let subject = term(statement.subject)
        let predicate = term(statement.predicate)
        let object =
            switch statement.object {
            case .resource(let resource): term(resource)
            case .literal(let literal): term(literal)
            }
        let graph = statement.graph.map { term($0) } ?? .defaultGraph
        return insert(Quad(subject: subject, predicate: predicate, object: object, graph: graph))
    }

    private mutating func term(_ resource: Resource) -> TermID {
        switch resource {
        case .iri(let text): iri(texts.intern(text))
        case .blank(let label): blank(texts.intern(label))
        }
    }

    private mutating func term(_ literal: Literal) -> TermID {
        let text = texts.intern(literal.text)
        guard let language = literal.language else {
            return self.literal(text, datatype: texts.intern(literal.datatype))
        }
        return self.literal(
            text, datatype: .rdfLangString, language: texts.intern(language))
    }

    /// How many statements there are.
    public var count: Int { quads.count }

    /// The statements in the order in which they came in.
    public var statements: some Sequence<Statement> {
        quads.lazy.map { quad in
            Statement(
                subject: resource(quad.subject), predicate: resource(quad.predicate),
                object: object(quad.object),
                graph: quad.graph.isDefaultGraph ? nil : resource(quad.graph))
        }
    }

    private func object(_ id: TermID) -> Statement.Object {
        guard case .literal(let lexical, let datatype, let language) = term(id) else {
            return .resource(resource(id))
        }
        let text = texts.string(lexical)
        if let language { return .literal(Literal(text, language: texts.string(language))) }
        return .literal(Literal(text, datatype: texts.string(datatype)))
    }

    private func resource(_ id: TermID) -> Resource {
        switch term(id) {
        case .iri(let text): .iri(texts.string(text))
        case .blank(let label): .blank(texts.string(label))
        // Only objects are literals; a literal elsewhere is shown by its text.
        case .literal(let lexical, _, _): .iri(texts.string(lexical))
        }
    }
}
