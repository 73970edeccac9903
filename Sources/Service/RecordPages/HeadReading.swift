import JSONText

/// Reads what the head of the page says: whose, what, from whom, since when.
struct HeadReading {
    private var credential: ObjectReading?
    private let issuer: Issuer
    private let isRecord: Bool
    private let isPresentation: Bool
    private let older: OlderGeneration?
    private let contained: Int
    /// A record of an older generation that a credential is about.
    private let wrapped: JSONValue?
    private let reading: RecordReading
    private(set) var learner: Phrase?
    private(set) var learnerFacts: [Fact] = []
    private(set) var issuerFacts: [Fact]
    private(set) var descriptions: [Phrase] = []

    init(_ input: RecordPageInput, reading: RecordReading) {
        credential = input.credential.map { ObjectReading($0, at: $0.pointer.description) }
        issuer = reading.recordIssuer
        issuerFacts = reading.recordIssuerFacts
        isRecord = input.isRecord
        isPresentation = input.isPresentation
        contained = input.verdict.contents.count
        self.reading = reading
        let subject = input.credential?["credentialSubject"]?.oneOrMore.first
        wrapped = subject.flatMap { OlderGeneration($0)?.isRecord == true ? $0 : nil }
        older = input.credential.flatMap { OlderGeneration($0) }
        let who =
            if let older, let credential = input.credential {
                older.learner(credential, at: "")
            } else if let subject, let inner = OlderGeneration(subject) {
                inner.learner(subject, at: "/credentialSubject")
            } else {
                LearnerReading(subject, at: "/credentialSubject")
            }
        learner = who.name.map { Phrase($0) }
        comparable = who.name == nil ? who.comparable : nil
        learnerFacts = who.facts.filter { $0 != comparable }
    }

    /// What of the learner can be compared where no name is given.
    private let comparable: Fact?

    var isLearnerNamedOtherwise: Bool { comparable != nil }

    var letterhead: RecordPage.Letterhead {
        guard credential != nil else {
            return RecordPage.Letterhead(
                name: Phrase("Unknown issuer"), about: "nothing could be read from the file")
        }
        if isPresentation { return holder }
        let name = Phrase(issuer.name ?? issuer.domain ?? issuer.shortID ?? issuer.plainWords)
        let about =
            issuer.isConfirmed
            ? issuer.domain ?? "name as given by the issuer itself"
            : "named as issuer in the file; not confirmed"
        return RecordPage.Letterhead(name: name, about: about)
    }

    private var holder: RecordPage.Letterhead {
        guard let name = issuer.name ?? issuer.domain else {
            let id = issuer.shortID.map { "named by an identifier only: \($0)" }
            return RecordPage.Letterhead(
                name: Phrase("Presented by its holder"), about: id ?? "who is not named in it")
        }
        return RecordPage.Letterhead(
            name: Phrase(name),
            about: issuer.isConfirmed
                ? "presents what is on this page" : "named as holder in the file; not confirmed")
    }

    mutating func title(_ verdict: VerdictView) -> Phrase {
        guard credential != nil else { return Phrase("A file that could not be read") }
        let own = credential?.phrase("name", language: nil)
        if !isRecord, let achievement = achievementName { return achievement }
        if isPresentation, own == nil, contained > 0 {
            return Phrase(
                "Presentation of \(Words.count(contained, "credential", "credentials"))")
        }
        if own == nil, let name = wrapped?["name"]?.string { return Phrase(name) }
        return own ?? Phrase(verdict.name ?? Words.kind(verdict.kind, of: verdict.standard))
    }

    private var achievementName: Phrase? {
        let holder = credential?.value["credentialSubject"] ?? credential?.value
        guard let achievement = holder?["achievement"] ?? holder?["badge"] else { return nil }
        let language = achievement["inLanguage"]?.string
        return achievement["name"]?.string.map { Phrase($0, language: language) }
    }

    mutating func notices(_ verdict: VerdictView) -> [RecordPage.Notice] {
        var notices: [RecordPage.Notice] = []
        let partial = credential?.value["partial"]?.bool ?? false
        if partial {
            _ = credential?.scalar("partial")
            notices.append(
                .init(
                    lead: "Partial record.",
                    text: "The issuer says that this is a part of the learner’s record, not all."))
        }
        let refresh = verdict.checks.first {
            $0.code?.isSame(as: "refresh.newer-version") ?? false
        }
        if let refresh {
            notices.append(
                .init(lead: "A newer version exists.", text: refresh.message ?? ""))
        }
        return notices
    }

