import DataIntegrity
import JSONText
import KeyMaterial
import Multiformat
import TestSupport
import Testing

/// A real record in which one blank node is related twice by one hash, so that the two readings
/// of RDFC-1.0 give different canonical forms.
@Suite(.enabled(if: Standards.present, "the standards folder is not here"))
struct `A record with two canonical forms` {
    private func record() throws -> JSONValue {
        try JSONDocument(parsing: Standards.bytes("samples/ob30/validator/complete.json")).root
    }

    @Test func `verifies as its issuer signed it, and says in which reading`() throws {
        let record = try record()
        let secured = try Vectors.secured(record)
        let proof = try #require(try DataIntegrityProof.proofs(of: record).first)
        let verification = try secured.verify(proof, with: Vectors.key(of: proof))
        #expect(verification.isValid)
        #expect(verification.readingsMayDiffer)
        let list = try secured.intermediates(of: proof, reading: .list)
        let set = try secured.intermediates(of: proof, reading: .set)
        #expect(list.proofConfigHash == set.proofConfigHash)
        #expect((list.documentHash == set.documentHash) == false)
    }

    @Test func `verifies when it was signed in the other reading`() throws {
        let secured = try Vectors.secured(record())
        let key = try PrivateKey.generate(.ed25519)
        let created = try EdDSARDFC2022().createProof(
            ProofOptions(verificationMethod: "https://a.example/#k", created: nil), of: secured,
            with: key)
        #expect(created.readingsMayDiffer)
        let draft = try DataIntegrityProof(reading: created.proof.parsed())
        let data = try secured.intermediates(of: draft, reading: .set).hashData
        let value = Multibase.base58btc.encode(try key.signature(of: data))
        let members = draft.value.members.map { member in
            let own = JSON.verbatim(member.value)
            return (name: member.name, value: member.hasName("proofValue") ? .string(value) : own)
        }
        let proof = try DataIntegrityProof(reading: JSON.object(members).parsed())
        let verification = try secured.verify(proof, with: key.publicKey)
        #expect(verification.isValid)
        #expect(verification.reading == .set)
        let other = try PrivateKey.generate(.ed25519).publicKey
        #expect(try secured.verify(proof, with: other).isValid == false)
    }
}
