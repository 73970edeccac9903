import JSONText
import KeyMaterial
import RDF

/// `ecdsa-jcs-2019` (Data Integrity ECDSA Cryptosuites 1.0, section 3.3): P-256 with SHA-256, P-384
/// with SHA-384.
package struct ECDSAJCS2019: SigningCryptosuite {
    package let name: Text = "ecdsa-jcs-2019"
    package var keyTypes: [KeyType] { [.p256, .p384] }
    package var isOverRDF: Bool { false }

    package init() {}

    package func governs(_ proof: DataIntegrityProof) -> Bool {
        proof.type == "DataIntegrityProof" && proof.cryptosuite == name
    }

    package func verify(
        _ proof: DataIntegrityProof, of document: SecuredDocument, with key: PublicKey
    ) throws(ProofError) -> ProofVerification {
        try HashedJCS(form: .ecdsa(key.type)).verify(proof, of: document, with: key)
    }

    package func proof(
        _ options: ProofOptions, of document: SecuredDocument, with signer: any Signer
    ) throws(ProofError) -> CreatedProof {
        try HashedJCS(form: .ecdsa(signer.publicKey.type)).createProof(
            name, options, of: document, with: signer)
    }

    package func intermediates(
        of proof: DataIntegrityProof, of document: SecuredDocument, keyType: KeyType,
        reading: RelatedReading
    ) throws(ProofError) -> ProofIntermediates {
        try HashedJCS(form: .ecdsa(keyType)).intermediates(of: proof, of: document)
    }
}
