import Credentials
import DataIntegrity
import JSONText
import KeyMaterial

/// The kinds of proof that credentials are issued with, by the names that people give them.
public enum ProofForm: String, Hashable, Sendable, CaseIterable {
    case eddsaRDFC2022 = "eddsa-rdfc-2022"
    case eddsaJCS2022 = "eddsa-jcs-2022"
    case ecdsaRDFC2019 = "ecdsa-rdfc-2019"
    case ecdsaJCS2019 = "ecdsa-jcs-2019"
    /// A base proof: the holder may show parts of the credential.
    case ecdsaSD2023 = "ecdsa-sd-2023"

    /// What a key is used for where nothing else was asked; nil where it makes no proof.
    package static func standard(for type: KeyType) -> ProofForm? {
        switch type {
        case .ed25519: .eddsaRDFC2022
        case .p256, .p384: .ecdsaRDFC2019
        case .rsa: nil
        }
    }

    package func fits(_ type: KeyType) -> Bool { suite.keyTypes.contains(type) }

    /// The types of key, as people read them.
    package var keyTypes: String {
        suite.keyTypes.map(\.rawValue).joined(separator: " or ")
    }

    var suite: any Cryptosuite {
        if let whole { return whole }
        return ECDSASD2023()
    }

    /// The suite, where it signs the credential as a whole.
    private var whole: (any SigningCryptosuite)? {
        switch self {
        case .eddsaRDFC2022: EdDSARDFC2022()
        case .eddsaJCS2022: EdDSAJCS2022()
        case .ecdsaRDFC2019: ECDSARDFC2019()
        case .ecdsaJCS2019: ECDSAJCS2019()
        case .ecdsaSD2023: nil
        }
    }

    /// - Parameter mandatory: what a holder must always show, beside all that the model requires.
    func createProof(
        _ options: ProofOptions, of document: SecuredDocument, with signer: any Signer,
        mandatory: [JSONPointer], randomness: (Int) -> [UInt8]
    ) throws(ProofError) -> CreatedProof {
        if let whole { return try whole.createProof(options, of: document, with: signer) }
        let pointers = MandatoryPointers(of: Credential(document.value)).pointers
        let further = mandatory.filter { !pointers.contains($0) }
        return try ECDSASD2023().createBaseProof(
            options, mandatory: pointers + further, of: document, with: signer,
            secrets: try .fresh(randomness: randomness))
    }
}
