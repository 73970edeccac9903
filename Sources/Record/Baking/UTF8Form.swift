/// Well-formed UTF-8 (Unicode, table 3-7).
enum UTF8Form {
    /// The offset of the first octet that belongs to no character.
    static func firstFault(in bytes: [UInt8]) -> Int? {
        var position = 0
        while position < bytes.count {
            let length = characterLength(bytes, at: position)
            guard length > 0 else { return position }
            position += length
        }
        return nil
    }

    /// 0 where no character begins.
    static func characterLength(_ bytes: [UInt8], at position: Int) -> Int {
        let first = bytes[position]
        if first < 0x80 { return 1 }
        let (length, second): (Int, ClosedRange<UInt8>) =
            switch first {
            case 0xC2...0xDF: (2, 0x80...0xBF)
            case 0xE0: (3, 0xA0...0xBF)
            case 0xED: (3, 0x80...0x9F)
            case 0xE1...0xEF: (3, 0x80...0xBF)
            case 0xF0: (4, 0x90...0xBF)
            case 0xF1...0xF3: (4, 0x80...0xBF)
            case 0xF4: (4, 0x80...0x8F)
            default: (0, 0...0)
            }
        guard length > 0, position + length <= bytes.count, second ~= bytes[position + 1] else {
            return 0
        }
        for offset in 2..<max(2, length) where bytes[position + offset] & 0xC0 != 0x80 {
            return 0
        }
        return length
    }
}
