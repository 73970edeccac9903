import JSONText

/// One of the questions that a verdict answers, told apart from the others.
package struct Question: Sendable, Equatable {
    package var asked: String
    package var answer: String
    package var outcome: CheckView.Outcome
}

extension Question {
    private struct Kind {
        let name: Text
        let asked: String
        let passed: String
        let failed: String
        let undetermined: String
        let skipped: String
    }

    static func all(
        _ verdict: VerdictView, issuer: Issuer, isPresentation: Bool = false
    ) -> [Question] {
        kinds(verdict, issuer).compactMap { kind in
            let checks = verdict.checks.filter { Text($0.question) == kind.name }
            if checks.isEmpty, kind.name == "whose" { return nil }
            guard isPresentation else { return Question(kind, checks) }
            return ofPresentation(kind, checks, holder: issuer)
        }
    }

    /// Nobody awards by presenting, so that is not asked; and who signed is the holder.
    private static func ofPresentation(
        _ kind: Kind, _ checks: [CheckView], holder: Issuer
    ) -> Question? {
        let isAsked = checks.contains { $0.outcome != .skipped }
        switch kind.name {
        case "entitled" where !isAsked, "whoVouches" where !isAsked: return nil
        case "whoSigned":
            let isNamed = holder.name != nil || holder.domain != nil
            let who = isNamed ? holder.fullWords : holder.shortID ?? "A holder who is not named"
            return Question(
                Kind(
                    name: kind.name, asked: "Who presents it?",
                    passed: "\(who), with a key of their own.",
                    failed: "Not shown to be the holder named in it.",
                    undetermined: kind.undetermined, skipped: kind.skipped), checks)
        case "whoVouches":
            return Question(
                Kind(
                    name: kind.name, asked: "Who vouches for the holder?", passed: kind.passed,
                    failed: kind.failed, undetermined: kind.undetermined, skipped: kind.skipped),
                checks)
        default: return Question(kind, checks)
        }
    }

    private init(_ kind: Kind, _ checks: [CheckView]) {
        asked = kind.asked
        let decisive =
            checks.first { $0.outcome == .failed } ?? checks.first { $0.outcome == .undetermined }
            ?? checks.first { $0.outcome == .warning } ?? checks.first { $0.outcome == .passed }
        outcome = decisive?.outcome ?? .skipped
        let isAboutTrust = kind.name == "whoVouches" || kind.name == "entitled"
        let words =
            switch outcome {
            case .warning where isAboutTrust: "Not shown."
            case .passed, .warning: kind.passed
            case .failed: kind.failed
            case .undetermined: kind.undetermined
            case .skipped: kind.skipped
            }
        let adds = outcome != .skipped && (outcome != .passed || isAboutTrust)
        answer = [words, adds ? decisive?.message : nil].compactMap(\.self).joined(separator: " ")
    }

    private static func kinds(_ verdict: VerdictView, _ issuer: Issuer) -> [Kind] {
        let standard = verdict.standard.map(Words.standard) ?? "the standard"
        return [
            Kind(
                name: "wellFormed", asked: "Is it well formed?",
                passed: "Yes. It follows \(standard).", failed: "No.",
                undetermined: "Not known.", skipped: "Not asked."),
            Kind(
                name: "intact", asked: "Is it unchanged?",
                passed: "Yes. The signature covers it word for word.", failed: "No, or not shown.",
                undetermined: "Not known.", skipped: "Not asked."),
            Kind(
                name: "inForce", asked: "Is it in force?",
                passed: "Yes.", failed: "No.", undetermined: "Not known.", skipped: "Not asked."),
            Kind(
                name: "whoSigned", asked: "Who signed it?",
                passed: "\(issuer.fullWords), with a key of their own.",
                failed: "Not shown to be \(issuer.words).", undetermined: "Not known.",
                skipped: "Not asked."),
            Kind(
                name: "whoVouches", asked: "Who vouches for the issuer?",
                passed: "Somebody on the list of trusted issuers.", failed: "Nobody.",
                undetermined: "Not known.",
                skipped: "Not asked: no list of trusted issuers is set up here."),
            Kind(
                name: "entitled", asked: "May the issuer award this?",
                passed: "Yes.", failed: "No.", undetermined: "Not known.",
                skipped: "Not asked: no list of accreditations is set up here."),
            Kind(
                name: "whose", asked: "Is it this person’s?",
                passed: "Yes.", failed: "No.", undetermined: "Not known.", skipped: "Not asked."),
        ]
    }
}
