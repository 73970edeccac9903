import JSONText
import KeyMaterial
import RDF

/// `ecdsa-rdfc-2019` (Data Integrity ECDSA Cryptosuites 1.0, section 3.2): P-256 with SHA-256, P-384
/// with SHA-384 throughout, inside RDFC-1.0 too.
package struct ECDSARDFC2019: SigningCryptosuite {
    package let name: Text = "ecdsa-rdfc-2019"
    package var keyTypes: [KeyType] { [.p256, .p384] }
    package var isOverRDF: Bool { true }

    package init() {}

    package func governs(_ proof: DataIntegrityProof) -> Bool {
        proof.type == "DataIntegrityProof" && proof.cryptosuite == name
    }

    package func verify(
        _ proof: DataIntegrityProof, of document: SecuredDocument, with key: PublicKey
    ) throws(ProofError) -> ProofVerification {
        try HashedRDF(form: .ecdsa(key.type)).verify(proof, of: document, with: key)
    }

    package func proof(
        _ options: ProofOptions, of document: SecuredDocument, with signer: any Signer
    ) throws(ProofError) -> CreatedProof {
        try HashedRDF(form: .ecdsa(signer.publicKey.type)).createProof(
            name, options, of: document, with: signer)
    }

    package func intermediates(
        of proof: DataIntegrityProof, of document: SecuredDocument, keyType: KeyType,
        reading: RelatedReading
    ) throws(ProofError) -> ProofIntermediates {
        try HashedRDF(form: .ecdsa(keyType)).intermediates(
            of: proof, of: document, reading, context: document.context)
    }
}
