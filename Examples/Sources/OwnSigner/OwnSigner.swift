import DataIntegrity

/// Signs a document with a key that a device keeps, and verifies it.
@main
struct OwnSigner {
    struct Unexpected: Error {
        let what: String
    }

    static func main() throws {
        let signer = try DeviceSigner(device: Device(), pin: "0000")
        let processor = JSONLDProcessor(contexts: KnownContextLoader.process)

        let text = """
            {
              "@context": ["https://www.w3.org/ns/credentials/v2"],
              "type": "VerifiableCredential",
              "issuer": "\(signer.publicKey.didKey)",
              "credentialSubject": { "id": "urn:uuid:3f0c4a52-7d0e-4d7e-8c5d-0a4f4b8a2c11" }
            }
            """
        let document = try JSONDocument(parsing: Array(text.utf8))
        let draft = SecuredDocument(document.root, processor: processor)
        var options = ProofOptions(
            verificationMethod: Text("\(signer.publicKey.didKey)#\(signer.publicKey.multibase)"),
            created: "2026-01-15T09:00:00Z")
        options.expires = "2036-01-15T09:00:00Z"
        let signed = try draft.signed(options, with: signer)
        print(String(decoding: signed, as: UTF8.self))

        let secured = SecuredDocument(
            try JSONDocument(parsing: signed).root, processor: processor)
        for proof in try secured.proofs {
            // Whose key it is, and whether the proof is for this purpose and in force, is for the
            // caller to weigh: the answer here is about the octets alone.
            let verification = try secured.verify(proof, with: signer.publicKey)
            try expect(verification.isValid, "the signature fits")
            let other = try PrivateKey.generate(.ed25519).publicKey
            try expect(!secured.verify(proof, with: other).isValid, "another key does not fit")
        }

        do throws(ProofError) {
            _ = try draft.signed(options, with: locked())
            throw ProofError.notAnObject
        } catch .key(let reason) {
            print("a locked device: \(reason)")
        }
    }

    static func locked() throws(ProofError) -> DeviceSigner {
        do {
            return try DeviceSigner(device: Device(), pin: "1234")
        } catch {
            throw .missing(member: "device")
        }
    }

    static func expect(_ condition: Bool, _ what: String) throws {
        guard condition else { throw Unexpected(what: what) }
    }
}
