import Credentials
import DataIntegrity
import JSONLD
import JSONText
import KeyMaterial
import Testing
import Vocabularies

@testable import Verification

@Suite struct `What stands in a record of an older generation` {
    private typealias My = LegacyFixture

    private static let key = Swift.Result { try Fixture.key(2, .p256) }

    private static func signed(
        _ text: String, changed: [(url: String, text: String?)] = [],
        policy: VerificationPolicy = .init()
    ) async throws -> Verdict {
        let key = try key.get()
        return await Fixture.verify(
            try LegacyFixture.signed(text, with: key),
            documents: LegacyFixture.documents(key, changed: changed), policy: policy)
    }

    @Test func `and says no way to verify it is not called invalid (CLR1-V-01)`() async throws {
        let verdict = await My.verify(My.clr(verification: nil))
        #expect(verdict.verdict == .undetermined)
        #expect(verdict.codes.contains("proof.not-verifiable"))
        #expect(verdict.contents.first?.codes.contains("proof.not-verifiable") == true)
    }

    @Test func `is verified by its own signature`() async throws {
        let key = try Self.key.get()
        let inner = try My.signed(
            My.assertion(verification: My.signedMethod1).replacing(
                "{\"id\": \"\(My.assertionID)\"",
                with: "{\"@context\": \"https://purl.imsglobal.org/spec/clr/v1p0/context/"
                    + "clr_v1p0.jsonld\", \"id\": \"\(My.assertionID)\""),
            with: key)
        let list = ", \"signedAssertions\": [\"\(String(decoding: inner, as: UTF8.self))\"]"
        let verdict = await My.verify(
            My.clr(verification: nil, assertions: [], extra: list), My.documents(key))
        let part = try #require(verdict.contents.first)
        #expect(part.verdict == .verified, "\(part.problems)")
        #expect(part.at?.description == "/signedAssertions/0")
        #expect(part.codes.contains("recipient.is-the-learner"))
        #expect(verdict.verdict == .undetermined)
        let revoked = await My.verify(
            My.clr(verification: nil, assertions: [], extra: list),
            My.documents(key, changed: [(My.listURL, My.list("\"\(My.assertionID)\""))]))
        #expect(revoked.contents.first?.codes.contains("status.revoked") == true)
        #expect(revoked.aggregate == .problems)
    }

    // MARK: - Recipients

