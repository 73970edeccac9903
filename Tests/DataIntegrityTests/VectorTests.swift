import DataIntegrity
import JSONText
import KeyMaterial
import TestSupport
import Testing

@Suite(.enabled(if: Standards.present, "the standards folder is not here"))
struct `The worked example of 1EdTech` {
    static let seed =
        "zrv2bqTbNwCTsRrHFcJCPjVAduh4Ezcnoq1A3ZxH1GWTNkxipLVuaAoMFmze2gFN9oNXfJjufxSHWVZzsJiUsMHFMcx"

    @Test(arguments: ["clrv2p0", "obv3p0"])
    func `comes out octet for octet, from canonical form to signature`(folder: String) throws {
        let path = "1edtech-linked-data-proof/\(folder)"
        let values = try Vectors.json("\(path)/values.json")
        let signed = try Vectors.json("\(path)/signed-credential.json")
        let proof = try #require(try DataIntegrityProof.proofs(of: signed).first)
        let steps = try Vectors.secured(signed).intermediates(of: proof)
        #expect(
            String(decoding: steps.canonicalProofConfig, as: UTF8.self)
                == (try Vectors.text("\(path)/proof-canon.nq")))
        #expect(
            String(decoding: steps.canonicalDocument, as: UTF8.self)
                == (try Vectors.text("\(path)/document-canon.nq")))
        #expect(hexadecimal(steps.proofConfigHash) == values["proofHashHex"]?.string)
        #expect(hexadecimal(steps.documentHash) == values["documentHashHex"]?.string)
        #expect(hexadecimal(steps.hashData) == values["dataToSignHex"]?.string)
        let signer = try PrivateKey(secretMultibase: Self.seed)
        #expect(
            hexadecimal(try signer.signature(of: steps.hashData))
                == values["signatureHex"]?.string)
    }

    @Test(arguments: ["clrv2p0", "obv3p0"])
    func `is signed again with the same proof`(folder: String) throws {
        let path = "1edtech-linked-data-proof/\(folder)"
        let values = try Vectors.json("\(path)/values.json")
        let unsigned = try Vectors.json("\(path)/document-before-signing.json")
        let method = try #require(values["verificationMethod"]?.text)
        let created = try EdDSARDFC2022().createProof(
            ProofOptions(verificationMethod: method, created: "2010-01-01T19:23:24Z"),
            of: Vectors.secured(unsigned), with: PrivateKey(secretMultibase: Self.seed))
        let proof = try DataIntegrityProof(reading: created.proof.parsed())
        #expect(proof.value["proofValue"]?.string == values["proofValue"]?.string)
        let attached = try created.attached(to: unsigned).parsed()
        let verification = try Vectors.secured(attached).verify(proof, with: Vectors.key(of: proof))
        #expect(verification.isValid)
    }

    /// The credential inside has a proof of its own.
    @Test func `verifies outside and inside`() throws {
        let outer = try Vectors.json("1edtech-linked-data-proof/clrv2p0/signed-credential.json")
        let inner = try #require(outer["credentialSubject"]?["verifiableCredential"])
        for credential in [outer] + inner.oneOrMore {
            let proof = try #require(try DataIntegrityProof.proofs(of: credential).first)
            let secured = try Vectors.secured(credential)
            #expect(try secured.verify(proof, with: Vectors.key(of: proof)).isValid)
        }
    }
}

@Suite(.enabled(if: Standards.present, "the standards folder is not here"))
struct `The vectors of Data Integrity EdDSA` {
    static let folder = "vc-di-eddsa/TestVectors"

    private func text(_ path: String) throws -> String {
        try Vectors.text("\(Self.folder)/\(path)")
    }

    @Test(
        arguments: [
            ("eddsa-rdfc-2022", "DataInt"), ("eddsa-rdfc-2022/employ", "DataInt"),
            ("Ed25519Signature2020", "EdSig"),
        ])
    func `come out octet for octet`(suite: String, ending: String) throws {
        let signed = try Vectors.json("\(Self.folder)/\(suite)/signed\(ending).json")
        let proof = try #require(try DataIntegrityProof.proofs(of: signed).first)
        let secured = try Vectors.secured(signed)
        let steps = try secured.intermediates(of: proof)
        #expect(
            String(decoding: steps.canonicalProofConfig, as: UTF8.self)
                == (try text("\(suite)/proofCanon\(ending).txt")))
        #expect(
            String(decoding: steps.canonicalDocument, as: UTF8.self)
                == (try text("\(suite)/canonDoc\(ending).txt")))
        #expect(hexadecimal(steps.documentHash) == (try text("\(suite)/docHash\(ending).txt")))
        #expect(
            hexadecimal(steps.proofConfigHash) == (try text("\(suite)/proofHash\(ending).txt")))
        #expect(hexadecimal(steps.hashData) == (try text("\(suite)/combinedHash\(ending).txt")))
        #expect(
            proof.value["proofValue"]?.string == (try text("\(suite)/sigBTC58\(ending).txt")))
        let key = try Vectors.key(of: proof)
        let verification = try secured.verify(proof, with: key)
        #expect(verification.isValid)
        #expect(verification.reading == .list)
    }

    @Test(
        arguments: [
            ("eddsa-rdfc-2022", "unsigned.json"), ("eddsa-rdfc-2022/employ", "employmentAuth.json"),
        ])
    func `are signed again with the same proof`(suite: String, document: String) throws {
        let config = try Vectors.json("\(Self.folder)/\(suite)/proofConfigDataInt.json")
        let method = try #require(config["verificationMethod"]?.text)
        let keys = try Vectors.json("\(Self.folder)/keyPair.json")
        let signer = try PrivateKey(
            secretMultibase: #require(keys["privateKeyMultibase"]?.string))
        let created = try EdDSARDFC2022().createProof(
            ProofOptions(verificationMethod: method, created: config["created"]?.text),
            of: Vectors.secured(Vectors.json("\(Self.folder)/\(document)")), with: signer)
        #expect(
            try created.proof.parsed()["proofValue"]?.string
                == text("\(suite)/sigBTC58DataInt.txt"))
    }

    /// Each proof covers the document without all of them.
    @Test(arguments: ["signedProofSet1", "signedProofSet2"])
    func `hold each for itself in a proof set`(name: String) throws {
        let signed = try Vectors.json("\(Self.folder)/proof-set-chain/\(name).json")
        let secured = try Vectors.secured(signed)
        let proofs = try DataIntegrityProof.proofs(of: signed)
        #expect(proofs.isEmpty == false)
        for proof in proofs {
            #expect(try secured.verify(proof, with: Vectors.key(of: proof)).isValid)
        }
    }
}
