import DIDs
import DataIntegrity
import Issuance
import JSONLD
import JSONText
import KeyMaterial
import Testing

@testable import Verification

@Suite struct `A proof of any suite` {
    /// A document with a proof of this suite, whatever it says.
    private func signed(
        _ form: ProofForm, _ type: KeyType, _ text: String, purpose: Text = "assertionMethod",
        _ change: (inout ProofOptions) -> Void = { _ in }
    ) throws -> [UInt8] {
        let key = try Fixture.issuingKey(1, type)
        let document = try Fixture.document(
            text.replacing("ISSUER", with: key.issuer)
        ).root
        var options = ProofOptions(
            verificationMethod: Text(key.verificationMethod), created: "2026-03-01T12:00:00Z",
            proofPurpose: purpose)
        change(&options)
        return try Self.signed(document, form, options, key.signer)
    }

    static func signed(
        _ document: JSONValue, _ form: ProofForm, _ options: ProofOptions, _ signer: any Signer
    ) throws -> [UInt8] {
        let suites: [any SigningCryptosuite] = [
            EdDSARDFC2022(), EdDSAJCS2022(), ECDSARDFC2019(), ECDSAJCS2019(),
        ]
        let suite = try #require(suites.first { $0.name == Text(form.rawValue) })
        let secured = SecuredDocument(
            document, processor: JSONLDProcessor(contexts: ContextShelf(), options: .safe))
        return try suite.createProof(options, of: secured, with: signer).attached(to: document)
            .serialized()
    }

    private static let contexts = "[\"https://www.w3.org/ns/credentials/v2\"]"
    private static let credential =
        "{\"@context\":\(contexts),\"type\":[\"VerifiableCredential\"],\"id\":\"urn:uuid:7\","
        + "\"issuer\":\"ISSUER\",\"validFrom\":\"2026-01-01T00:00:00Z\","
        + "\"credentialSubject\":{\"id\":\"did:example:ada\"}}"
    private static let presentation =
        "{\"@context\":\(contexts),\"type\":[\"VerifiablePresentation\"],\"id\":\"urn:uuid:7\","
        + "\"holder\":\"ISSUER\"}"

    @Test(arguments: Fixture.forms)
    func `verifies, with all that the record contains`(form: ProofForm, type: KeyType) async throws
    {
        let bytes = try await Fixture.issued(
            Fixture.record(contents: [Fixture.course()]), with: [Fixture.issuingKey(1, type)],
            proofs: [form])
        let verdict = await Fixture.verify(bytes)
        #expect(verdict.verdict == .verified)
        #expect(verdict.aggregate == .verified)
        let proof = verdict.checks.first { $0.name == .proof }
        #expect(proof?.code == "proof.signature-fits")
        #expect(proof?.message.contains(form.rawValue) == true)
        #expect(proof?.at?.description == "/proof")
    }

    @Test(arguments: Fixture.forms)
    func `expires, is for one purpose, and was made in the past`(
        form: ProofForm, type: KeyType
    ) async throws {
        let expired = try signed(form, type, Self.credential) { options in
            options.expires = "2026-02-01T00:00:00Z"
        }
        #expect(await Fixture.verify(expired).problems == ["purpose.proof-expired"])
        let lasting = try signed(form, type, Self.credential) { options in
            options.expires = "2026-04-01T00:00:00Z"
        }
        #expect(await Fixture.verify(lasting).verdict == .verified)
        let other = try signed(form, type, Self.credential, purpose: "authentication")
        #expect(await Fixture.verify(other).problems == ["purpose.wrong"])
        let early = try signed(form, type, Self.credential) { options in
            options.created = "2026-05-01T00:00:00Z"
        }
        let verdict = await Fixture.verify(early)
        #expect(verdict.verdict == .verified)
        #expect(verdict.codes.contains("purpose.created-in-future"))
    }

    @Test(arguments: Fixture.forms)
    func `of a presentation is for one domain and one challenge`(
        form: ProofForm, type: KeyType
    ) async throws {
        let bytes = try signed(form, type, Self.presentation, purpose: "authentication") {
            $0.domain = "reader.example"
            $0.challenge = "abc"
        }
        func problems(_ domain: String?, _ challenge: String?) async -> [String] {
            var policy = VerificationPolicy()
            policy.expectedDomain = domain
            policy.expectedChallenge = challenge
            return await Fixture.verify(bytes, policy: policy).problems
        }
        #expect(await problems("reader.example", "abc") == [])
        #expect(await problems("other.example", "abc") == ["purpose.domain-differs"])
        #expect(await problems("reader.example", "abd") == ["purpose.challenge-differs"])
        let changed = Fixture.replacing("reader.example", "other.example", in: bytes)
        #expect(await Fixture.verify(changed).problems == ["proof.signature-invalid"])
    }

