import Credentials
import JSONText
import KeyMaterial
import Multiformat
import Testing

@testable import Verification

@Suite struct `A signed record of an older generation` {
    private typealias My = LegacyFixture

    @Test func `in CLR 1.0 is verified by the key that its publisher publishes (CLR1-V-05)`()
        async throws
    {
        let keys = [try My.rsa.get(), try Fixture.key(2, .p256), try Fixture.key(3)]
        for key in keys {
            let bytes = try My.signed(My.clr(), with: key)
            let verdict = await Fixture.verify(bytes, documents: My.documents(key))
            #expect(verdict.verdict == .verified, "\(verdict.problems)")
            #expect(verdict.standard == "CLR 1.0" && verdict.kind == "Clr")
            #expect(verdict.issuer?.id == My.issuer)
            #expect(verdict.issuer?.domain == "hollin.example")
            #expect(verdict.subject?.name == "Ada Lovelace")
            let expected = [
                "type.older-generation", "proof.signature-fits", "controller.is-the-issuer",
                "period.in-force", "status.not-set",
            ]
            for code in expected { #expect(verdict.codes.contains(code), "\(code)") }
            let part = try #require(verdict.contents.first)
            #expect(part.codes.contains("proof.vouched-by-record"))
            #expect(part.codes.contains("recipient.is-the-learner"))
            #expect(part.verdict == .verified && part.name == "Algebra")
        }
    }

    @Test func `in Open Badges 2.0 is verified by the key of its badge's issuer (OB-V-03)`()
        async throws
    {
        let key = try My.rsa.get()
        let bytes = try My.signed(My.badge(verification: My.signedMethod), with: key)
        let verdict = await Fixture.verify(bytes, documents: My.documents(key))
        #expect(verdict.verdict == .verified, "\(verdict.problems)")
        #expect(verdict.standard == "OB 2.0" && verdict.kind == "Assertion")
        #expect(verdict.issuer?.name == "Hollin College")
    }

    /// What is signed, what is hosted beside it, and the code that this brings.
    struct Case: Sendable, CustomTestStringConvertible {
        let what: String
        let code: String
        var answer = Verdict.Answer.failed
        var old = ""
        var new = ""
        var hosted: [(url: String, text: String?)] = []
        var testDescription: String { what }
    }

    private static let other = """
        {"id": "https://hollin.example/profiles/2", "type": "Profile", "name": "Another",
         "publicKey": "\(LegacyFixture.keyURL)"}
        """

    static var cases: [Case] {
        get throws {
            let mine = try Fixture.key(2, .p256)
            let others = try Fixture.key(9, .p256)
            let edwards = try Fixture.key(3)
            let url = LegacyFixture.keyURL
            let ownProfile = LegacyFixture.profile(extra: LegacyFixture.signerExtra)
            return [
                Case(
                    what: "signed with another key", code: "proof.signature-invalid",
                    hosted: [(url, LegacyFixture.keyDocument(others.publicKey))]),
                Case(
                    what: "whose key is of another type than its algorithm",
                    code: "proof.key-does-not-fit-algorithm",
                    hosted: [(url, LegacyFixture.keyDocument(edwards.publicKey))]),
                Case(
                    what: "whose key says that it belongs to another",
                    code: "controller.not-the-issuer",
                    hosted: [
                        (
                            url,
                            LegacyFixture.keyDocument(mine.publicKey, owner: "https://x.example/")
                        )
                    ]),
                Case(
                    what: "whose key is not in the issuer's profile",
                    code: "controller.key-not-listed",
                    hosted: [(LegacyFixture.issuer, LegacyFixture.profile())]),
                Case(
                    what: "whose key cannot be had", code: "proof.key-unavailable",
                    answer: .undetermined, hosted: [(url, nil)]),
                Case(
                    what: "whose key is no key", code: "proof.key-invalid",
                    hosted: [(url, "{\"id\": \"\(url)\", \"owner\": \"\(LegacyFixture.issuer)\"}")]),
                Case(
                    what: "whose key's address has a list", code: "proof.key-invalid",
                    hosted: [(url, "[]")]),
                Case(
                    what: "whose issuer's profile cannot be had",
                    code: "controller.document-unavailable", answer: .undetermined,
                    hosted: [(LegacyFixture.issuer, nil)]),
                Case(
                    what: "whose issuer's profile is something else", code: "shape.linked-wrong",
                    hosted: [
                        (
                            LegacyFixture.issuer,
                            ownProfile.replacing("\"Profile\"", with: "\"BadgeClass\"")
                        )
                    ]),
                Case(
                    what: "whose issuer's profile says that it is of another host",
                    code: "shape.linked-wrong",
                    hosted: [
                        (
                            LegacyFixture.issuer,
                            ownProfile.replacing(
                                "\"id\": \"https://hollin.example/profiles",
                                with: "\"id\": \"https://x.example/profiles")
                        )
                    ]),
                Case(
                    what: "that names no publisher", code: "controller.issuer-not-named",
                    old: "\"publisher\"", new: "\"publishers\""),
                Case(
                    what: "that was revoked in the list", code: "status.revoked",
                    hosted: [
                        (LegacyFixture.listURL, LegacyFixture.list("\"\(LegacyFixture.clrID)\""))
                    ]),
                Case(
                    what: "that was revoked in the list with a reason", code: "status.revoked",
                    hosted: [
                        (
                            LegacyFixture.listURL,
                            LegacyFixture.list(
                                "{\"id\": \"\(LegacyFixture.clrID)\", \"revocationReason\": \"Fraud\"}"
                            )
                        )
                    ]),
                Case(
                    what: "that says that it is revoked", code: "status.revoked",
                    old: "\"partial\": false", new: "\"revoked\": true, \"revocationReason\": \"x\""
                ),
                Case(
                    what: "whose revocation list cannot be had", code: "status.list-unavailable",
                    answer: .undetermined, hosted: [(LegacyFixture.listURL, nil)]),
                Case(
                    what: "whose revocation list is none", code: "status.list-malformed",
                    hosted: [(LegacyFixture.listURL, "{\"type\": \"Profile\"}")]),
                Case(
                    what: "whose revocation list is of another issuer",
                    code: "status.list-by-another-issuer", answer: .verified,
                    hosted: [
                        (
                            LegacyFixture.listURL,
                            LegacyFixture.list().replacing(
                                LegacyFixture.issuer, with: "https://x.example/")
                        )
                    ]),
                Case(
                    what: "whose issuer has no revocation list", code: "status.none",
                    answer: .verified,
                    hosted: [
                        (
                            LegacyFixture.issuer,
                            LegacyFixture.profile(extra: ", \"publicKey\": \"\(url)\"")
                        )
                    ]),
                Case(
                    what: "that has no date", code: "period.no-start",
                    old: "\"issuedOn\": \"2025-06-30T00:00:00Z\", ", new: ""),
                Case(
                    what: "that was issued in the future", code: "period.not-yet-valid",
                    old: "2025-06-30", new: "2095-06-30"),
                Case(
                    what: "whose date has no zone", code: "period.zone-missing", answer: .verified,
                    old: "2025-06-30T00:00:00Z", new: "2025-06-30"),
                Case(
                    what: "whose date cannot be read", code: "period.invalid-date",
                    old: "2025-06-30T00:00:00Z", new: "30/06/2025"),
                Case(
                    what: "that is not as its model has it", code: "shape.departs-from-clr-1",
                    answer: .verified, old: "\"name\": \"Algebra\",", new: ""),
            ]
        }
    }

    @Test(arguments: try cases)
    func `gets a code for what is wrong`(one: Case) async throws {
        let key = try Fixture.key(2, .p256)
        let text = My.clr().replacing(one.old, with: one.new)
        #expect(one.old.isEmpty || text != My.clr())
        let verdict = await Fixture.verify(
            try My.signed(text, with: key), documents: My.documents(key, changed: one.hosted))
        #expect(verdict.codes.contains(one.code), "\(verdict.codes)")
        #expect(verdict.verdict == one.answer, "\(verdict.problems)")
    }

    @Test func `is not believed when a letter was changed`() async throws {
        let key = try Fixture.key(2, .p256)
        let signed = try My.signed(My.clr(), with: key)
        let changed = try My.signed(My.clr().replacing("Ada", with: "Eve"), with: key)
        let parts = [signed, changed].map { $0.split(separator: UInt8(ascii: ".")) }
        let forged = Array(parts[0][0] + [0x2E] + parts[1][1] + [0x2E] + parts[0][2])
        let verdict = await Fixture.verify(forged, documents: My.documents(key))
        #expect(verdict.verdict == .failed)
        #expect(verdict.codes.contains("proof.signature-invalid"))
        #expect(verdict.codes.contains("status.not-asked"))
    }

    @Test func `is refused without a signature, and with a secret that others have`() async throws {
        let payload = Base64URL.encode(Array(My.clr().utf8))
        for algorithm in ["none", "HS256"] {
            let header = Base64URL.encode(Array("{\"alg\": \"\(algorithm)\"}".utf8))
            let verdict = await Fixture.verify(
                Array("\(header).\(payload).AAAA".utf8), documents: My.documents(try Fixture.key(2))
            )
            #expect(verdict.verdict == .failed, "\(algorithm)")
            #expect(verdict.codes.contains("proof.algorithm-refused"), "\(verdict.codes)")
        }
    }

    @Test func `is not verified by a key that it brings itself`() async throws {
        let key = try Fixture.key(9, .p256)
        let own =
            "\"publicKey\": {\"id\": \"\(My.keyURL)\", \"owner\": \"\(My.issuer)\", "
            + "\"publicKeyPem\": \"\(My.pem(key.publicKey))\"}"
        let text = My.clr().replacing(
            "\"publisher\": {", with: "\"publisher\": {\(own), ")
        let bytes = try My.signed(text, with: key)
        let alone = await Fixture.verify(bytes)
        #expect(alone.verdict == .undetermined)
        #expect(alone.codes.contains("controller.document-unavailable"))
        let beside = await Fixture.verify(
            bytes, documents: My.documents(try Fixture.key(2, .p256)))
        #expect(beside.verdict == .failed)
    }

    @Test func `is refused in the form of a newer token`() async throws {
        let key = try Fixture.key(2, .p256)
        let bytes = try My.signed("{\"vc\": \(My.clr())}", with: key)
        let verdict = await Fixture.verify(bytes, documents: My.documents(key))
        #expect(verdict.codes.contains("proof.header-refused"))
        #expect(verdict.verdict == .failed)
    }

    @Test func `is missing its signature when it comes as plain JSON`() async {
        let verdict = await My.verify(My.clr())
        #expect(verdict.verdict == .failed)
        #expect(verdict.codes.contains("proof.missing"))
    }

    @Test func `has its expired badge called expired (CLR1-V-08)`() async throws {
        let key = try Fixture.key(2, .p256)
        let text = My.badge(
            verification: My.signedMethod, extra: ", \"expires\": \"2025-07-01T00:00:00Z\"")
        let verdict = await Fixture.verify(
            try My.signed(text, with: key), documents: My.documents(key))
        #expect(verdict.codes.contains("period.expired"))
        #expect(verdict.verdict == .failed)
    }
}
