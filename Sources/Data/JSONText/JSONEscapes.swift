/// The escape sequences of JSON strings, out of and into octets.
enum JSONEscapes {
    /// The text of content that the parser has accepted.
    static func unescaped(_ content: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(content.count)
        var at = 0
        while at < content.count {
            let byte = unsafe content[at]
            guard byte == UInt8(ascii: "\\"), at + 1 < content.count else {
                out.append(byte)
                at += 1
                continue
            }
            at += 2
            switch unsafe content[at - 1] {
            case UInt8(ascii: "b"): out.append(0x08)
            case UInt8(ascii: "t"): out.append(0x09)
            case UInt8(ascii: "n"): out.append(0x0A)
            case UInt8(ascii: "f"): out.append(0x0C)
            case UInt8(ascii: "r"): out.append(0x0D)
            case UInt8(ascii: "u"): unsafe appendScalar(of: content, at: &at, to: &out)
            case let other: out.append(other)
            }
        }
        return out
    }

    private static func appendScalar(
        of content: UnsafeBufferPointer<UInt8>, at: inout Int, to out: inout [UInt8]
    ) {
        guard let first = unsafe hex4(content, at) else { return }
        at += 4
        var value = first
        if first >= 0xD800, first < 0xDC00, let second = unsafe hex4(content, at + 2) {
            value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
            at += 6
        }
        guard let scalar = Unicode.Scalar(value) else { return }
        out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    /// The value of four hexadecimal digits, or nil.
    static func hex4(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt32? {
        guard at >= 0, at + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for offset in 0..<4 {
            switch unsafe bytes[at + offset] {
            case let digit where digit >= 0x30 && digit <= 0x39:
                value = value << 4 | UInt32(digit - 0x30)
            case let digit where digit >= 0x41 && digit <= 0x46:
                value = value << 4 | UInt32(digit - 0x41 + 10)
            case let digit where digit >= 0x61 && digit <= 0x66:
                value = value << 4 | UInt32(digit - 0x61 + 10)
            default: return nil
            }
        }
        return value
    }

    /// Writes a string in quotes with the shortest escapes (RFC 8785 section 3.2.2.2).
    static func appendQuoted(_ text: some Sequence<UInt8>, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "\""))
        appendEscaped(text, to: &out)
        out.append(UInt8(ascii: "\""))
    }

    private static func appendEscaped(_ text: some Sequence<UInt8>, to out: inout [UInt8]) {
        // Most texts have nothing to escape, and go in at once.
        let isDone = text.withContiguousStorageIfAvailable { bytes in
            guard unsafe bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) else {
                return false
            }
            unsafe out.append(contentsOf: bytes)
            return true
        }
        if isDone == true { return }
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                out.append(UInt8(ascii: "\\"))
                out.append(byte)
            case 0x08: out.append(contentsOf: "\\b".utf8)
            case 0x09: out.append(contentsOf: "\\t".utf8)
            case 0x0A: out.append(contentsOf: "\\n".utf8)
            case 0x0C: out.append(contentsOf: "\\f".utf8)
            case 0x0D: out.append(contentsOf: "\\r".utf8)
            case 0..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                out.append(contentsOf: "\\u00".utf8)
                out.append(digits[Int(byte >> 4)])
                out.append(digits[Int(byte & 15)])
            default: out.append(byte)
            }
        }
    }
}