    @Test(arguments: Fixture.forms)
    func `needs a key that its controller lists for the purpose`(
        form: ProofForm, type: KeyType
    ) async throws {
        let signer = try Fixture.key(1, type)
        let url = Fixture.controllerURL
        let multibase = signer.publicKey.multibase
        let key = IssuingKey(
            signer: signer, issuer: url, verificationMethod: "\(url)#\(multibase)")
        let bytes = try await Fixture.issued(Fixture.course(), with: [key], proofs: [form])
        func problems(_ purpose: String) async -> [String] {
            let document = """
                {"id": "\(url)", "verificationMethod": [{"id": "\(url)#\(multibase)",
                "type": "Multikey", "controller": "\(url)", "publicKeyMultibase": "\(multibase)"}],
                "\(purpose)": ["\(url)#\(multibase)"]}
                """
            return await Fixture.verify(bytes, documents: [(url, Array(document.utf8))]).problems
        }
        #expect(await problems("assertionMethod") == [])
        #expect(await problems("authentication") == ["controller.key-not-for-purpose"])
        let alone = await Fixture.verify(bytes)
        #expect(alone.verdict == .undetermined)
        #expect(alone.outcome(.proof) == .passed)
    }

    @Test func `does not fit a key of another type`() async throws {
        let ed25519 = try Fixture.issuingKey(1)
        let p256 = try Fixture.issuingKey(1, .p256)
        let bytes = try signed(.ecdsaJCS2019, .p256, Self.credential)
        let changed = Fixture.replacing(
            p256.verificationMethod, ed25519.verificationMethod, in: bytes)
        #expect(changed != bytes)
        #expect(
            await Fixture.verify(changed).problems.contains("proof.key-does-not-fit-algorithm"))
    }
}

@Suite struct `A proof over the JSON` {
    private func signed(
        _ draft: String, _ forms: [ProofForm], contexts: String? = nil
    ) throws -> [UInt8] {
        let key = try Fixture.issuingKey()
        let context = contexts ?? "[\"https://www.w3.org/ns/credentials/v2\"]"
        let text =
            "{\"@context\":\(context),\"type\":[\"VerifiableCredential\"],\"id\":\"urn:uuid:7\","
            + "\"issuer\":\"\(key.issuer)\",\"validFrom\":\"2026-01-01T00:00:00Z\","
            + "\"credentialSubject\":{\"id\":\"did:example:ada\"}\(draft)}"
        var bytes = Array(text.utf8)
        for form in forms {
            bytes = try `A proof of any suite`.signed(
                JSONDocument(parsing: bytes).root, form,
                ProofOptions(
                    verificationMethod: Text(key.verificationMethod),
                    created: "2026-03-01T12:00:00Z"), key.signer)
        }
        return bytes
    }

    @Test func `covers members that no context defines: they only warn`() async throws {
        let verdict = await Fixture.verify(try signed(",\"unheardOf\":1", [.eddsaJCS2022]))
        #expect(verdict.verdict == .verified)
        #expect(verdict.outcome(.terms) == .warning)
        #expect(verdict.codes.contains("terms.undefined-but-signed-as-text"))
        let changed = Fixture.replacing(
            "\"unheardOf\":1", "\"unheardOf\":2",
            in: try signed(",\"unheardOf\":1", [.eddsaJCS2022]))
        #expect(await Fixture.verify(changed).problems == ["proof.signature-invalid"])
    }

    /// The proof over RDF beside it leaves the member out.
    @Test func `beside one over RDF does not excuse such members`() async throws {
        let bytes = try signed("", [.eddsaRDFC2022])
        let added = Fixture.replacing(
            "\"credentialSubject\":", "\"unheardOf\":1,\"credentialSubject\":", in: bytes)
        let document = try JSONDocument(parsing: added).root
        let key = try Fixture.issuingKey()
        let options = ProofOptions(
            verificationMethod: Text(key.verificationMethod), created: "2026-03-01T12:00:00Z")
        let both = try `A proof of any suite`.signed(
            document, .eddsaJCS2022, options, key.signer)
        let verdict = await Fixture.verify(both)
        #expect(verdict.verdict == .failed)
        #expect(verdict.codes.contains("terms.undefined"))
    }

    @Test func `and one over RDF hold together`() async throws {
        let verdict = await Fixture.verify(try signed("", [.eddsaJCS2022, .eddsaRDFC2022]))
        #expect(verdict.verdict == .verified)
        let places = verdict.checks.filter { $0.name == .proof }.map { $0.at?.description }
        #expect(places == ["/proof/0", "/proof/1"])
    }

