/// A JSON text that has been read: the octets as they came, and a flat tape of what they say.
///
/// Nothing is copied out of the octets while reading, and nothing is written back: number text,
/// member order and white space stay as they were received.
@safe public final class JSONDocument: @unchecked Sendable {
    public let bytes: [UInt8]
    @usableFromInline let tape: [Entry]
    // Both arrays are `let`s of this object and never change: their storage does not move while
    // the object lives, so that readers may hold these pointers beside the object itself.
    @usableFromInline let bytesBase: UnsafePointer<UInt8>
    @usableFromInline let tapeBase: UnsafePointer<Entry>

    /// One value or member name.
    @usableFromInline struct Entry {
        /// First octet: of the content for strings, of the value for everything else.
        @usableFromInline var offset: UInt32
        /// Octets of the content (strings) or of the whole value.
        @usableFromInline var length: UInt32
        /// Index of the entry that follows this value and all inside it.
        @usableFromInline var next: UInt32
        /// Kind in the lower three bits, then "has escapes", then the count of members.
        @usableFromInline var info: UInt32

        @usableFromInline
        init(kind: JSONValue.Kind, offset: Int, length: Int, next: Int, escaped: Bool = false) {
            self.offset = UInt32(truncatingIfNeeded: offset)
            self.length = UInt32(truncatingIfNeeded: length)
            self.next = UInt32(truncatingIfNeeded: next)
            info = UInt32(kind.rawValue) | (escaped ? 8 : 0)
        }

        @inlinable var kind: JSONValue.Kind {
            JSONValue.Kind(rawValue: UInt8(truncatingIfNeeded: info & 7)) ?? .null
        }
        @inlinable var isEscaped: Bool { info & 8 != 0 }
        @inlinable var count: Int { Int(info >> 4) }
    }

    /// Reads a text strictly (RFC 8259, I-JSON member names): duplicate names, bad UTF-8, lone
    /// surrogates and whatever passes the limits are refused.
    public init(
        parsing bytes: [UInt8], maximumBytes: Int = Limits.jsonBytes,
        maximumDepth: Int = Limits.jsonDepth
    ) throws(JSONError) {
        let limit = min(maximumBytes, Int(UInt32.max >> 1))
        let tape = try JSONParser.tape(of: bytes, maximumBytes: limit, maximumDepth: maximumDepth)
        guard let bytesBase = unsafe bytes.withUnsafeBufferPointer(unsafe \.baseAddress),
            let tapeBase = unsafe tape.withUnsafeBufferPointer(unsafe \.baseAddress)
        else {
            throw JSONError(reason: .empty, offset: 0, line: 1, column: 1, pointer: JSONPointer())
        }
        self.bytes = bytes
        self.tape = tape
        unsafe self.bytesBase = unsafe bytesBase
        unsafe self.tapeBase = unsafe tapeBase
    }

    @inlinable public var root: JSONValue { JSONValue(document: self, index: 0) }

    /// Line and column, from 1, of an octet.
    public func position(of offset: Int) -> (line: Int, column: Int) {
        Self.position(of: offset, in: bytes)
    }

    static func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
        var line = 1
        var column = 1
        for byte in bytes.prefix(offset) {
            if byte == 0x0A {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return (line, column)
    }
}
