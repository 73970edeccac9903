import DataIntegrity
import Issuance
import JSONLD
import JSONText
import Testing

@testable import Verification

@Suite struct `A proof set` {
    /// The course, signed once more by another.
    private func signedTwice(by seed: UInt8, method: String? = nil) async throws -> [UInt8] {
        let bytes = try await Fixture.issued(Fixture.course())
        let document = try JSONDocument(parsing: bytes)
        let key = try Fixture.issuingKey(seed)
        let secured = SecuredDocument(
            document.root, processor: JSONLDProcessor(contexts: ContextShelf(), options: .safe))
        let options = ProofOptions(
            verificationMethod: Text(method ?? key.verificationMethod),
            created: "2026-03-01T12:00:00Z")
        let proof = try EdDSARDFC2022().createProof(options, of: secured, with: key.signer)
        return proof.attached(to: document.root).serialized()
    }

    @Test func `needs the issuer's proof, and may have others`() async throws {
        let verdict = await Fixture.verify(try await signedTwice(by: 2))
        #expect(verdict.problems == [])
        #expect(verdict.codes.contains("controller.another-party"))
        #expect(verdict.checks.filter { $0.name == .proof }.count == 2)
    }

    @Test func `needs every proof that is supported`() async throws {
        let issuer = try Fixture.issuingKey(1).verificationMethod
        let verdict = await Fixture.verify(try await signedTwice(by: 2, method: issuer))
        #expect(verdict.problems == ["proof.signature-invalid"])
    }

    @Test func `skips a proof of another kind`() async throws {
        let bytes = try await signedTwice(by: 1)
        let changed = Fixture.replacing(
            "\"proof\":[{\"type\":\"DataIntegrityProof\",\"cryptosuite\":\"eddsa-rdfc-2022\"",
            "\"proof\":[{\"type\":\"DataIntegrityProof\",\"cryptosuite\":\"of-tomorrow\"",
            in: bytes)
        #expect(changed != bytes)
        let verdict = await Fixture.verify(changed)
        #expect(verdict.problems == [])
        #expect(verdict.codes.contains("proof.unsupported"))
    }
}
