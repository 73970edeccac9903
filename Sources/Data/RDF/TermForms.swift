/// The N-Quads forms of a dataset's terms, each made once, and the quads in terms of them.
final class TermForms: Sendable {
    /// All forms, end to end.
    private let storage: ByteBuffer
    private let spans: [FormSpan]
    /// Forms with a number below this one are numbered in the order of their bytes.
    private let endOfNames: UInt32
    /// One for each quad of the dataset, at the same index.
    let quads: [NumberedQuad]
    /// The blank nodes, by their numbers.
    let blanks: [TermID]
    /// How many quads mention each of them.
    let mentions: [Int32]
    /// How many octets the quads have as lines, by the shortest labels of blank nodes.
    let length: Int
    /// Whether a blank node stands as a predicate, which RDFC-1.0 knows nothing of.
    let hasBlankPredicate: Bool
    /// Whether all forms together are too long for the places that are kept of them.
    let isTooLong: Bool

    init(_ dataset: Dataset) {
        var maker = TermFormMaker(dataset)
        maker.numberNames(of: dataset.quads)
        endOfNames = UInt32(truncatingIfNeeded: maker.spans.count)
        quads = dataset.quads.map { maker.numbered($0) }
        blanks = maker.blanks
        mentions = maker.mentions
        length = maker.length
        hasBlankPredicate = maker.hasBlankPredicate
        isTooLong = maker.storage.count > FormSpan.largestPlace
        spans = maker.spans
        storage = maker.storage
    }

    /// `body` gets what finds the bytes of a form; they are valid until it returns.
    @inline(__always)
    func withForms<R, E: Error>(_ body: (Forms) throws(E) -> R) throws(E) -> R {
        try unsafe spans.withUnsafeBufferPointer { spans throws(E) in
            try unsafe body(
                Forms(storage: storage.bytes, spans: spans, endOfNames: endOfNames))
        }
    }
}

/// The bytes of the forms, while they are borrowed.
@safe struct Forms {
    let storage: UnsafeRawBufferPointer
    let spans: UnsafeBufferPointer<FormSpan>
    let endOfNames: UInt32

    @inline(__always)
    subscript(_ code: TermCode) -> UnsafeRawBufferPointer {
        unsafe UnsafeRawBufferPointer(rebasing: storage[spans[code.number].range])
    }
}

/// Where a form stands among all, in as few octets as do: they are read at random.
struct FormSpan: Sendable {
    let start: UInt32
    let end: UInt32

    static let largestPlace = Int(UInt32.max)

    @inline(__always)
    init(_ start: Int, _ end: Int) {
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: end)
    }

    @inline(__always)
    var range: Range<Int> { Int(start)..<Int(end) }
}
