import DataIntegrity
import JSONText
import KeyMaterial
import Multiformat
import TestSupport
import Testing

/// A folder of W3C vectors: one document, its proof and everything between.
struct SuiteVector: Sendable, CustomTestStringConvertible {
    let folder: String
    /// Before which the file names have the value's name.
    let ending: String
    let keys: String
    let keyType: KeyType
    let suite: any SigningCryptosuite
    /// The unsigned document; it stands above the folder.
    var document = "unsigned.json"

    static let eddsa = "vc-di-eddsa/TestVectors"
    static let ecdsa = "vc-di-ecdsa/TestVectors"

    var root: String { keyType == .ed25519 ? Self.eddsa : Self.ecdsa }
    var testDescription: String { "\(folder), \(keyType.rawValue)" }

    func text(_ name: String) throws -> String {
        try Vectors.text("\(root)/\(folder)/\(name)\(ending).txt")
    }

    func json(_ name: String) throws -> JSONValue {
        try Vectors.json("\(root)/\(folder)/\(name)\(ending).json")
    }

    func signer() throws -> PrivateKey {
        let pair = try Vectors.json("\(root)/\(keys)")
        let secret = pair["privateKeyMultibase"] ?? pair["secretKeyMultibase"]
        return try PrivateKey(secretMultibase: #require(secret?.string))
    }

    static let all: [SuiteVector] = [
        SuiteVector(
            folder: "eddsa-rdfc-2022", ending: "DataInt", keys: "keyPair.json", keyType: .ed25519,
            suite: EdDSARDFC2022()),
        SuiteVector(
            folder: "eddsa-rdfc-2022/employ", ending: "DataInt", keys: "keyPair.json",
            keyType: .ed25519, suite: EdDSARDFC2022(), document: "employmentAuth.json"),
        SuiteVector(
            folder: "eddsa-jcs-2022", ending: "JCS", keys: "keyPair.json", keyType: .ed25519,
            suite: EdDSAJCS2022()),
        SuiteVector(
            folder: "ecdsa-rdfc-2019-p256", ending: "ECDSAP256", keys: "p256KeyPair.json",
            keyType: .p256, suite: ECDSARDFC2019()),
        SuiteVector(
            folder: "ecdsa-rdfc-2019-p256/employ", ending: "ECDSAP256", keys: "p256KeyPair.json",
            keyType: .p256, suite: ECDSARDFC2019(), document: "employmentAuth.json"),
        SuiteVector(
            folder: "ecdsa-rdfc-2019-p384", ending: "ECDSAP384", keys: "p384KeyPair.json",
            keyType: .p384, suite: ECDSARDFC2019()),
        SuiteVector(
            folder: "ecdsa-rdfc-2019-p384/employ", ending: "ECDSAP384", keys: "p384KeyPair.json",
            keyType: .p384, suite: ECDSARDFC2019(), document: "employmentAuth.json"),
        SuiteVector(
            folder: "ecdsa-jcs-2019-p256", ending: "JCSECDSAP256", keys: "p256KeyPair.json",
            keyType: .p256, suite: ECDSAJCS2019()),
        SuiteVector(
            folder: "ecdsa-jcs-2019-p384", ending: "JCSECDSAP384", keys: "p384KeyPair.json",
            keyType: .p384, suite: ECDSAJCS2019()),
    ]
}

@Suite(.enabled(if: Standards.present, "the standards folder is not here"))
struct `The vectors of each cryptosuite` {
    @Test(arguments: SuiteVector.all)
    func `come out octet for octet, and verify`(vector: SuiteVector) throws {
        let signed = try vector.json("signed")
        let proof = try #require(try DataIntegrityProof.proofs(of: signed).first)
        #expect(Cryptosuites.suite(of: proof)?.name == vector.suite.name)
        let secured = try Vectors.secured(signed)
        let steps = try secured.intermediates(of: proof, keyType: vector.keyType)
        #expect(
            String(decoding: steps.canonicalProofConfig, as: UTF8.self)
                == (try vector.text("proofCanon")))
        #expect(
            String(decoding: steps.canonicalDocument, as: UTF8.self)
                == (try vector.text("canonDoc")))
        #expect(hexadecimal(steps.proofConfigHash) == (try vector.text("proofHash")))
        #expect(hexadecimal(steps.documentHash) == (try vector.text("docHash")))
        #expect(hexadecimal(steps.hashData) == (try vector.text("combinedHash")))
        #expect(proof.value["proofValue"]?.string == (try vector.text("sigBTC58")))
        let octets = try Multibase.base58btc.decode(try vector.text("sigBTC58"))
        #expect(hexadecimal(octets) == (try vector.text("sigHex")))
        let key = try Vectors.key(of: proof)
        #expect(try key == vector.signer().publicKey)
        #expect(try secured.verify(proof, with: key).isValid)
    }

    /// Ed25519 gives the same signature; those of ECDSA differ each time.
    @Test(arguments: SuiteVector.all)
    func `are signed again`(vector: SuiteVector) throws {
        let config = try vector.json("proofConfig")
        let method = try #require(config["verificationMethod"]?.text)
        let document = try Vectors.json("\(vector.root)/\(vector.document)")
        let created = try vector.suite.createProof(
            ProofOptions(verificationMethod: method, created: config["created"]?.text),
            of: Vectors.secured(document), with: vector.signer())
        let proof = try DataIntegrityProof(reading: created.proof.parsed())
        if vector.keyType == .ed25519 {
            #expect(proof.value["proofValue"]?.string == (try vector.text("sigBTC58")))
        }
        let expected = try vector.json("signed")["proof"]
        #expect(
            Set(proof.value.members.map(\.name)) == Set(try #require(expected).members.map(\.name)))
        #expect(
            try proof.value["@context"]?.canonicalized() == expected?["@context"]?.canonicalized())
        let attached = try created.attached(to: document).parsed()
        let verification = try Vectors.secured(attached).verify(proof, with: Vectors.key(of: proof))
        #expect(verification.isValid)
    }

    /// The same suite, by another publisher of vectors.
    @Test(arguments: ["p256_verification", "p384_verification", "p256_signature", "p384_signature"])
    func `of ecdsa-rdfc-2019 verify as others have made them`(name: String) throws {
        let test = try Vectors.json(
            "ssi/crates/claims/crates/data-integrity/tests/ecdsa_rdfc_2019/\(name).json")
        let signed = try #require(test["expectedOutput"] ?? test["input"])
        let proof = try #require(try DataIntegrityProof.proofs(of: signed).first)
        #expect(try Vectors.secured(signed).verify(proof, with: Vectors.key(of: proof)).isValid)
    }
}
