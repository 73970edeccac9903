/// Lines of plain text for a terminal of eighty columns.
struct PlainText {
    private static let width = 80
    /// Where the values of facts begin, behind the widest label that still fits.
    private static let labels = 18

    private(set) var lines: [String] = []

    /// A paragraph, wrapped between words; a word that is longer stays whole, so that an address
    /// can be copied.
    mutating func add(_ text: String, indent: Int = 0, hanging: Int? = nil) {
        let hang = String(repeating: " ", count: hanging ?? indent)
        var line = String(repeating: " ", count: indent)
        var used = indent
        var isEmpty = true
        for part in Self.plain(text).split(separator: "\n", omittingEmptySubsequences: true) {
            if !isEmpty {
                lines.append(line)
                (line, used, isEmpty) = (hang, hang.utf8.count, true)
            }
            for word in part.split(separator: " ") {
                let columns = Self.columns(word)
                if !isEmpty, used + 1 + columns > Self.width {
                    lines.append(line)
                    (line, used, isEmpty) = (hang, hang.utf8.count, true)
                }
                if !isEmpty { line += " " }
                line += word
                used += columns + (isEmpty ? 0 : 1)
                isEmpty = false
            }
        }
        if !isEmpty { lines.append(line) }
    }

    mutating func gap() {
        if lines.last?.isEmpty == false { lines.append("") }
    }

    /// A heading, with a line under it.
    mutating func add(heading: String, under sign: String = "-") {
        gap()
        let start = lines.count
        add(heading)
        let longest = lines[start...].map { Self.columns($0[...]) }.max() ?? 0
        lines.append(String(repeating: sign, count: min(longest, Self.width)))
    }

    /// A label with its value beside it; a long label has a line of its own.
    mutating func add(label: String, _ value: String, indent: Int = 0) {
        let plain = Self.plain(label)
        let room = Self.labels - Self.columns(plain[...])
        let place = indent + Self.labels
        guard room > 0 else {
            add("\(plain): \(value)", indent: indent, hanging: indent + 4)
            return
        }
        let start = lines.count
        add(value, indent: place, hanging: place)
        guard lines.count > start else { return lines.append(Self.spaces(indent) + plain) }
        let rest = lines[start].dropFirst(place)
        lines[start] = Self.spaces(indent) + plain + Self.spaces(room) + rest
    }

    private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

    /// Text without what a terminal obeys.
    private static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.value {
                    case 0x0A: "\n"
                    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
                    default: scalar
                    }
                }))
    }

    /// How many columns of a terminal a text takes: signs of East Asia take two, marks none.
    private static func columns(_ text: Substring) -> Int {
        text.unicodeScalars.reduce(0) { $0 + columns($1) }
    }

    private static func columns(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0..<0x300: 1
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
            0x20000...0x3FFFD:
            2
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: 0
            default: 1
            }
        }
    }
}
