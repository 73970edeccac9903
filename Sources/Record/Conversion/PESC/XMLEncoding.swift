import JSONText

/// The encoding of a text in XML.
package enum XMLEncoding {
    /// Whether the octets are of UTF-16 and begin a text in XML: with `<`, behind a byte-order mark
    /// or not.
    package static func isWideMarkup(_ bytes: [UInt8]) -> Bool {
        guard let order = ByteOrder(bytes) else { return false }
        let start = order.hasMark ? 2 : 0
        return bytes.dropFirst(start).prefix(2).contains(UInt8(ascii: "<"))
    }

    /// The same text in UTF-8.
    static func utf8(_ bytes: [UInt8]) throws(XMLFailure.Fault) -> [UInt8] {
        guard bytes.count <= Limits.xmlBytes else { throw .tooLarge }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0]) {
            throw .encoding("UTF-32")
        }
        if let order = ByteOrder(bytes) { return try fromWide(bytes, order) }
        if bytes.prefix(4).contains(0) { throw .encoding("UTF-16 or UTF-32") }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
        guard let name = declared(bytes) else { return bytes }
        switch name.lowercased() {
        case "utf-8", "utf8", "us-ascii", "ascii": return bytes
        case "iso-8859-1", "iso_8859-1", "latin1", "latin-1": return try fromNarrow(bytes, [])
        case "windows-1252", "cp1252": return try fromNarrow(bytes, windows1252)
        case "utf-16", "utf-16le", "utf-16be": throw .notItsEncoding(String(name.prefix(64)))
        case _: throw .encoding(String(name.prefix(64)))
        }
    }

    /// Which octet of two comes first; nil where the text is not in UTF-16.
    private struct ByteOrder {
        let isBig: Bool
        let hasMark: Bool

        init?(_ bytes: [UInt8]) {
            switch (bytes.first, bytes.dropFirst().first) {
            case (0xFE, 0xFF): (isBig, hasMark) = (true, true)
            case (0xFF, 0xFE): (isBig, hasMark) = (false, true)
            case (0, UInt8(ascii: "<")): (isBig, hasMark) = (true, false)
            case (UInt8(ascii: "<"), 0): (isBig, hasMark) = (false, false)
            case _: return nil
            }
        }
    }

    private static func fromWide(
        _ bytes: [UInt8], _ order: ByteOrder
    ) throws(XMLFailure.Fault) -> [UInt8] {
        let start = order.hasMark ? 2 : 0
        guard bytes.count.isMultiple(of: 2) else { throw .notUTF16 }
        let units = stride(from: start, to: bytes.count, by: 2).map { index in
            let pair = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return order.isBig ? pair.0 << 8 | pair.1 : pair.1 << 8 | pair.0
        }
        guard let text = String(validating: units, as: UTF16.self) else { throw .notUTF16 }
        return Array(text.utf8)
    }

    /// What `encoding` of the declaration says. All that may stand in one is ASCII.
    private static func declared(_ bytes: [UInt8]) -> String? {
        guard bytes.starts(with: "<?xml".utf8) else { return nil }
        let head = Array(bytes.prefix(512))
        guard let end = head.firstIndex(of: UInt8(ascii: ">")) else { return nil }
        let words = String(decoding: head[..<end], as: UTF8.self)
            .split { $0 == "\"" || $0 == "'" }
        guard let index = words.firstIndex(where: { $0.contains("encoding") }),
            words.index(after: index) < words.endIndex
        else { return nil }
        return String(words[index + 1])
    }

    /// - Parameter upper: what the octets from 0x80 on are, where not the characters of the same
    ///   numbers; 0 is none.
    private static func fromNarrow(
        _ bytes: [UInt8], _ upper: [UInt32]
    ) throws(XMLFailure.Fault) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + bytes.count / 16)
        for byte in bytes {
            let place = Int(byte) - 0x80
            guard place >= 0 else {
                out.append(byte)
                continue
            }
            let code = upper.indices.contains(place) ? upper[place] : UInt32(byte)
            guard code > 0, let scalar = Unicode.Scalar(code) else { throw .character }
            out += Array(String(Character(scalar)).utf8)
        }
        return out
    }

    /// windows-1252 from 0x80 to 0x9F (WHATWG, but for the five that name nothing).
    private static let windows1252: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
        0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
        0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]
}
