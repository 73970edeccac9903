import JSONText
import RecordPages

extension RecordPage {
    /// What was achieved: first in tables as on a transcript, then each entry with all it says.
    func body(_ numbering: Numbering) -> [Piece] {
        let isOne = numbering.entries.count == 1
        var pieces = isOne ? [] : sections.flatMap { $0.pieces(numbering) }
        if !endorsements.isEmpty {
            pieces.append(.section("Endorsements"))
            pieces += endorsements.flatMap { $0.pieces() }
        }
        pieces += hierarchy?.pieces ?? []
        if !numbering.entries.isEmpty {
            let title = isOne ? sections.first?.title ?? "Details" : "Details of each entry"
            pieces.append(.section(title, anchor: "details"))
            let known = Set(
                learnerFacts.map(\.key) + (learner.map { [Text("Learner\n\($0.text)")] } ?? []))
            for (index, entry) in numbering.entries.enumerated() {
                pieces += entry.details(number: isOne ? nil : index + 1, besides: known)
            }
        }
        let plain = learnerFacts.filter(\.isPlain)
        if !plain.isEmpty {
            pieces.append(.section("Identifiers of the learner"))
            pieces += Table.pairs(plain.map(\.row))
        }
        let told = more.told
        if !told.isEmpty {
            pieces.append(.section("More data in the record"))
            pieces.append(.table(.facts(told)))
        }
        return pieces
    }
}

extension Piece {
    static func section(_ title: String, note: String? = nil, anchor: String? = nil) -> Piece {
        .heading(
            Heading(
                level: .section, line: Line(title, .section), note: note, anchor: anchor,
                isBookmarked: true))
    }

    static func part(_ title: String) -> Piece {
        .heading(Heading(level: .part, line: Line(title, .part)))
    }
}

extension PageSection {
    fileprivate func pieces(_ numbering: Numbering) -> [Piece] {
        var pieces = [Piece.section(title, note: about, anchor: documentAnchor)]
        for term in terms {
            let line = Line(DrawnText.name(term.name.text), .entry, language: term.name.language)
            let own = terms.count > 1 ? term.about : nil
            pieces.append(.heading(Heading(level: .entry, line: line, note: own)))
            pieces.append(.table(term.table(numbering)))
        }
        if !entries.isEmpty { pieces.append(.table(table(numbering))) }
        return pieces
    }

    private func table(_ numbering: Numbering) -> Table {
        let hasResults = entries.contains { $0.result != nil }
        var columns: [Table.Column] = [
            .init(name: "No.", width: .points(22)), .init(name: "Entry", width: .share(1)),
        ]
        if hasResults { columns.append(.init(name: "Result", width: .points(70))) }
        columns.append(.init(name: "Check", width: .points(66)))
        let rows = entries.map { entry in
            let result = hasResults ? [entry.resultLines] : []
            return Table.Row(
                cells: [entry.numberLines(numbering), entry.nameLines(withAbout: true)] + result
                    + [entry.markLines])
        }
        return Table(columns: columns, rows: rows)
    }
}

extension TermTable {
    fileprivate func table(_ numbering: Numbering) -> Table {
        let hasCodes = courses.contains { $0.code != nil }
        let hasResults = courses.contains { $0.result != nil }
        var columns: [Table.Column] = [.init(name: "No.", width: .points(22))]
        if hasCodes { columns.append(.init(name: "Code", width: .points(54))) }
        columns.append(.init(name: "Course", width: .share(1)))
        if hasCredits {
            columns.append(.init(name: "Credits", width: .points(38), isAtEnd: true))
        }
        if hasResults { columns.append(.init(name: "Result", width: .points(70))) }
        columns.append(.init(name: "Check", width: .points(66)))
        let rows = courses.map { course in
            var cells = [course.numberLines(numbering)]
            if hasCodes { cells.append(course.code.map { [Line($0, .body)] } ?? []) }
            cells.append(course.nameLines(withAbout: true))
            if hasCredits { cells.append(course.credits.map { [Line($0, .body)] } ?? []) }
            if hasResults { cells.append(course.resultLines) }
            return Table.Row(cells: cells + [course.markLines])
        }
        return Table(columns: columns, rows: rows)
    }
}

extension Entry {
    fileprivate func numberLines(_ numbering: Numbering) -> [Line] {
        numbering.number(of: anchor).map { [Line("\($0)", .note, to: .anchor(anchor))] } ?? []
    }

    fileprivate func nameLines(withAbout: Bool) -> [Line] {
        let line = Line(
            DrawnText.name(name.text), category == .courses ? .body : .strong,
            language: name.language)
        return withAbout && !about.isEmpty ? [line, Line(DrawnText.name(about), .small)] : [line]
    }

    fileprivate var resultLines: [Line] {
        guard let result else { return [] }
        let place = result.step.flatMap { step in
            result.steps.map { Line("level \(step) of \($0)", .small) }
        }
        return [Line(DrawnText.name(result.text), .body)] + (place.map { [$0] } ?? [])
    }

    fileprivate var markLines: [Line] {
        mark.state == .none ? [] : [Line(mark.short, mark.style)]
    }
}

extension Hierarchy {
    fileprivate var pieces: [Piece] {
        var pieces = [Piece.section("How achievements belong together")]
        for root in roots { root.append(to: &pieces, level: 0) }
        guard !statements.isEmpty else { return pieces }
        pieces.append(.part("What the issuer states"))
        let rows = statements.map { statement in
            let further = statement.more.map { Line("\($0.path): \($0.value)", .small) }
            return Table.Row(cells: [
                [statement.source.line], [Line(statement.relation, .body)] + further,
                [statement.target.line],
            ])
        }
        pieces.append(
            .table(
                Table(
                    columns: [
                        .init(name: "This", width: .share(1)),
                        .init(name: "Relation", width: .points(96)),
                        .init(name: "That", width: .share(1)),
                    ], rows: rows)))
        return pieces
    }
}

extension Hierarchy.Branch {
    fileprivate func append(to pieces: inout [Piece], level: Int) {
        let indent = Double(min(level, 12)) * 14
        let again = isRepeated ? " (see above)" : ""
        var line = node.line
        if level > 0 || isRepeated { line.text = (level > 0 ? "– " : "") + line.text + again }
        pieces.append(.text([line], indent: indent))
        for branch in branches { branch.append(to: &pieces, level: level + 1) }
    }
}

extension Hierarchy.Node {
    fileprivate var line: Line {
        let words = standing.isEmpty ? "" : " (\(standing))"
        return Line(
            DrawnText.name(name.text) + words, isEarned ? .body : .note, language: name.language,
            to: anchor.map { .anchor($0) })
    }
}
