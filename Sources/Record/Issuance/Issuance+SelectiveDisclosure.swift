import Credentials
import DataIntegrity
import JSONText
import KeyMaterial

/// That a credential is to be signed for selective disclosure (`ecdsa-sd-2023`): its holder may
/// show parts of it. Drafts inside get no proof of their own, so that parts of them can be shown
/// too; the record vouches for them.
package struct DisclosureRequest: Sendable {
    /// What must always be shown, beside all that the model requires.
    package var mandatory: [JSONPointer]

    package init(mandatory: [JSONPointer] = []) {
        self.mandatory = mandatory
    }

    /// The base proof, for the holder.
    func proof(
        _ options: ProofOptions, of document: SecuredDocument, with signer: any Signer,
        randomness: (Int) -> [UInt8]
    ) throws(ProofError) -> CreatedProof {
        let pointers = MandatoryPointers(of: Credential(document.value)).pointers
        let further = mandatory.filter { !pointers.contains($0) }
        return try ECDSASD2023().createBaseProof(
            options, mandatory: pointers + further, of: document, with: signer,
            secrets: try .fresh(randomness: randomness))
    }
}
