import Foundation
import LearnerRecord

/// Issues an Open Badges 3.0 credential as a university that publishes its key by did:web, and
/// verifies it as a reader who looks that key up.
@main
struct IssueCredential {
    struct Unexpected: Error {
        let what: String
    }

    static func main() async throws {
        let now = Timestamp(seconds: Int(Date().timeIntervalSince1970))
        let university = "did:web:university.example"
        let signer = try PrivateKey.generate(.ed25519)

        let key = IssuingKey(
            signer: signer, issuer: university, verificationMethod: university + "#key-1",
            profile: ["id": .string(university), "type": ["Profile"], "name": "A University"])
        let directory = Directory(documents: [
            "https://university.example/.well-known/did.json": document(
                of: university, key: signer.publicKey)
        ])
        let issuance = Issuance(
            keys: [key], documents: directory, clock: { now },
            randomness: { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } })
        let draft = try JSONDocument(parsing: Array(draft.utf8))
        let issued = try await issuance.issue(IssuanceRequest(draft: draft))
        print("issued \(issued.id), \(issued.bytes.count) octets")

        let reader = Verifier(documents: directory, clock: { now })
        let checked = await reader.verify(issued.bytes)
        try expect(checked.verdict.aggregate == .verified, "the credential verifies")
        try expect(checked.bytes == issued.bytes, "the octets are what was issued")

        // Without the directory nobody knows whose key it is: neither good nor bad.
        let stranger = await Verifier { now }.verify(issued.bytes)
        try expect(stranger.verdict.verdict == .undetermined, "without the key it is open")
        for check in stranger.verdict.checks where check.outcome == .undetermined {
            print("not at hand: \(check.message) [\(check.code)]")
        }

        let altered = String(decoding: issued.bytes, as: UTF8.self)
            .replacingOccurrences(of: "Introduction to Statistics", with: "Doctor of Science")
        let caught = await reader.verify(Array(altered.utf8))
        try expect(caught.verdict.verdict == .failed, "an altered credential fails")
        print("verified, left open without the key, and refused when altered")
    }

    static func expect(_ condition: Bool, _ what: String) throws {
        guard condition else { throw Unexpected(what: what) }
    }

    /// What the university serves as its DID document.
    static func document(of issuer: String, key: PublicKey) -> [UInt8] {
        let id = JSON.string(issuer + "#key-1")
        let method: JSON = [
            "id": id, "type": "Multikey", "controller": .string(issuer),
            "publicKeyMultibase": .string(key.multibase),
        ]
        let document: JSON = [
            "id": .string(issuer), "verificationMethod": [method], "assertionMethod": [id],
        ]
        return document.serialized()
    }

    static let draft = """
        {
          "type": ["VerifiableCredential", "OpenBadgeCredential"],
          "name": "Introduction to Statistics",
          "credentialSubject": {
            "id": "urn:uuid:8b1f0c36-5a57-4f0d-9a53-2f6b1a1c0e42",
            "type": ["AchievementSubject"],
            "achievement": {
              "id": "urn:uuid:7c0a3c1e-0d6b-4c58-8a52-9f4b8f1f9d10",
              "type": ["Achievement"],
              "name": "Introduction to Statistics",
              "description": "Describes data, and draws conclusions from samples.",
              "criteria": { "narrative": "A written examination of two hours." }
            }
          }
        }
        """
}
