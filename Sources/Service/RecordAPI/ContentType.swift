import JSONText

/// The `Content-Type` of a body (RFC 9110 section 8.3.1).
struct ContentType {
    /// Lower case, such as `multipart/form-data`.
    let essence: Text
    private let parameters: [(name: Text, value: String)]

    init(_ value: String) {
        let parts = Self.split(value)
        essence = Text(Self.trimmed(parts.first ?? []).lowercased())
        parameters = parts.dropFirst().compactMap { part in
            guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            let name = Self.trimmed(Array(part[..<equals])).lowercased()
            return (Text(name), Self.unquoted(Self.trimmed(Array(part[(equals + 1)...]))))
        }
    }

    func parameter(_ name: Text) -> String? {
        parameters.first { $0.name == name }?.value
    }

    var isMultipartForm: Bool { essence == "multipart/form-data" }
    var isURLEncodedForm: Bool { essence == "application/x-www-form-urlencoded" }

    /// Whether a credential may come as this. Many clients name a type that only says "some
    /// text" or "some octets"; what can't be one is refused before it is read.
    var mayHoldCredential: Bool {
        let name = essence.string.utf8
        if name.isEmpty || name.starts(with: "text/".utf8) || isURLEncodedForm { return true }
        let known: [Text] = [
            "application/octet-stream", "application/jose", "application/jwt", "application/vc",
            "image/png", "image/svg+xml", "application/json",
        ]
        return known.contains(essence)
            || (name.starts(with: "application/".utf8)
                && ["+json", "+jwt", "+sd-jwt", "+jose", "+ld"].contains {
                    name.suffix($0.utf8.count).elementsEqual($0.utf8)
                })
    }

    /// Splits at semicolons outside quotes.
    private static func split(_ value: String) -> [[UInt8]] {
        var parts: [[UInt8]] = [[]]
        var isQuoted = false
        var isEscaped = false
        for byte in value.utf8 {
            if byte == UInt8(ascii: ";"), !isQuoted {
                parts.append([])
                continue
            }
            if byte == UInt8(ascii: "\""), !isEscaped { isQuoted.toggle() }
            isEscaped = isQuoted && byte == UInt8(ascii: "\\") && !isEscaped
            parts[parts.count - 1].append(byte)
        }
        return parts
    }

    private static func trimmed(_ bytes: [UInt8]) -> String {
        var text = bytes[...]
        while text.first == 0x20 || text.first == 0x09 { text.removeFirst() }
        while text.last == 0x20 || text.last == 0x09 { text.removeLast() }
        return String(decoding: text, as: UTF8.self)
    }

    private static func unquoted(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.count >= 2, bytes.first == UInt8(ascii: "\""), bytes.last == bytes.first else {
            return text
        }
        var plain: [UInt8] = []
        var isEscaped = false
        for byte in bytes.dropFirst().dropLast() {
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            if !isEscaped { plain.append(byte) }
        }
        return String(decoding: plain, as: UTF8.self)
    }
}
