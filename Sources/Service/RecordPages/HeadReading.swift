import JSONText

/// Reads what the head of the page says: whose, what, from whom, since when.
struct HeadReading {
    private var credential: ObjectReading?
    private let issuer: Issuer
    private let isRecord: Bool
    private(set) var learner: Phrase?
    private(set) var learnerFacts: [Fact] = []
    private(set) var issuerFacts: [Fact]
    private(set) var descriptions: [Phrase] = []

    init(_ input: RecordPageInput, reading: RecordReading) {
        credential = input.credential.map { ObjectReading($0, at: $0.pointer.description) }
        issuer = reading.recordIssuer
        issuerFacts = reading.recordIssuerFacts
        isRecord = input.isRecord
        let subject = input.credential?["credentialSubject"]?.oneOrMore.first
        let reading = LearnerReading(subject, at: "/credentialSubject")
        learner = reading.name.map { Phrase($0) }
        learnerFacts = reading.facts
    }

    var letterhead: RecordPage.Letterhead {
        guard credential != nil else {
            return RecordPage.Letterhead(
                name: Phrase("Unknown issuer"), about: "nothing could be read from the file")
        }
        let name = Phrase(issuer.plainWords)
        let about =
            issuer.isConfirmed
            ? issuer.domain ?? "name as given by the issuer itself"
            : "named as issuer in the file; not confirmed"
        return RecordPage.Letterhead(name: name, about: about)
    }

    mutating func title(_ verdict: VerdictView) -> Phrase {
        guard credential != nil else { return Phrase("A file that could not be read") }
        let own = credential?.phrase("name", language: nil)
        if !isRecord, let achievement = achievementName { return achievement }
        return own ?? Phrase(verdict.name ?? Words.kind(verdict.kind))
    }

    private var achievementName: Phrase? {
        let subject = credential?.value["credentialSubject"]
        guard let achievement = subject?["achievement"] else { return nil }
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
        var facts = [issuedBy]
        let from = credential?.text("validFrom") ?? credential?.text("issuanceDate")
        let awarded = credential?.text("awardedDate")
        let until = credential?.text("validUntil") ?? credential?.text("expirationDate")
        if let awarded { facts.append(Fact("Awarded", moment: .day(awarded))) }
        if let from {
            facts.append(Fact(awarded == nil ? "Issued" : "Valid from", moment: .day(from)))
        }
        facts.append(
            until.map { Fact("Valid until", moment: .instant($0)) }
                ?? Fact("Valid until", Phrase("no end is set")))
        if let id = credential?.text("id") {
            facts.append(Fact(isRecord ? "Record id" : "Credential id", Phrase(id), isPlain: true))
        }
        if let standard = verdict.standard { facts.append(Fact("Standard", Phrase(standard))) }
        if let text = credential?.phrase("description", language: nil) { descriptions = [text] }
        return facts
    }

    private var issuedBy: Fact {
        guard let domain = issuer.domain else {
            return Fact(
                "Issuer, as named in the file", Phrase(issuer.words),
                note: issuer.name == nil ? nil : issuer.id)
        }
        let claim = issuer.name.map { "calls itself \($0)" }
        return Fact("Issued by", Phrase(domain), note: claim)
    }

    /// Endorsements of the record and of its issuer.
    mutating func endorsements(_ reading: RecordReading) -> [Item] {
        guard var own = credential else { return [] }
        var items = EndorsementReading.items(of: &own, reading: reading, language: nil)
        if var profile = own.object("issuer") {
            items += EndorsementReading.items(of: &profile, reading: reading, language: nil)
        }
        credential = own
        return isRecord ? items : []
    }

    /// What of a record is shown nowhere else. A single credential shows it in its row.
    var rest: [DataLine] {
        guard isRecord, var own = credential else { return [] }
        own.isShownElsewhere("verifiableCredential")
        own.isShownElsewhere("issuer")
        let subjects = own.objects("credentialSubject")
        let inner = subjects.flatMap { subject in
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