    mutating func facts(_ verdict: VerdictView) -> [Fact] {
        guard credential != nil else { return [] }
        var facts = [isPresentation ? presentedBy : issuedBy]
        if let comparable { facts.append(Self.learner(comparable)) }
        let from =
            credential?.text("validFrom") ?? credential?.text("issuanceDate")
            ?? credential?.text("issuedOn") ?? credential?.text("createdAt")
        let awarded = credential?.text("awardedDate")
        let until =
            credential?.text("validUntil") ?? credential?.text("expirationDate")
            ?? credential?.text("expires")
        if let awarded { facts.append(Fact("Awarded", moment: .day(awarded))) }
        if let from {
            facts.append(Fact(awarded == nil ? "Issued" : "Valid from", moment: .day(from)))
        }
        if let until {
            facts.append(Fact("Valid until", moment: .instant(until)))
        } else if !isPresentation {
            facts.append(Fact("Valid until", Phrase("no end is set")))
        }
        if let id = credential?.text("id") {
            let label =
                isPresentation ? "Presentation id" : isRecord ? "Record id" : "Credential id"
            facts.append(Fact(label, Phrase(id), isPlain: true))
        }
        if let standard = verdict.standard {
            facts.append(Fact("Standard", Phrase(Words.standard(standard))))
        }
        readDescription()
        return facts
    }

    /// A single credential's achievement often says the same again, in its row.
    private mutating func readDescription() {
        guard let text = credential?.phrase("description", language: nil) else { return }
        let achievement = credential?.value["credentialSubject"]?["achievement"]
        let isRepeated = achievement?["description"]?.string?.isSame(as: text.text) == true
        if isRecord || !isRepeated { descriptions = [text] }
    }

    /// The learner by another property than a name, said to be the learner's.
    private static func learner(_ fact: Fact) -> Fact {
        let isID = fact.label.isSame(as: "Learner id")
        return Fact(
            "Learner", fact.value, isPlain: fact.isPlain, note: isID ? nil : fact.label)
    }

    private var presentedBy: Fact {
        guard let name = issuer.name ?? issuer.domain else {
            return issuer.id.map { Fact("Presented by", Phrase($0), isPlain: true) }
                ?? Fact("Presented by", Phrase("a holder who is not named"))
        }
        return Fact("Presented by", Phrase(name), note: issuer.id)
    }

    private var issuedBy: Fact {
        guard let domain = issuer.domain else {
            let label = "Issuer, as named in the file"
            return issuer.name == nil
                ? Fact(label, Phrase(issuer.plainWords), isPlain: true)
                : Fact(label, Phrase(issuer.words), note: issuer.id)
        }
        let claim = issuer.name.map { "calls itself \($0)" }
        return Fact("Issued by", Phrase(domain), note: claim)
    }

    /// Endorsements of the record and of its issuer.
    mutating func endorsements(_ reading: RecordReading) -> [Item] {
        guard var own = credential else { return [] }
        var items = EndorsementReading.items(of: &own, reading: reading, language: nil)
        for name in ["issuer", "publisher"] {
            guard var profile = own.object(name) else { continue }
            items += EndorsementReading.items(of: &profile, reading: reading, language: nil)
        }
        credential = own
        return isRecord ? items : []
    }

    /// What of a record is shown nowhere else. A single credential shows it in its row.
    var rest: [DataLine] {
        guard isRecord, var own = credential else { return [] }
        for name in ["issuer", "holder"] { own.isShownElsewhere(name) }
        for name in older?.shownMembers ?? [] { own.isShownElsewhere(name) }
        for name in (older?.tokenMembers ?? []) + ["verifiableCredential"]
        where reading.isDecoded(own.value[name], own.pointer(name)) {
            own.isShownElsewhere(name)
        }
        let subjects = own.objects("credentialSubject")
        let inner = subjects.flatMap { subject in
            if OlderGeneration(subject.value)?.isRecord == true { return [DataLine]() }
            var subject = subject
            for name in [
                "id", "type", "identifier", "verifiableCredential", "achievement",
                "association", "name",
            ] { subject.isShownElsewhere(name) }
            return subject.rest()
        }
        return inner + own.rest()
    }
}
