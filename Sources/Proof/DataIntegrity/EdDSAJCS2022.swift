import JSONText
import KeyMaterial
import RDF

/// `eddsa-jcs-2022` (Data Integrity EdDSA Cryptosuites 1.0, section 3.3).
package struct EdDSAJCS2022: SigningCryptosuite {
    package let name: Text = "eddsa-jcs-2022"
    package var keyTypes: [KeyType] { [.ed25519] }
    package var isOverRDF: Bool { false }

    package init() {}

    package func governs(_ proof: DataIntegrityProof) -> Bool {
        proof.type == "DataIntegrityProof" && proof.cryptosuite == name
    }

    package func verify(
        _ proof: DataIntegrityProof, of document: SecuredDocument, with key: PublicKey
    ) throws(ProofError) -> ProofVerification {
        try HashedJCS.ed25519.verify(proof, of: document, with: key)
    }

    package func proof(
        _ options: ProofOptions, of document: SecuredDocument, with signer: any Signer
    ) throws(ProofError) -> CreatedProof {
        try HashedJCS.ed25519.createProof(name, options, of: document, with: signer)
    }

    package func intermediates(
        of proof: DataIntegrityProof, of document: SecuredDocument, keyType: KeyType,
        reading: RelatedReading
    ) throws(ProofError) -> ProofIntermediates {
        try HashedJCS.ed25519.intermediates(of: proof, of: document)
    }
}
