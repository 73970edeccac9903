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
        quadSlots = SlotTable(capacity: bytes / 24)
        literals.reserveCapacity(bytes / 128)
        quads.reserveCapacity(bytes / 32)
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
        if let known = number(of: record, hash: hash) { return .literal(known) }
        let number = literals.count
        if literalSlots.isFull {
            literalSlots = literalSlots.grown { literals[$0].hash(seed: literalSlots.seed) }
        }
        literalSlots.insert(number, hash: hash)
        literals.append(record)
        return .literal(number)
    }

    /// Whether the quad was not there before.
    @discardableResult
    package mutating func insert(_ quad: Quad) -> Bool { place(quad).isNew }

    /// The index of the quad in ``quads``, where it is put if it was not there before.
    package mutating func place(_ quad: Quad) -> (index: Int, isNew: Bool) {
        let hash = quad.hash(seed: quadSlots.seed)
        if let known = number(of: quad, hash: hash) { return (known, false) }
        let number = quads.count
        if quadSlots.isFull {
            quadSlots = quadSlots.grown { quads[$0].hash(seed: quadSlots.seed) }
        }
        quadSlots.insert(number, hash: hash)
        quads.append(quad)
        return (number, true)
    }

    @inline(__always)
    private func number(of record: LiteralRecord, hash: UInt64) -> Int? {
        unsafe literals.withUnsafeBufferPointer { literals in
            literalSlots.number(hash: hash) { unsafe literals[$0] == record }
        }
    }

    @inline(__always)
    private func number(of quad: Quad, hash: UInt64) -> Int? {
        unsafe quads.withUnsafeBufferPointer { quads in
            quadSlots.number(hash: hash) { unsafe quads[$0] == quad }
        }
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
