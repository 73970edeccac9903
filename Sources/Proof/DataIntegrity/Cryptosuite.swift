import JSONText
import KeyMaterial
import RDF

/// One way to make proofs and check them. Each stands in a file of its own; ``Cryptosuites`` has
/// the list.
package protocol Cryptosuite: Sendable {
    /// The `cryptosuite`, or the `type` where that says it all.
    var name: Text { get }
    var keyType: KeyType { get }

    func governs(_ proof: DataIntegrityProof) -> Bool

    /// Whether the key signed the document so. Whose key it is, and whether the proof is of the
    /// right purpose and age, is not asked here.
    func verify(
        _ proof: DataIntegrityProof, of document: SecuredDocument, with key: PublicKey
    ) throws(ProofError) -> ProofVerification
}

/// What came of checking a proof.
package struct ProofVerification: Hashable, Sendable {
    package let isValid: Bool
    /// The reading of RDFC-1.0 with which the signature fits; for a proof that is not valid, the
    /// last that was tried.
    package let reading: RelatedReading
    /// Whether the readings can differ for this document at all.
    package let readingsMayDiffer: Bool
    /// Whether the proof is one that its holder keeps, and derives others from.
    package var isBase = false
}

package enum Cryptosuites {
    package static let all: [any Cryptosuite] = [
        EdDSARDFC2022(), EdDSA2022(), Ed25519Signature2020(),
        ECDSASD2023(),
    ]

    package static func suite(of proof: DataIntegrityProof) -> (any Cryptosuite)? {
        all.first { $0.governs(proof) }
    }
}

extension SecuredDocument {
    /// Checks a proof of this document by the cryptosuite that it names.
    package func verify(
        _ proof: DataIntegrityProof, with key: PublicKey
    ) throws(ProofError) -> ProofVerification {
        guard let suite = Cryptosuites.suite(of: proof) else {
            throw .unsupportedSuite(type: proof.type, cryptosuite: proof.cryptosuite)
        }
        guard proof.previousProof.isEmpty else { throw .unsupportedChain }
        try proof.requireTimes()
        return try suite.verify(proof, of: self, with: key)
    }
}
