import Mustache

/// Escapes text for HTML by code unit.
///
/// The library's own escaping goes by grapheme cluster, so that a quotation mark followed by a
/// combining accent passes it unescaped and ends an attribute. Every template names this one.
struct HTMLEscaping: MustacheContentType {
    static let name = "RECORD"

    func escapeText(_ text: String) -> String { Self.escaped(text) }

    static func escaped(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { entity(for: $0) == nil }
        guard !isPlain else { return text }
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count + 16)
        append(text, to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    static func append(_ text: String, to out: inout [UInt8]) {
        for byte in text.utf8 {
            if let entity = entity(for: byte) {
                out.append(contentsOf: entity.utf8)
            } else {
                out.append(byte)
            }
        }
    }

    private static func entity(for byte: UInt8) -> StaticEntity? {
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

    private typealias StaticEntity = String
}
