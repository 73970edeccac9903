import JSONText

/// Why a credential is not verified, in the reader's words: what is so, and what to do.
struct Reason: Equatable {
    /// A whole sentence, or more.
    let words: String
    let help: String

    /// What a reader asks first where something is wrong.
    private static let orderOfFailures: [Text] = [
        "readable", "status", "proof", "controller", "purpose", "period", "type", "context",
        "terms", "shape", "schema", "trust", "entitlement", "recipient",
    ]

    /// What others follow from where something is missing.
    private static let orderOfGaps: [Text] = [
        "readable", "context", "controller", "proof", "terms", "status", "schema",
    ]

    /// Answers that only repeat what another one says better, with that other one's check.
    private static let consequences: [Text: Text] = [
        "proof.key-unavailable": "controller", "proof.context-unavailable": "context",
        "terms.context-unavailable": "context", "proof.not-canonicalizable": "terms",
    ]

    static func all(for verdict: VerdictView, issuer: Issuer, noun: String) -> [Reason] {
        let isFailed = verdict.answer == .failed
        let outcome: CheckView.Outcome = isFailed ? .failed : .undetermined
        let order = isFailed ? orderOfFailures : orderOfGaps
        let checks = verdict.checks.filter { $0.outcome == outcome }
        let names = Set(checks.map { Text($0.name) })
        let telling = checks.filter { check in
            let cause = check.code.flatMap { consequences[Text($0)] }
            return cause.map { !names.contains($0) } ?? true
        }
        let ranked = telling.enumerated().sorted { left, right in
            (rank(left.element, order), left.offset) < (rank(right.element, order), right.offset)
        }
        return ranked.map { _, check in
            noun.isSame(as: "presentation")
                ? ReasonTable.reason(ofPresentation: check, holder: issuer)
                : ReasonTable.reason(check, issuer: issuer, noun: noun)
        }
    }

    private static func rank(_ check: CheckView, _ order: [Text]) -> Int {
        order.firstIndex(of: Text(check.name)) ?? order.count
    }
}

/// What the sentences of reasons are made of.
struct ReasonCase {
    let check: CheckView
    let issuer: String
    let isNamed: Bool
    /// With the domain where it is confirmed; begins a sentence.
    let fullIssuer: String
    let noun: String

    /// A sentence of ours, with the verifier's own words after it.
    func sentence(_ start: String) -> String {
        guard let said = check.message, !said.isEmpty else { return start + "." }
        return "\(start). \(QuotedText.inSentence(said, longest: 400))"
    }

    func codeIs(_ codes: String...) -> Bool {
        guard let code = check.code else { return false }
        return codes.contains { code.isSame(as: "\(check.name).\($0)") }
    }

    /// The first date that the message names, in words.
    var moment: String? {
        let words = check.message?.split(separator: " ") ?? []
        return words.lazy.compactMap { word -> String? in
            let text = String(word.last == "." || word.last == "," ? word.dropLast() : word)
            return CalendarText(text) == nil ? nil : Moment.instant(text).words
        }.first
    }

    /// The address or DID that could not be had, as the message names it.
    var missing: String? {
        let words = check.message?.split(whereSeparator: { $0 == " " || $0 == "\n" }) ?? []
        let address = words.lazy.map { $0.drop { "(“\"'<".contains($0) } }.first {
            $0.hasPrefix("https://") || $0.hasPrefix("http://") || $0.hasPrefix("did:")
        }
        guard let address else { return nil }
        var text = QuotedText.inSentence(String(address), longest: 300)
        while let last = text.last, ".,;:)”\"'>".contains(last) { text.removeLast() }
        return text
    }
}
