import JSONText

/// The page of one record or credential, as a value.
package struct RecordPage: Sendable, Equatable {
    /// The title of the browser's window.
    package var windowTitle: String
    package var site: Site
    package var letterhead: Letterhead
    package var headline: Headline
    package var questions: [Question]
    /// "Comprehensive Learner Record".
    package var kind: String
    /// Whether a holder presents credentials that others issued.
    package var isPresentation: Bool
    package var title: Phrase
    package var learner: Phrase?
    /// Whether the facts say by what else than a name the learner can be told.
    package var isLearnerIdentified: Bool
    package var isReadable: Bool
    package var descriptions: [Phrase]
    package var notices: [Notice]
    package var facts: [Fact]
    package var learnerFacts: [Fact]
    package var issuerFacts: [Fact]
    package var endorsements: [Item]
    package var more: [DataLine]
    package var sections: [PageSection]
    package var hierarchy: Hierarchy?
    package var checks: CheckList
    package var innerChecks: [CheckList]
    package var source: SourceText
    /// A compact token as received; nil for JSON.
    package var token: String?
    /// What the tokens say, the record's own and those inside it.
    package var tokenTexts: [TokenText]
    package var address: String?
    package var downloadPath: String?
    package var checkAgainPath: String?

    /// The issuer's name stands at the head; that it is only a claim is said where it is one.
    package struct Letterhead: Sendable, Equatable {
        package var name: Phrase
        package var about: String
        /// Who vouches for the issuer; it stands above the name that the issuer gives itself.
        package var vouched: String?
    }

    package struct Notice: Sendable, Equatable {
        package var lead: String
        package var text: String
    }
}

extension RecordPageInput {
    /// A record holds credentials; anything else is a single credential.
    var isRecord: Bool {
        guard let credential else { return false }
        return credential["verifiableCredential"] != nil
            || OlderGeneration(credential)?.isRecord == true
            || credential["credentialSubject"]?.oneOrMore.contains(where: \.isSubjectOfRecord)
                == true
    }

    /// A holder presents credentials that others issued.
    var isPresentation: Bool {
        let name = "VerifiablePresentation"
        return verdict.kind?.isSame(as: name) == true || credential?.hasType(name) == true
    }
}

extension RecordPage {
    package init(_ input: RecordPageInput) {
        let source = SourceText(input.credential, source: input.source)
        var reading = RecordReading(input, source: source)
        if let credential = input.credential {
            let base = credential.pointer.description
            reading.read(Embedded(value: credential, at: "", base: base), isOuter: true)
        }
        let root = input.credential?.document.root
        var head = HeadReading(input, reading: reading)
        site = input.site
        letterhead = head.letterhead
        letterhead.vouched = input.verdict.vouched(isPresentation: input.isPresentation)
        headline = Headline(input, reading: reading)
        questions = Question.all(
            input.verdict, issuer: reading.recordIssuer, isPresentation: input.isPresentation)
        kind = Words.kind(input.verdict.kind, of: input.verdict.standard)
        isPresentation = input.isPresentation
        title = head.title(input.verdict)
        learner = head.learner
        isLearnerIdentified = head.isLearnerNamedOtherwise
        isReadable = input.credential != nil
        notices = head.notices(input.verdict)
        facts = head.facts(input.verdict)
        learnerFacts = head.learnerFacts
        issuerFacts = head.issuerFacts
        endorsements = head.endorsements(reading)
        descriptions = head.descriptions
        more = head.rest
        sections = PageSection.all(
            reading.entries,
            of: input.isPresentation ? .presentation : input.isRecord ? .record : .credential)
        hierarchy = Hierarchy(input.credential, reading: reading)
        checks = CheckList.outer(input.verdict, reading: reading, root: root)
        innerChecks = CheckList.inner(reading, root: root)
        self.source = source
        token = input.credential == nil ? nil : Self.token(input.source)
        tokenTexts = TokenText.all(input.source, credential: input.credential)
        address = input.address
        downloadPath = input.downloadPath
        checkAgainPath = input.checkAgainPath
        windowTitle = [title.text, learner?.text].compactMap(\.self).joined(separator: " · ")
    }

    /// The octets where they are no JSON object, that is, a compact token around one.
    private static func token(_ bytes: [UInt8]) -> String? {
        let first = bytes.first { $0 > 0x20 }
        guard let first, first != UInt8(ascii: "{"), first != UInt8(ascii: "[") else { return nil }
        guard bytes.count <= 1 << 20 else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}
