import JSONText
import Multiformat

/// `data:` URLs (RFC 2397).
enum DataURL {
    /// Whether it is one, by its scheme.
    static func isOne(_ url: String) -> Bool {
        url.utf8.prefix(5).map { $0 | 0x20 }.elementsEqual("data:".utf8.map { $0 | 0x20 })
    }

    /// What the URL holds; nil where it is another URL, or malformed.
    static func octets(of url: String) -> [UInt8]? {
        let text = Array(url.utf8)
        guard text.starts(with: "data:".utf8), let comma = text.firstIndex(of: UInt8(ascii: ","))
        else { return nil }
        guard let content = unescaped(text[(comma + 1)...]) else { return nil }
        let mark = Array(";base64".utf8)
        guard text[..<comma].suffix(mark.count).elementsEqual(mark) else { return content }
        return try? Base64.decode(content)
    }

    private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        var rest = text
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                out.append(byte)
                continue
            }
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            guard rest.count >= 2, let value = UInt8(digits, radix: 16) else { return nil }
            out.append(value)
            rest = rest.dropFirst(2)
        }
        return out
    }
}
