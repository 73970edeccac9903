/// The characters of XML 1.0, and the references to them.
enum XMLText {
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    /// Octets of a name. Which characters beyond ASCII may begin or be in one is not asked.
    static func isName(_ byte: UInt8) -> Bool {
        beginsName(byte) || byte &- 0x30 < 10 || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".")
    }

    static func beginsName(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 || byte == UInt8(ascii: "_")
    }

    /// Section 2.2, production Char.
    static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    /// The first octet that is not UTF-8, or begins a character that XML does not have.
    static func firstFault(in bytes: [UInt8]) -> (fault: SVGFault, offset: Int)? {
        var position = 0
        while position < bytes.count {
            let length = UTF8Form.characterLength(bytes, at: position)
            guard length > 0 else { return (.notUTF8, position) }
            let byte = bytes[position]
            let isControl = byte < 0x20 && !isSpace(byte)
            // U+FFFE and U+FFFF.
            let isNoCharacter =
                byte == 0xEF && bytes[position + 1] == 0xBF && bytes[position + 2] >= 0xBE
            guard !isControl, !isNoCharacter else { return (.character, position) }
            position += length
        }
        return nil
    }

    /// Line ends as XML hands them on (section 2.11): all of them are LF.
    static func withPlainLineEnds(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard bytes.contains(0x0D) else { return Array(bytes) }
        var out: [UInt8] = []
        var last: UInt8 = 0
        for byte in bytes {
            if byte == 0x0D {
                out.append(0x0A)
            } else if byte != 0x0A || last != 0x0D {
                out.append(byte)
            }
            last = byte
        }
        return out
    }

    private static let predefined: [(name: String, byte: UInt8)] = [
        ("lt", 0x3C), ("gt", 0x3E), ("amp", 0x26), ("apos", 0x27), ("quot", 0x22),
    ]

    /// What a reference means, by the text between `&` and `;`.
    static func meaning(_ name: ArraySlice<UInt8>) throws(SVGFault) -> [UInt8] {
        if name.first == UInt8(ascii: "#") { return try character(name.dropFirst()) }
        let known = predefined.first { name.elementsEqual($0.name.utf8) }
        guard let known else {
            throw .entity(String(decoding: name.prefix(64), as: UTF8.self))
        }
        return [known.byte]
    }

    private static func character(_ digits: ArraySlice<UInt8>) throws(SVGFault) -> [UInt8] {
        let isHexadecimal = digits.first == UInt8(ascii: "x")
        let text = String(decoding: digits.dropFirst(isHexadecimal ? 1 : 0), as: UTF8.self)
        guard text.utf8.first != UInt8(ascii: "+"), text.utf8.first != UInt8(ascii: "-"),
            let number = UInt32(text, radix: isHexadecimal ? 16 : 10),
            let scalar = Unicode.Scalar(number), isCharacter(scalar)
        else { throw .characterReference }
        return Array(String(Character(scalar)).utf8)
    }
}
