/// A table as RFC 4180 writes it: cells in quotes where they need them, lines that end in CR LF.
package struct CSVText: Sendable {
    package let rows: [[String]]

    package init(rows: [[String]]) { self.rows = rows }

    package var bytes: [UInt8] {
        var out: [UInt8] = []
        for row in rows {
            for (index, cell) in row.enumerated() {
                if index > 0 { out.append(UInt8(ascii: ",")) }
                Self.append(cell, to: &out)
            }
            out += [0x0D, 0x0A]
        }
        return out
    }

    private static func append(_ cell: String, to out: inout [UInt8]) {
        let needsQuotes = cell.utf8.contains {
            $0 == 0x22 || $0 == 0x2C || $0 == 0x0D || $0 == 0x0A
        }
        guard needsQuotes || cell.utf8.first == 0x20 || cell.utf8.last == 0x20 else {
            out += cell.utf8
            return
        }
        out.append(0x22)
        for byte in cell.utf8 {
            if byte == 0x22 { out.append(0x22) }
            out.append(byte)
        }
        out.append(0x22)
    }

    /// A cell that no program takes for a formula: what begins like one, and what begins with an
    /// apostrophe, has an apostrophe before it. To take off one apostrophe gives the text back.
    package static func harmless(_ text: String) -> String {
        let begins: Bool =
            switch text.unicodeScalars.first {
            // The last four are the wide forms of the first.
            case "=", "+", "-", "@", "\t", "\r", "\n", "'", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}",
                "\u{FF20}":
                true
            case _: false
            }
        return begins ? "'" + text : text
    }
}
