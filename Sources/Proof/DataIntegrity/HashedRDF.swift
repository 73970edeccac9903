import JSONText
import KeyMaterial
import RDF

/// The construction that the older suites and the `rdfc` ones share: the hashes of the canonical
/// proof options and of the canonical document, one after the other, are signed (LDP-05).
struct HashedRDF: Sendable {
    let algorithm: SignatureAlgorithm
    let signatureOctets: Int

    static let ed25519 = HashedRDF(algorithm: .EdDSA, signatureOctets: 64)

    /// The list reading first; where the readings can differ and it does not fit, the set.
    func verify(
        _ proof: DataIntegrityProof, of document: SecuredDocument, with key: PublicKey
    ) throws(ProofError) -> ProofVerification {
        guard key.type == algorithm.keyType else {
            throw .wrongKeyType(expected: algorithm.keyType, found: key.type)
        }
        guard proof.verificationMethod != nil else { throw .missing(member: "verificationMethod") }
        guard proof.proofPurpose != nil else { throw .missing(member: "proofPurpose") }
        let signature = try proof.signature(octets: signatureOctets)
        let list = try check(signature, proof, document, key, .list)
        guard !list.isValid, list.readingsMayDiffer else { return list }
        return try check(signature, proof, document, key, .set)
    }

    private func check(
        _ signature: [UInt8], _ proof: DataIntegrityProof, _ document: SecuredDocument,
        _ key: PublicKey, _ reading: RelatedReading
    ) throws(ProofError) -> ProofVerification {
        let unsecured = try document.unsecured(reading)
        let options = try document.options(proof.value, document.context, reading)
        return ProofVerification(
            isValid: key.isValid(
                signature: signature, for: options.digest + unsecured.digest,
                algorithm: algorithm),
            reading: reading,
            readingsMayDiffer: options.readingsMayDiffer || unsecured.readingsMayDiffer)
    }
}
