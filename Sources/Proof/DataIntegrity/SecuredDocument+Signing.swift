import JSONText
import KeyMaterial

/// The cryptosuites with which proofs are made; more are checked than made.
public enum SigningSuite: String, CaseIterable, Sendable {
    /// Ed25519 over the canonical RDF (Data Integrity EdDSA Cryptosuites 1.0 section 3.2).
    case eddsaRDFC2022 = "eddsa-rdfc-2022"
    /// Ed25519 over the canonical JSON (section 3.3 there).
    case eddsaJCS2022 = "eddsa-jcs-2022"
    /// P-256 or P-384 over the canonical RDF (Data Integrity ECDSA Cryptosuites 1.0 section 3.2).
    case ecdsaRDFC2019 = "ecdsa-rdfc-2019"
    /// P-256 or P-384 over the canonical JSON (section 3.3 there).
    case ecdsaJCS2019 = "ecdsa-jcs-2019"

    /// The first suite that signs with keys of this type; nil where none does.
    public init?(for key: KeyType) {
        guard let suite = Self.allCases.first(where: { $0.keyTypes.contains(key) }) else {
            return nil
        }
        self = suite
    }

    public var keyTypes: [KeyType] { suite.keyTypes }

    package var suite: any SigningCryptosuite {
        switch self {
        case .eddsaRDFC2022: EdDSARDFC2022()
        case .eddsaJCS2022: EdDSAJCS2022()
        case .ecdsaRDFC2019: ECDSARDFC2019()
        case .ecdsaJCS2019: ECDSAJCS2019()
        }
    }
}

extension SecuredDocument {
    /// Makes a proof of the document as it stands without its proofs, whatever others it has.
    ///
    /// A member that no context defines is an error, and so is a context that is not at hand: what
    /// would not be signed is not passed over.
    ///
    /// - Parameters:
    ///   - options: what the proof says; its key's identifier is taken as it is and not looked up.
    ///   - suite: nil is the first that works with the signer's key.
    public func createProof(
        _ options: ProofOptions, with signer: any Signer, suite: SigningSuite? = nil
    ) throws(ProofError) -> CreatedProof {
        let type = signer.publicKey.type
        guard let suite = suite ?? SigningSuite(for: type) else {
            throw .wrongKeyType(
                expected: SigningSuite.allCases.flatMap(\.keyTypes), found: type)
        }
        return try suite.suite.createProof(options, of: self, with: signer)
    }

    /// The document with a new proof beside those that it has, ready to be given away.
    public func signed(
        _ options: ProofOptions, with signer: any Signer, suite: SigningSuite? = nil
    ) throws(ProofError) -> [UInt8] {
        try createProof(options, with: signer, suite: suite).attached(to: value).serialized()
    }

    /// The proofs that the document has, in its order: none is an empty list.
    public var proofs: [DataIntegrityProof] {
        get throws(ProofError) { try DataIntegrityProof.proofs(of: value) }
    }
}
