/// The N-Quads forms of a dataset's terms, each made once, and the quads in terms of them.
final class TermForms: Sendable {
    /// All forms, end to end.
    private let storage: ByteBuffer
    private let ranges: [Range<Int>]
    /// One for each quad of the dataset, at the same index.
    let quads: [NumberedQuad]
    /// The labels of the blank nodes, by their numbers.
    let blanks: [Symbol]
    /// Whether a blank node stands as a predicate, which RDFC-1.0 knows nothing of.
    let hasBlankPredicate: Bool

    init(_ dataset: Dataset) {
        var maker = TermFormMaker(dataset)
        maker.numberNames()
        quads = dataset.quads.map { maker.numbered($0) }
        blanks = maker.blanks
        hasBlankPredicate = maker.hasBlankPredicate
        ranges = maker.ranges
        storage = maker.storage
    }

    /// `body` gets what finds the bytes of a form; they are valid until it returns.
    @inline(__always)
    func withForms<R, E: Error>(_ body: (Forms) throws(E) -> R) throws(E) -> R {
        try unsafe ranges.withUnsafeBufferPointer { ranges throws(E) in
            try unsafe body(Forms(storage: storage.bytes, ranges: ranges))
        }
    }
}

/// The bytes of the forms, while they are borrowed.
@safe struct Forms {
    let storage: UnsafeRawBufferPointer
    let ranges: UnsafeBufferPointer<Range<Int>>

    @inline(__always)
    subscript(_ code: TermCode) -> UnsafeRawBufferPointer {
        unsafe UnsafeRawBufferPointer(rebasing: storage[ranges[code.number]])
    }
}
