import JSONText
import KeyMaterial
import RDF

/// `ecdsa-sd-2023` (Data Integrity ECDSA Cryptosuites 1.0, section 3.6): the issuer signs each
/// statement for itself, and the holder chooses which to show.
///
/// The issuer's key is of P-256: the base signature is one of 64 octets over SHA-256 (SD-07,
/// SD-10), which a key of P-384 does not make.
package struct ECDSASD2023: Cryptosuite {
    package let name: Text = "ecdsa-sd-2023"
    package var keyTypes: [KeyType] { [.p256] }
    package var isOverRDF: Bool { true }

    package init() {}

    package func governs(_ proof: DataIntegrityProof) -> Bool {
        proof.type == "DataIntegrityProof" && proof.cryptosuite == name
    }

    /// A base proof is checked by its own construction, and the outcome says that it is one. The
    /// list reading first; where the readings can differ and it does not fit, the set.
    package func verify(
        _ proof: DataIntegrityProof, of document: SecuredDocument, with key: PublicKey
    ) throws(ProofError) -> ProofVerification {
        guard key.type == .p256 else {
            throw .wrongKeyType(expected: keyTypes, found: key.type)
        }
        try proof.requireMethodAndPurpose()
        let check = DisclosureCheck(
            value: try DisclosureProofValue(of: proof), proof: proof, document: document, key: key)
        var answer = try check.verification(.list)
        if !answer.isValid, answer.readingsMayDiffer { answer = try check.verification(.set) }
        if answer.isValid {
            try document.requireMeaning(of: proof, document.context, leavingOut: "proofValue")
        }
        return answer
    }

    /// The document here is in its canonical form, before the issuer's labels are put in.
    package func intermediates(
        of proof: DataIntegrityProof, of document: SecuredDocument, keyType: KeyType,
        reading: RelatedReading
    ) throws(ProofError) -> ProofIntermediates {
        try document.canonicalForms(
            of: proof.value, document.context, reading, .sha256, leavingOut: "proofValue")
    }
}
