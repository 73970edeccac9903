extension RecordPage {
    /// The page in lines of plain text, for a terminal or a mail: the verdict first, then what is
    /// in the record, then what was checked.
    package var text: String {
        var lines = [[headline.lead, headline.sentence].joined(separator: " ")]
        lines += headline.further
        if let inside = headline.inside {
            lines.append(inside.words)
            lines += inside.exceptions.map { "  - \($0.name.text): \($0.mark.short)" }
            lines += inside.unnamed.map { ["  - \($0)"] } ?? []
        }
        if let checkedAt = headline.checkedAt { lines.append("Checked on \(checkedAt.words)") }
        lines += ["", kind, title.text]
        if let learner { lines.append(learner.text) }
        lines.append("\(letterhead.name.text), \(letterhead.about)")
        lines += notices.map { "\($0.lead) \($0.text)" }
        lines += descriptions.map(\.text)
        lines += (facts + learnerFacts + issuerFacts).map(\.line)
        lines += endorsements.flatMap(\.lines)
        lines += more.map { "\($0.path): \($0.value)" }
        for section in sections { lines += ["", section.heading] + section.lines }
        lines += ["", "Checks: \(checks.summary)"] + checks.lines
        for inner in innerChecks where inner.state != .verified {
            lines += ["", "\(inner.name.text): \(inner.state.words)"] + inner.lines
        }
        return lines.map(Self.plain).joined(separator: "\n")
    }

    /// A line without what a terminal obeys.
    private static func plain(_ line: String) -> String {
        String(
            String.UnicodeScalarView(
                line.unicodeScalars.map { scalar in
                    switch scalar.value {
                    case 0x0A: "\n"
                    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
                    default: scalar
                    }
                }))
    }
}

extension Fact {
    fileprivate var line: String {
        let said = moment?.words ?? value.text
        return "\(label): \(said)" + (note.map { " (\($0))" } ?? "")
    }
}

extension Item {
    fileprivate var lines: [String] {
        let head = [title?.text, link?.address, mark?.short].compactMap(\.self)
        let quoted = quote.map { ["\u{201C}\($0.text)\u{201D}"] } ?? []
        let rest = notes.map(\.text) + more.map { "\($0.path): \($0.value)" }
        return (head.isEmpty ? [] : [head.joined(separator: " · ")]) + quoted + rest
    }
}

extension PageSection {
    fileprivate var heading: String { "\(title) (\(about))" }

    fileprivate var lines: [String] {
        entries.flatMap(\.lines)
            + terms.flatMap { term in
                ["\(term.name.text) (\(term.about))"] + term.courses.flatMap(\.lines)
            }
    }
}

extension Entry {
    fileprivate var lines: [String] {
        let head = [
            code, name.text, credits.map { "\($0) credits" }, result?.text,
            mark.state == .none ? nil : mark.short,
        ].compactMap(\.self).joined(separator: " · ")
        let about = about.isEmpty ? [] : ["    \(about)"]
        let rest = blocks.flatMap(\.lines) + more.map { "\($0.path): \($0.value)" }
        return ["  \(head)"] + about + rest.map { "    \($0)" }
    }
}

extension Block {
    fileprivate var lines: [String] {
        let steps = scale.map { step in
            step.value + (step.isAchieved ? " (achieved)" : step.isRequired ? " (required)" : "")
        }
        let levels = rubric.map { level in
            [level.name, level.level, level.points, level.description].compactMap(\.self)
                .joined(separator: " · ") + (level.isAchieved ? " (achieved)" : "")
        }
        let parts =
            (prose.map { [$0.text] } ?? [])
            + (steps.isEmpty ? [] : [steps.joined(separator: ", ")]) + levels
            + items.flatMap(\.lines) + facts.map(\.line)
        guard let heading, let first = parts.first else { return parts }
        return ["\(heading): \(first)"] + parts.dropFirst()
    }
}

extension CheckList {
    fileprivate var lines: [String] {
        rows.map { row in
            let code = row.code.map { " [\($0)]" } ?? ""
            return "  \(row.outcome.rawValue): \(row.title): \(row.found)\(code)"
        }
    }
}
