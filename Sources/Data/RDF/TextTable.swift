/// An arena of byte strings in which each is kept once, but for the labels that ``FreshBlankNodes``
/// makes up.
///
/// Texts are compared by their bytes alone: two spellings that Unicode holds to be canonically
/// equivalent are two symbols.
@usableFromInline package struct TextTable: Sendable {
    @usableFromInline var storage: [UInt8] = []
    /// Where each text starts in `storage`, and where the last one ends. In four octets, because they are
    /// read at random and should stay in the cache.
    @usableFromInline var offsets: [UInt32] = [0]
    private var slots: SlotTable
    /// Whether a text looks like a label of ``FreshBlankNodes``.
    private(set) var holdsNumberedLabels = false

    static let largestByteCount = Int(UInt32.max)

    package init() { self.init(reservingBytes: 0) }

    /// Makes an empty table with room for about so many bytes of text, and for one text to look
    /// for among each so many.
    package init(reservingBytes bytes: Int, bytesPerText: Int = 64) {
        self = Self.wellKnown
        if bytes > bytesPerText * 64 {
            slots = slots.grown(to: bytes / bytesPerText, hashOf: hash(of:))
        }
        storage.reserveCapacity(bytes + 512)
        offsets.reserveCapacity(bytes / 64 + 64)
    }

    /// What every table begins with.
    private static let wellKnown = TextTable(texts: Symbol.wellKnownTexts)

    private init(texts: [StaticString]) {
        slots = SlotTable()
        for text in texts {
            text.withUTF8Buffer { _ = unsafe intern($0) }
        }
    }

    private func hash(of number: Int) -> UInt64 {
        unsafe withBytes(of: Symbol(number)) {
            unsafe FoldedMultiplyHash.hash(UnsafeRawBufferPointer($0), seed: slots.seed)
        }
    }

    @inlinable
    package var count: Int { offsets.count &- 1 }

    /// The sum of the lengths of all texts: what a caller that joins texts has to bound.
    @inlinable
    package var byteCount: Int { storage.count }

    package mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Symbol {
        let hash = unsafe FoldedMultiplyHash.hash(UnsafeRawBufferPointer(bytes), seed: slots.seed)
        if let known = unsafe number(of: bytes, hash: hash) { return Symbol(known) }
        if slots.isFull { slots = slots.grown(hashOf: self.hash(of:)) }
        slots.insert(count, hash: hash)
        if unsafe FreshBlankNodes.isNumbered(bytes) { holdsNumberedLabels = true }
        return unsafe append(bytes)
    }

    /// Keeps a text that nobody will look for. It is another symbol than that of the same text
    /// where somebody did.
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Symbol {
        let next = count
        precondition(
            storage.count + bytes.count <= Self.largestByteCount, "more text than offsets for it")
        unsafe storage.append(contentsOf: bytes)
        offsets.append(UInt32(truncatingIfNeeded: storage.count))
        return Symbol(next)
    }

    /// Whether the text was interned.
    func holds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let hash = unsafe FoldedMultiplyHash.hash(UnsafeRawBufferPointer(bytes), seed: slots.seed)
        return unsafe number(of: bytes, hash: hash) != nil
    }

    @inline(__always)
    private func number(of bytes: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int? {
        let bytes = UnsafeRawBufferPointer(bytes)
        return unsafe storage.withUnsafeBytes { stored in
            unsafe offsets.withUnsafeBufferPointer { offsets in
                slots.number(hash: hash) { candidate in
                    let range = unsafe Int(offsets[candidate])..<Int(offsets[candidate &+ 1])
                    return unsafe stored[range].holdsSameBytes(as: bytes)
                }
            }
        }
    }

    package mutating func intern(_ text: String) -> Symbol {
        var text = text
        return text.withUTF8 { unsafe intern($0) }
    }

    package mutating func intern(_ bytes: [UInt8]) -> Symbol {
        unsafe bytes.withUnsafeBufferPointer { unsafe intern($0) }
    }

    @inlinable
    package func withBytes<R>(
        of symbol: Symbol, _ body: (UnsafeBufferPointer<UInt8>) throws -> R
    ) rethrows -> R {
        let range = Int(offsets[symbol.index])..<Int(offsets[symbol.index &+ 1])
        return try unsafe storage.withUnsafeBufferPointer {
            try unsafe body(UnsafeBufferPointer(rebasing: $0[range]))
        }
    }

    package func string(_ symbol: Symbol) -> String {
        unsafe withBytes(of: symbol) { unsafe String(decoding: $0, as: UTF8.self) }
    }

    package func bytes(_ symbol: Symbol) -> [UInt8] {
        unsafe withBytes(of: symbol) { unsafe Array($0) }
    }
}
