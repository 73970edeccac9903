import Credentials
import DIDs
import JSONText
import Testing

@testable import Verification

@Suite struct `A hosted record of an older generation` {
    private typealias My = LegacyFixture

    private static func hosted(
        _ original: String?, profile: String = LegacyFixture.profile(),
        more: [(url: String, text: String)] = []
    ) -> LegacyFixture.Documents {
        var texts = [(url: LegacyFixture.issuer, text: profile)]
        texts.append((LegacyFixture.badgeID, LegacyFixture.badgeClass))
        if let original { texts.append((LegacyFixture.assertionID, original)) }
        return (texts + more).map { ($0.url, Array($0.text.utf8)) }
    }

    @Test func `is not verified as long as nobody has looked (CLR1-V-03)`() async {
        for text in [My.badge(), My.clr(verification: #"{"type": "Hosted"}"#)] {
            let verdict = await My.verify(text)
            #expect(verdict.verdict == .undetermined)
            let codes = verdict.codes
            #expect(
                codes.contains("proof.hosted-not-looked-up")
                    || codes.contains("controller.document-unavailable"))
            #expect(!verdict.checks.contains { $0.name == .proof && $0.outcome == .passed })
        }
    }

    @Test func `is verified by its original, where its issuer hosts its own`() async {
        let verdict = await My.verify(My.badge(), Self.hosted(My.badge()))
        #expect(verdict.verdict == .verified, "\(verdict.problems)")
        #expect(verdict.codes.contains("proof.hosted-agrees"))
        #expect(verdict.codes.contains("controller.is-the-issuer"))
        #expect(verdict.codes.contains("status.not-set"))
    }

    @Test func `is verified when single values stand in lists there, and links are written out`()
        async
    {
        let copy = My.badge(badge: My.badgeClass, extra: ", \"narrative\": \"Well done.\"")
        let original = My.badge(extra: ", \"narrative\": [\"Well done.\"], \"evidence\": []")
        let verdict = await My.verify(copy, Self.hosted(original))
        #expect(verdict.codes.contains("proof.hosted-agrees"), "\(verdict.problems)")
    }

    @Test func `is not verified when a written out badge is not the hosted one`() async {
        let copy = My.badge(badge: My.badgeClass.replacing("Welding", with: "Surgery"))
        let verdict = await My.verify(copy, Self.hosted(My.badge()))
        #expect(verdict.codes.contains("proof.hosted-differs"))
        #expect(verdict.verdict == .failed)
    }

    /// What stands at the address of the original.
    @Test(arguments: [
        (LegacyFixture.badge().replacing("ada@", with: "eve@"), "proof.hosted-differs"),
        (LegacyFixture.badge(extra: ", \"narrative\": \"x\""), "proof.hosted-differs"),
        ("{}", "proof.hosted-differs"), ("[]", "proof.hosted-differs"),
        ("<html>Not found</html>", "proof.hosted-differs"), ("", "proof.hosted-differs"),
        (String(repeating: "[", count: 5_000), "proof.hosted-differs"),
        (LegacyFixture.badge(extra: ", \"revoked\": true"), "status.revoked"),
        (
            "{\"id\": \"\(LegacyFixture.assertionID)\", \"revoked\": true, "
                + "\"revocationReason\": \"Issued by mistake.\"}", "status.revoked"
        ),
    ])
    func `fails by what its host answers`(original: String, code: String) async {
        let verdict = await My.verify(My.badge(), Self.hosted(original))
        #expect(verdict.codes.contains(code), "\(verdict.codes)")
        #expect(verdict.verdict == .failed)
    }

    /// A host that says of one address that nothing will stand there again.
    private struct Gone: DocumentSource {
        let url: String
        let others: CatalogSource

        func document(at url: Text) async -> DocumentAnswer {
            url == Text(self.url)
                ? .gone(reason: "it answered 410") : await others.document(at: url)
        }

        static func verify(
            _ text: String, without url: String, _ documents: LegacyFixture.Documents
        ) async -> Verdict {
            let source = SourceChain([
                CatalogSource(), Gone(url: url, others: CatalogSource(documents)),
            ])
            return await Verifier(source: source, clock: { Fixture.now })
                .verify(Array(text.utf8)).verdict
        }
    }

