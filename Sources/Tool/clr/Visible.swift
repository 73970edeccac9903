import JSONText

/// Text of others as people may be shown it: what a terminal obeys, what ends a line, and what turns
/// the order of the letters around it, is written as JSON escapes it.
///
/// Everything for people goes through here, so that no name can write a line of its own.
enum Visible {
    static func line(_ text: String) -> String {
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

    /// Lines for people that are put together already, where only the ends of lines are the
    /// program's own.
    static func lines(_ text: String) -> [String] {
        var lines = [String.UnicodeScalarView()]
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                lines.append(String.UnicodeScalarView())
            } else {
                lines[lines.count - 1].append(scalar)
            }
        }
        return lines.map { String($0) }
    }
}
