import JSONText
import KeyMaterial
import RDF

/// `JsonWebSignature2020`, checked and not made: the construction of ``HashedRDF``, with a detached
/// JWS in `jws` whose algorithm follows the type of the key.
package struct JsonWebSignature2020: Cryptosuite {
    package let name: Text = "JsonWebSignature2020"
    package var keyTypes: [KeyType] { KeyType.allCases }
    package var isOverRDF: Bool { true }

    private static let member = "jws"
    /// SHA-256 whatever the algorithm of the JWS is.
    private static let hashed = HashedRDF(form: .ed25519)

    package init() {}

    package func governs(_ proof: DataIntegrityProof) -> Bool {
        proof.type == name && proof.cryptosuite == nil
    }

    package func verify(
        _ proof: DataIntegrityProof, of document: SecuredDocument, with key: PublicKey
    ) throws(ProofError) -> ProofVerification {
        guard let text = proof.value[Self.member]?.string else {
            throw .missing(member: Self.member)
        }
        let jws = try DetachedJWS(reading: text)
        guard key.type == jws.algorithm.keyType else {
            throw .wrongKeyType(expected: [jws.algorithm.keyType], found: key.type)
        }
        let context = optionsContext(of: proof, document)
        return try Self.hashed.verify(proof, of: document, context, in: Self.member) { data in
            jws.fits(data, key)
        }
    }

    package func intermediates(
        of proof: DataIntegrityProof, of document: SecuredDocument, keyType: KeyType,
        reading: RelatedReading
    ) throws(ProofError) -> ProofIntermediates {
        try Self.hashed.intermediates(
            of: proof, of: document, reading, in: Self.member,
            context: optionsContext(of: proof, document))
    }

    // MARK: - The suite's context

    package let ownContexts: Set<Text> = [
        "https://w3id.org/security/suites/jws-2020/v1",
        "https://w3c-ccg.github.io/lds-jws2020/contexts/lds-jws2020-v1.json",
        "https://w3c-ccg.github.io/lds-jws2020/contexts/v1",
    ]

    /// Signers put the suite's context into the proof where the document has not got it. Nothing
    /// else that a proof writes there is heeded: it could give other meanings to what was signed.
    package func optionsContext(
        of proof: DataIntegrityProof, _ document: SecuredDocument
    ) -> JSONValue? {
        let own = (proof.value["@context"]?.oneOrMore ?? []).filter { value in
            value.text.map { ownContexts.contains($0) } ?? false
        }
        guard !own.isEmpty else { return document.context }
        let both = (document.context?.oneOrMore ?? []) + own
        let list = JSON.array(both.map { .verbatim($0) }).serialized()
        return (try? JSONDocument(parsing: list))?.root ?? document.context
    }
}
