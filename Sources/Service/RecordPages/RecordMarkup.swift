extension Entry {
    func markup(isOpen: Bool = false, hasCreditsColumn: Bool = false) -> Markup {
        let own = Markup.of([
            "anchor": anchor, "name": name.markup, "code": code,
            "about": about.isEmpty ? nil : about,
            "credits": credits, "hasCreditsColumn": hasCreditsColumn, "result": result?.markup,
            "showsMark": showsMark, "hasAbout": showsMark || !about.isEmpty,
            "isOpen": isOpen,
            "isAlarming": !isWhole && mark.state != .verified && mark.state != .none,
            "blocks": blocks.map(\.markup), "checksAnchor": checksAnchor, "line": sourceLine,
            "more": more.map(\.markup), "hasMore": !more.isEmpty,
        ])
        return own.merging(isWhole ? ["state": mark.state.rawValue] : mark.markup) { $1 }
    }
}

extension ResultSummary {
    var markup: Markup {
        guard let step, let steps else { return ["text": text, "hasPips": false] }
        return [
            "text": text, "hasPips": true, "place": "\(step) of \(steps)",
            "pips": (1...steps).map { ["on": $0 <= step] as Markup },
        ]
    }
}

extension PageSection {
    func markup(isOpen: Bool) -> Markup {
        .of([
            "anchor": anchor, "title": title, "shortTitle": shortTitle,
            "about": about.isEmpty ? nil : about,
            "count": about.isEmpty ? nil : count, "terms": terms.map(\.markup),
            "entries": entries.map { $0.markup(isOpen: isOpen) },
        ])
    }
}

extension TermTable {
    var markup: Markup {
        [
            "name": name.markup, "about": about, "hasCredits": hasCredits, "hasCodes": hasCodes,
            "isAll": isAll,
            "courses": courses.map { $0.markup(hasCreditsColumn: hasCredits) },
        ]
    }
}

extension Headline {
    func markup(_ questions: [Question], checkAgainPath: String?) -> Markup {
        .of([
            "state": state.rawValue, "lead": lead, "sentence": sentence, "help": help,
            "further": further, "hasFurther": !further.isEmpty, "inside": inside?.markup,
            "checkedAt": checkedAt?.markup, "checkAgainPath": checkAgainPath,
            "questions": questions.map { question in
                [
                    "asked": question.asked, "answer": question.answer,
                    "icon": question.outcome.rawValue, "colour": question.outcome.colour,
                ] as Markup
            },
        ])
    }
}

extension InsideCount {
    var markup: Markup {
        .of([
            "words": words, "hasExceptions": !exceptions.isEmpty, "unnamed": unnamed,
            "exceptions": exceptions.map { exception in
                let own: Markup = ["anchor": exception.anchor, "name": exception.name.markup]
                return own.merging(exception.mark.markup) { $1 }
            },
        ])
    }
}

extension Hierarchy {
    var markup: Markup {
        [
            "roots": roots.map(\.markup), "hasRoots": !roots.isEmpty,
            "count": Words.count(statements.count, "statement", "statements"),
            "statements": statements.map { statement in
                Markup.of([
                    "source": statement.source.markup, "relation": statement.relation,
                    "target": statement.target.markup, "line": statement.sourceLine,
                    "more": statement.more.map(\.markup),
                ])
            },
        ]
    }
}

extension Hierarchy.Branch {
    var markup: Markup {
        [
            "node": node.markup, "isRepeated": isRepeated, "branches": branches.map(\.markup),
            "hasBranches": !branches.isEmpty,
        ]
    }
}

extension Hierarchy.Node {
    var markup: Markup {
        .of([
            "name": name.markup, "anchor": anchor, "standing": standing.isEmpty ? nil : standing,
        ])
    }
}

extension CheckList {
    func markup(asks: Bool) -> Markup {
        .of([
            "anchor": anchor, "name": name.markup, "summary": summary, "at": at,
            "state": state.rawValue, "icon": state.icon, "stateWords": state.words,
            "rows": rows.map { $0.markup(asks: asks) },
        ])
    }
}

