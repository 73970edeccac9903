import JSONText

/// The checks of one credential, each with what it asked and found, and where.
package struct CheckList: Sendable, Equatable {
    package var anchor: String
    package var name: Phrase
    /// "13 checks: 9 passed, 4 not asked".
    package var summary: String
    /// Where the credential stands; nil for the record itself.
    package var at: String?
    package var state: Mark.State
    package var rows: [CheckRow]
}

package struct CheckRow: Sendable, Equatable {
    package var title: String
    package var name: String
    package var asks: String
    package var found: String
    package var outcome: CheckView.Outcome
    package var pointer: String?
    package var sourceLine: Int?
    package var code: String?
    package var spec: String?
}

extension CheckRow {
    fileprivate init(_ title: String, names: [String], outcome: CheckView.Outcome) {
        self.title = title
        self.outcome = outcome
        name = ""
        asks = ""
        found = names.joined(separator: ", ") + "."
    }

    init(_ check: CheckView, under pointer: String, reading: RecordReading, root: JSONValue?) {
        let words = Self.words[Text(check.name)]
        title = words?.0 ?? Words.spaced(check.name)
        name = check.name
        let isOfHolder =
            reading.isPresentation && pointer.isEmpty && check.name.isSame(as: "controller")
        asks = isOfHolder ? "Is the key the holder’s, and meant for this?" : words?.1 ?? ""
        outcome = check.outcome
        found = Self.found(check)
        code = check.code
        spec = check.spec
        guard let own = check.at else { return }
        let isFromTop = !pointer.isEmpty && own.utf8.starts(with: pointer.utf8)
        let whole = isFromTop ? own : pointer + own
        self.pointer = whole.isEmpty ? "the whole file" : whole
        // Of a token inside, the place is one in its own payload, which the source does not show.
        if let root, let place = JSONPointer(whole), let value = root[place] {
            sourceLine = reading.source.line(of: value)
        }
    }

    static func title(_ name: String) -> String {
        words[Text(name)]?.0 ?? Words.spaced(name)
    }

    private static func found(_ check: CheckView) -> String {
        let outcome =
            switch check.outcome {
            case .passed: "Passed"
            case .failed: "Failed"
            case .undetermined: "Could not be told"
            case .skipped: "Not asked"
            case .warning: "Passed, with a remark"
            }
        guard let message = check.message, !message.isEmpty else { return outcome + "." }
        return "\(outcome). \(Moment.inWords(message))"
    }

    private static let words: [Text: (String, String)] = [
        "readable": ("Readable", "Can it be read at all, and as what?"),
        "type": ("Type", "Does it say what it is?"),
        "context": ("Dictionaries", "Does it name the dictionaries of its standard, in order?"),
        "terms": ("Terms", "Is every word in it defined?"),
        "shape": ("Shape", "Are all required parts there, each of the right kind?"),
        "schema": ("Schema", "Does it fit the schemas that it names?"),
        "proof": ("Signature", "Does the signature fit exactly these words?"),
        "controller": ("Signer", "Is the key the issuer’s, and meant for this?"),
        "purpose": ("Purpose", "Was the signature made for this purpose and place?"),
        "period": ("Period", "Is it within its period of validity?"),
        "status": ("Standing", "Has the issuer withdrawn or suspended it?"),
        "refresh": ("Newer version", "Is there a newer version of it?"),
        "trust": ("Trust", "Who vouches for the issuer?"),
        "entitlement": ("Entitlement", "May the issuer award this?"),
        "recipient": ("Recipient", "Was it issued to this person?"),
        "associations": ("Associations", "Do its associations name achievements that are here?"),
        "results": ("Results", "Does every result fit its scale?"),
        "dates": ("Dates", "Do its dates make sense together?"),
        "contents": ("Contents", "Does what is inside belong together, and to one learner?"),
        "credits": ("Credits", "Do credits and averages add up?"),
        "identities": ("Identifiers", "Can the learner’s identifiers be compared?"),
        "languages": ("Languages", "Are the languages of its texts named as they should be?"),
        "evidence": ("Evidence", "Do its links lead where a reader can safely go?"),
        "names": ("Names", "Could its issuer’s name be taken for another’s?"),
    ]
}

extension CheckList {
    static func outer(_ verdict: VerdictView, reading: RecordReading, root: JSONValue?) -> CheckList
    {
        CheckList(
            verdict, anchor: "checks", name: Phrase("The record itself"), at: "",
            reading: reading, root: root)
    }

    static func inner(_ reading: RecordReading, root: JSONValue?) -> [CheckList] {
        let all = PlacedVerdict.all(in: reading.outer)
        return all.enumerated().map { number, placed in
            let own = placed.verdict.name ?? reading.entry(at: placed.at)?.name.text
            let kind = Words.kind(placed.verdict.kind)
            let list = CheckList(
                placed.verdict, anchor: PlacedVerdict.anchor(number),
                name: Phrase(own.map { "\($0) (\(kind.lowercased()))" } ?? kind), at: placed.at,
                reading: reading, root: root, isShort: all.count > mostInFull)
            return list
        }
    }

    /// More lists than this show what passed by name only, so that the page stays usable.
    private static let mostInFull = 100

    /// One row for all that passed, and one for all that was not asked.
    private static func inShort(_ checks: [CheckView]) -> [CheckRow] {
        [(CheckView.Outcome.passed, "Passed"), (.skipped, "Not asked")].compactMap {
            outcome, title in
            let names = checks.filter { $0.outcome == outcome }.map { CheckRow.title($0.name) }
            return names.isEmpty ? nil : CheckRow(title, names: names, outcome: outcome)
        }
    }

    private init(
        _ verdict: VerdictView, anchor: String, name: Phrase, at: String,
        reading: RecordReading, root: JSONValue?, isShort: Bool = false
    ) {
        self.anchor = anchor
        self.name = name
        self.at = at.isEmpty ? nil : at
        let checks = verdict.checks
        let told =
            isShort ? checks.filter { $0.outcome != .passed && $0.outcome != .skipped } : checks
        rows =
            told.map { CheckRow($0, under: at, reading: reading, root: root) }
            + (isShort ? Self.inShort(checks) : [])
        state = Mark.State(
            at.isEmpty ? verdict.answer : verdict.answer(inside: reading.outer.answer))
        summary = Self.summary(checks)
    }

    private static func summary(_ checks: [CheckView]) -> String {
        func count(_ outcome: CheckView.Outcome) -> Int {
            checks.lazy.filter { $0.outcome == outcome }.count
        }
        let parts = [
            (count(.failed), "failed"), (count(.undetermined), "could not be told"),
            (count(.warning), "with a remark"), (count(.passed), "passed"),
            (count(.skipped), "not asked"),
        ]
        let said = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let all = Words.count(checks.count, "check", "checks")
        return said.isEmpty ? all : "\(all): \(said.joined(separator: ", "))"
    }
}
