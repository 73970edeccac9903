import Credentials
import JSONText
import KeyMaterial
import Testing
import Verification

@testable import Issuance

@Suite struct `Issuing with a form of proof` {
    private static let now = Timestamp("2026-03-01T12:00:00Z") ?? Timestamp(seconds: 0)

    private func key(_ type: KeyType, _ seed: UInt8 = 1) throws -> IssuingKey {
        let count = type == .p384 ? 48 : 32
        return IssuingKey(
            selfContained: try PrivateKey(
                type: type, secret: [UInt8](repeating: seed, count: count)))
    }

    private func issued(
        _ keys: [IssuingKey], _ proofs: [ProofForm], _ members: String = ""
    ) async throws -> JSONValue {
        let draft = """
            {"type": ["VerifiableCredential"], "credentialSubject": {"id": "did:example:ada"}
            \(members)}
            """
        return try await issued(keys, proofs, draft: draft)
    }

    private func issued(
        _ keys: [IssuingKey], _ proofs: [ProofForm], draft: String
    ) async throws -> JSONValue {
        let issuance = Issuance(
            keys: keys, clock: { Self.now }, randomness: { [UInt8](repeating: 0xFF, count: $0) })
        let issued = try await issuance.issue(
            IssuanceRequest(draft: JSONDocument(parsing: Array(draft.utf8)), proofs: proofs))
        #expect(issued.checked.verdict.aggregate == .verified)
        return try JSONDocument(parsing: issued.bytes).root
    }

    private func suites(_ value: JSONValue?) -> [String] {
        (value?["proof"]?.oneOrMore ?? []).compactMap { $0["cryptosuite"]?.string }
    }

    @Test(arguments: [
        (KeyType.ed25519, "eddsa-rdfc-2022"), (.p256, "ecdsa-rdfc-2019"),
        (.p384, "ecdsa-rdfc-2019"),
    ])
    func `follows the key where nothing is asked`(type: KeyType, suite: String) async throws {
        #expect(suites(try await issued([key(type)], [])) == [suite])
        #expect(ProofForm.standard(for: .rsa) == nil)
    }

    @Test(arguments: [
        (KeyType.ed25519, [ProofForm.eddsaJCS2022]), (.p256, [.ecdsaJCS2019]),
        (.p384, [.ecdsaJCS2019, .ecdsaRDFC2019]), (.ed25519, [.eddsaRDFC2022, .eddsaJCS2022]),
    ])
    func `makes each proof that is asked for`(type: KeyType, forms: [ProofForm]) async throws {
        let value = try await issued([key(type)], forms)
        #expect(suites(value) == forms.map(\.rawValue))
        #expect(value["proof"]?.isArray == (forms.count > 1))
    }

    @Test(arguments: [
        (KeyType.ed25519, ProofForm.ecdsaRDFC2019, "P-256 or P-384"),
        (.p256, .eddsaJCS2022, "Ed25519"),
    ])
    func `refuses a form that the key does not fit`(
        type: KeyType, form: ProofForm, needed: String
    ) async throws {
        let key = try key(type)
        let error = await #expect(throws: IssuanceError.self) {
            _ = try await issued([key], [form])
        }
        #expect(
            error?.description
                == "\(form.rawValue) needs a key of the type \(needed); this one is "
                + "\(type.rawValue).")
    }

    /// What other programs would leave out is not signed, though this signature would cover it.
    @Test func `refuses undefined members under a proof over the JSON too`() async throws {
        let key = try key(.ed25519)
        let error = await #expect(throws: IssuanceError.self) {
            _ = try await issued([key], [.eddsaJCS2022], ", \"unheardOf\": 1")
        }
        #expect(error?.description.contains("unheardOf") == true)
    }

    @Test func `gives drafts inside the forms that fit their own keys`() async throws {
        let outer = try key(.ed25519)
        let inner = try key(.p256, 2)
        let draft = """
            {"type": ["VerifiableCredential", "ClrCredential"], "name": "R", "credentialSubject":
            {"id": "did:example:ada", "type": ["ClrSubject"], "verifiableCredential": [
            {"type": ["VerifiableCredential", "AchievementCredential"], "name": "A",
            "issuer": {"id": "\(inner.issuer)", "type": ["Profile"]},
            "credentialSubject": {"id": "did:example:ada", "type": ["AchievementSubject"],
            "achievement": {"id": "urn:uuid:00000000-0000-4000-8000-000000000001",
            "type": ["Achievement"], "name": "A", "description": "x",
            "criteria": {"narrative": "y"}}}}]}}
            """
        let value = try await issued([outer, inner], [.eddsaJCS2022], draft: draft)
        #expect(suites(value) == ["eddsa-jcs-2022"])
        let content = value["credentialSubject"]?["verifiableCredential"]?.oneOrMore.first
        #expect(suites(content) == ["ecdsa-rdfc-2019"])
    }
}
