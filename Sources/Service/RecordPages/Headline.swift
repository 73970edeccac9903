import JSONText
import Trust

/// The sentence at the top of the page, and what stands right under it.
package struct Headline: Sendable, Equatable {
    package var state: Mark.State
    /// "Verified.", "Not verified." or "Could not be verified."
    package var lead: String
    package var sentence: String
    package var help: String?
    /// Further reasons beside the one in the sentence.
    package var further: [String]
    /// The credentials inside, counted by their answer.
    package var inside: InsideCount?
    package var checkedAt: Moment?
}

/// How many of the credentials inside a record are verified, and which are not.
package struct InsideCount: Sendable, Equatable {
    package var words: String
    /// Those that need a look, as links to their rows.
    package var exceptions: [Exception]
    /// How many more there are than are named.
    package var unnamed: String?

    package struct Exception: Sendable, Equatable {
        package var anchor: String
        package var name: Phrase
        package var mark: Mark
    }
}

extension Headline {
    init(_ input: RecordPageInput, reading: RecordReading) {
        let verdict = input.verdict
        let issuer = reading.recordIssuer
        let noun = input.noun
        let reasons = Reason.all(for: verdict, issuer: issuer, noun: noun)
        state = Mark.State(verdict.answer)
        further = Self.further(reasons)
        help = reasons.first?.help
        checkedAt = verdict.checkedAt.map(Moment.instant)
        inside = InsideCount(reading)
        switch verdict.answer {
        case .verified:
            lead = "Verified."
            sentence = Self.assurance(input, issuer: issuer, noun: noun)
            help = nil
            further = []
        case .failed:
            lead = "Not verified."
            sentence = reasons.first?.words ?? "A check did not pass."
        case .undetermined:
            lead = "Could not be verified."
            let reason = reasons.first?.words ?? "Something that was needed could not be had."
            sentence = reason + " This does not mean that it is false."
        }
    }

    /// The other reasons, each once, and not so many that they bury the first.
    private static func further(_ reasons: [Reason]) -> [String] {
        var said: Set<Text> = []
        let others = reasons.map(\.words).filter { said.insert(Text($0)).inserted }.dropFirst()
        let rest = others.count - 3
        return others.prefix(3).map { "Also: \($0)" }
            + (rest > 0
                ? ["\(Words.count(rest, "more reason", "more reasons")) under Checks."] : [])
    }

    private static func assurance(
        _ input: RecordPageInput, issuer: Issuer, noun: String
    ) -> String {
        if input.isPresentation { return presented(by: issuer) }
        let date = input.credential.flatMap { credential in
            ["awardedDate", "validFrom", "issuanceDate", "issuedOn"].lazy
                .compactMap { credential[$0]?.string }.first
        }
        let on = date.map { " on \(Moment.day($0).words)" } ?? ""
        let statusAsked = input.verdict.checks.contains {
            $0.name.isSame(as: "status") && $0.outcome == .passed
        }
        let since = statusAsked ? "changed or withdrawn" : "changed"
        if issuer.domain == nil, issuer.name == nil {
            let id = issuer.shortID.map { ", only the identifier \($0)" } ?? ""
            return "This \(noun) has not been \(since) since it was issued\(on). Its issuer gives "
                + "no name\(id)."
        }
        guard issuer.domain != nil else {
            return "This \(noun) has not been \(since) since it was issued\(on). Its issuer calls "
                + "itself \(issuer.words); no web address vouches for that name."
        }
        return "This \(noun) is genuine: \(issuer.fullWords) issued it\(on), and it has not been "
            + "\(since) since."
    }

    /// What a presentation shows: who presents, and nothing of who issued.
    private static func presented(by holder: Issuer) -> String {
        let isNamed = holder.name != nil || holder.domain != nil
        let who =
            isNamed
            ? holder.fullWords
            : "its holder, " + (holder.shortID.map { "known as \($0)" } ?? "who is not named")
        return "This was presented by \(who), and has not been changed since. Who issued what is "
            + "in it is said with each credential."
    }
}

extension RecordPageInput {
    /// What sentences call it.
    var noun: String {
        isPresentation ? "presentation" : isRecord ? "record" : "credential"
    }
}

extension InsideCount {
    private static let mostNamed = 6

    /// Nil where the record holds no credentials.
    init?(_ reading: RecordReading) {
        let asked = reading.entries.filter { $0.mark.state != .none && $0.checksAnchor != "checks" }
        guard !asked.isEmpty else { return nil }
        let odd = asked.filter { $0.mark.state != .verified }
        let isOne = asked.count == 1
        let too =
            reading.outer.answer == .verified ? " too" : isOne ? " by itself" : ", each by itself"
        if odd.isEmpty {
            words =
                isOne
                ? "The credential inside is verified\(too)."
                : "All \(asked.count) credentials inside are verified\(too)."
        } else if odd.count == asked.count {
            words =
                isOne
                ? "The credential inside is not verified:"
                : "None of the \(asked.count) credentials inside is verified."
        } else {
            let good = asked.count - odd.count
            words =
                "Of the \(asked.count) credentials inside, \(good) \(good == 1 ? "is" : "are") "
                + "verified. Look at:"
        }
        let named = odd.count == asked.count && !isOne ? [] : odd.prefix(Self.mostNamed)
        exceptions = named.map { Exception(anchor: $0.anchor, name: $0.name, mark: $0.mark) }
        let rest = odd.count - named.count
        unnamed = named.isEmpty || rest == 0 ? nil : "and \(rest) more, marked in their rows"
    }
}

extension Mark.State {
    init(_ answer: VerdictView.Answer) {
        switch answer {
        case .verified: self = .verified
        case .failed: self = .failed
        case .undetermined: self = .undetermined
        }
    }
}

extension Mark {
    /// The state of one credential on the page of another.
    init(_ verdict: VerdictView?, inside outer: VerdictView, issuer: Issuer) {
        guard let verdict else {
            self.init(
                state: .undetermined, short: "Not checked",
                long: "This credential was not checked by itself.")
            return
        }
        let answer = verdict.answer(inside: outer.answer)
        let reason = Reason.all(for: verdict, issuer: issuer, noun: "credential").first?.words
        switch answer {
        case .verified where verdict.isVouchedByRecord:
            let who = QuotedText.inSentence(
                outer.issuer.name ?? outer.issuer.domain.map(ShownDomain.text) ?? "The issuer")
            self.init(
                state: .verified, short: "Covered by the record",
                long: "It has no signature of its own: \(who) vouches for it by signing the record."
            )
        case .verified:
            self.init(
                state: .verified, short: "Verified",
                long: "Verified: issued by \(issuer.fullWords), unchanged and in force.")
        case .failed:
            self.init(
                state: .failed, short: "Not verified",
                long: "Not verified. "
                    + (reason ?? "It has no signature of its own, and the record is not verified."))
        case .undetermined:
            self.init(
                state: .undetermined, short: "Could not be verified",
                long: "Could not be verified. "
                    + (reason ?? "It rests on the record, which could not be verified."))
        }
    }
}
