import JSONText
import RecordPages

extension Entry {
    /// All that the record says of one achievement.
    func details(number: Int?) -> [Piece] {
        let heading = [number.map { "\($0)." }, code, name.text].compactMap(\.self)
            .joined(separator: "  ")
        var pieces: [Piece] = [
            .heading(
                Heading(
                    level: .entry,
                    line: Line(DrawnText.name(heading), .entry, language: name.language),
                    anchor: anchor, isBookmarked: true))
        ]
        if DrawnText.isLongName(heading) { pieces.append(.text([Line(name, .body)])) }
        var lines = about.isEmpty ? [] : [Line(about, .note)]
        if mark.state != .none { lines.append(Line(mark.long, mark.style)) }
        if !lines.isEmpty { pieces.append(.text(lines)) }
        pieces += blocks.flatMap(\.pieces)
        if !more.isEmpty {
            pieces.append(.part("More data"))
            pieces.append(.table(.facts(more.map(\.row))))
        }
        return pieces
    }
}

extension Block {
    fileprivate var pieces: [Piece] {
        var pieces: [Piece] = heading.map { [.part($0)] } ?? []
        if let prose { pieces.append(.text([Line(prose, .body)])) }
        if !scale.isEmpty { pieces.append(.text([scaleLine])) }
        if !rubric.isEmpty { pieces.append(.table(rubricTable)) }
        pieces += items.flatMap { $0.pieces() }
        if !facts.isEmpty { pieces.append(.table(.facts(facts.map(\.row)))) }
        return pieces
    }

    /// "C · B (required) · A (achieved)".
    private var scaleLine: Line {
        let steps = scale.map { step in
            step.value + (Self.words(step.isAchieved, step.isRequired).map { " (\($0))" } ?? "")
        }
        return Line(steps.joined(separator: "  ·  "), .body)
    }

    private var rubricTable: Table {
        let hasPoints = rubric.contains { $0.points != nil }
        var columns: [Table.Column] = [.init(name: "Level", width: .share(2))]
        if hasPoints { columns.append(.init(name: "Points", width: .points(44), isAtEnd: true)) }
        columns += [
            .init(name: "What it means", width: .share(3)),
            .init(name: "", width: .points(96)),
        ]
        let rows = rubric.map { level in
            let number = level.level.map { [Line("level \($0)", .small)] } ?? []
            var cells = [[Line(level.name, level.isAchieved ? .strong : .body)] + number]
            if hasPoints { cells.append(level.points.map { [Line($0, .body)] } ?? []) }
            cells.append(level.description.map { [Line($0, .body)] } ?? [])
            let words = Self.words(level.isAchieved, level.isRequired)
            cells.append(words.map { [Line($0, .strong)] } ?? [])
            return Table.Row(cells: cells)
        }
        return Table(columns: columns, rows: rows)
    }

    private static func words(_ isAchieved: Bool, _ isRequired: Bool) -> String? {
        switch (isAchieved, isRequired) {
        case (true, true): "achieved, required"
        case (true, false): "achieved"
        case (false, true): "required"
        case (false, false): nil
        }
    }
}

extension Item {
    /// A piece of evidence, an alignment, an endorsement.
    func pieces() -> [Piece] {
        var lines: [Line] = []
        let leads = link.map { Line.Target.address($0.address) }
        if let title { lines.append(Line(title, .strong, to: leads)) }
        if let link, title.map({ !$0.text.isSame(as: link.address) }) ?? true {
            lines.append(Line(link.address, .small, to: .address(link.address)))
        }
        if let quote {
            lines.append(
                Line("\u{201C}\(quote.text)\u{201D}", .quote, language: quote.language))
        }
        lines += notes.map { Line($0, .note) }
        if let mark, mark.state != .none { lines.append(Line(mark.long, mark.style)) }
        var pieces: [Piece] = lines.isEmpty ? [] : [.text(lines, indent: 10)]
        if !more.isEmpty { pieces.append(.table(.facts(more.map(\.row), indent: 10))) }
        return pieces
    }
}
