import JSONText
import RecordPages
import Testing

@Suite struct `The page of a presentation` {
    private static let holder = "did:key:z6MkuaN3uzWxXxXxXxXxXxXxXxXxXxXxXxXxXxXxXxXxQx9m"

    private static let presentation = """
        {"@context": ["https://www.w3.org/ns/credentials/v2"], "id": "urn:uuid:p",
         "type": ["VerifiablePresentation"], "holder": "\(holder)", "oddity": "kept",
         "verifiableCredential": [
           {"type": ["VerifiableCredential", "OpenBadgeCredential"],
            "issuer": {"id": "did:web:alder.example", "name": "Alder Valley University"},
            "validFrom": "2026-06-03T00:00:00Z", "credentialSubject": {"id": "urn:learner",
              "achievement": {"name": "Epidemiology", "description": "d", "criteria": {}}}},
           {"type": ["VerifiableCredential", "OpenBadgeCredential"],
            "issuer": {"id": "did:web:rescue.example", "name": "Rescue Service"},
            "validFrom": "2026-06-03T00:00:00Z", "credentialSubject": {
              "achievement": {"name": "First aid", "description": "d", "criteria": {}}}}]}
        """

    private func page(
        _ answer: VerdictView.Answer, checks: [CheckView] = [], isNamed: Bool = true
    ) throws -> RecordPage {
        let revoked = Fixture.check("status", .failed, code: "status.revoked")
        return try Fixture.page(
            Self.presentation,
            verdict: VerdictView(
                answer: answer, kind: "VerifiablePresentation", standard: "VCDM 2.0",
                issuer: .init(id: isNamed ? Self.holder : nil), checks: checks,
                contents: [
                    Fixture.inner("/verifiableCredential/0", .verified),
                    Fixture.inner("/verifiableCredential/1", .failed, checks: [revoked]),
                ]))
    }

    @Test func `is its holder's, and nothing of it is issued`() throws {
        let page = try page(.verified)
        #expect(page.title.text == "Presentation of 2 credentials")
        #expect(page.facts.first?.label == "Presented by")
        #expect(page.facts.first?.value.text == Self.holder)
        #expect(!page.facts.contains { ["Issued", "Valid until"].contains($0.label) })
        #expect(page.headline.sentence.contains("was presented by its holder"))
        #expect(page.letterhead.name.text == "Presented by its holder")
        let asked = page.questions.map(\.asked)
        #expect(asked.contains("Who presents it?"))
        #expect(!asked.contains("May the issuer award this?"))
        let html = beforeSource(try PageRenderer().html(page))
        #expect(!html.contains("The learner is not named"))
    }

    @Test func `lists each credential with its own issuer and verdict`() throws {
        let page = try page(.verified)
        let rows = page.sections.flatMap(\.entries)
        #expect(rows.map(\.name.text) == ["Epidemiology", "First aid"])
        #expect(rows[0].about.contains("by Alder Valley University"))
        #expect(rows[1].about.contains("by Rescue Service"))
        #expect(rows.map(\.mark.state) == [.verified, .failed])
        #expect(rows.allSatisfy { $0.showsMark })
        #expect(page.sections.map(\.title) == ["Certificates and badges"])
        #expect(page.headline.inside?.exceptions.map(\.name.text) == ["First aid"])
        #expect(page.more.contains { $0.path == "oddity" })
    }

    @Test(arguments: [
        ("proof", "proof.missing", "Nobody signed the presentation"),
        ("proof", "proof.signature-invalid", "The signature does not fit: the presentation"),
        ("controller", "controller.not-the-issuer", "It was not signed with a key of the holder"),
        ("purpose", "purpose.domain-differs", "It was made for another reader"),
        ("shape", "shape.member-missing", "The presentation is not sound"),
    ])
    func `says what is wrong with it without a word of an issuer`(
        name: String, code: String, words: String
    ) throws {
        let check = Fixture.check(name, .failed, code: code, message: "the message")
        for isNamed in [true, false] {
            let page = try page(.failed, checks: [check], isNamed: isNamed)
            #expect(page.headline.sentence.hasPrefix(words))
            let said = [page.headline.sentence, page.headline.help ?? ""] + page.headline.further
            #expect(!said.contains { $0.contains("issue") })
        }
    }

    @Test func `is said so on plain text too`() throws {
        let text = try page(.verified).text
        #expect(text.contains("Presented by"))
        #expect(text.hasPrefix("Verified. This was presented by its holder"))
    }
}
