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
            #expect(
                verdict.codes.contains("proof.hosted-not-looked-up") || !text.contains("learner"))
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
        #expect(verdict.verdict != .verified)
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

    @Test func `costs no more than the documents that it names, however many parts name them`()
        async
    {
        let many = (0..<2_000).map { number in
            My.assertion(verification: #"{"type": "Hosted"}"#, id: "\(My.host)/a/\(number % 3)")
        }
        let profile = My.profile(
            extra: ", \"members\": [\((0..<20_000).map(String.init).joined(separator: ","))]")
        let clock = ContinuousClock()
        let start = clock.now
        let verdict = await My.verify(
            My.clr(verification: nil, assertions: many), Self.hosted(nil, profile: profile))
        #expect(clock.now - start < .seconds(20))
        #expect(verdict.verdict != .verified)
        #expect(verdict.contents.count == 2_000)
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
