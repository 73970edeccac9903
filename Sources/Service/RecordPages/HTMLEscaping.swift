/// Escapes text for HTML by code unit: a quotation mark followed by a combining accent is one
/// character to a reader, and ends an attribute all the same.
enum HTMLEscaping {
    static func append(_ text: String, to out: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for (index, byte) in bytes.enumerated() {
                guard let entity = entity(for: byte) else { continue }
                out.append(contentsOf: bytes[start..<index])
                out.append(contentsOf: entity.utf8)
                start = index + 1
            }
            out.append(contentsOf: bytes[start...])
        }
    }

    private static func entity(for byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case 0: "\u{FFFD}"
        default: nil
        }
    }
}
