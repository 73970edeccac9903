import DataIntegrity
import JSONLD
import JSONText
import KeyMaterial
import Multiformat
import TestSupport
import Testing

@Suite(.enabled(if: Standards.present, "the standards folder is not here"))
struct `JsonWebSignature2020` {
    private func proof(of document: JSONValue) throws -> DataIntegrityProof {
        try #require(try DataIntegrityProof.proofs(of: document).first)
    }

    /// The key that a document of the same publisher, or the did:jwk itself, gives.
    private func key(of proof: DataIntegrityProof) throws -> PublicKey {
        let method = try #require(proof.verificationMethod?.string)
        if method.hasPrefix("did:jwk:") {
            let encoded = method.dropFirst(8).prefix { $0 != "#" }
            let jwk = try JSONDocument(parsing: Base64URL.decode(String(encoded)))
            return try PublicKey(jwk: jwk.root)
        }
        let name = method.contains("foo") ? "foo" : "12345"
        let methods = try Vectors.json("ssi/tests/did-example-\(name).json")["verificationMethod"]
        let found = methods?.elements.first { $0["id"]?.string == method }
        return try PublicKey(jwk: #require(found?["publicKeyJwk"]))
    }

    @Test(arguments: [
        "examples/files/vc-jws2020-inline-context.jsonld", "examples/files/vc.jsonld",
        "tests/revocationList.json", "tests/statusList.json",
        "crates/status/examples/files/local-status-list-credential.jsonld",
        "crates/status/examples/files/status_list_revocable_1.jsonld",
    ])
    func `verifies as others have made it`(path: String) throws {
        let document = try Vectors.json("ssi/\(path)")
        let proof = try proof(of: document)
        #expect(Cryptosuites.suite(of: proof)?.name == "JsonWebSignature2020")
        let secured = try Vectors.secured(document)
        #expect(try secured.verify(proof, with: key(of: proof)).isValid)
        let other = try PrivateKey.generate(key(of: proof).type == .rsa ? .ed25519 : .p256)
        #expect((try? secured.verify(proof, with: other.publicKey).isValid) != true)
    }

    /// Contexts that give type or purpose another meaning, under signatures that hold.
    @Test(arguments: [
        ("bad-type", "another meaning"), ("bad-type-json", "not supported"),
        ("bad-purpose", "another meaning"), ("bad-purpose-json", "no \"proofPurpose\""),
        ("bad-method", "another meaning"), ("bad-method-json", "another meaning"),
    ])
    func `is refused where a context turns its words`(name: String, message: String) throws {
        let document = try Vectors.json("ssi/examples/files/vc-jws2020-\(name).jsonld")
        let proof = try proof(of: document)
        let key = try key(of: proof)
        let secured = try Vectors.secured(document)
        let error = try #require(throws: ProofError.self) { try secured.verify(proof, with: key) }
        #expect("\(error)".contains(message), "\(error)")
    }

    // MARK: - Headers

    private static let document =
        #"{"@context":["https://www.w3.org/2018/credentials/v1","#
        + #""https://w3id.org/security/suites/jws-2020/v1"],"type":"VerifiableCredential","#
        + #""issuer":"did:example:foo","credentialSubject":{"id":"did:example:foo"}}"#
    private static let header = #"{"alg":"ES256","b64":false,"crit":["b64"]}"#

    /// The document with a proof that a key has signed under this header.
    private func signed(
        _ header: String, with key: PrivateKey, proof more: String = ""
    ) throws -> JSONValue {
        func document(_ jws: String) throws -> JSONValue {
            let text =
                Self.document.dropLast()
                + #","proof":{"type":"JsonWebSignature2020","proofPurpose":"assertionMethod","#
                + #""verificationMethod":"did:example:foo#key"\#(more),"jws":"\#(jws)"}}"#
            return try JSONDocument(parsing: Array(text.utf8)).root
        }
        let draft = try document("")
        let steps = try Vectors.secured(draft).intermediates(of: proof(of: draft))
        let start = Base64URL.encode(Array(header.utf8))
        let signature = try key.signature(of: Array("\(start).".utf8) + steps.hashData)
        return try document("\(start)..\(Base64URL.encode(signature))")
    }

    private func verify(_ document: JSONValue, _ key: PrivateKey) throws -> Bool {
        try Vectors.secured(document).verify(proof(of: document), with: key.publicKey).isValid
    }

    @Test(arguments: [("EdDSA", KeyType.ed25519), ("ES256", .p256), ("ES384", .p384)])
    func `is signed by the algorithm of its key`(name: String, type: KeyType) throws {
        let key = try PrivateKey.generate(type)
        let document = try signed(Self.header.replacing("ES256", with: name), with: key)
        #expect(try verify(document, key))
        let text = String(decoding: document.bytes, as: UTF8.self)
        for (old, new) in [("did:example:foo\"}", "did:example:bar\"}"), ("#key", "#kex")] {
            let altered = text.replacing(old, with: new)
            #expect(altered != text)
            #expect(try verify(JSONDocument(parsing: Array(altered.utf8)).root, key) == false)
        }
    }

    @Test(arguments: [
        (#"{"alg":"ES256","b64":true,"crit":["b64"]}"#, "b64"),
        (#"{"alg":"ES256","crit":["b64"]}"#, "b64"), (#"{"alg":"ES256","b64":false}"#, "crit"),
        (#"{"alg":"ES256","b64":false,"crit":["b64","exp"]}"#, "crit"),
        (#"{"alg":"ES256","b64":false,"crit":["b64"],"jku":"https://a.example/"}"#, "jku"),
        (#"{"alg":"ES256","b64":false,"crit":["b64"],"jwk":{}}"#, "jwk"),
        (#"{"alg":"none","b64":false,"crit":["b64"]}"#, "algorithm"),
        (#"{"alg":"HS256","b64":false,"crit":["b64"]}"#, "algorithm"),
        (#"{"alg":"ES384","b64":false,"crit":["b64"]}"#, "P-384"),
        (#"["ES256"]"#, "b64"), ("{", "JSON"),
    ])
    func `says what is wrong with its header`(header: String, message: String) throws {
        let key = try PrivateKey.generate(.p256)
        let document = try signed(header, with: key)
        let error = try #require(throws: ProofError.self) { try verify(document, key) }
        #expect("\(error)".contains(message), "\(error)")
    }

    @Test(arguments: ["", "..", "a.b.c", "a..b.c", "..AAAA", "e30..A"])
    func `says that it is no detached signature`(jws: String) throws {
        let key = try PrivateKey.generate(.p256)
        let document = try signed(Self.header, with: key)
        let good = try #require(document["proof"]?["jws"]?.string)
        let text = String(decoding: document.bytes, as: UTF8.self).replacing(good, with: jws)
        #expect(throws: ProofError.self) {
            try verify(JSONDocument(parsing: Array(text.utf8)).root, key)
        }
    }

    @Test func `has a header of bounded length`() throws {
        let key = try PrivateKey.generate(.p256)
        func document(_ length: Int) throws -> JSONValue {
            let empty = Self.header.dropLast() + #","kid":""}"#
            let padding = String(repeating: "k", count: length - empty.utf8.count)
            return try signed(Self.header.dropLast() + #","kid":"\#(padding)"}"#, with: key)
        }
        let most = Limits.detachedHeaderBytes / 4 * 3
        #expect(try verify(document(most), key))
        #expect(throws: ProofError.self) { try verify(document(most + 1), key) }
    }

    /// Only the suite's own context is heeded there; a `proofValue` would be one more statement.
    @Test func `may not bring contexts and members of its own`() throws {
        let key = try PrivateKey.generate(.p256)
        let document = try signed(Self.header, with: key)
        let text = String(decoding: document.bytes, as: UTF8.self)
        for more in [
            #""note":"x","@context":{"note":"https://a.example/note"},"#,
            #""note":"x","@context":{"note":"@index"},"#, #""proofValue":"z1","#,
        ] {
            let altered = text.replacing(#""jws":"#, with: more + #""jws":"#)
            #expect(
                throws: ProofError.self, "\(more)"
            ) {
                try verify(JSONDocument(parsing: Array(altered.utf8)).root, key)
            }
        }
    }
}
