extension RecordPage {
    /// The page in lines of plain text, for a terminal or a mail: the verdict first, then what is
    /// in the record, then what was checked, and last the data for machines.
    package var text: String {
        var out = PlainText()
        add(headlineTo: &out)
        add(headTo: &out)
        for section in sections { section.add(to: &out) }
        if let hierarchy { hierarchy.add(to: &out) }
        out.add(heading: "Checks")
        out.add(checks.summary)
        checks.add(to: &out)
        for inner in innerChecks where inner.state != .verified {
            out.gap()
            out.add("\(inner.name.text): \(inner.state.words)")
            inner.add(to: &out)
        }
        add(dataTo: &out)
        return out.lines.joined(separator: "\n") + "\n"
    }

    private func add(headlineTo out: inout PlainText) {
        out.add("\(headline.lead) \(headline.sentence)")
        for reason in headline.further { out.add(reason) }
        if let help = headline.help { out.add(help) }
        if let inside = headline.inside {
            out.add(inside.words)
            for exception in inside.exceptions {
                out.add("- \(exception.name.text): \(exception.mark.short)", indent: 2, hanging: 4)
            }
            if let unnamed = inside.unnamed { out.add("- \(unnamed)", indent: 2, hanging: 4) }
        }
        if let checkedAt = headline.checkedAt { out.add("Checked on \(checkedAt.words).") }
        out.gap()
        for question in questions {
            out.add(
                "[\(question.outcome.sign)] \(question.asked) \(question.answer)", hanging: 4)
        }
    }

    private func add(headTo out: inout PlainText) {
        out.add(heading: title.text, under: "=")
        out.add(kind)
        if let learner { out.add(label: "Learner", learner.text) }
        if let vouched = letterhead.vouched { out.add(vouched) }
        for notice in notices { out.add("\(notice.lead) \(notice.text)") }
        for description in descriptions { out.add(description.text) }
        out.gap()
        for fact in facts { fact.add(to: &out) }
        for (heading, facts) in [
            ("More about the learner", learnerFacts),
            ("More about the issuer, as it says itself", issuerFacts),
        ] where !facts.isEmpty {
            out.gap()
            out.add(heading)
            for fact in facts { fact.add(to: &out, indent: 2) }
        }
        guard !endorsements.isEmpty else { return }
        out.gap()
        out.add("Endorsements")
        for item in endorsements { item.add(to: &out, indent: 2) }
    }

    /// What people seldom read, gathered at the end so that nothing is lost.
    private func add(dataTo out: inout PlainText) {
        let entries = sections.flatMap { $0.entries + $0.terms.flatMap(\.courses) }
            .filter { !$0.more.isEmpty }
        guard !more.isEmpty || !entries.isEmpty else { return }
        out.add(heading: "More data")
        for line in more { out.add("\(line.path): \(line.value)", hanging: 4) }
        for entry in entries {
            out.gap()
            out.add("\(entry.name.text), at \(entry.at.isEmpty ? "the top" : entry.at)")
            for line in entry.more {
                out.add("\(line.path): \(line.value)", indent: 2, hanging: 6)
            }
        }
    }
}

extension CheckView.Outcome {
    fileprivate var sign: String {
        switch self {
        case .passed: "+"
        case .failed: "x"
        case .undetermined: "?"
        case .warning: "!"
        case .skipped: "-"
        }
    }
}

extension Fact {
    fileprivate func add(to out: inout PlainText, indent: Int = 0) {
        let said = moment?.words ?? value.text
        out.add(label: label, said + (note.map { " (\($0))" } ?? ""), indent: indent)
    }
}

extension Item {
    fileprivate func add(to out: inout PlainText, indent: Int) {
        let address = link.flatMap { link in
            title?.text.isSame(as: link.address) == true ? nil : link.address
        }
        let head = [title?.text, address, mark?.short].compactMap(\.self)
        if !head.isEmpty {
            out.add("- " + head.joined(separator: " · "), indent: indent, hanging: indent + 2)
        }
        if let quote { out.add("\u{201C}\(quote.text)\u{201D}", indent: indent + 2) }
        for note in notes { out.add(note.text, indent: indent + 2) }
        for line in more { out.add("\(line.path): \(line.value)", indent: indent + 2) }
    }
}

extension PageSection {
    fileprivate func add(to out: inout PlainText) {
        out.add(heading: about.isEmpty ? title : "\(title) (\(about))")
        for entry in entries { entry.add(to: &out) }
        for term in terms {
            out.gap()
            out.add("\(term.name.text) (\(term.about))")
            for course in term.courses { course.add(to: &out) }
        }
    }
}

extension Entry {
    fileprivate func add(to out: inout PlainText) {
        let head = [
            code, name.text, credits.map { "\($0) credits" }, result?.text,
            isWhole || mark.state == .none ? nil : mark.short,
        ].compactMap(\.self).joined(separator: " · ")
        out.add(head, indent: 2, hanging: 4)
        if !about.isEmpty { out.add(about, indent: 4) }
        if !isWhole, mark.state != .verified, mark.state != .none { out.add(mark.long, indent: 4) }
        for block in blocks { block.add(to: &out, indent: 4) }
        out.gap()
    }
}

extension Block {
    fileprivate func add(to out: inout PlainText, indent: Int) {
        if let heading { out.add("\(heading):", indent: indent) }
        let inner = heading == nil ? indent : indent + 2
        if let prose { out.add(prose.text, indent: inner) }
        let steps = scale.map { $0.value + Self.words($0.isAchieved, $0.isRequired) }
        if !steps.isEmpty { out.add(steps.joined(separator: " | "), indent: inner) }
        for level in rubric {
            let words = [level.name, level.level, level.points, level.description]
                .compactMap(\.self).joined(separator: " · ")
            out.add(
                words + Self.words(level.isAchieved, level.isRequired), indent: inner,
                hanging: inner + 2)
        }
        for item in items { item.add(to: &out, indent: inner) }
        for fact in facts { fact.add(to: &out, indent: inner) }
    }

    private static func words(_ isAchieved: Bool, _ isRequired: Bool) -> String {
        switch (isAchieved, isRequired) {
        case (true, true): " (achieved, required)"
        case (true, false): " (achieved)"
        case (false, true): " (required)"
        case (false, false): ""
        }
    }
}

extension Hierarchy {
    fileprivate func add(to out: inout PlainText) {
        out.add(heading: "How these belong together")
        for statement in statements {
            let parts = [
                "\(statement.source.name.text) \(statement.relation)",
                statement.target.name.text,
            ]
            out.add("- " + parts.joined(separator: " "), indent: 2, hanging: 4)
            for line in statement.more {
                out.add("\(line.path): \(line.value)", indent: 4)
            }
        }
    }
}

extension CheckList {
    fileprivate func add(to out: inout PlainText) {
        for row in rows {
            let code = row.code.map { " [\($0)]" } ?? ""
            out.add(
                "[\(row.outcome.sign)] \(row.title): \(row.found)\(code)", indent: 2, hanging: 6)
        }
    }
}
