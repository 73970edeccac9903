extension NQuadsReader {
    /// BLANK_NODE_LABEL; full stops at its end belong to the statement.
    mutating func blankNode() throws(NQuadsFault) -> TermID {
        let start = position
        guard unsafe position + 2 < bytes.count, unsafe bytes[position + 1] == UInt8(ascii: ":")
        else {
            throw fault(.invalidBlankNodeLabel, at: start)
        }
        let first = position + 2
        let head = unsafe BlankNodeLabel.head(in: bytes, at: first)
        guard head > 0 else { throw fault(.invalidBlankNodeLabel, at: start) }
        position = first + head
        var end = position
        while true {
            let length = unsafe BlankNodeLabel.tail(in: bytes, at: position)
            if length > 0 {
                position &+= length
                end = position
            } else if current == UInt8(ascii: ".") {
                position &+= 1
            } else {
                break
            }
        }
        position = end
        return unsafe dataset.blank(dataset.texts.intern(rebased(first..<end)))
    }
}

/// The characters of a blank node label in well-formed UTF-8.
enum BlankNodeLabel {
    /// The length in bytes of the PN_CHARS_U or digit here, or zero.
    static func head(in bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
        guard position < bytes.count else { return 0 }
        let byte = unsafe bytes[position]
        if byte < 0x80 {
            let isHead =
                ByteSet.lettersAndDigits.contains(byte) || byte == UInt8(ascii: "_")
                || byte == UInt8(ascii: ":")
            return isHead ? 1 : 0
        }
        let (value, length) = unsafe decode(bytes, at: position)
        return isBase(value) ? length : 0
    }

    /// The length in bytes of the PN_CHARS here, or zero.
    static func tail(in bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
        let length = unsafe head(in: bytes, at: position)
        if length > 0 { return length }
        guard position < bytes.count else { return 0 }
        if unsafe bytes[position] < 0x80 {
            return unsafe bytes[position] == UInt8(ascii: "-") ? 1 : 0
        }
        let (value, extended) = unsafe decode(bytes, at: position)
        switch value {
        case 0xb7, 0x300...0x36f, 0x203f...0x2040: return extended
        default: return 0
        }
    }

    /// PN_CHARS_BASE beyond ASCII.
    private static func isBase(_ value: UInt32) -> Bool {
        switch value {
        case 0xc0...0xd6, 0xd8...0xf6, 0xf8...0x2ff, 0x370...0x37d, 0x37f...0x1fff,
            0x200c...0x200d, 0x2070...0x218f, 0x2c00...0x2fef, 0x3001...0xd7ff,
            0xf900...0xfdcf, 0xfdf0...0xfffd, 0x10000...0xeffff:
            true
        default:
            false
        }
    }

    private static func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, at position: Int
    ) -> (value: UInt32, length: Int) {
        let lead = unsafe bytes[position]
        let length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
        guard position + length <= bytes.count else { return (0, 0) }
        var value = UInt32(lead) & (length == 2 ? 0x1f : length == 3 ? 0x0f : 0x07)
        for place in position + 1..<position + length {
            value = unsafe value << 6 | UInt32(bytes[place] & 0x3f)
        }
        return (value, length)
    }
}
