import DataIntegrity
import JSONText
import KeyMaterial
import TestSupport
import Testing

@Suite(.enabled(if: Standards.present, "the standards folder is not here"))
struct `The vectors of proof sets and chains` {
    private func json(_ name: String) throws -> JSONValue {
        try Vectors.json("vc-di-eddsa/TestVectors/proof-set-chain/\(name).json")
    }

    private func options(_ config: JSONValue) throws -> ProofOptions {
        var options = ProofOptions(
            verificationMethod: try #require(config["verificationMethod"]?.text),
            created: config["created"]?.text)
        options.id = config["id"]?.text
        options.previousProof = (config["previousProof"]?.oneOrMore ?? []).compactMap(\.text)
        return options
    }

    private func signer(_ number: Int) throws -> PrivateKey {
        let pair = try #require(try json("multiKeyPairs")["keyPair\(number)"])
        return try PrivateKey(secretMultibase: #require(pair["privateKeyMultibase"]?.string))
    }

    @Test(arguments: [
        "signedProofSet1", "signedProofSet2", "signedProofChain1", "signedProofChain2",
    ])
    func `verify, each proof over what it covers`(name: String) throws {
        let signed = try json(name)
        let secured = try Vectors.secured(signed)
        let proofs = try DataIntegrityProof.proofs(of: signed)
        #expect(proofs.isEmpty == false)
        for proof in proofs {
            #expect(try secured.verify(proof, with: Vectors.key(of: proof)).isValid)
        }
    }

    /// From the unsigned document, proof by proof: each as it stands in the published one.
    @Test func `are made again`() throws {
        var document = try json("unsigned")
        let steps = [
            ("proofSetConfig1", 1, "signedProofSet1"), ("proofSetConfig2", 2, "signedProofSet2"),
            ("proofChainConfig1", 3, "signedProofChain1"),
            ("proofChainConfig2", 4, "signedProofChain2"),
        ]
        for (config, key, expected) in steps {
            let created = try EdDSARDFC2022().createProof(
                options(json(config)), of: Vectors.secured(document), with: signer(key))
            document = try created.attached(to: document).parsed()
            let last = try #require(document["proof"]?.oneOrMore.last)
            let published = try #require(try json(expected)["proof"]?.oneOrMore.last)
            #expect(try last.canonicalized() == published.canonicalized())
        }
    }

    /// Without one of the proofs that it covers, or with one of them changed, a chain breaks.
    @Test func `hold the proofs that a later one covers`() throws {
        let signed = try json("signedProofChain2")
        let proofs = try DataIntegrityProof.proofs(of: signed)
        let last = try #require(proofs.last)
        let key = try Vectors.key(of: last)
        func verify(_ kept: [JSON]) throws -> Bool {
            let members = signed.members.filter { !$0.hasName("proof") }
                .map { (name: $0.name, value: JSON.verbatim($0.value)) }
            let document = try JSON.object(members + [("proof", .array(kept))]).parsed()
            return try Vectors.secured(document).verify(last, with: key).isValid
        }
        let all = proofs.map { JSON.verbatim($0.value) }
        #expect(try verify(all))
        #expect(try verify(Array(all.suffix(2))))
        let error = try #require(throws: ProofError.self) {
            try verify(Array(all.prefix(2) + all.suffix(1)))
        }
        guard case .previousProofMissing("urn:uuid:d94f792a-c546-4d06-b38a-da070ab56c23") = error
        else {
            Issue.record("\(error)")
            return
        }
        let changed = try JSONDocument(
            parsing: Array(
                String(decoding: all[2].serialized(), as: UTF8.self)
                    .replacing("2023-02-26T22:06:38Z", with: "2023-02-26T22:06:39Z").utf8)
        ).root
        #expect(try verify([all[0], all[1], .verbatim(changed), all[3]]) == false)
    }
}

@Suite struct `A proof of a chain` {
    private let contexts = OwnContexts()
    private let key: PrivateKey

    init() throws { key = try PrivateKey.generate(.ed25519) }

