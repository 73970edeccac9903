import JSONText
import KeyMaterial
import RDF

/// `Ed25519Signature2020`, checked and not made (LEG-10). The kind says it all: a `cryptosuite`
/// beside it would say something else.
package struct Ed25519Signature2020: Cryptosuite {
    package let name: Text = "Ed25519Signature2020"
    package var keyTypes: [KeyType] { [.ed25519] }
    package var isOverRDF: Bool { true }

    package init() {}

    package func governs(_ proof: DataIntegrityProof) -> Bool {
        proof.type == name && proof.cryptosuite == nil
    }

    package func verify(
        _ proof: DataIntegrityProof, of document: SecuredDocument, with key: PublicKey
    ) throws(ProofError) -> ProofVerification {
        try HashedRDF.ed25519.verify(proof, of: document, with: key)
    }

    package func intermediates(
        of proof: DataIntegrityProof, of document: SecuredDocument, keyType: KeyType,
        reading: RelatedReading
    ) throws(ProofError) -> ProofIntermediates {
        try HashedRDF.ed25519.intermediates(
            of: proof, of: document, reading, context: document.context)
    }
}
