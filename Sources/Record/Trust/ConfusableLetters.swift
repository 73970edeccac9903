/// Letters and signs that look like a Latin letter or a digit, made by looking at them.
enum ConfusableLetters {
    static func letter(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0xFF10...0xFF19: return base(0x30 + scalar.value - 0xFF10)
        case 0xFF21...0xFF3A: return base(0x61 + scalar.value - 0xFF21)
        case 0xFF41...0xFF5A: return base(0x61 + scalar.value - 0xFF41)
        // Alphabets for mathematics: 13 styles of 26 capital and 26 small letters.
        case 0x1D400...0x1D6A3: return base(0x61 + (scalar.value - 0x1D400) % 26)
        case 0x1D7CE...0x1D7FF: return base(0x30 + (scalar.value - 0x1D7CE) % 10)
        case 0x24B6...0x24CF: return base(0x61 + scalar.value - 0x24B6)
        case 0x24D0...0x24E9: return base(0x61 + scalar.value - 0x24D0)
        case 0x41...0x5A: return base(scalar.value + 0x20)
        default: return table[scalar]
        }
    }

    private static func base(_ value: UInt32) -> Unicode.Scalar? {
        Unicode.Scalar(value).flatMap { table[$0] ?? $0 }
    }

    /// A line for each letter; `i`, `l` and `1` are one, and so are `o` and `0`.
    private static let lines = """
        a 0410 0430 0391 03B1 0251 13AA 1D00 00C0-00C5 00E0-00E5 0100-0105 01CD-01CE 1EA0-1EB7
        b 0412 0432 042C 044C 0392 03B2 13F4 0299 212C
        c 0421 0441 03F9 03F2 13DF 1D04 00C7 00E7 0106-010D 2102 212D 0404 0454
        d 0500 0501 13A0 1D05 00D0 00F0 010E-0111
        e 0415 0435 0401 0451 0395 03B5 13AC 1D07 00C8-00CB 00E8-00EB 0112-011B 1EB8-1EC7 212F 2130
        f 0192 2131 03DC
        g 13C0 0262 0261 0581 011C-0123 210A
        h 041D 043D 04BA 04BB 0397 13BB 029C 0570 0124-0127 210B-210E
        j 0408 0458 13AB 1D0A 0134-0135 03F3
        k 041A 043A 039A 03BA 13E6 1D0B 0136-0138 212A
        l 0069 0031 007C 0406 0456 0407 0457 04C0 04CF 0399 03B9 026A 029F 0269 00CC-00CF 00EC-00EF
        l 0128-0131 0139-0142 01C0 1EC8-1ECB 2110-2113 13DE 053C
        m 041C 043C 039C 03BC 00B5 13B7 1D0D 2133
        n 039D 03B7 0274 0578 057C 00D1 00F1 0143-014B 2115
        o 0030 041E 043E 039F 03BF 03C3 0555 0585 1D0F 00D2-00D6 00D8 00F2-00F6 00F8 014C-0151
        o 2134 1ECC-1EE3 01A0-01A1
        p 0420 0440 03A1 03C1 13E2 1D18 2119
        q 051A 051B 0566 211A
        r 13A1 0280 0433 0154-0159 211B-211D
        s 0405 0455 13DA A731 054F 015A-0161 0218-0219
        t 0422 0442 03A4 03C4 13A2 1D1B 0162-0167 021A-021B
        u 054D 057D 03C5 1D1C 00D9-00DC 00F9-00FC 0168-0173 1EE4-1EF1 01AF-01B0
        v 03BD 13D9 1D20 0474 0475
        w 051C 051D 03C9 13B3 1D21 0174-0175
        x 0425 0445 03A7 03C7
        y 0423 0443 04AE 04AF 03A5 03B3 028F 00DD 00FD 00FF 0176-0178 1EF2-1EF9
        z 0396 13C3 1D22 0179-017E 2124 2128
        3 0417 0437 0292
        """

    private static let table: [Unicode.Scalar: Unicode.Scalar] = {
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for line in lines.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard let letter = words.first?.unicodeScalars.first else { continue }
            for word in words.dropFirst() {
                let ends = word.split(separator: "-").compactMap { UInt32($0, radix: 16) }
                guard let first = ends.first, let last = ends.last, first <= last else { continue }
                for value in first...last { Unicode.Scalar(value).map { table[$0] = letter } }
            }
        }
        return table
    }()
}
