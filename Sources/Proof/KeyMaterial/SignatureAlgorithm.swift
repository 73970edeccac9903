import Multiformat

/// What a key is made of.
public enum KeyType: String, Hashable, Sendable, CaseIterable {
    case ed25519 = "Ed25519"
    case p256 = "P-256"
    case p384 = "P-384"
    case rsa = "RSA"

    /// The algorithms that this key may be used with, and no others (RFC 8725 section 3.1).
    public var algorithms: [SignatureAlgorithm] {
        SignatureAlgorithm.allCases.filter { $0.keyType == self }
    }

    /// The octets of a coordinate, or of an Ed25519 key.
    var size: Int {
        switch self {
        case .ed25519, .p256: 32
        case .p384: 48
        case .rsa: 0
        }
    }

    var publicCodec: Multicodec {
        switch self {
        case .ed25519: .ed25519Public
        case .p256: .p256Public
        case .p384: .p384Public
        case .rsa: .rsaPublic
        }
    }
}

/// Signature algorithms, by the names that JOSE gives them (RFC 7518, RFC 8037). Each belongs to
/// one type of key; `none` and the symmetric ones are not among them.
public enum SignatureAlgorithm: String, Hashable, Sendable, CaseIterable {
    case EdDSA
    case ES256
    case ES384
    case RS256
    case PS256

    public var keyType: KeyType {
        switch self {
        case .EdDSA: .ed25519
        case .ES256: .p256
        case .ES384: .p384
        case .RS256, .PS256: .rsa
        }
    }
}