    @Test func `tells of contexts that were added later`() async throws {
        let bytes = try signed("", [.eddsaJCS2022])
        let start = "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\""
        func verify(_ new: String) async -> Verdict {
            let changed = Fixture.replacing(start, new, in: bytes)
            #expect(changed != bytes)
            return await Fixture.verify(changed)
        }
        let added = await verify(start + ",{\"hobby\":\"https://a.example/hobby\"}")
        #expect(added.verdict == .verified)
        #expect(added.codes.contains("context.added-after-signing"))
        #expect(!(await Fixture.verify(bytes)).codes.contains("context.added-after-signing"))
        let exchanged = await verify("{\"@context\":[\"https://www.w3.org/2018/credentials/v1\"")
        #expect(exchanged.problems.contains("proof.signature-invalid"))
    }

    @Test func `inside a record that is signed over RDF is as good as another`() async throws {
        let inner = try await Fixture.issued(
            Fixture.course(extra: ", \"id\": \"urn:uuid:9\""), with: [Fixture.issuingKey(2)],
            proofs: [.eddsaJCS2022])
        let draft = """
            {"type": ["VerifiableCredential", "ClrCredential"], "name": "Ada's record",
            "credentialSubject": {"id": "did:example:ada", "type": ["ClrSubject"]}}
            """
        let issued = try await Fixture.issuance([Fixture.issuingKey(1)]).issue(
            IssuanceRequest(draft: Fixture.document(draft), contents: [inner]))
        let verdict = await Fixture.verify(issued.bytes)
        #expect(verdict.verdict == .verified)
        #expect(verdict.aggregate == .verified)
    }
}

@Suite struct `A chain of proofs` {
    /// The course of one, over whose proof another has signed.
    private func chained() async throws -> [UInt8] {
        let course = try JSONDocument(
            parsing: await Fixture.issued(Fixture.course(extra: ", \"id\": \"urn:uuid:9\""))
        ).root
        let bare = JSON.object(
            course.members.filter { !$0.hasName("proof") }.map { ($0.name, .verbatim($0.value)) })
        var document = try JSONDocument(parsing: bare.serialized()).root
        for (seed, id, previous) in [(1, "urn:p:1", nil), (2, "urn:p:2", "urn:p:1" as Text?)] {
            let key = try Fixture.issuingKey(UInt8(seed))
            var options = ProofOptions(
                verificationMethod: Text(key.verificationMethod), created: "2026-03-01T12:00:00Z")
            options.id = Text(id)
            options.previousProof = previous.map { [$0] } ?? []
            let bytes = try `A proof of any suite`.signed(
                document, .eddsaRDFC2022, options, key.signer)
            document = try JSONDocument(parsing: bytes).root
        }
        return Array(document.bytes)
    }

    @Test func `holds where each covers what it names`() async throws {
        let verdict = await Fixture.verify(try await chained())
        #expect(verdict.problems == [])
        #expect(verdict.checks.filter { $0.code == "proof.signature-fits" }.count == 2)
        #expect(verdict.codes.contains("controller.another-party"))
    }

    @Test func `breaks where a proof that is named is gone`() async throws {
        let document = try JSONDocument(parsing: try await chained()).root
        let proofs = try #require(document["proof"]?.oneOrMore)
        let members = document.members.filter { !$0.hasName("proof") }
            .map { (name: $0.name, value: JSON.verbatim($0.value)) }
        let last = JSON.object(members + [("proof", .array([.verbatim(proofs[1])]))])
        let verdict = await Fixture.verify(last.serialized())
        #expect(verdict.problems.contains("proof.chain-broken"))
        let first = JSON.object(members + [("proof", .array([.verbatim(proofs[0])]))])
        #expect(await Fixture.verify(first.serialized()).verdict == .verified)
    }

    @Test func `breaks where a proof that is named was changed`() async throws {
        let changed = Fixture.replacing(
            "\"id\":\"urn:p:1\",", "\"id\":\"urn:p:1\",\"nonce\":\"n\",", in: try await chained())
        let verdict = await Fixture.verify(changed)
        #expect(verdict.problems == ["proof.signature-invalid", "proof.signature-invalid"])
    }

    @Test func `breaks where a proof stands on itself`() async throws {
        let changed = Fixture.replacing(
            "\"previousProof\":\"urn:p:1\"", "\"previousProof\":\"urn:p:2\"",
            in: try await chained())
        #expect(await Fixture.verify(changed).problems == ["proof.chain-broken"])
    }
}
