import JSONText
import KeyMaterial
import RDF

/// One way to make proofs and check them. Each stands in a file of its own; ``Cryptosuites`` has
/// the list.
package protocol Cryptosuite: Sendable {
    /// The `cryptosuite`, or the `type` where that says it all.
    var name: Text { get }
    var keyTypes: [KeyType] { get }
    /// Whether the signature covers what the document says as JSON-LD: then a member that no
    /// context defines is not covered.
    var isOverRDF: Bool { get }

    /// Contexts that proofs of this suite may name beside those of the document.
    var ownContexts: Set<Text> { get }

    func governs(_ proof: DataIntegrityProof) -> Bool

    /// The context under which the proof itself is read, where that is done.
    func optionsContext(of proof: DataIntegrityProof, _ document: SecuredDocument) -> JSONValue?

    /// Whether the key signed the document so. Whose key it is, and whether the proof is of the
    /// right purpose and age, is not asked here.
    func verify(
        _ proof: DataIntegrityProof, of document: SecuredDocument, with key: PublicKey
    ) throws(ProofError) -> ProofVerification

    /// Everything between the document and the signature, made anew (LDP-17).
    func intermediates(
        of proof: DataIntegrityProof, of document: SecuredDocument, keyType: KeyType,
        reading: RelatedReading
    ) throws(ProofError) -> ProofIntermediates
}

extension Cryptosuite {
    package var ownContexts: Set<Text> { [] }

    /// What a proof writes into its own `@context` is not heeded.
    package func optionsContext(
        of proof: DataIntegrityProof, _ document: SecuredDocument
    ) -> JSONValue? { document.context }
}

/// A suite that new proofs are made with.
package protocol SigningCryptosuite: Cryptosuite {
    /// Makes a proof of the document, whatever other proofs it has (LDP-01 to LDP-08).
    func proof(
        _ options: ProofOptions, of document: SecuredDocument, with signer: any Signer
    ) throws(ProofError) -> CreatedProof
}

extension SigningCryptosuite {
    /// Makes a further proof of the document (VC Data Integrity 1.0 section 4.3). It covers the
    /// proofs that the options name as previous ones, and no others.
    package func createProof(
        _ options: ProofOptions, of document: SecuredDocument, with signer: any Signer
    ) throws(ProofError) -> CreatedProof {
        try proof(options, of: document.covering(options.previousProof), with: signer)
    }
}

/// What came of checking a proof.
public struct ProofVerification: Hashable, Sendable {
    public let isValid: Bool
    /// The reading of RDFC-1.0 with which the signature fits; for a proof that is not valid, the
    /// last that was tried.
    public let reading: RelatedReading
    /// Whether the readings can differ for this document at all.
    public let readingsMayDiffer: Bool
    /// Whether the proof is one that its holder keeps, and derives others from.
    public var isBase = false
}

package enum Cryptosuites {
    package static let all: [any Cryptosuite] = [
        EdDSARDFC2022(), EdDSAJCS2022(), ECDSARDFC2019(), ECDSAJCS2019(), ECDSASD2023(),
        EdDSA2022(), Ed25519Signature2020(), JsonWebSignature2020(),
    ]

    package static func suite(of proof: DataIntegrityProof) -> (any Cryptosuite)? {
        all.first { $0.governs(proof) }
    }

    private static let overJSON = Set(all.filter { !$0.isOverRDF }.map(\.name))

    /// Whether the signature depends on JSON-LD. A proof of a kind that is not known counts as one
    /// that does.
    package static func isOverRDF(_ proof: JSONValue) -> Bool {
        guard let name = proof["cryptosuite"]?.text, overJSON.contains(name),
            let read = try? DataIntegrityProof(reading: proof)
        else { return true }
        return suite(of: read)?.isOverRDF ?? true
    }
}

extension SecuredDocument {
    /// Checks a proof of this document by the cryptosuite that it names.
    public func verify(
        _ proof: DataIntegrityProof, with key: PublicKey
    ) throws(ProofError) -> ProofVerification {
        let suite = try suite(of: proof)
        try proof.requireTimes()
        if suite.isOverRDF { try requireContexts(of: proof, own: suite.ownContexts) }
        return try suite.verify(proof, of: covered(by: proof), with: key)
    }

    /// Everything between the document and the signature, made anew (LDP-17).
    ///
    /// - Parameter keyType: needed where the suite has keys of several types; otherwise its own.
    package func intermediates(
        of proof: DataIntegrityProof, keyType: KeyType? = nil, reading: RelatedReading = .list
    ) throws(ProofError) -> ProofIntermediates {
        let suite = try suite(of: proof)
        return try suite.intermediates(
            of: proof, of: covered(by: proof), keyType: keyType ?? suite.keyTypes.first ?? .ed25519,
            reading: reading)
    }

    /// The context under which a proof is read as JSON-LD.
    package func optionsContext(of proof: JSONValue) -> JSONValue? {
        guard let read = try? DataIntegrityProof(reading: proof),
            let suite = Cryptosuites.suite(of: read)
        else { return context }
        return suite.optionsContext(of: read, self)
    }

    private func suite(of proof: DataIntegrityProof) throws(ProofError) -> any Cryptosuite {
        if let suite = Cryptosuites.suite(of: proof) { return suite }
        throw .unsupportedSuite(type: proof.type, cryptosuite: proof.cryptosuite)
    }
}
