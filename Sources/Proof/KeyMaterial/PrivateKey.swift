import Crypto

/// A key that signs. Its octets leave this room only through ``jwk(keyID:)``, and never through
/// a description, a mirror or a dump.
public struct PrivateKey: Signer {
    let form: Form
    public let publicKey: PublicKey

    enum Form: Sendable {
        case ed25519(Curve25519.Signing.PrivateKey)
        case p256(P256.Signing.PrivateKey)
        case p384(P384.Signing.PrivateKey)
    }

    /// A fresh key. RSA keys are not made here: RS256 is for reading what others sign.
    public static func generate(_ type: KeyType) throws(KeyError) -> PrivateKey {
        switch type {
        case .ed25519: PrivateKey(.ed25519(Curve25519.Signing.PrivateKey()))
        case .p256: PrivateKey(.p256(P256.Signing.PrivateKey()))
        case .p384: PrivateKey(.p384(P384.Signing.PrivateKey()))
        case .rsa: throw .unsupportedKeyType("RSA")
        }
    }

    /// The key of a secret scalar, or of an Ed25519 seed.
    public init(type: KeyType, secret octets: [UInt8]) throws(KeyError) {
        guard octets.count == type.size else {
            throw .wrongLength(expected: type.size, found: octets.count)
        }
        switch type {
        case .ed25519:
            guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: octets) else {
                throw .invalidMember("d")
            }
            self.init(.ed25519(key))
        case .p256:
            guard let key = try? P256.Signing.PrivateKey(rawRepresentation: octets) else {
                throw .invalidMember("d")
            }
            self.init(.p256(key))
        case .p384:
            guard let key = try? P384.Signing.PrivateKey(rawRepresentation: octets) else {
                throw .invalidMember("d")
            }
            self.init(.p384(key))
        case .rsa: throw .unsupportedKeyType("RSA")
        }
    }

    init(_ form: Form) {
        self.form = form
        switch form {
        case .ed25519(let key): publicKey = PublicKey(key.publicKey)
        case .p256(let key): publicKey = PublicKey(key.publicKey)
        case .p384(let key): publicKey = PublicKey(key.publicKey)
        }
    }

    public var algorithm: SignatureAlgorithm {
        switch form {
        case .ed25519: .EdDSA
        case .p256: .ES256
        case .p384: .ES384
        }
    }

    /// Ed25519 signatures are deterministic; ECDSA ones are not.
    public func signature(of message: [UInt8]) throws(KeyError) -> [UInt8] {
        do {
            switch form {
            case .ed25519(let key): return Array(try key.signature(for: message))
            case .p256(let key):
                let digest = SHA256.hash(data: message)
                return Array(try key.signature(for: digest).rawRepresentation)
            case .p384(let key):
                let digest = SHA384.hash(data: message)
                return Array(try key.signature(for: digest).rawRepresentation)
            }
        } catch {
            throw .signingFailed("\(error)")
        }
    }

    /// The scalar or seed.
    var secret: [UInt8] {
        switch form {
        case .ed25519(let key): Array(key.rawRepresentation)
        case .p256(let key): Array(key.rawRepresentation)
        case .p384(let key): Array(key.rawRepresentation)
        }
    }
}

extension PrivateKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "private key of \(publicKey)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["publicKey": publicKey]) }
}
