import JSONText
import KeyMaterial
import Multiformat
import RDF

/// The construction that the older suites and the `rdfc` ones share: the hashes of the canonical
/// proof options and of the canonical document, one after the other, are signed (LDP-05).
struct HashedRDF: Sendable {
    let form: SignatureForm

    static let ed25519 = HashedRDF(form: .ed25519)

    func verify(
        _ proof: DataIntegrityProof, of document: SecuredDocument, with key: PublicKey
    ) throws(ProofError) -> ProofVerification {
        try form.require(key.type)
        let signature = try proof.signature(octets: form.octets)
        let algorithm = form.algorithm
        return try verify(proof, of: document, document.context) { data in
            key.isValid(signature: signature, for: data, algorithm: algorithm)
        }
    }

    /// The list reading first; where the readings can differ and it does not fit, the set.
    ///
    /// - Parameter fits: whether the signature is one of these octets.
    func verify(
        _ proof: DataIntegrityProof, of document: SecuredDocument, _ context: JSONValue?,
        in member: String = "proofValue", by fits: ([UInt8]) -> Bool
    ) throws(ProofError) -> ProofVerification {
        try proof.requireMethodAndPurpose()
        var answer = try check(proof, document, context, member, .list, fits)
        if !answer.isValid, answer.readingsMayDiffer {
            answer = try check(proof, document, context, member, .set, fits)
        }
        if answer.isValid {
            try document.requireMeaning(of: proof, context, leavingOut: member)
        }
        return answer
    }

    private func check(
        _ proof: DataIntegrityProof, _ document: SecuredDocument, _ context: JSONValue?,
        _ member: String, _ reading: RelatedReading, _ fits: ([UInt8]) -> Bool
    ) throws(ProofError) -> ProofVerification {
        let unsecured = try document.unsecured(reading, form.hash)
        let options = try document.options(
            proof.value, context, reading, form.hash, leavingOut: member)
        return ProofVerification(
            isValid: fits(options.digest + unsecured.digest), reading: reading,
            readingsMayDiffer: options.readingsMayDiffer || unsecured.readingsMayDiffer)
    }

    func createProof(
        _ suite: Text, _ options: ProofOptions, of document: SecuredDocument,
        with signer: any Signer
    ) throws(ProofError) -> CreatedProof {
        try form.require(signer.publicKey.type)
        let members = try options.members(cryptosuite: suite)
        let proof = try options.document(members)
        let unsecured = try document.unsecured(.list, form.hash)
        let hashed = try document.options(proof, document.context, .list, form.hash)
        let signature = try form.signature(of: hashed.digest + unsecured.digest, with: signer)
        let value = JSON.string(Multibase.base58btc.encode(signature))
        return CreatedProof(
            proof: .object(members + [("proofValue", value)]),
            readingsMayDiffer: hashed.readingsMayDiffer || unsecured.readingsMayDiffer)
    }

    func intermediates(
        of proof: DataIntegrityProof, of document: SecuredDocument, _ reading: RelatedReading,
        in member: String = "proofValue", context: JSONValue?
    ) throws(ProofError) -> ProofIntermediates {
        try document.canonicalForms(
            of: proof.value, context, reading, form.hash, leavingOut: member)
    }
}
