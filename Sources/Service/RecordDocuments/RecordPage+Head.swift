import JSONText
import RecordPages

extension RecordPage {
    /// The verdict, and whose record it is, from whom and of when.
    func head(_ numbering: Numbering) -> [Piece] {
        [.verdict(panel(numbering))] + identity + about + contents
    }

    private func panel(_ numbering: Numbering) -> VerdictPanel {
        var lines = [Line(headline.sentence, .body)]
        lines += headline.further.map { Line($0, .body) }
        if let help = headline.help { lines.append(Line(help, .body)) }
        if let inside = headline.inside {
            lines.append(Line(inside.words, .body))
            lines += inside.exceptions.map { exception in
                let number = numbering.number(of: exception.anchor).map { "\($0)  " } ?? ""
                let words =
                    "\(number)\(DrawnText.name(exception.name.text)): \(exception.mark.short)"
                return Line(words, exception.mark.style, to: .anchor(exception.anchor))
            }
            if let unnamed = inside.unnamed { lines.append(Line(unnamed, .body)) }
        }
        if site.isDemonstration {
            lines.append(
                Line("A demonstration: people and institutions in it are invented.", .body))
        }
        if let moment = headline.checkedAt {
            lines.append(Line("Checked on \(moment.words).", .strong))
        }
        return VerdictPanel(
            state: headline.state, lead: Line(headline.lead, .lead), lines: lines)
    }

    private var identity: [Piece] {
        var issuer = [Line(letterhead.name, .issuer), Line(letterhead.about, .note)]
        if let vouched = letterhead.vouched { issuer.append(Line(vouched, .note)) }
        var pieces: [Piece] = [
            .space(18), .text([Line(kind, .kind)]),
            .heading(
                Heading(
                    level: .title,
                    line: Line(DrawnText.name(title.text), .title, language: title.language))),
        ]
        let isLong = DrawnText.isLongName(title.text)
        if isLong { pieces.append(.text([Line(title, .body)])) }
        if let learner {
            let name = DrawnText.name(learner.text)
            pieces.append(.text([Line(name, .learner, language: learner.language)]))
            if DrawnText.isLongName(learner.text) { pieces.append(.text([Line(learner, .body)])) }
        } else if isReadable {
            pieces.append(.text([Line("The record does not name the learner.", .note)]))
        }
        pieces += [.space(8), .text(issuer), .space(8)]
        for notice in notices {
            pieces.append(
                .text([Line("\(notice.lead) \(notice.text)", .strong)]))
        }
        if !descriptions.isEmpty {
            pieces += [.space(2), .text(descriptions.map { Line($0, .body) }), .space(4)]
        }
        return pieces
    }

    private var about: [Piece] {
        let all = facts + learnerFacts.filter { !$0.isPlain } + issuerFacts
        return [.table(.facts(all.map(\.row)))]
    }

    /// What is in the record, and on which page.
    private var contents: [Piece] {
        guard sections.reduce(0, { $0 + $1.count }) > 1 else { return [] }
        let rows = sections.map { section in
            Table.Row(cells: [
                [Line(section.title, .body, to: .anchor(section.documentAnchor))],
                [Line(section.about, .body)],
                [Line("", .body, to: .pageOf(section.documentAnchor))],
            ])
        }
        let further = [
            ("Details of each entry", "details"), ("Checks", "checks"),
            ("What this paper is", "paper"),
        ].map {
            Table.Row(cells: [
                [Line($0.0, .body, to: .anchor($0.1))], [],
                [Line("", .body, to: .pageOf($0.1))],
            ])
        }
        return [
            .space(12),
            .table(
                Table(
                    columns: [
                        .init(name: "In this record", width: .share(1)),
                        .init(name: "How much", width: .share(1)),
                        .init(name: "Page", width: .points(40), isAtEnd: true),
                    ], rows: rows + further)),
        ]
    }
}

extension PageSection {
    var documentAnchor: String { "section-\(anchor)" }
}

extension Mark {
    var style: Style { state.style }
}

extension Mark.State {
    var style: Style {
        switch self {
        case .verified: .verified
        case .failed: .failed
        case .undetermined: .undetermined
        case .none: .note
        }
    }

    var inWords: String {
        switch self {
        case .verified: "Verified"
        case .failed: "Not verified"
        case .undetermined: "Could not be verified"
        case .none: "Not asked"
        }
    }
}

extension Fact {
    /// The label, and what is said; an address is printed, so that paper has it too.
    var row: Table.Row {
        let words = moment?.words ?? value.text
        let leads = link.map { Line.Target.address($0.address) }
        var said = [Line(words, .body, language: value.language, to: leads)]
        if let link, !words.isSame(as: link.address) {
            said.append(Line(link.address, .small, to: .address(link.address)))
        }
        if let note { said.append(Line(note, .small)) }
        return Table.Row(cells: [[Line(label, .label)], said])
    }
}

extension Fact {
    /// By what two facts are the same.
    var key: Text { Text("\(label)\n\(value.text)") }
}

extension [DataLine] {
    /// What people are told. Signatures and dictionaries are for machines, which do not read paper;
    /// they are in the attached record.
    var told: [Table.Row] {
        let forMachines: Set<Text> = ["@context", "type", "proof", "credentialSchema"]
        return filter { line in
            let member = line.path.firstRange(of: " › ").map { line.path[..<$0.lowerBound] }
            return !forMachines.contains(Text(member.map(String.init) ?? line.path))
        }.map { line in
            Table.Row(cells: [[Line(line.path, .label)], [Line(line.value, .body)]])
        }
    }
}

extension Table {
    /// Labels and what is said of each, two beside each other where both are short.
    static func pairs(_ rows: [Row]) -> [Piece] {
        var tables: [Table] = []
        var index = 0
        while index < rows.count {
            let isPair =
                index + 1 < rows.count && rows[index].isShort && rows[index + 1].isShort
            let row =
                isPair ? Row(cells: rows[index].cells + rows[index + 1].cells) : rows[index]
            if let last = tables.indices.last, tables[last].columns.count == row.cells.count {
                tables[last].rows.append(row)
            } else {
                if let last = tables.indices.last { tables[last].isFollowed = true }
                tables.append(isPair ? beside([row]) : facts([row]))
            }
            index += isPair ? 2 : 1
        }
        return tables.map { .table($0) }
    }

    private static func beside(_ rows: [Row]) -> Table {
        let label = Column(name: "", width: .points(118))
        let value = Column(name: "", width: .share(1))
        let second = Column(name: "", width: .points(90))
        return Table(
            columns: [label, value, second, value], hasHead: false, isLabelled: true, rows: rows)
    }

    /// Labels and what is said of each.
    static func facts(_ rows: [Row], indent: Double = 0) -> Table {
        Table(
            columns: [
                .init(name: "", width: .points(118)), .init(name: "", width: .share(1)),
            ], hasHead: false, isLabelled: true, rows: rows, indent: indent)
    }
}

extension Table.Row {
    fileprivate var isShort: Bool {
        cells.allSatisfy { lines in
            lines.count == 1 && lines.allSatisfy { $0.text.utf8.count <= 24 }
        }
    }
}
