/// Text of others as people may be shown it: what a terminal obeys, what ends a line, and what turns
/// the order of the letters around it, is written as JSON escapes it.
package enum VisibleText {
    package static func line(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 > 0x7E }) else { return text }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09: shown += "\\t".unicodeScalars
            case 0x0A: shown += "\\n".unicodeScalars
            case 0x0D: shown += "\\r".unicodeScalars
            case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E,
                0x2066...0x2069:
                let digits = String(scalar.value, radix: 16)
                let zeros = String(repeating: "0", count: 4 - digits.utf8.count)
                shown += "\\u\(zeros)\(digits)".unicodeScalars
            default: shown.append(scalar)
            }
        }
        return String(shown)
    }

    /// In quotation marks, and shortened where it is long.
    package static func quoted(_ text: String) -> String {
        let start = text.unicodeScalars.prefix(longest + 1)
        let isWhole = start.count <= longest
        let shown = String(String.UnicodeScalarView(start.prefix(longest)))
        return "\"\(line(shown))\(isWhole ? "" : "\u{2026}")\""
    }

    /// Scalars of a value that people are shown in a sentence.
    private static let longest = 80
}
