import Crypto
import CryptoExtras
import JSONText

/// A key that signs. Its octets leave this room only through ``jwk(keyID:)``,
/// ``secretMultibase``, ``pkcs8`` and ``pem``, and never through a description, a mirror or a dump.
public struct PrivateKey: Signer {
    let form: Form
    public let publicKey: PublicKey
    public let algorithm: SignatureAlgorithm

    enum Form: Sendable {
        case ed25519(Curve25519.Signing.PrivateKey)
        case p256(P256.Signing.PrivateKey)
        case p384(P384.Signing.PrivateKey)
        case rsa(_RSA.Signing.PrivateKey, RSAPrivateNumbers)
    }

    /// The strength of Ed25519 and P-256 (NIST SP 800-57 part 1, table 2).
    public static let usualRSAModulusBits = 3_072

    /// A fresh key; `bits` is the length of an RSA modulus, and means nothing for the others.
    public static func generate(
        _ type: KeyType, bits: Int = usualRSAModulusBits
    ) throws(KeyError) -> PrivateKey {
        switch type {
        case .ed25519: PrivateKey(.ed25519(Curve25519.Signing.PrivateKey()))
        case .p256: PrivateKey(.p256(P256.Signing.PrivateKey()))
        case .p384: PrivateKey(.p384(P384.Signing.PrivateKey()))
        case .rsa: try generateRSA(bits: bits)
        }
    }

    private static func generateRSA(bits: Int) throws(KeyError) -> PrivateKey {
        guard bits >= Limits.shortestRSAModulusBits else { throw .modulusTooShort(bits: bits) }
        guard bits <= Limits.longestRSAModulusBits else { throw .modulusTooLong(bits: bits) }
        guard bits.isMultiple(of: 128) else { throw .oddModulusLength(bits: bits) }
        guard let key = try? _RSA.Signing.PrivateKey(keySize: .init(bitCount: bits)) else {
            throw .signingFailed("no RSA key could be made")
        }
        return try PrivateKey(rsa: RSAPrivateNumbers(encoded: key.derRepresentation))
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

    /// The RSA key of these numbers, which must belong together: n = pq, d and the shortcuts of
    /// the Chinese remainder theorem inverse to e. (Whether p and q are prime is not asked.)
    init(
        rsa numbers: RSAPrivateNumbers, algorithm: SignatureAlgorithm = .RS256
    ) throws(KeyError) {
        let publicKey = try PublicKey(
            rsaModulus: numbers.open.modulus, exponent: numbers.open.exponent)
        guard let key = try? _RSA.Signing.PrivateKey(derRepresentation: numbers.encoded) else {
            throw .partsDiffer
        }
        self.init(form: .rsa(key, numbers), publicKey: publicKey, algorithm: algorithm)
    }

    private init(_ form: Form) {
        let (publicKey, algorithm): (PublicKey, SignatureAlgorithm) =
            switch form {
            case .ed25519(let key): (PublicKey(key.publicKey), .EdDSA)
            case .p256(let key): (PublicKey(key.publicKey), .ES256)
            case .p384(let key): (PublicKey(key.publicKey), .ES384)
            case .rsa(let key, let numbers): (PublicKey(key.publicKey, numbers.open), .RS256)
            }
        self.init(form: form, publicKey: publicKey, algorithm: algorithm)
    }

    private init(form: Form, publicKey: PublicKey, algorithm: SignatureAlgorithm) {
        self.form = form
        self.publicKey = publicKey
        self.algorithm = algorithm
    }

    /// The same key signing with another of its algorithms: an RSA key has RS256, which is the
    /// usual one, and PS256.
    public func signing(with algorithm: SignatureAlgorithm) throws(KeyError) -> PrivateKey {
        guard algorithm.keyType == publicKey.type else {
            throw .algorithmNotForKey(algorithm, publicKey.type)
        }
        return PrivateKey(form: form, publicKey: publicKey, algorithm: algorithm)
    }

    /// Ed25519 and RS256 signatures are deterministic; ECDSA and PS256 ones are not.
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
            case .rsa(let key, _):
                let padding: _RSA.Signing.Padding =
                    algorithm == .PS256 ? .PSS : .insecurePKCS1v1_5
                let digest = SHA256.hash(data: message)
                return Array(try key.signature(for: digest, padding: padding).rawRepresentation)
            }
        } catch {
            throw .signingFailed("\(error)")
        }
    }
}

extension PrivateKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "private key of \(publicKey)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["publicKey": publicKey]) }
}
