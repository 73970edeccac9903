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
    package var keyType: KeyType { .p256 }

    package init() {}

    package func governs(_ proof: DataIntegrityProof) -> Bool {
        proof.type == "DataIntegrityProof" && proof.cryptosuite == name
    }

    /// A base proof is checked by its own construction, and the outcome says that it is one. The
    /// list reading first; where the readings can differ and it does not fit, the set.
    package func verify(
        _ proof: DataIntegrityProof, of document: SecuredDocument, with key: PublicKey
    ) throws(ProofError) -> ProofVerification {
        guard key.type == keyType else {
            throw .wrongKeyType(expected: keyType, found: key.type)
        }
        guard proof.verificationMethod != nil else { throw .missing(member: "verificationMethod") }
        guard proof.proofPurpose != nil else { throw .missing(member: "proofPurpose") }
        let check = DisclosureCheck(
            value: try DisclosureProofValue(of: proof), proof: proof, document: document, key: key)
        let list = try check.verification(.list)
        guard !list.isValid, list.readingsMayDiffer else { return list }
        return try check.verification(.set)
    }
}
