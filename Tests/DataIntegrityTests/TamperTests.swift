import DataIntegrity
import JSONLD
import JSONText
import KeyMaterial
import TestSupport
import Testing

@Suite struct `A signed document` {
    static let document = OwnContexts.document
    static let method: Text = "did:key:z6Mk#z6Mk"

    private let key: PrivateKey
    private let processor = OwnContexts().processor

    init() throws { key = try PrivateKey.generate(.ed25519) }

    private func parse(_ text: String) throws -> JSONValue {
        try JSONDocument(parsing: Array(text.utf8)).root
    }

    private func sign(_ text: String = document) throws -> String {
        let value = try parse(text)
        let proof = try EdDSARDFC2022().createProof(
            ProofOptions(verificationMethod: Self.method, created: "2026-01-02T03:04:05Z"),
            of: SecuredDocument(value, processor: processor), with: key)
        return String(decoding: proof.attached(to: value).serialized(), as: UTF8.self)
    }

    private func verify(_ text: String, proof index: Int = 0) throws -> Bool {
        let value = try parse(text)
        let proof = try DataIntegrityProof.proofs(of: value)[index]
        return try SecuredDocument(value, processor: processor)
            .verify(proof, with: key.publicKey).isValid
    }

    @Test func `verifies, however its JSON is laid out`() throws {
        let signed = try sign()
        #expect(try verify(signed))
        #expect(try verify(signed.replacing(",", with: " ,\n\t")))
        let swapped = signed.replacing(
            #"{"name":"two","note":"n"}"#, with: #"{"note":["n"],"name":"two"}"#)
        #expect(swapped != signed)
        #expect(try verify(swapped))
    }

    @Test(
        arguments: [
            (#""Ada""#, #""Bob""#), ("urn:x:1", "urn:x:3"), (#""note":"n""#, #""link":"n""#),
            (#"{"id":"urn:x:2","name":"one"},"#, ""), (#""name":"two""#, #""name":["two","x"]"#),
            ("2026-01-02T03:04:05Z", "2026-01-02T03:04:06Z"),
            (#""assertionMethod""#, #""authentication""#),
            ("did:key:z6Mk#z6Mk", "did:key:z6Mk#z6Ml"),
            (#""cryptosuite":"eddsa-rdfc-2022""#, #""cryptosuite":"eddsa-2022""#),
            (#""created""#, #""challenge":"c","created""#),
        ])
    func `does not verify when anything is changed`(old: String, new: String) throws {
        let signed = try sign()
        let altered = signed.replacing(old, with: new)
        #expect(altered != signed)
        #expect(try verify(altered) == false)
    }

    @Test(
        arguments: [
            (#""id":"urn:x:1""#, #""id":"urn:x:1","degree":"PhD""#, "degree"),
            (#""note":"n""#, #""note":"n","grade":"A""#, "grade"),
            (#""created""#, #""forged":"x","created""#, "forged"),
        ])
    func `does not verify with a member that no context defines`(
        old: String, new: String, name: String
    ) throws {
        let altered = try sign().replacing(old, with: new)
        let error = try #require(throws: ProofError.self) { try verify(altered) }
        guard case .jsonLD(let reason) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(reason.code == .undefinedTerm)
        #expect("\(reason)".contains(name))
    }

    @Test func `is not signed with a member that no context defines`() throws {
        let text = Self.document.replacing(#""name":"Ada""#, with: #""name":"Ada","x":1"#)
        #expect(throws: ProofError.self) { try sign(text) }
    }

    @Test func `carries a second proof beside the first`() throws {
        let once = try sign()
        let twice = try sign(once)
        #expect(try verify(twice, proof: 0))
        #expect(try verify(twice, proof: 1))
        let altered = twice.replacing(#""Ada""#, with: #""Bob""#)
        #expect(try verify(altered, proof: 1) == false)
    }

    /// What a proof over RDF writes into its own `@context` is not signed: it may say nothing but
    /// what the document's contexts begin with.
    @Test(arguments: [
        #"{"created":"https://evil.example/x"}"#, #"["https://evil.example/x"]"#, "{}", "[]",
        "null",
    ])
    func `is refused with another context in its proof`(context: String) throws {
        let signed = try sign()
        let altered = signed.replacing(#""proof":{"#, with: #""proof":{"@context":\#(context),"#)
        #expect(altered != signed)
        let error = try #require(throws: ProofError.self) { try verify(altered) }
        guard case .contextsDiffer = error else {
            Issue.record("\(error)")
            return
        }
    }

    @Test func `may repeat the document's contexts in its proof`() throws {
        let signed = try sign()
        let contexts = try #require(try parse(signed)["@context"])
        let text = String(decoding: contexts.bytes, as: UTF8.self)
        let altered = signed.replacing(#""proof":{"#, with: #""proof":{"@context":\#(text),"#)
        #expect(altered != signed)
        #expect(try verify(altered))
    }

    @Test(
        arguments: [
            ("z", "the \"proofValue\" should hold 64 octets and holds 0"),
            ("", "there is nothing to decode"),
            ("uAAAA", "the multibase prefix \"u\" is not supported"),
            ("z0", "character 1 does not belong"),
            ("z2NEpo7TZRRrLZSi2U", "should hold 64 octets and holds 12"),
        ])
    func `says what is wrong with its proof value`(value: String, message: String) throws {
        let signed = try parse(sign())
        let good = try #require(signed["proof"]?["proofValue"]?.string)
        let altered = try sign().replacing(good, with: value)
        let error = try #require(throws: ProofError.self) { try verify(altered) }
        #expect("\(error)".contains(message))
    }

    @Test func `does not verify with another key, or a key of another kind`() throws {
        let value = try parse(sign())
        let proof = try DataIntegrityProof.proofs(of: value)[0]
        let secured = SecuredDocument(value, processor: processor)
        let other = try PrivateKey.generate(.ed25519).publicKey
        #expect(try secured.verify(proof, with: other).isValid == false)
        let p256 = try PrivateKey.generate(.p256).publicKey
        let error = try #require(throws: ProofError.self) {
            try secured.verify(proof, with: p256)
        }
        guard case .wrongKeyType(expected: [.ed25519], found: .p256) = error else {
            Issue.record("\(error)")
            return
        }
    }

    @Test(
        arguments: [
            (#""created":"2026-01-02T03:04:05Z""#, #""created":"yesterday""#, "yesterday"),
            (#""created":"2026-01-02T03:04:05Z""#, #""created":"2026-01-02T03:04:05""#, "zone"),
            (#""cryptosuite":"eddsa-rdfc-2022""#, #""cryptosuite":"bbs-2023""#, "bbs-2023"),
            (#""type":"DataIntegrityProof""#, #""type":"Other""#, "eddsa-rdfc-2022"),
            (#""verificationMethod":"did:key:z6Mk#z6Mk","#, "", "verificationMethod"),
            (#","proofPurpose":"assertionMethod""#, "", "proofPurpose"),
        ])
    func `says what is wrong with its proof`(old: String, new: String, message: String) throws {
        let signed = try sign()
        let altered = signed.replacing(old, with: new)
        #expect(altered != signed)
        let error = try #require(throws: ProofError.self) { try verify(altered) }
        #expect("\(error)".contains(message))
    }

    /// A proof of a kind that is not known is passed over, whatever stands in it.
    @Test func `may carry proofs of other kinds`() throws {
        let other = #"{"type":"Other2018","created":"some day","jws":"x"}"#
        let signed = try sign().replacing(#""proof":{"#, with: #""proof":[\#(other),{"#)
        #expect(try verify(String(signed.dropLast()) + "]}", proof: 1))
        let value = try parse(String(signed.dropLast()) + "]}")
        #expect(try Cryptosuites.suite(of: DataIntegrityProof.proofs(of: value)[0]) == nil)
    }

    @Test func `has a bounded number of proofs`() throws {
        let proof = #"{"type":"X"}"#
        func document(_ count: Int) throws -> JSONValue {
            try parse(
                #"{"proof":[\#(Array(repeating: proof, count: count).joined(separator: ","))]}"#)
        }
        #expect(
            try DataIntegrityProof.proofs(of: document(Limits.proofs)).count == Limits.proofs)
        #expect(throws: ProofError.self) {
            try DataIntegrityProof.proofs(of: document(Limits.proofs + 1))
        }
    }
}