extension CheckRow {
    func markup(asks: Bool) -> Markup {
        .of([
            "title": title, "asks": asks && !self.asks.isEmpty ? self.asks : nil, "found": found,
            "colour": outcome.colour, "icon": outcome.rawValue,
            "code": code ?? (name.isEmpty ? nil : name),
            "spec": spec,
            "pointer": pointer.map { Markup.of(["text": $0, "line": sourceLine]) },
        ])
    }
}

extension SourceText {
    /// One element a line, so that `#l12` leads to line 12.
    var html: String {
        var out: [UInt8] = []
        out.reserveCapacity(lines.reduce(0) { $0 + $1.utf8.count + 24 })
        for (index, line) in lines.enumerated() {
            out.append(contentsOf: "<i id=\"l\(index + 1)\">".utf8)
            HTMLEscaping.append(line, to: &out)
            out.append(contentsOf: "\n</i>".utf8)
        }
        return String(decoding: out, as: UTF8.self)
    }
}

extension RecordPage {
    var markup: Markup {
        let isSingle = sections.count == 1 && sections.first?.entries.count == 1
        let page = Markup.of([
            "letterhead": Markup.of([
                "name": letterhead.name.markup, "about": letterhead.about,
                "vouched": letterhead.vouched,
            ]),
            "headline": headline.markup(questions, checkAgainPath: checkAgainPath),
            "kind": title.text.utf8.starts(with: kind.utf8) ? nil : kind, "title": title.markup,
            "learner": learner?.markup,
            "lacksLearner": learner == nil && isReadable && !isPresentation && !isLearnerIdentified,
            "isLearnerIdentified": learner == nil && isLearnerIdentified,
            "descriptions": descriptions.map(\.markup),
            "notices": notices.map { ["lead": $0.lead, "text": $0.text] as Markup },
            "facts": facts.map(\.markup), "hasFacts": !facts.isEmpty,
            "learnerFacts": learnerFacts.map(\.markup), "hasLearnerFacts": !learnerFacts.isEmpty,
            "issuerFacts": issuerFacts.map(\.markup), "hasIssuerFacts": !issuerFacts.isEmpty,
            "endorsements": endorsements.map(\.markup), "hasEndorsements": !endorsements.isEmpty,
            "more": more.map(\.markup), "hasMore": !more.isEmpty,
            "sections": sections.map { $0.markup(isOpen: isSingle) },
            "hasEntries": sections.reduce(0) { $0 + $1.count } > 3,
            "hierarchy": hierarchy?.markup,
            "checks": checks.markup(asks: true),
            "innerChecks": innerChecks.map { $0.markup(asks: false) },
            "hasInnerChecks": !innerChecks.isEmpty,
            "sourceAbout": sourceAbout, "token": token,
            "tokenTexts": tokenTexts.map {
                ["title": $0.title, "text": $0.lines.joined(separator: "\n")] as Markup
            },
            "lineCount": Words.count(source.lines.count, "line", "lines"),
            "sourceLines": source.html,
            "address": address, "downloadPath": downloadPath,
        ])
        return page.merging(site.markup(windowTitle: windowTitle)) { $1 }
    }

    private var sourceAbout: String {
        source.isAsReceived ? "as received" : "laid out in lines; nothing else is changed"
    }
}

extension VerifyPage {
    var markup: Markup {
        let page = Markup.of([
            "largest": largest, "typed": typed, "problem": problem?.markup,
            "hasSamples": !samples.isEmpty,
            "samples": samples.map {
                ["path": $0.path, "name": $0.name, "about": $0.about] as Markup
            },
        ])
        return page.merging(site.markup(windowTitle: "Check a learner record")) { $1 }
    }
}

extension Problem {
    var markup: Markup {
        ["status": status, "title": title, "explanation": explanation, "ways": ways]
    }
}

extension ErrorPage {
    var markup: Markup {
        let page: Markup = ["problem": problem.markup]
        return page.merging(site.markup(windowTitle: problem.title)) { $1 }
    }
}
