/// The tape of a document without ownership, for loops that must not count references.
///
/// Valid only while its document lives: whoever holds one also holds the document. Places are
/// the `index` of a ``JSONValue``.
@frozen @safe package struct JSONTape {
    @usableFromInline let bytes: UnsafePointer<UInt8>
    @usableFromInline let entries: UnsafePointer<JSONDocument.Entry>

    @inlinable package init(_ document: JSONDocument) {
        unsafe bytes = unsafe document.bytesBase
        unsafe entries = unsafe document.tapeBase
    }

    @inlinable package func kind(_ place: Int) -> JSONValue.Kind { unsafe entries[place].kind }
    @inlinable package func count(_ place: Int) -> Int { unsafe entries[place].count }
    @inlinable package func next(_ place: Int) -> Int { unsafe Int(entries[place].next) }
    @inlinable package func isEscaped(_ place: Int) -> Bool { unsafe entries[place].isEscaped }

    /// Octets between the quotes of a string, or of the whole of any other value.
    @inlinable package func content(_ place: Int) -> UnsafeBufferPointer<UInt8> {
        let entry = unsafe entries[place]
        return unsafe UnsafeBufferPointer(
            start: bytes + Int(entry.offset), count: Int(entry.length))
    }

    @inlinable package func isTrue(_ place: Int) -> Bool {
        unsafe bytes[Int(entries[place].offset)] == UInt8(ascii: "t")
    }
}
