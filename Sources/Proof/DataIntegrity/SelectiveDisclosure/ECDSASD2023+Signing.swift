import JSONText
import KeyMaterial
import RDF

/// What is made anew for each base proof: the key of the labels, and the key that signs the
/// statements and is forgotten.
package struct DisclosureSecrets: Sendable {
    let hmacKey: [UInt8]
    let proofSigner: any Signer

    /// - Parameter hmacKey: 32 random octets.
    package init(hmacKey: [UInt8], proofSigner: any Signer) throws(ProofError) {
        guard hmacKey.count == 32 else {
            throw .disclosure(
                .octetCount(of: "the HMAC key", expected: 32, found: hmacKey.count))
        }
        guard proofSigner.algorithm == .ES256 else {
            throw .wrongKeyType(expected: [.p256], found: proofSigner.publicKey.type)
        }
        self.hmacKey = hmacKey
        self.proofSigner = proofSigner
    }

    package static func fresh(
        randomness: (Int) -> [UInt8]
    ) throws(ProofError) -> DisclosureSecrets {
        let signer: PrivateKey
        do {
            signer = try PrivateKey.generate(.p256)
        } catch {
            throw .key(error)
        }
        return try DisclosureSecrets(hmacKey: randomness(32), proofSigner: signer)
    }
}

extension ECDSASD2023 {
    /// Makes a base proof of the document, whatever other proofs it has (SD-01 to SD-08).
    ///
    /// - Parameter mandatory: what every derived credential shows.
    package func createBaseProof(
        _ options: ProofOptions, mandatory: [JSONPointer], of document: SecuredDocument,
        with signer: any Signer, secrets: DisclosureSecrets
    ) throws(ProofError) -> CreatedProof {
        guard signer.algorithm == .ES256 else {
            throw .wrongKeyType(expected: [.p256], found: signer.publicKey.type)
        }
        let document = try document.covering(options.previousProof)
        let members = try options.members(cryptosuite: name)
        let proof = try options.document(members)
        let hashed = try document.options(proof, document.context, .list)
        let whole = try DisclosableDocument(document, hmacKey: secrets.hmacKey, reading: .list)
        let indexes = try whole.indexes(mandatory)
        let proofKey = secrets.proofSigner.publicKey
        let message = BaseSignature.message(
            proofHash: hashed.digest, proofKey,
            mandatoryHash: whole.statements.digest(of: indexes))
        let value = BaseProofValue(
            baseSignature: try Self.signature(of: message, by: signer), publicKey: proofKey,
            hmacKey: secrets.hmacKey,
            signatures: try Self.signatures(
                whole.statements, whole.statements.others(than: indexes), by: secrets.proofSigner),
            mandatory: mandatory)
        return CreatedProof(
            proof: .object(members + [("proofValue", .string(value.text))]),
            readingsMayDiffer: hashed.readingsMayDiffer || whole.readingsMayDiffer)
    }

    private static func signatures(
        _ statements: Statements, _ indexes: [Int], by signer: any Signer
    ) throws(ProofError) -> [[UInt8]] {
        var signatures: [[UInt8]] = []
        signatures.reserveCapacity(indexes.count)
        for index in indexes {
            signatures.append(try signature(of: statements.lines[index], by: signer))
        }
        return signatures
    }

    private static func signature(
        of message: [UInt8], by signer: any Signer
    ) throws(ProofError) -> [UInt8] {
        do {
            return try signer.signature(of: message)
        } catch {
            throw .key(error)
        }
    }
}
