import JSONText

extension Limits {
    /// Octets that a conversion writes where it may say one thing of the source many times, as a
    /// table does in each of its rows.
    package static let repeatedBytes = 64 << 20
}

/// A record in a form that is no JSON, and the account of what became of its values.
package struct Export: Sendable {
    package let bytes: [UInt8]
    package let report: LossReport
}

extension Export {
    /// Makes a table of a CLR 2.0 or a badge: a row for each result, or for an achievement without
    /// one. The report names cells as RFC 7111 does.
    package init(tableOf source: JSONValue) throws(ConversionError) {
        var table = TableMaker(source: try RecordSource(source))
        try table.fill()
        bytes = CSVText(rows: table.rows).bytes
        table.report.accountForRepeats(of: table.source)
        table.report.accountForRest(
            table.source.root, in: "the table", opening: table.source.tokens)
        report = table.report
    }
}

/// A table under way.
private struct TableMaker {
    let source: RecordSource
    var report = LossReport()
    var rows: [[String]] = [TableColumn.all.map(\.name)]
    private var left = Limits.repeatedBytes

    init(source: RecordSource) { self.source = source }

    mutating func fill() throws(ConversionError) {
        let whole = cells(of: .record, in: source.isRecord ? source.root : nil) { "col=\($0)" }
        // A record that tells of no achievement is a row too.
        if source.awards.isEmpty { try add(whole) }
        for award in source.awards {
            let first = rows.count + 1
            let last = first + max(award.results.count, 1) - 1
            // What is said once of the award is read once, for all its rows.
            var shared = whole
            for (scope, holder) in [
                (TableColumn.Scope.credential, award.credential), (.subject, award.subject),
                (.achievement, award.achievement),
            ] {
                let made = cells(of: scope, in: holder) { column in
                    first == last
                        ? "cell=\(first),\(column)"
                        : "cell=\(first),\(column)-\(last),\(column)"
                }
                shared.merge(made) { _, new in new }
            }
            if award.results.isEmpty { try add(shared) }
            for (index, result) in award.results.enumerated() {
                var row = shared
                for (scope, holder) in [
                    (TableColumn.Scope.result, result),
                    (.description, award.description(of: result)),
                    (.level, award.level(of: result)),
                ] {
                    let made = cells(of: scope, in: holder) { "cell=\(first + index),\($0)" }
                    row.merge(made) { _, new in new }
                }
                refer(result, award, row: first + index)
                try add(row)
            }
        }
    }

    /// What a result refers to stands in its own row.
    private mutating func refer(_ result: Placed, _ award: AwardedAchievement, row: Int) {
        for (name, holder, column) in [
            ("resultDescription", award.description(of: result), "result_name"),
            ("achievedLevel", award.level(of: result), "result_level"),
        ] {
            guard let holder, holder["name"]?.text != nil,
                let index = TableColumn.all.firstIndex(where: { $0.name.isSame(as: column) })
            else { continue }
            for reference in [result[name], holder["id"]] {
                guard let reference else { continue }
                report.record(
                    reference.place,
                    .changed(to: "cell=\(row),\(index + 1)", how: "what it names stands there"))
            }
        }
    }

    private mutating func add(_ cells: [Int: String]) throws(ConversionError) {
        let row = (1...TableColumn.all.count).map { cells[$0] ?? "" }
        left -= row.reduce(row.count) { $0 + $1.utf8.count }
        guard left >= 0 else { throw .resultTooLarge }
        rows.append(row)
    }

    /// The cells of these columns by number, from 1.
    private mutating func cells(
        of scope: TableColumn.Scope, in holder: Placed?, at place: (Int) -> String
    ) -> [Int: String] {
        guard let holder else { return [:] }
        var made: [Int: String] = [:]
        for (index, column) in TableColumn.all.enumerated() where column.scope == scope {
            made[index + 1] = cell(
                column.values(in: holder, opening: source.tokens), at: place(index + 1))
        }
        return made
    }

    private mutating func cell(
        _ values: [(at: Placed, text: String)], at place: String
    ) -> String {
        let joined = values.map(\.text).joined(separator: "; ")
        let written = CSVText.harmless(joined)
        let isHarmless = written.isSame(as: joined)
        for (at, _) in values {
            if values.count > 1 {
                report.record(at.place, .changed(to: place, how: "one of several in the cell"))
            } else if !isHarmless {
                let how = "with an apostrophe before it, so that no program takes it for a formula"
                report.record(at.place, .changed(to: place, how: how))
            } else {
                report.record(at.place, .carried(to: place))
            }
        }
        return written
    }
}
