/// Quads, each once, and the terms and texts that they are made of.
public struct Dataset: Sendable {
    /// Open for interning. Putting another table in its place makes every term meaningless.
    package var texts: TextTable
    /// In the order of their first insertion.
    package private(set) var quads: [Quad] = []

    private(set) var literals: [LiteralRecord] = []
    private var literalSlots: SlotTable
    private var quadSlots: SlotTable
    /// Whether no quad stands outside the slots.
    private var listsAll = true
    /// Whether none may.
    private var mustListAll = false
    private var freshBlanks = FreshBlankNodes()

    public init() { self.init(reservingBytes: 0) }

    /// Makes an empty dataset with room for a document of about so many bytes. More texts are looked
    /// for in those that name their blank nodes.
    package init(reservingBytes bytes: Int, namesBlankNodes: Bool = true) {
        texts = TextTable(reservingBytes: bytes, bytesPerText: namesBlankNodes ? 64 : 96)
        literalSlots = SlotTable(capacity: bytes / 128)
        quadSlots = SlotTable(capacity: bytes / 96)
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
        .freshBlank(freshBlanks.next(in: &texts))
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
    package mutating func insert(_ quad: Quad) -> Bool {
        mustListAll = true
        if !listsAll { listAll() }
        return insertAmongListed(quad)
    }

    /// Like ``insert(_:)``, of a quad that cannot be one of those that were appended.
    @discardableResult
    package mutating func insertAmongListed(_ quad: Quad) -> Bool {
        let hash = quad.hash(seed: quadSlots.seed)
        if number(of: quad, hash: hash) != nil { return false }
        list(quads.count, hash: hash)
        quads.append(quad)
        return true
    }

    /// Puts a quad that cannot be there, as where it mentions a node of ``freshBlank()`` and comes
    /// from the one place that tells of that node. Until ``insert(_:)`` is called, such quads stay out
    /// of the table in which quads are looked for: of a large one little is in the cache.
    package mutating func append(_ quad: Quad) {
        if mustListAll {
            insertAmongListed(quad)
        } else {
            listsAll = false
            quads.append(quad)
        }
    }

    /// Lists quads that were appended.
    mutating func list(from start: Int) {
        for number in start..<quads.count {
            list(number, hash: quads[number].hash(seed: quadSlots.seed))
        }
    }

    private mutating func list(_ number: Int, hash: UInt64) {
        if quadSlots.isFull {
            quadSlots = quadSlots.grown { quads[$0].hash(seed: quadSlots.seed) }
        }
        quadSlots.insert(number, hash: hash)
    }

    @inline(never)
    private mutating func listAll() {
        quadSlots = SlotTable(capacity: quads.count * 2)
        listsAll = true
        list(from: 0)
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
