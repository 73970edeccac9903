import DataIntegrity
import JSONLD
import JSONText
import KeyMaterial
import Testing
import Vocabularies

@Suite struct `A document that is signed` {
    private let processor = JSONLDProcessor(contexts: KnownContextLoader.process)

    private func document(_ members: String = "") throws -> SecuredDocument {
        let text = """
            { "@context": ["https://www.w3.org/ns/credentials/v2"], \(members)
              "type": "VerifiableCredential", "issuer": "https://a.example/" }
            """
        return SecuredDocument(
            try JSONDocument(parsing: Array(text.utf8)).root, processor: processor)
    }

    private func options() -> ProofOptions {
        ProofOptions(verificationMethod: "https://a.example/#key", created: "2026-01-15T09:00:00Z")
    }

    @Test func `keeps the proofs that it had`() throws {
        let first = try PrivateKey.generate(.ed25519)
        let second = try PrivateKey.generate(.ed25519)
        var signed = try document().signed(options(), with: first)
        signed = try SecuredDocument(
            JSONDocument(parsing: signed).root, processor: processor
        ).signed(options(), with: second)
        let secured = SecuredDocument(
            try JSONDocument(parsing: signed).root, processor: processor)
        let proofs = try secured.proofs
        #expect(proofs.count == 2)
        #expect(try secured.verify(proofs[0], with: first.publicKey).isValid)
        #expect(try secured.verify(proofs[1], with: second.publicKey).isValid)
        #expect(try secured.verify(proofs[0], with: second.publicKey).isValid == false)
    }

    @Test func `has no member that no context defines`() throws {
        let key = try PrivateKey.generate(.ed25519)
        let draft = try document(#""undefined": 1,"#)
        let error = try #require(throws: ProofError.self) {
            try draft.createProof(options(), with: key)
        }
        guard case .jsonLD(let cause) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(cause.code == .undefinedTerm)
    }

    @Test func `names the context that it lacks, so that it can be loaded`() async throws {
        struct Library: DocumentLoader {
            func document(at url: String) async throws -> LoadedDocument {
                LoadedDocument(
                    Array(#"{ "@context": { "extra": "https://a.example/extra" } }"#.utf8),
                    url: url)
            }
        }
        let key = try PrivateKey.generate(.ed25519)
        let text = """
            { "@context": ["https://www.w3.org/ns/credentials/v2", "https://a.example/c"],
              "type": "VerifiableCredential", "issuer": "https://a.example/", "extra": "1" }
            """
        let value = try JSONDocument(parsing: Array(text.utf8)).root
        let options = options()
        let error = #expect(throws: ProofError.self) {
            try SecuredDocument(value, processor: processor).signed(options, with: key)
        }
        #expect(error?.unavailableURL == "https://a.example/c")
        let proofs = try await processor.loading(from: Library()) { processor in
            let signed = try SecuredDocument(value, processor: processor)
                .signed(options, with: key)
            let secured = SecuredDocument(
                try JSONDocument(parsing: signed).root, processor: processor)
            return try secured.proofs.map {
                try secured.verify($0, with: key.publicKey).isValid
            }
        }
        #expect(proofs == [true])
    }

    @Test func `is signed by the suite of the key's type`() throws {
        let pairs = SigningSuite.allCases.flatMap { suite in suite.keyTypes.map { (suite, $0) } }
        #expect(pairs.count == 6)
        for (suite, type) in pairs {
            let key = try PrivateKey.generate(type)
            let created = try document().createProof(options(), with: key, suite: suite)
            let proof = try DataIntegrityProof(
                reading: JSONDocument(parsing: created.proof.serialized()).root)
            #expect(proof.cryptosuite == Text(suite.rawValue))
            #expect(try document().verify(proof, with: key.publicKey).isValid)
        }
    }
}
