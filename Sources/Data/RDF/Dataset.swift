/// Quads, each once, and the terms and texts that they are made of.
public struct Dataset: Sendable {
    /// Open for interning. Putting another table in its place makes every term meaningless.
    package var texts: TextTable
    /// In the order of their first insertion.
    package private(set) var quads: [Quad] = []

    private(set) var literals: [LiteralRecord] = []
    /// The literals whose text another one had before.
    private var literalSlots = SlotTable()
    private var quadSlots: SlotTable
    /// Whether no quad stands outside the slots.
    private var listsAll = true
    /// Whether none may.
    private var mustListAll = false
    private var uses = TextUses()
    private var freshBlanks = FreshBlankNodes()

    public init() { self.init(reservingBytes: 0) }

    /// Makes an empty dataset with room for a document of about so many bytes. More texts are looked
    /// for in those that name their blank nodes.
    package init(reservingBytes bytes: Int, namesBlankNodes: Bool = true) {
        texts = TextTable(reservingBytes: bytes, bytesPerText: namesBlankNodes ? 64 : 96)
        quadSlots = SlotTable(capacity: bytes / (namesBlankNodes ? 96 : 384))
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
        guard let first = uses.literal(of: lexical, else: literals.count, in: texts) else {
            literals.append(record)
            return .literal(literals.count - 1)
        }
        return .literal(literals[first] == record ? first : numberAmongOthers(of: record))
    }

    private mutating func numberAmongOthers(of record: LiteralRecord) -> Int {
        let hash = record.hash(seed: literalSlots.seed)
        if let known = number(of: record, hash: hash) { return known }
        if literalSlots.isFull {
            literalSlots = literalSlots.grown { literals[$0].hash(seed: literalSlots.seed) }
        }
        literalSlots.insert(literals.count, hash: hash)
        literals.append(record)
        return literals.count - 1
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

    /// Says that a node with a name is told of from here on. If it was before, its quads are listed from
    /// now on; else they need not be, as long as nobody else tells of it.
    package mutating func beginDescription(of subject: TermID) {
        for quad in uses.beginDescription(of: subject, in: texts) { list(ifMissing: quad) }
    }

    /// Puts a quad of a node with a name whose description has begun, and which tells of this property
    /// nowhere else in it.
    package mutating func appendDescribing(_ quad: Quad) {
        if mustListAll || uses.listsDescriptions(of: quad.subject) {
            insertAmongListed(quad)
        } else {
            listsAll = false
            uses.note(quads.count, of: quad.subject)
            quads.append(quad)
        }
    }

    private mutating func list(ifMissing number: Int) {
        let hash = quads[number].hash(seed: quadSlots.seed)
        if self.number(of: quads[number], hash: hash) == nil { list(number, hash: hash) }
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