    /// The recipient of an assertion in a record of `ada@example.org`.
    @Test(arguments: [
        (#"{"type": "email", "identity": "ada@example.org", "hashed": false}"#, "is-the-learner"),
        (#"{"type": "email", "identity": "ADA@example.org", "hashed": false}"#, "is-the-learner"),
        (#"{"type": "email", "identity": "eve@example.org", "hashed": false}"#, "not-the-learner"),
        (#"{"type": "studentId", "identity": "s-42", "hashed": false}"#, "not-the-learner"),
        (#"{"type": "studentId", "identity": "S-42", "hashed": false}"#, "is-the-learner"),
        (#"{"type": "telephone", "identity": "+1", "hashed": false}"#, "unclear"),
        (#"{"type": "email", "identity": "sha256$00", "hashed": true}"#, "not-the-learner"),
        (#"{"type": "email", "identity": "ada@example.org", "hashed": true}"#, "not-the-learner"),
        (#"{"type": "email", "identity": "crc32$00", "hashed": true}"#, "not-the-learner"),
        (#"{"type": "email"}"#, "unclear"), ("null", "unclear"),
    ])
    func `is its learner's, or not (CLR1-V-06)`(recipient: String, word: String) async throws {
        let verdict = try await Self.signed(
            My.clr(assertions: [My.assertion(recipient: recipient)]))
        let part = try #require(verdict.contents.first)
        #expect(part.codes.contains("recipient.\(word)"), "\(part.codes)")
        #expect((part.verdict == .failed) == (word == "not-the-learner"))
    }

    /// Appendix A.1 of the digest of requirements.
    @Test(arguments: [
        ("mayze", "", "sha256$7a1a1b3f7d40552e4299180e346e3add12bf9a751a43d9c4ca4518febc2c60c6"),
        (
            "amy@example.org", "",
            "sha256$8586293cc3d2128ad1c56750d7eaf2ec4bb2f4bdb5a34d1a19002252e222013a"
        ),
        (
            "amy@example.org", "deadsea",
            "sha256$0BC54E0A38F69E20A068FC7C136D69D949F00DBAD44E4BBB40245B3FC957EA4A"
        ),
        ("amy@example.org", "deadsea", "md5$7522be6006a9349c472af031a5fc384c"),
    ])
    func `is known by a hash of the address and the salt behind it`(
        value: String, salt: String, hash: String
    ) async {
        let recipient = """
            {"type": "email", "hashed": true, "identity": "\(hash)", "salt": "\(salt)"}
            """
        let text = My.badge(recipient: recipient)
        let theirs = await My.verify(text, policy: My.policy("emailAddress", value))
        #expect(theirs.codes.contains("recipient.matches"), "\(theirs.codes)")
        let others = await My.verify(text, policy: My.policy("emailAddress", "x" + value))
        #expect(others.codes.contains("recipient.differs"))
        #expect(others.verdict == .failed)
        #expect(theirs.codes.contains("recipient.weak-hash") == hash.utf8.starts(with: "md5".utf8))
    }

    @Test func `is asked for the person that the reader expects`() async throws {
        for (type, value, code) in [
            ("emailAddress", "ada@example.org", "recipient.matches"),
            ("studentId", "S-42", "recipient.matches"),
            ("emailAddress", "eve@example.org", "recipient.differs"),
            ("sourcedId", "S-42", "recipient.differs"),
        ] {
            let verdict = try await Self.signed(My.clr(), policy: My.policy(type, value))
            #expect(verdict.codes.contains(code), "\(type) \(value)")
        }
    }

    // MARK: - Endorsements

    @Test func `is endorsed with a signature that is verified`() async throws {
        let token = try My.endorsementToken(try Self.key.get())
        let verdict = try await Self.signed(
            My.clr(assertions: [My.assertion(extra: ", \"signedEndorsements\": [\(token)]")]))
        let endorsement = try #require(verdict.contents.first?.contents.first)
        #expect(endorsement.kind == "Endorsement")
        #expect(endorsement.verdict == .verified, "\(endorsement.problems)")
        #expect(endorsement.codes.contains("proof.signature-fits"))
        #expect(!endorsement.codes.contains("contents.endorses-something-else"))
    }

    @Test func `is endorsed by somebody else's signature in vain`() async throws {
        let token = try My.endorsementToken(try Fixture.key(9, .p256))
        let verdict = try await Self.signed(
            My.clr(assertions: [My.assertion(extra: ", \"signedEndorsements\": [\(token)]")]))
        let endorsement = try #require(verdict.contents.first?.contents.first)
        #expect(endorsement.codes.contains("proof.signature-invalid"))
        #expect(verdict.aggregate == .problems)
    }

    @Test func `is endorsed where the endorsement is hosted`() async throws {
        let extra = ", \"endorsements\": [\(My.endorsement())]"
        let text = My.clr(assertions: [My.assertion(extra: extra)])
        let alone = try await Self.signed(text)
        let unseen = try #require(alone.contents.first?.contents.first)
        #expect(unseen.codes.contains("proof.hosted-not-looked-up"))
        #expect(unseen.verdict == .undetermined)
        let original = My.endorsement()
        let looked = try await Self.signed(
            text, changed: [("\(My.host)/endorsements/1", original)])
        let seen = try #require(looked.contents.first?.contents.first)
        #expect(seen.codes.contains("proof.hosted-agrees"), "\(seen.codes)")
        #expect(seen.verdict == .verified, "\(seen.problems)")
    }

    @Test func `is told when an endorsement is of something else`() async throws {
        let token = try My.endorsementToken(try Self.key.get(), of: "https://x.example/other")
        let verdict = try await Self.signed(
            My.clr(assertions: [
                My.assertion(achievementExtra: ", \"signedEndorsements\": [\(token)]")
            ]))
        let endorsement = try #require(verdict.contents.first?.contents.first)
        #expect(endorsement.codes.contains("contents.endorses-something-else"))
        #expect(endorsement.at?.description.contains("/achievement/signedEndorsements/0") == true)
    }

    @Test func `is endorsed in the criteria of its badge class`() async {
        let badgeClass = My.badgeClass.replacing(
            "\"narrative\"",
            with: "\"endorsement\": [\(My.endorsement(of: My.badgeID))], \"narrative\"")
        let verdict = await My.verify(My.badge(badge: badgeClass))
        #expect(verdict.contents.map { $0.at?.description } == ["/badge/criteria/endorsement/0"])
        let described = await My.verify(badgeClass)
        #expect(described.contents.map { $0.at?.description } == ["/criteria/endorsement/0"])
    }

    @Test func `is an endorsement of a badge that is named by its address`() async {
        let url = "\(My.host)/endorsements/1"
        let text = My.badge(extra: ", \"endorsement\": [\"\(url)\", \"\(My.host)/gone\"]")
        let verdict = await My.verify(text, [(url, Array(My.endorsement().utf8))])
        #expect(verdict.contents.first?.kind == "Endorsement")
        #expect(verdict.contents.last?.codes == ["shape.linked-unavailable"])
    }

    /// OB-M-06: endorsements of what a badge names by its address, at addresses or written out there.
    @Test func `is endorsed in its badge class and its issuer's profile, which stand elsewhere`()
        async throws
    {
        func extended(_ text: String, _ endorsement: String) -> String {
            text.replacing(
                "\"type\": \"BadgeClass\"",
                with: "\"type\": \"BadgeClass\", \"endorsement\": \(endorsement)")
        }
        let url = "\(My.host)/endorsements/1"
        let ofIssuer = My.endorsement(of: My.issuer).replacing(
            "endorsements/1", with: "endorsements/2")
        let documents: My.Documents = [
            (My.assertionID, My.badge()), (url, My.endorsement(of: My.badgeID)),
            (My.badgeID, extended(My.badgeClass, "[\"\(url)\", \"\(My.host)/none\"]")),
            (My.issuer, My.profile(extra: ", \"endorsement\": \(ofIssuer)")),
            ("\(My.host)/endorsements/2", ofIssuer),
        ].map { ($0.0, Array($0.1.utf8)) }
        let verdict = await My.verify(My.badge(), documents)
        #expect(verdict.verdict == .verified, "\(verdict.problems)")
        #expect(verdict.contents.map(\.kind) == ["Endorsement", "Unknown", "Endorsement"])
        #expect(verdict.contents.map(\.verdict) == [.verified, .undetermined, .verified])
        #expect(verdict.contents.allSatisfy { $0.at?.description == "/badge" })
        #expect(verdict.contents[1].codes == ["shape.linked-unavailable"])
        for endorsement in verdict.contents {
            #expect(!endorsement.codes.contains("contents.endorses-something-else"))
            #expect(endorsement.contents.isEmpty)
        }
        // What is written in the badge class of a badge names its issuer by URL, too.
        let inside = My.badge(badge: My.badgeClass)
        let own = await My.verify(inside, documents)
        #expect(own.contents.map { $0.at?.description } == ["/badge/issuer"])
        let alone = await My.verify(My.badge())
        #expect(alone.contents.isEmpty)
    }

    @Test func `is told when the endorsement in its badge class is of another`() async {
        let url = "\(My.host)/endorsements/1"
        let badgeClass = My.badgeClass.replacing(
            "\"type\": \"BadgeClass\"",
            with: "\"type\": \"BadgeClass\", \"endorsement\": \"\(url)\"")
        let verdict = await My.verify(
            My.badge(),
            [
                (My.assertionID, My.badge()), (url, My.endorsement(of: "\(My.host)/badges/2")),
                (My.badgeID, badgeClass), (My.issuer, My.profile()),
            ].map { ($0.0, Array($0.1.utf8)) })
        #expect(
            verdict.contents.first?.codes.contains("contents.endorses-something-else") == true)
    }

    /// A class is told of once, however many name it: the work is that of the class.
    @Test func `is endorsed once in a class that many badges name`() async {
        let urls = (0..<100).map { "\"\(My.host)/endorsements/\($0)\"" }
        let badgeClass = My.badgeClass.replacing(
            "\"type\": \"BadgeClass\"",
            with: "\"type\": \"BadgeClass\", \"endorsement\": "
                + "[\(urls.joined(separator: ","))]")
        let badges = (0..<400).map {
            My.badge().replacing("assertions/7", with: "assertions/\($0)")
        }
        let list = """
            {"status": {"statusCode": 200}, "assertions": [\(badges.joined(separator: ","))]}
            """
        let documents: My.Documents = [(My.badgeID, badgeClass), (My.issuer, My.profile())]
            .map { ($0.0, Array($0.1.utf8)) }
        let verdict = await My.verify(list, documents)
        #expect(verdict.contents.map(\.contents.count) == [100] + Array(repeating: 0, count: 399))
    }

    // MARK: - Lists and other places

    @Test func `may be a list, which is as good as what is in it (CLR1-M-22)`() async throws {
        let key = try Self.key.get()
        let token = String(decoding: try My.signed(My.clr(), with: key), as: UTF8.self)
        let context = "\"@context\": \"https://purl.imsglobal.org/spec/clr/v1p0/x\""
        let set = "{\(context), \"type\": \"ClrSet\", \"signedClrs\": [\"\(token)\"]}"
        let good = await My.verify(set, My.documents(key))
        #expect(good.kind == "ClrSet" && good.codes.contains("proof.parts-verified"))
        #expect(good.verdict == .verified, "\(good.problems)")
        let payload = await My.verify(
            "{\(context), \"signedClr\": \"\(token)\"}", My.documents(key))
        #expect(payload.kind == "ClrPayload" && payload.verdict == .verified)
        let unknown = await My.verify(set)
        #expect(unknown.verdict == .undetermined)
        let empty = await My.verify("{\(context), \"type\": \"ClrSet\", \"clrs\": []}")
        #expect(empty.verdict == .undetermined)
        #expect(empty.codes.contains("proof.not-verifiable"))
    }

    @Test func `must be of the class that its place asks for`() async throws {
        let inner = My.clr(verification: nil)
        let verdict = await My.verify(My.clr(verification: nil, assertions: [inner, "{}"]))
        for part in verdict.contents {
            #expect(part.codes.contains("type.wrong-place"), "\(part.codes)")
            #expect(part.verdict == .failed)
        }
        #expect(verdict.contents.count == 2)
    }

    @Test func `is not taken for an older one inside a newer credential`() async {
        let badge = My.badge()
        let verdict = await My.verify(
            Fixture.record(contents: [badge]).replacing("{\"type\"", with: "{\"x\":1,\"type\""))
        let part = verdict.contents.first
        #expect(part?.codes.contains("type.not-a-credential") == true)
        #expect(part?.verdict == .failed)
    }

    @Test func `is only told of an Extended Transcript, which nothing can verify`() async {
        let text = """
            {"@context": "https://purl.imsglobal.org/ctx/extended-transcript/v1p0",
             "id": "urn:uuid:aa000000-0000-4000-8000-000000000001", "type": "ExtendedTranscript",
             "createdAt": "2018-05-01T00:00:00.000Z",
             "issuer": {"id": "urn:uuid:aa000000-0000-4000-8000-000000000002", "type": "Issuer",
              "name": "North Coast Institute", "url": "https://nci.example"},
             "person": {"id": "urn:uuid:aa000000-0000-4000-8000-000000000003", "type": "Person",
              "fullName": "Ila Berg"}, "records": [], "transcriptEntities": {}}
            """
        let verdict = await My.verify(text)
        #expect(verdict.standard == "Extended Transcript 1.0")
        #expect(verdict.verdict == .undetermined)
        #expect(verdict.codes.contains("proof.not-verifiable"))
        #expect(verdict.issuer?.name == "North Coast Institute")
        #expect(verdict.subject?.name == "Ila Berg")
    }

    // MARK: - In a verifiable credential

    @Test func `may be wrapped in a credential, whose issuer's word it is then (CLR1-X-03)`()
        async throws
    {
        let inner = My.clr(verification: nil)
        let draft = """
            {"@context": ["https://www.w3.org/2018/credentials/v1"],
             "id": "urn:uuid:00000000-0000-4000-8000-000000000001",
             "type": ["VerifiableCredential"], "issuer": "\(Self.did)",
             "issuanceDate": "2025-07-01T00:00:00Z", "credentialSubject": \(inner)}
            """
        let token = try Fixture.signed("{\"iss\": \"\(Self.did)\", \"vc\": \(draft)}")
        let verdict = await Fixture.verify(token)
        #expect(verdict.codes.contains("type.wraps-clr-1"))
        #expect(verdict.codes.contains("controller.another-publisher"))
        let part = try #require(verdict.contents.first)
        #expect(part.name == "Algebra" && part.standard == "CLR 1.0")
        #expect(part.at?.description.hasSuffix("/credentialSubject/assertions/0") == true)
        let changed = draft.replacing("\"partial\": false", with: "\"revoked\": true")
        let revoked = await Fixture.verify(
            try Fixture.signed("{\"iss\": \"\(Self.did)\", \"vc\": \(changed)}"))
        #expect(revoked.codes.contains("status.revoked") && revoked.verdict == .failed)
    }

    private static func overRDF(
        _ inner: String = My.clr(verification: nil, context: false), context: String = "",
        _ old: String = "", _ new: String = ""
    ) async throws -> Verdict {
        let key = try Fixture.issuingKey()
        let draft = """
            {"@context": ["https://www.w3.org/2018/credentials/v1", "\(KnownContexts.firstRecords)",
              "https://w3id.org/security/data-integrity/v2"\(context)],
             "id": "urn:uuid:00000000-0000-4000-8000-000000000001",
             "type": ["VerifiableCredential"], "issuer": "\(key.issuer)",
             "issuanceDate": "2025-07-01T00:00:00Z", "credentialSubject": \(inner)}
            """
        let secured = SecuredDocument(
            try Fixture.document(draft).root,
            processor: JSONLDProcessor(contexts: ContextShelf(), options: .credential))
        let bytes = try secured.signed(
            ProofOptions(
                verificationMethod: Text(key.verificationMethod), created: "2026-03-01T12:00:00Z"),
            with: key.signer)
        let changed = Fixture.replacing(old, new, in: bytes)
        #expect(old.isEmpty || changed != bytes)
        return await Fixture.verify(old.isEmpty ? bytes : changed)
    }

    @Test func `may be in a credential that is signed over RDF, by the context that is known`()
        async throws
    {
        let verdict = try await Self.overRDF()
        #expect(verdict.verdict == .verified, "\(verdict.problems)")
        #expect(verdict.codes.contains("proof.signature-fits"))
        #expect(verdict.codes.contains("terms.record-merged"))
        #expect(verdict.contents.map(\.verdict) == [.verified])
        let changed = try await Self.overRDF(context: "", "\"Algebra\"", "\"Analysis\"")
        #expect(changed.codes.contains("proof.signature-invalid"))
        // Its own context stands in it, as it does in most.
        let named = try await Self.overRDF(My.clr(verification: nil))
        #expect(named.verdict == .verified, "\(named.problems)")
    }

    /// What the signature does not see: the name of a member, and in which object it stands.
    @Test(arguments: [
        ("\"assertions\":", "\"dtAssertion\":"), ("\"assertions\":", "\"Assertion\":"),
        ("\"assertions\":", "\"clri:dtAssertion\":"),
        ("\"name\": \"Algebra\"", "\"schema:name\": \"Algebra\""),
        ("\"achievement\":", "\"achievements\":"),
        ("\"issuedOn\": \"2025-06-30", "\"https://w3id.org/openbadges#issueDate\": \"2025-06-30"),
    ])
    func `goes by the names of its class in a credential that is signed over RDF`(
        old: String, new: String
    ) async throws {
        let verdict = try await Self.overRDF(context: "", old, new)
        #expect(verdict.verdict == .failed)
        #expect(verdict.codes.contains("terms.invalid-json-ld"), "\(verdict.problems)")
    }

    /// In RDF two objects with one identifier are one: a date could be moved where nobody looks.
    @Test(arguments: [
        ", \"source\": {\"id\": \"\(LegacyFixture.assertionID)\", "
            + "\"expires\": \"2025-07-01T00:00:00Z\"}",
        ", \"endorsements\": ["
            + LegacyFixture.endorsement().replacing(
                "\"EndorsementClaim\",",
                with: "\"EndorsementClaim\", \"expires\": \"2025-07-01T00:00:00Z\",") + "]",
    ])
    func `is described in one place in a credential that is signed over RDF`(extra: String)
        async throws
    {
        let verdict = try await Self.overRDF(
            My.clr(verification: nil, assertions: [My.assertion(extra: extra)], context: false))
        #expect(verdict.codes.contains("proof.signature-fits"), "\(verdict.problems)")
        #expect(verdict.codes.contains("terms.invalid-json-ld"), "\(verdict.problems)")
        #expect(verdict.verdict == .failed)
    }

    @Test(arguments: [
        ", \"https://w3id.org/openbadges/v2\"", ", {\"title2\": \"http://schema.org/name\"}",
    ])
    func `cannot be told where further contexts could rename its members`(context: String)
        async throws
    {
        let verdict = try await Self.overRDF(context: context)
        #expect(verdict.codes.contains("terms.record-open"), "\(verdict.problems)")
        #expect(verdict.verdict == .undetermined)
        let inside = try await Self.overRDF(
            My.clr(verification: nil).replacing(
                "\"\(KnownContexts.firstRecords)\"",
                with: "[\"\(KnownContexts.firstRecords)\"\(context)]"))
        #expect(inside.codes.contains("terms.record-open"), "\(inside.problems)")
        #expect(inside.verdict == .undetermined)
    }

    @Test func `may be endorsed in a credential that is signed over RDF`() async throws {
        let verdict = try await Self.overRDF(
            My.clr(
                verification: nil,
                assertions: [My.assertion(extra: ", \"endorsements\": [\(My.endorsement())]")],
                context: false))
        #expect(verdict.verdict == .verified, "\(verdict.problems)")
    }

    private static var did: String {
        (try? Fixture.key(1).publicKey.multibase).map { "did:key:\($0)" } ?? ""
    }
}
