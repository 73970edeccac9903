import DataIntegrity
import KeyMaterial

/// The kinds of proof that credentials are issued with, by the names that people give them.
public enum ProofForm: String, Hashable, Sendable, CaseIterable {
    case eddsaRDFC2022 = "eddsa-rdfc-2022"
    case eddsaJCS2022 = "eddsa-jcs-2022"
    case ecdsaRDFC2019 = "ecdsa-rdfc-2019"
    case ecdsaJCS2019 = "ecdsa-jcs-2019"

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

    var suite: any SigningCryptosuite {
        switch self {
        case .eddsaRDFC2022: EdDSARDFC2022()
        case .eddsaJCS2022: EdDSAJCS2022()
        case .ecdsaRDFC2019: ECDSARDFC2019()
        case .ecdsaJCS2019: ECDSAJCS2019()
        }
    }
}
