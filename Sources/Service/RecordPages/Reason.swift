import JSONText

/// Why a credential is not verified, in the reader's words: what is so, and what to do.
struct Reason: Equatable {
    /// A whole sentence.
    let words: String
    let help: String

    /// Checks in the order in which their reasons matter to a reader.
    private static let order: [Text] = [
        "readable", "status", "proof", "controller", "purpose", "period", "type", "context",
        "terms", "shape", "schema", "trust", "entitlement", "recipient",
    ]

    /// Failed checks first where the answer is "failed", then the order of what matters.
    static func all(for verdict: VerdictView, issuer: Issuer, noun: String) -> [Reason] {
        let outcome: CheckView.Outcome = verdict.answer == .failed ? .failed : .undetermined
        let checks = verdict.checks.filter { $0.outcome == outcome }
        let ranked = checks.enumerated().sorted { left, right in
            (rank(left.element), left.offset) < (rank(right.element), right.offset)
        }
        return ranked.map { Reason($0.element, issuer: issuer, noun: noun) }
    }

    private static func rank(_ check: CheckView) -> Int {
        order.firstIndex(of: Text(check.name)) ?? order.count
    }

    init(_ check: CheckView, issuer: Issuer, noun: String) {
        let case_ = Case(check: check, issuer: issuer.words, noun: noun)
        let table = check.outcome == .failed ? Self.failed : Self.undetermined
        let made = table[Text(check.name)]?(case_)
        words = made?.0 ?? case_.sentence("The check “\(check.name)” did not pass")
        help = made?.1 ?? "Ask \(issuer.words) about it."
    }

    /// What the sentences of the tables are made of.
    fileprivate struct Case {
        let check: CheckView
        let issuer: String
        let noun: String

        /// The sentence with the verifier's own words after it.
        func sentence(_ start: String) -> String {
            guard let said = check.message, !said.isEmpty else { return start + "." }
            let message = QuotedText.inSentence(said, longest: 400)
            let end = message.utf8.last == UInt8(ascii: ".") ? "" : "."
            return "\(start): \(message)\(end)"
        }

        func codeSays(_ words: String...) -> Bool {
            guard let code = check.code else { return false }
            return words.contains { code.contains($0) }
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

    private typealias Sentences = [Text: @Sendable (Case) -> (String, String)]

    private static let failed: Sentences = [
        "readable": { c in
            (
                c.sentence("This is not a record that can be read"),
                "Ask the sender for the file as the institution issued it."
            )
        },
        "proof": { c in
            if c.codeSays("missing", "absent", "no-proof", "none", "unsigned") {
                return (
                    "It carries no signature, so nothing shows that \(c.issuer) issued it.",
                    "Ask \(c.issuer) for a signed \(c.noun)."
                )
            }
            return (
                "The signature does not fit: the \(c.noun) was changed after it was signed, "
                    + "or the signature is not real.",
                "Do not rely on it. Ask the learner for the \(c.noun) as \(c.issuer) issued it."
            )
        },
        "controller": { c in
            (
                "It was not signed with a key of \(c.issuer), the issuer named in it.",
                "Do not rely on it. Ask \(c.issuer) whether the \(c.noun) is theirs."
            )
        },
        "purpose": { c in
            (
                c.sentence("The signature was made for another purpose"),
                "Ask the sender for a \(c.noun) made out to you."
            )
        },
        "period": { c in
            if c.codeSays("not-yet", "future", "before") {
                return (
                    c.sentence("It is not in force yet"),
                    "Check it again when its time has come."
                )
            }
            return (
                c.sentence("It has expired"),
                "Ask the learner or \(c.issuer) for one that is in force."
            )
        },
        "status": { c in
            if c.codeSays("suspend") {
                return (
                    "\(c.issuer) has suspended it for now.",
                    "Do not rely on it before \(c.issuer) lifts the suspension."
                )
            }
            if c.codeSays("revoked", "withdrawn") {
                return (
                    "\(c.issuer) has withdrawn it.",
                    "Do not rely on it. Ask the learner for one that is in force."
                )
            }
            return (
                c.sentence("Its standing with the issuer is not good"),
                "Ask \(c.issuer) whether it is still in force."
            )
        },
        "type": malformed("It is not what it should be"),
        "context": malformed("The dictionaries that it names are not the right ones"),
        "terms": malformed("It holds words that nobody has defined, so no signature covers them"),
        "shape": malformed("It is not well formed"),
        "schema": malformed("It does not fit the schema that it names"),
        "trust": { c in
            (
                c.sentence("Nobody whom you trust vouches for \(c.issuer)"),
                "Ask who set up this checker which issuers are trusted, and why."
            )
        },
        "entitlement": { c in
            (
                c.sentence("\(c.issuer) may not award this"),
                "Ask the body that accredits \(c.issuer)."
            )
        },
        "recipient": { c in
            (
                c.sentence("It was issued to somebody else"),
                "Ask the sender for their own \(c.noun)."
            )
        },
    ]

    private static func malformed(
        _ start: String
    ) -> @Sendable (Case) -> (String, String) {
        { c in
            (c.sentence(start), "Only \(c.issuer) can correct it: ask them, and show the check.")
        }
    }

    private static let undetermined: Sentences = [
        "controller": { c in
            let document = c.missing.map { "The issuer’s key document at \($0)" }
            return (
                "\(document ?? "The issuer’s key document") could not be had, so it is not known "
                    + "whether the signature is theirs.",
                "Try again later, or ask \(c.issuer) to publish it."
            )
        },
        "status": { c in
            let list = c.missing.map { "The list at \($0)" } ?? "The issuer’s list"
            return (
                "\(list) could not be had, so it is not known whether the \(c.noun) "
                    + "has been withdrawn.",
                "Try again later, or ask \(c.issuer) whether it is still in force."
            )
        },
        "context": { c in
            let name = c.missing.map { " at \($0)" } ?? ""
            return (
                "A dictionary\(name) that it is written with is not at hand here.",
                "Ask \(c.issuer) where the dictionary is published."
            )
        },
        "proof": { c in
            if let missing = c.missing {
                return (
                    "\(missing) could not be had, so the signature could not be checked.",
                    "Try again later, or ask \(c.issuer) to publish it."
                )
            }
            return (
                c.sentence("The signature is of a kind that could not be checked here"),
                "Ask \(c.issuer) how it can be checked."
            )
        },
        "schema": { c in
            (
                c.sentence("A schema that it names is not at hand here"),
                "Ask \(c.issuer) where the schema is published."
            )
        },
    ]
}
