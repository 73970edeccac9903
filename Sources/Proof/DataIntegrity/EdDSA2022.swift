import JSONText
import KeyMaterial
import RDF

/// `eddsa-2022`: the draft name of `eddsa-rdfc-2022`, checked and not made (LEG-11).
package struct EdDSA2022: Cryptosuite {
    package let name: Text = "eddsa-2022"
    package var keyTypes: [KeyType] { [.ed25519] }
    package var isOverRDF: Bool { true }

    package init() {}

    package func governs(_ proof: DataIntegrityProof) -> Bool {
        proof.type == "DataIntegrityProof" && proof.cryptosuite == name
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