    private func secured(_ value: JSONValue) -> SecuredDocument {
        SecuredDocument(value, processor: contexts.processor)
    }

    /// A document whose proofs have the ids that the keys name, over those that the values name.
    private func document(
        _ suite: any SigningCryptosuite, _ proofs: [(id: Text, previous: [Text])]
    ) throws -> JSONValue {
        var document = try JSONDocument(parsing: Array(OwnContexts.document.utf8)).root
        for (id, previous) in proofs {
            var options = ProofOptions(
                verificationMethod: "did:key:z6Mk#z6Mk", created: "2026-01-02T03:04:05Z")
            options.id = id
            options.previousProof = previous
            let created = try suite.createProof(options, of: secured(document), with: key)
            document = try created.attached(to: document).parsed()
        }
        return document
    }

    private func verify(_ document: JSONValue, _ index: Int) throws -> Bool {
        let proof = try DataIntegrityProof.proofs(of: document)[index]
        return try secured(document).verify(proof, with: key.publicKey).isValid
    }

    @Test(arguments: [EdDSARDFC2022() as any SigningCryptosuite, EdDSAJCS2022()])
    func `covers the proofs that it names and no others`(suite: any SigningCryptosuite) throws {
        let document = try document(
            suite, [("urn:p:1", []), ("urn:p:2", []), ("urn:p:3", ["urn:p:1"])])
        for index in 0..<3 { #expect(try verify(document, index)) }
        func changed(_ id: String) throws -> JSONValue {
            let text = String(decoding: document.bytes, as: UTF8.self)
            let proof = "\"id\":\"\(id)\",\"type\":\"DataIntegrityProof\""
            #expect(text.contains(proof))
            let altered = text.replacing(proof, with: proof + ",\"nonce\":\"n\"")
            return try JSONDocument(parsing: Array(altered.utf8)).root
        }
        #expect(try verify(changed("urn:p:1"), 2) == false)
        #expect(try verify(changed("urn:p:2"), 2))
        #expect(try verify(changed("urn:p:2"), 1) == false)
    }

    @Test func `is not made over a proof that is not there`() throws {
        #expect(throws: ProofError.self) {
            try document(EdDSARDFC2022(), [("urn:p:1", ["urn:p:0"])])
        }
    }

    @Test(arguments: [
        // Itself, and by way of another.
        ("urn:p:1", "urn:p:2", "stands on itself"), ("urn:p:2", "urn:p:2", "stands on itself"),
        ("urn:p:3", "urn:p:1", "not among"),
    ])
    func `is refused where it stands on itself or on nothing`(
        first: String, second: String, message: String
    ) throws {
        let document = try document(EdDSARDFC2022(), [("urn:p:1", []), ("urn:p:2", ["urn:p:1"])])
        // Proof 1 names proof 2, and proof 2 another.
        let text = String(decoding: document.bytes, as: UTF8.self)
            .replacing("\"previousProof\":\"urn:p:1\"", with: "\"previousProof\":\"\(first)\"")
            .replacing(
                "\"id\":\"urn:p:1\"", with: "\"id\":\"urn:p:1\",\"previousProof\":\"\(second)\"")
        let altered = try JSONDocument(parsing: Array(text.utf8)).root
        let error = try #require(throws: ProofError.self) { try verify(altered, 1) }
        #expect("\(error)".contains(message))
    }

    @Test func `is refused where two proofs have the id that it names`() throws {
        let document = try document(
            EdDSARDFC2022(), [("urn:p:1", []), ("urn:p:2", []), ("urn:p:3", ["urn:p:1"])])
        let text = String(decoding: document.bytes, as: UTF8.self)
            .replacing("\"id\":\"urn:p:2\"", with: "\"id\":\"urn:p:1\"")
        let altered = try JSONDocument(parsing: Array(text.utf8)).root
        let error = try #require(throws: ProofError.self) { try verify(altered, 2) }
        #expect("\(error)".contains("several"))
    }
}
