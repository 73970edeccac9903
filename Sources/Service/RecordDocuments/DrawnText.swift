/// Text as it can be drawn: nothing in it acts, and none is too long.
enum DrawnText {
    /// The longest name in a heading or a row, in characters of Unicode; what is longer stands in
    /// full where the entry is told.
    static let longestName = 200

    /// Control characters, and what turns the order of letters around it, become U+FFFD. What is
    /// longer than ``DocumentLimits/textBytes`` is cut, and says so.
    static func plain(_ text: String) -> String {
        let isLong = text.utf8.count > DocumentLimits.textBytes
        let mayAct = text.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }
        guard isLong || mayAct else { return text }
        var kept = String.UnicodeScalarView()
        var octets = 0
        for scalar in text.unicodeScalars {
            octets += UTF8.width(scalar)
            guard octets <= DocumentLimits.textBytes else {
                let rest = text.utf8.count - DocumentLimits.textBytes
                return String(kept) + " … (\(rest) octets more in the attached record)"
            }
            kept.append(drawn(scalar))
        }
        return String(kept)
    }

    private static func drawn(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x0A: scalar
        case 0x09, 0x0D, 0x2028, 0x2029: " "
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
        default: scalar
        }
    }

    /// A name in one line of a heading or a row.
    static func name(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for (count, scalar) in text.unicodeScalars.enumerated() {
            if count == longestName { return String(kept) + "…" }
            kept.append(scalar == "\n" ? " " : scalar)
        }
        return String(kept)
    }

    static func isLongName(_ text: String) -> Bool {
        text.utf8.count > longestName && text.unicodeScalars.count > longestName
    }
}
