import JSONText
import RecordPages

extension Entry {
    /// All that the record says of one achievement.
    /// - Parameter known: What the document says of the learner, who is the same in each entry.
    func details(number: Int?, besides known: Set<Text>) -> [Piece] {
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
        for block in blocks {
            var block = block
            block.facts.removeAll { known.contains($0.key) }
            if !block.isEmpty { pieces += block.pieces }
        }
        let told = more.told
        if !told.isEmpty { pieces += [.part("More data")] + Table.pairs(told) }
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
        pieces += Table.pairs(facts.map(\.row))
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
            .init(name: "In this record", width: .points(96)),
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
        let told = more.told
        if !told.isEmpty { pieces.append(.table(.facts(told, indent: 10))) }
        return pieces
    }
}
