import JSONText

extension Export {
    /// Makes lines of plain text of a CLR 2.0 or a badge: what was achieved first, with a word for
    /// each value, then every further value by its place, so that nothing is left out. It holds no
    /// verdict: `clr view --format text` does. The report names lines as RFC 5147 does, from 0.
    package init(textOf source: JSONValue) throws(ConversionError) {
        var text = TextMaker(source: try RecordSource(source))
        text.write()
        bytes = Array(text.lines.map { $0 + "\n" }.joined().utf8)
        text.report.accountForRepeats(of: text.source)
        text.report.accountForRest(
            text.source.root, in: "the text", opening: text.source.tokens)
        report = text.report
    }
}

/// A text under way.
private struct TextMaker {
    let source: RecordSource
    var report = LossReport()
    var lines: [String] = []

    init(source: RecordSource) { self.source = source }

    mutating func write() {
        write(.record, source.isRecord ? source.root : nil, indent: "")
        for award in source.awards {
            if !lines.isEmpty { lines.append("") }
            write(.achievement, award.achievement, indent: "")
            write(.subject, award.subject, indent: "  ")
            for result in award.results {
                write(.result, result, indent: "  ")
                write(.level, award.level(of: result), indent: "    ")
                write(.description, award.description(of: result), indent: "    ")
            }
            write(.credential, award.credential, indent: "  ")
        }
        lines += ["", "Further values:"]
        let before = lines.count
        writeRest(source.root)
        if lines.count == before { lines.removeLast(2) }
    }

    private mutating func write(_ scope: TableColumn.Scope, _ holder: Placed?, indent: String) {
        for column in TableColumn.all where column.scope == scope {
            let label = column.name.split(separator: "_").joined(separator: " ")
            for (at, text) in column.values(in: holder, opening: source.tokens) {
                write(at, text, indent + label)
            }
        }
    }

    private mutating func writeRest(_ value: Placed) {
        if let text = value.text { write(value, text, value.place) }
        let content = source.tokens[value.place] ?? value.value
        for (token, child) in LossReport.children(of: content) {
            writeRest(Placed(child, value.place + token))
        }
    }

    private mutating func write(_ at: Placed, _ text: String, _ label: String) {
        guard !report.accounts(for: at.place) else { return }
        let place = "line=\(lines.count)"
        let shown = Self.plain(text)
        lines.append("\(Self.plain(label)): \(shown)")
        report.record(
            at.place,
            shown.isSame(as: text)
                ? .carried(to: place)
                : .changed(to: place, how: "on one line, without what a terminal obeys"))
    }

    /// A text on one line, without what a terminal obeys.
    private static func plain(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: scalars.append(" ")
            case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069:
                scalars.append("\u{FFFD}")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
