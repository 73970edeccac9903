/// Quads, each once, and the terms and texts that they are made of.
public struct Dataset: Sendable {
    /// Open for interning. Putting another table in its place makes every term meaningless.
    package var texts: TextTable
    /// In the order of their first insertion.
    package private(set) var quads: [Quad] = []

    private(set) var literals: [LiteralRecord] = []
    private var literalSlots: SlotTable
    private var quadSlots: SlotTable
    private var freshBlanks = FreshBlankNodes()

    public init() { self.init(reservingBytes: 0) }

    /// Makes an empty dataset with room for a document of about so many bytes.
    package init(reservingBytes bytes: Int) {
        texts = TextTable(reservingBytes: bytes)
        literalSlots = SlotTable(capacity: bytes / 128)
        quadSlots = SlotTable(capacity: bytes / 64)
    }

    @inlinable
    package func iri(_ symbol: Symbol) -> TermID { .iri(symbol) }

    /// The blank node that the document calls so (the label is without `_:`). Where
    /// ``freshBlank()`` gave this label away before, the node gets another one.
    package mutating func blank(_ label: Symbol) -> TermID {
        freshBlanks.isEmpty ? .blank(label) : .blank(freshBlanks.label(for: label, in: &texts))
    }

    /// A blank node other than all that have been and will be made.
    package mutating func freshBlank() -> TermID {
        .blank(freshBlanks.next(in: &texts))
    }

    /// The language is given exactly when the datatype is ``Symbol/rdfLangString``.
    package mutating func literal(
        _ lexical: Symbol, datatype: Symbol = .xsdString, language: Symbol? = nil
    ) -> TermID {
        let record = LiteralRecord(lexical: lexical, datatype: datatype, language: language)
        let hash = record.hash(seed: literalSlots.seed)
        let (number, isNew) = literals.withUnsafeBufferPointer { literals in
            literalSlots.number(hash: hash, orInsert: literals.count) { literals[$0] == record }
        }
        if isNew {
            precondition(number < TermID.largestNumber, "more literals than numbers for them")
            literals.append(record)
        }
        return .literal(number)
    }

    /// Whether the quad was not there before.
    @discardableResult
    package mutating func insert(_ quad: Quad) -> Bool { place(quad).isNew }

    /// The index of the quad in ``quads``, where it is put if it was not there before.
    package mutating func place(_ quad: Quad) -> (index: Int, isNew: Bool) {
        let hash = quad.hash(seed: quadSlots.seed)
        let (number, isNew) = quads.withUnsafeBufferPointer { quads in
            quadSlots.number(hash: hash, orInsert: quads.count) { quads[$0] == quad }
        }
        if isNew { quads.append(quad) }
        return (number, isNew)
    }

    package func term(_ id: TermID) -> Term {
        if id.isIRI { return .iri(Symbol(id.number)) }
        if id.isBlank { return .blank(Symbol(id.number)) }
        let record = literals[id.number]
        return .literal(
            lexical: record.lexical, datatype: record.datatype, language: record.language)
    }
}

extension Quad {
    @inline(__always)
    func hash(seed: UInt64) -> UInt64 {
        FoldedMultiplyHash.hash(
            UInt64(subject.rawValue) << 32 | UInt64(predicate.rawValue),
            UInt64(object.rawValue) << 32 | UInt64(graph.rawValue), seed: seed)
    }
}