    @Test func `was taken back when its host says that it is gone (OB-V-02)`() async {
        let verdict = await Gone.verify(My.badge(), without: My.assertionID, Self.hosted(nil))
        #expect(verdict.verdict == .failed)
        #expect(verdict.problems == ["status.revoked"])
        #expect(verdict.outcome(.status) == .failed)
        let record = My.clr(verification: #"{"type": "Hosted"}"#)
        let gone = await Gone.verify(record, without: My.clrID, Self.hosted(nil))
        #expect(gone.codes.contains("status.revoked"), "\(gone.problems)")
        #expect(gone.verdict == .failed)
    }

    @Test(arguments: [LegacyFixture.issuer, LegacyFixture.badgeID])
    func `was not taken back when something else is gone`(url: String) async {
        let verdict = await Gone.verify(My.badge(), without: url, Self.hosted(My.badge()))
        #expect(verdict.verdict == .undetermined, "\(verdict.problems)")
        #expect(!verdict.codes.contains("status.revoked"))
    }

    @Test func `is endorsed by what was taken back when that is gone`() async {
        let url = "\(My.host)/endorsements/1"
        let text = My.badge(extra: ", \"endorsement\": \"\(url)\"")
        let verdict = await Gone.verify(text, without: url, Self.hosted(text))
        #expect(verdict.verdict == .verified, "\(verdict.problems)")
        #expect(verdict.contents.map(\.codes) == [["status.revoked"]])
        #expect(verdict.aggregate == .problems)
    }

    @Test func `tells why the issuer took it back`() async {
        let original = """
            {"id": "\(My.assertionID)", "revoked": true, "revocationReason": "A mistake."}
            """
        let verdict = await My.verify(My.badge(), Self.hosted(original))
        let told = verdict.checks.first { $0.code == "status.revoked" }
        #expect(told?.message.contains("A mistake.") == true)
    }

    /// What the issuer's profile says of where it hosts, and whether the badge is within it.
    @Test(arguments: [
        (#"{"startsWith": "https://hollin.example/assertions/"}"#, true),
        (#"{"startsWith": ["https://x.example/", "https://hollin.example/a"]}"#, true),
        (#"{"startsWith": "https://hollin.example/other/"}"#, false),
        (#"{"startsWith": "https://hollin.example.evil.example/"}"#, false),
        (#"{"startsWith": "https://hollin.exampl"}"#, false),
        (#"{"startsWith": "https"}"#, false),
        (#"{"allowedOrigins": "hollin.example"}"#, true),
        (#"{"allowedOrigins": ["HOLLIN.example"]}"#, true),
        (#"{"allowedOrigins": "https://hollin.example"}"#, true),
        (#"{"allowedOrigins": "example"}"#, false),
        (#"{"allowedOrigins": "x.example"}"#, false),
        (#"{"allowedOrigins": "hollin.example:8443"}"#, false),
        (#"{"type": "VerificationObject"}"#, true),
    ])
    func `is within the scope of its issuer, or not (CLR1-V-02)`(rules: String, isInside: Bool)
        async
    {
        let profile = My.profile(extra: ", \"verification\": \(rules)")
        let verdict = await My.verify(My.badge(), Self.hosted(My.badge(), profile: profile))
        #expect(verdict.codes.contains("controller.outside-scope") == !isInside)
        #expect((verdict.verdict == .verified) == isInside, "\(verdict.problems)")
    }

    @Test func `is not verified when somebody else hosts it`() async {
        let elsewhere = "https://hollin.example.evil.example/assertions/7"
        let text = My.badge().replacing(My.assertionID, with: elsewhere)
        let verdict = await My.verify(text, Self.hosted(nil, more: [(elsewhere, text)]))
        #expect(verdict.codes.contains("controller.outside-scope"))
        #expect(verdict.verdict == .failed)
        #expect(!verdict.codes.contains("proof.hosted-agrees"))
    }

    /// OB-V-02: who may have written the badge class that it is verified with.
    @Test(arguments: [
        (#"{}"#, false), (#"{"startsWith": "https://hollin.example/assertions/"}"#, false),
        (#"{"allowedOrigins": "hollin.example"}"#, false),
        (#"{"allowedOrigins": ["hollin.example", "other.example"]}"#, true),
        (#"{"startsWith": ["https://hollin.example/", "https://other.example/a"]}"#, true),
    ])
    func `has its badge class where the issuer hosts its own`(rules: String, isInside: Bool) async {
        let other = "https://other.example/badges/1"
        let profile = My.profile(extra: ", \"verification\": \(rules)")
        let badgeClass = My.badgeClass.replacing(My.badgeID, with: other)
        for badge in [badgeClass, "\"\(other)\""] {
            let text = My.badge(badge: badge)
            let verdict = await My.verify(
                text, Self.hosted(text, profile: profile, more: [(other, badgeClass)]))
            #expect(verdict.codes.contains("controller.outside-scope") == !isInside)
            #expect((verdict.verdict == .verified) == isInside, "\(verdict.problems)")
        }
    }

    @Test func `is not needed to look at a badge class that stands elsewhere, with a warning`()
        async
    {
        let other = "https://other.example/badges/1"
        let text = My.badgeClass.replacing(My.badgeID, with: other)
        let verdict = await My.verify(text, Self.hosted(nil, more: [(other, text)]))
        #expect(verdict.verdict == .verified, "\(verdict.problems)")
        let told = verdict.checks.first { $0.code == "controller.description-elsewhere" }
        #expect(told?.outcome == .warning)
        #expect(!verdict.codes.contains("controller.is-the-issuer"))
    }

    @Test(arguments: [
        (#""data:image/png;base64,iVBORw0KGgo=""#, true), (#""DATA:,x""#, true),
        (#"{"id": "data:image/png;base64,iVBORw0KGgo="}"#, true),
        (#""https://hollin.example/7.png""#, false), (#""urn:data:1""#, false),
    ])
    func `has its picture at an address, and a badge class where it likes`(
        image: String, isRefused: Bool
    ) async {
        let text = My.badge(extra: ", \"image\": \(image)")
        let verdict = await My.verify(text, Self.hosted(text))
        #expect(verdict.codes.contains("shape.image-as-data") == isRefused)
        #expect((verdict.verdict == .failed) == isRefused, "\(verdict.problems)")
        let validation = await Validation(of: Array(text.utf8), source: NoDocuments())
        #expect((validation.answer == .invalid) == isRefused, "\(validation.problems)")
        let badgeClass = My.badgeClass.replacing("\"\(My.host)/welding.png\"", with: image)
        let described = await My.verify(
            badgeClass,
            [(My.badgeID, badgeClass), (My.issuer, My.profile())].map {
                ($0.0, Array($0.1.utf8))
            })
        #expect(described.verdict == .verified, "\(described.problems)")
    }

    @Test func `tells once of each member that should be there`() async {
        let bare = My.badgeClass.replacing(
            " \"image\": \"\(My.host)/welding.png\",", with: "")
        let aligned = bare.replacing(
            "\"criteria\"",
            with: "\"alignment\": [{\"targetName\": \"A\"}, {\"targetName\": \"B\"}], \"criteria\"")
        let verdict = await My.verify(
            aligned,
            Self.hosted(nil).map { document in
                document.url == My.badgeID ? (document.url, Array(aligned.utf8)) : document
            })
        let told = verdict.checks.filter { $0.code == "shape.member-expected" }
        #expect(told.map(\.outcome) == [.warning, .warning])
        #expect(told.map { $0.at?.description } == ["/image", "/alignment/0/targetUrl"])
        #expect(told.first?.message.contains("OB-M-02") == true)
        #expect(told.last?.message.contains("(2 times)") == true)
        #expect(verdict.verdict == .verified, "\(verdict.problems)")
    }

    /// OB-M-09: a profile's words are of all its assertions.
    @Test func `is of a profile whose verification has no type`() async {
        let profile = My.profile(extra: ", \"verification\": {\"verificationProperty\": \"id\"}")
        let verdict = await My.verify(profile, Self.hosted(nil, profile: profile))
        #expect(verdict.verdict == .verified, "\(verdict.problems)")
        let text = My.badge(verification: #"{"verificationProperty": "id"}"#)
        let badge = await My.verify(text, Self.hosted(text))
        #expect(badge.codes.contains("shape.member-missing"))
    }

    @Test func `takes no rules of scope from what it says of its issuer itself`() async {
        let elsewhere = "https://evil.example/assertions/7"
        let badge = My.badgeClass.replacing(
            "\"issuer\": \"\(My.issuer)\"",
            with: "\"issuer\": {\"id\": \"\(My.issuer)\", \"type\": \"Profile\", "
                + "\"verification\": {\"allowedOrigins\": \"evil.example\"}}")
        let text = My.badge(badge: badge).replacing(My.assertionID, with: elsewhere)
        let verdict = await My.verify(text, Self.hosted(nil, more: [(elsewhere, text)]))
        #expect(verdict.codes.contains("controller.outside-scope"))
        #expect(verdict.verdict == .failed)
    }

    @Test func `cannot be told without the issuer's profile`() async {
        let documents = Self.hosted(My.badge()).filter { $0.url != My.issuer }
        let verdict = await My.verify(My.badge(), documents)
        #expect(verdict.codes.contains("controller.document-unavailable"))
        #expect(verdict.verdict == .undetermined)
    }

    @Test func `cannot be told when its badge class is not to be had`() async {
        let documents = Self.hosted(My.badge()).filter { $0.url != My.badgeID }
        let verdict = await My.verify(My.badge(), documents)
        #expect(verdict.codes.contains("shape.linked-unavailable"))
        #expect(verdict.verdict == .undetermined)
    }

    @Test func `is read with a warning when its badge class has moved on the same host`() async {
        let old = "\(My.host)/old"
        let text = My.badge(badge: "\"\(old)\"")
        let verdict = await My.verify(text, Self.hosted(text, more: [(old, My.badgeClass)]))
        #expect(verdict.codes.contains("shape.linked-moved"))
        #expect(verdict.verdict == .verified, "\(verdict.problems)")
    }

    @Test(arguments: ["urn:uuid:1", "ftp://hollin.example/1", "https://", "https://a@b/", "7"])
    func `without an address cannot be looked at`(id: String) async {
        let text = My.badge().replacing(My.assertionID, with: id)
        let verdict = await My.verify(text, Self.hosted(nil))
        #expect(verdict.codes.contains("proof.hosted-not-looked-up"), "\(verdict.codes)")
        #expect(verdict.verdict != .verified)
    }

    @Test func `of CLR 1.0 must be hosted over https`() async {
        let text = My.clr(verification: #"{"type": "Hosted"}"#)
            .replacing("\"id\": \"\(My.clrID)\"", with: "\"id\": \"http://hollin.example/clrs/1\"")
        let verdict = await My.verify(text, Self.hosted(nil))
        #expect(verdict.codes.contains("controller.outside-scope"))
    }

    /// `Limits.sharedLinkedBytes`: each part has its issuer's profile gone through.
    @Test func `costs no more than a limit, however many parts name a large profile`() async {
        let profile = My.profile(
            extra: ", \"description\": \"\(String(repeating: "x", count: 1 << 20))\"")
        func verdict(_ count: Int) async -> Verdict {
            let many = (0..<count).map { number in
                My.assertion(verification: #"{"type": "Hosted"}"#, id: "\(My.host)/a/\(number)")
            }
            return await My.verify(
                My.clr(verification: nil, assertions: many), Self.hosted(nil, profile: profile))
        }
        let most = Limits.sharedLinkedBytes >> 20
        let few = await verdict(most - 2)
        #expect(few.contents.count == most - 2)
        #expect(few.verdict == .undetermined)
        #expect(await verdict(most + 1).codes == ["readable.too-much-work"])
    }

    @Test func `that names itself as its own badge class and issuer ends`() async {
        let text = """
            {"@context": "https://w3id.org/openbadges/v2", "id": "\(My.assertionID)",
             "type": "Assertion", "recipient": {"type": "email", "hashed": false, "identity": "a"},
             "issuedOn": "2025-06-01T00:00:00Z", "badge": "\(My.assertionID)",
             "issuer": "\(My.assertionID)", "verification": {"type": "hosted"}}
            """
        let verdict = await My.verify(text, Self.hosted(text))
        #expect(verdict.codes.contains("shape.linked-wrong"))
        #expect(verdict.verdict == .failed)
    }
}
