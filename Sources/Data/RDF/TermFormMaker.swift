/// Makes the forms: the default graph's empty one, then the IRIs that stand as subject,
/// predicate or graph in the order of their bytes, then the others as they come.
struct TermFormMaker: ~Copyable {
    private let texts: TextTable
    private let literals: [LiteralRecord]
    var storage: ByteBuffer
    var spans = [FormSpan(0, 0)]
    var blanks: [TermID] = []
    var hasBlankPredicate = false
    /// How many quads mention each blank node.
    var mentions: [Int32] = []
    /// How many octets the quads have as lines, by the shortest labels of blank nodes.
    var length = 0
    /// The form's or the blank node's number plus one, by symbol or by literal.
    private var iriNumbers: [UInt32]
    private var blankNumbers: [UInt32] = []
    private var literalNumbers: [UInt32]

    init(_ dataset: Dataset) {
        texts = dataset.texts
        literals = dataset.literals
        storage = ByteBuffer(capacity: dataset.texts.byteCount + dataset.texts.count * 4)
        iriNumbers = [UInt32](repeating: 0, count: dataset.texts.count)
        literalNumbers = [UInt32](repeating: 0, count: dataset.literals.count)
        spans.reserveCapacity(dataset.texts.count)
    }

    /// Numbers the IRIs whose order matters. No form is a prefix of another one, because `>` ends
    /// it and is not in it, so their order is that of the lines they stand in.
    mutating func numberNames(of quads: [Quad]) {
        var names: [FormedName] = []
        for quad in quads {
            note(quad.subject, in: &names)
            note(quad.predicate, in: &names)
            note(quad.graph, in: &names)
        }
        NameOrder.sort(&names, of: storage)
        for name in names {
            iriNumbers[name.symbol.index] = nextNumber
            spans.append(name.form)
        }
    }

    private mutating func note(_ term: TermID, in names: inout [FormedName]) {
        guard term.isIRI, iriNumbers[term.number] == 0 else { return }
        iriNumbers[term.number] = .max
        let symbol = Symbol(term.number)
        names.append(FormedName(symbol: symbol, form: formIRI(symbol)))
    }

    mutating func numbered(_ quad: Quad) -> NumberedQuad {
        if quad.predicate.isBlank { hasBlankPredicate = true }
        let numbered = NumberedQuad(
            subject: code(quad.subject), predicate: code(quad.predicate),
            object: code(quad.object), graph: code(quad.graph))
        numbered.forEachBlank { mentions[$0] &+= 1 }
        length &+= 6 &+ length(numbered.subject) &+ length(numbered.predicate)
        length &+= length(numbered.object) &+ length(numbered.graph)
        return numbered
    }

    @inline(__always)
    private func length(_ code: TermCode) -> Int {
        code.isBlank ? 7 : spans[code.number].range.count
    }

    private mutating func code(_ term: TermID) -> TermCode {
        if term.isDefaultGraph { return .defaultGraph }
        if term.isBlank { return blankCode(term) }
        if term.isLiteral { return literalCode(term.number) }
        if iriNumbers[term.number] == 0 {
            iriNumbers[term.number] = nextNumber
            spans.append(formIRI(Symbol(term.number)))
        }
        return TermCode(form: Int(iriNumbers[term.number]) &- 1)
    }

    private mutating func blankCode(_ term: TermID) -> TermCode {
        let number = term.number
        if blankNumbers.isEmpty { blankNumbers = [UInt32](repeating: 0, count: iriNumbers.count) }
        if blankNumbers[number] == 0 {
            blanks.append(term)
            mentions.append(0)
            blankNumbers[number] = UInt32(truncatingIfNeeded: blanks.count)
        }
        return TermCode(blank: Int(blankNumbers[number]) &- 1)
    }

    private mutating func literalCode(_ number: Int) -> TermCode {
        if literalNumbers[number] == 0 {
            let start = storage.count
            literalNumbers[number] = nextNumber
            NQuadsWriter.append(
                literal: literals[number], of: texts, to: &storage)
            spans.append(FormSpan(start, storage.count))
        }
        return TermCode(form: Int(literalNumbers[number]) &- 1)
    }

    private var nextNumber: UInt32 { UInt32(truncatingIfNeeded: spans.count) &+ 1 }

    private mutating func formIRI(_ symbol: Symbol) -> FormSpan {
        let start = storage.count
        unsafe texts.withBytes(of: symbol) {
            unsafe NQuadsWriter.append(iri: UnsafeRawBufferPointer($0), to: &storage)
        }
        return FormSpan(start, storage.count)
    }
}
