import JSONText
import RecordPages

extension RecordPage {
    /// Every question that was put to the record, and what came of it.
    func checking(_ numbering: Numbering) -> [Piece] {
        var pieces = [
            Piece.section("Checks", anchor: "checks"), .text([Line(checks.summary + ".", .note)]),
        ]
        pieces.append(
            .table(
                Table(
                    columns: [
                        .init(name: "Question", width: .points(150)),
                        .init(name: "Answer", width: .share(1)),
                    ], isLabelled: true,
                    rows: questions.map { question in
                        Table.Row(cells: [
                            [Line(question.asked, .strong)],
                            [Line(question.answer, question.outcome.style)],
                        ])
                    })))
        pieces += [.space(10), .table(checks.table)]
        guard !innerChecks.isEmpty else { return pieces }
        pieces.append(.section("Checks of what is inside"))
        pieces.append(.table(innerTable(numbering)))
        for inner in innerChecks where inner.state != .verified {
            let line = Line(DrawnText.name(inner.name.text), .entry, language: inner.name.language)
            pieces.append(
                .heading(Heading(level: .entry, line: line, note: inner.state.inWords)))
            pieces.append(.table(inner.open.table))
        }
        return pieces
    }

    private func innerTable(_ numbering: Numbering) -> Table {
        Table(
            columns: [
                .init(name: "No.", width: .points(26)),
                .init(name: "Credential", width: .share(1)),
                .init(name: "Answer", width: .points(96)),
                .init(name: "Checks", width: .points(150)),
            ],
            rows: innerChecks.map { inner in
                let number = numbering.number(checked: inner.anchor)
                return Table.Row(cells: [
                    number.map { [Line("\($0)", .note)] } ?? [],
                    [Line(DrawnText.name(inner.name.text), .body, language: inner.name.language)],
                    [Line(inner.state.inWords, inner.state.style)],
                    [Line(inner.summary, .small)],
                ])
            })
    }
}

extension CheckList {
    /// The same list without what needs no second look.
    fileprivate var open: CheckList {
        var list = self
        list.rows.removeAll { $0.outcome == .passed || $0.outcome == .skipped }
        return list
    }

    fileprivate var table: Table {
        Table(
            columns: [
                .init(name: "Check", width: .points(140)), .init(name: "Found", width: .share(1)),
                .init(name: "Code and requirement", width: .points(130)),
            ],
            rows: rows.map { row in
                let asks = row.asks.isEmpty ? [] : [Line(row.asks, .small)]
                let place = row.pointer.map { [Line("at \($0)", .small)] } ?? []
                let codes = [row.code, row.spec].compactMap(\.self).filter { !$0.isEmpty }
                return Table.Row(cells: [
                    [Line(row.title, .strong)] + asks,
                    [Line(row.found, row.outcome.style)] + place, codes.map { Line($0, .small) },
                ])
            })
    }
}

extension CheckView.Outcome {
    fileprivate var style: Style {
        switch self {
        case .passed: .body
        case .failed: .failed
        case .undetermined, .warning: .undetermined
        case .skipped: .note
        }
    }
}
