import JSONText
import KeyMaterial
import Multiformat
import RDF

/// `eddsa-rdfc-2022` (Data Integrity EdDSA Cryptosuites 1.0, section 3.2).
package struct EdDSARDFC2022: Cryptosuite {
    package let name: Text = "eddsa-rdfc-2022"
    package var keyType: KeyType { .ed25519 }

    package init() {}

    package func governs(_ proof: DataIntegrityProof) -> Bool {
        proof.type == "DataIntegrityProof" && proof.cryptosuite == name
    }

    package func verify(
        _ proof: DataIntegrityProof, of document: SecuredDocument, with key: PublicKey
    ) throws(ProofError) -> ProofVerification {
        try HashedRDF.ed25519.verify(proof, of: document, with: key)
    }

    /// Makes a proof of the document, whatever other proofs it has (LDP-01 to LDP-08).
    package func createProof(
        _ options: ProofOptions, of document: SecuredDocument, with signer: any Signer
    ) throws(ProofError) -> CreatedProof {
        guard signer.algorithm == .EdDSA else {
            throw .wrongKeyType(expected: .ed25519, found: signer.publicKey.type)
        }
        let members = try options.members(cryptosuite: name)
        let proof = try options.document(members)
        let unsecured = try document.unsecured(.list)
        let hashed = try document.options(proof, document.context, .list)
        let signature: [UInt8]
        do {
            signature = try signer.signature(of: hashed.digest + unsecured.digest)
        } catch {
            throw .key(error)
        }
        let value = JSON.string(Multibase.base58btc.encode(signature))
        return CreatedProof(
            proof: .object(members + [("proofValue", value)]),
            readingsMayDiffer: hashed.readingsMayDiffer || unsecured.readingsMayDiffer)
    }
}
