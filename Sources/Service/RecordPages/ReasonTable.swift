import JSONText

/// The sentences: for each check that can fail or stay open, what is so and what to do.
enum ReasonTable {
    private typealias Sentences = [Text: @Sendable (ReasonCase) -> (String, String)]

    static func reason(_ check: CheckView, issuer: Issuer, noun: String) -> Reason {
        let who = issuer.isNamed ? issuer.words : "its issuer"
        let made = ReasonCase(
            check: check, issuer: who, isNamed: issuer.isNamed,
            fullIssuer: issuer.isNamed ? issuer.fullWords : "Its issuer", noun: noun)
        let table = check.outcome == .failed ? failed : undetermined
        if let (words, help) = table[Text(check.name)]?(made) {
            return Reason(words: words, help: help)
        }
        return Reason(
            words: made.sentence("The check “\(check.name)” did not pass"),
            help: "Ask \(made.issuer) about it.")
    }

    /// A presentation is its holder's: no sentence of it may speak of an issuer.
    static func reason(ofPresentation check: CheckView, holder: Issuer) -> Reason {
        let isNamed = holder.name != nil || holder.domain != nil
        let who = isNamed ? holder.words : "the holder"
        let made = ReasonCase(
            check: check, issuer: who, isNamed: isNamed,
            fullIssuer: isNamed ? holder.fullWords : "The holder", noun: "presentation")
        let again = "Ask the sender to present it again."
        guard check.outcome == .failed else {
            return reason(check, issuer: holder.called(who), noun: "presentation")
        }
        switch Text(check.name) {
        case "proof" where made.codeIs("missing"):
            return Reason(
                words: "Nobody signed the presentation, so nothing shows who presents it.",
                help: again)
        case "proof" where made.codeIs("signature-invalid"):
            return Reason(
                words: "The signature does not fit: the presentation was changed after it was "
                    + "signed, or the signature is not real.", help: again)
        case "controller":
            return Reason(
                words: "It was not signed with a key of the holder named in it.",
                help: "Do not rely on who presents it. \(again)")
        case "purpose":
            return Reason(
                words: made.sentence("It was made for another reader or another occasion"),
                help: again)
        case "readable", "period", "recipient":
            return reason(check, issuer: holder.called(who), noun: "presentation")
        default:
            return Reason(
                words: made.sentence("The presentation is not sound"), help: again)
        }
    }

    private static let failed: Sentences = [
        "readable": { c in
            (
                c.sentence("This is not a record that can be read"),
                "Ask the sender for the file as the institution issued it."
            )
        },
        "proof": failedProof,
        "controller": { c in
            let isOther = c.codeIs(
                "key-not-listed", "key-differs", "not-the-issuer", "another-party",
                "jwt-iss-differs")
            let words = "It was not signed with a key of \(c.issuer), the issuer named in it"
            return (
                isOther ? words + "." : c.sentence("Nothing shows that \(c.issuer) signed it"),
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
            if c.codeIs("not-yet-valid") {
                let start = c.moment.map { "It is not in force before \($0)." }
                return (
                    start ?? c.sentence("It is not in force yet"),
                    "Check it again when its time has come."
                )
            }
            let expiry = c.codeIs("expired") ? c.moment.map { "It expired on \($0)." } : nil
            let start = c.codeIs("expired") ? "It has expired" : "Its period is not sound"
            return (
                expiry ?? c.sentence(start),
                "Ask the learner or \(c.issuer) for one that is in force."
            )
        },
        "status": failedStatus,
        "type": malformed("It is not what it should be"),
        "context": malformed("The dictionaries that it names are not the right ones"),
        "terms": malformed("It holds words that nobody has defined, so no signature covers them"),
        "shape": malformed("It is not well formed"),
        "schema": malformed("It does not fit the schema that it names"),
        "trust": { c in
            (
                c.sentence("Nobody on the list of trusted issuers vouches for \(c.issuer)"),
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

    private static let failedProof: @Sendable (ReasonCase) -> (String, String) = { c in
        if c.codeIs("missing") {
            let issue = c.isNamed ? "that \(c.issuer) issued it" : "where it comes from"
            return (
                "It carries no signature, so nothing shows \(issue).",
                "Ask \(c.issuer) for a signed \(c.noun)."
            )
        }
        let help = "Do not rely on it. Ask the learner for the \(c.noun) as \(c.issuer) issued it."
        guard c.codeIs("signature-invalid") else {
            return (c.sentence("The signature cannot be relied on"), help)
        }
        return (
            "The signature does not fit: the \(c.noun) was changed after it was signed, or the "
                + "signature is not real.",
            help
        )
    }

    private static let failedStatus: @Sendable (ReasonCase) -> (String, String) = { c in
        if c.codeIs("suspended") {
            return (
                "\(c.fullIssuer) has suspended it for now.",
                "Do not rely on it before \(c.issuer) lifts the suspension."
            )
        }
        if c.codeIs("revoked") {
            return (
                "\(c.fullIssuer) has withdrawn it.",
                "Do not rely on it. Ask the learner for one that is in force."
            )
        }
        return (
            c.sentence("Nothing shows that it is still in force"),
            "Ask \(c.issuer) whether it is."
        )
    }

    private static func malformed(
        _ start: String
    ) -> @Sendable (ReasonCase) -> (String, String) {
        { c in
            (c.sentence(start), "Only \(c.issuer) can correct it: ask them, and show the check.")
        }
    }

    private static let undetermined: Sentences = [
        "readable": { c in
            (c.sentence("It could not be read here"), "Ask the sender for the .json or .jwt file.")
        },
        "controller": { c in
            guard c.codeIs("document-unavailable"), let missing = c.missing else {
                let help = "Ask \(c.issuer) how its signatures can be checked."
                return (c.sentence("It could not be told whether \(c.issuer) signed it"), help)
            }
            return (
                "The issuer’s key document at \(missing) could not be had, so it is not known "
                    + "whether the signature is theirs.",
                "Try again later, or ask \(c.issuer) to publish it."
            )
        },
        "status": { c in
            guard c.codeIs("list-unavailable"), let missing = c.missing else {
                let help = "Ask \(c.issuer) whether it is still in force."
                return (c.sentence("It could not be told whether it has been withdrawn"), help)
            }
            return (
                "The list at \(missing) could not be had, so it is not known whether the "
                    + "\(c.noun) has been withdrawn.",
                "Try again later, or ask \(c.issuer) whether it is still in force."
            )
        },
        "context": { c in
            let name = c.missing.map { " at \($0)" } ?? ""
            return (
                "The dictionary\(name) that it is written with could not be had.",
                "Ask \(c.issuer) where the dictionary is published."
            )
        },
        "terms": { c in
            (
                c.sentence("It is not shown that its words mean what they seem to"),
                "Ask \(c.issuer) how it can be checked."
            )
        },
        "proof": { c in
            (
                c.sentence("The signature could not be checked"),
                "Ask \(c.issuer) how it can be checked."
            )
        },
        "schema": { c in
            (
                c.sentence("A schema that it names could not be had"),
                "Ask \(c.issuer) where the schema is published."
            )
        },
    ]
}
