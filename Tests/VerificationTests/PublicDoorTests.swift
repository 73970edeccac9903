import DIDs
import JSONText
import LearnerRecord
import Testing

/// What programs outside use, from the draft to the verdict.
@Suite struct `Through the public interface` {
    private struct Directory: DocumentSource {
        var documents: [Text: [UInt8]] = [:]

        func document(at url: Text) async -> DocumentAnswer {
            documents[url].map { .found($0, mediaType: nil) } ?? .unavailable(reason: "empty")
        }
    }

    private let now = Timestamp(seconds: 1_800_000_000)

    private func draft() throws -> JSONDocument {
        let text = """
            { "type": ["VerifiableCredential", "OpenBadgeCredential"], "name": "Statistics",
              "credentialSubject": {
                "id": "urn:uuid:8b1f0c36-5a57-4f0d-9a53-2f6b1a1c0e42", "type": ["AchievementSubject"],
                "achievement": {
                  "id": "urn:uuid:7c0a3c1e-0d6b-4c58-8a52-9f4b8f1f9d10", "type": ["Achievement"],
                  "name": "Statistics", "description": "About numbers.",
                  "criteria": { "narrative": "An examination." } } } }
            """
        return try JSONDocument(parsing: Array(text.utf8))
    }

    private func issuance(
        _ signer: any Signer, _ directory: Directory
    ) -> Issuance {
        let issuer = "did:web:a.example"
        let key = IssuingKey(
            signer: signer, issuer: issuer, verificationMethod: issuer + "#key",
            profile: ["id": .string(issuer), "type": ["Profile"], "name": "A"])
        return Issuance(
            keys: [key], documents: directory, clock: { [now] in now },
            randomness: { Array(repeating: 7, count: $0) })
    }

    private func directory(for key: PublicKey) -> Directory {
        let id: JSON = "did:web:a.example#key"
        let method: JSON = [
            "id": id, "type": "Multikey", "controller": "did:web:a.example",
            "publicKeyMultibase": .string(key.multibase),
        ]
        let document: JSON = [
            "id": "did:web:a.example", "verificationMethod": [method], "assertionMethod": [id],
        ]
        return Directory(documents: [
            "https://a.example/.well-known/did.json": document.serialized()
        ])
    }

    @Test func `a draft becomes a credential that verifies with a source of one's own`()
        async throws
    {
        let signer = try PrivateKey.generate(.ed25519)
        let directory = directory(for: signer.publicKey)
        let issued = try await issuance(signer, directory).issue(IssuanceRequest(draft: draft()))
        let checked = await Verifier(documents: directory, clock: { [now] in now })
            .verify(issued.bytes)
        #expect(checked.verdict.aggregate == .verified)
        #expect(checked.verdict.issuer?.domain == "a.example")
        #expect(checked.bytes == issued.bytes)
    }

    @Test func `a source that has nothing leaves the verdict open`() async throws {
        let signer = try PrivateKey.generate(.ed25519)
        let issued = try await issuance(signer, Directory()).issue(IssuanceRequest(draft: draft()))
        let checked = await Verifier(documents: Directory(), clock: { [now] in now })
            .verify(issued.bytes)
        #expect(checked.verdict.verdict == .undetermined)
    }

    @Test func `a signer that refuses is an error that says so`() async throws {
        struct Locked: Signer {
            let publicKey: PublicKey
            let algorithm = SignatureAlgorithm.EdDSA

            func signature(of message: [UInt8]) throws(KeyError) -> [UInt8] {
                throw .signingFailed("locked")
            }
        }
        let key = try PrivateKey.generate(.ed25519).publicKey
        let error = try await #require(throws: IssuanceError.self) {
            try await issuance(Locked(publicKey: key), Directory())
                .issue(IssuanceRequest(draft: draft()))
        }
        #expect("\(error)".contains("locked"))
    }
}
