import Crypto
import CryptoExtras
import JSONText

/// A key that signatures are checked with. To hold one is to know that its octets are a sound
/// point or modulus; two are equal exactly when they are the same key.
public struct PublicKey: Sendable {
    public let type: KeyType
    /// Ed25519: the key; P-256 and P-384: the two coordinates; RSA: its PKCS #1 encoding.
    public let octets: [UInt8]
    let form: Form

    enum Form: Sendable {
        case ed25519(Curve25519.Signing.PublicKey)
        case p256(P256.Signing.PublicKey)
        case p384(P384.Signing.PublicKey)
        case rsa(_RSA.Signing.PublicKey, RSANumbers)
    }

    /// An Ed25519 key of 32 octets. Refuses points of small order and a second spelling.
    public init(ed25519 octets: [UInt8]) throws(KeyError) {
        try Self.require(octets, count: 32)
        guard Ed25519Point.isCanonical(octets) else { throw .notOnCurve }
        guard !Ed25519Point.hasSmallOrder(octets) else { throw .smallOrder }
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: octets) else {
            throw .notOnCurve
        }
        self.init(type: .ed25519, octets: octets, form: .ed25519(key))
    }

    /// A P-256 key: x and y.
    public init(p256 octets: [UInt8]) throws(KeyError) {
        try Self.require(octets, count: 64)
        guard let key = try? P256.Signing.PublicKey(rawRepresentation: octets) else {
            throw .notOnCurve
        }
        self.init(key)
    }

    /// A P-384 key: x and y.
    public init(p384 octets: [UInt8]) throws(KeyError) {
        try Self.require(octets, count: 96)
        guard let key = try? P384.Signing.PublicKey(rawRepresentation: octets) else {
            throw .notOnCurve
        }
        self.init(key)
    }

    /// A compressed point of P-256 (33 octets) or P-384 (49 octets).
    init(compressed octets: [UInt8], type: KeyType) throws(KeyError) {
        try Self.require(octets, count: type.size + 1)
        switch type {
        case .p256:
            guard let key = try? P256.Signing.PublicKey(compressedRepresentation: octets) else {
                throw .notOnCurve
            }
            self.init(key)
        case .p384:
            guard let key = try? P384.Signing.PublicKey(compressedRepresentation: octets) else {
                throw .notOnCurve
            }
            self.init(key)
        case .ed25519, .rsa: throw .notAPublicKey
        }
    }

    /// An RSA key of big-endian numbers without leading zeros (RFC 7518 section 3.3 for the
    /// length of the modulus).
    public init(rsaModulus modulus: [UInt8], exponent: [UInt8]) throws(KeyError) {
        let numbers = try RSANumbers(modulus: modulus, exponent: exponent)
        guard let key = try? _RSA.Signing.PublicKey(n: modulus, e: exponent) else {
            throw .badPublicExponent
        }
        self.init(key, numbers)
    }

    init(_ key: Curve25519.Signing.PublicKey) {
        self.init(type: .ed25519, octets: Array(key.rawRepresentation), form: .ed25519(key))
    }

    init(_ key: P256.Signing.PublicKey) {
        self.init(type: .p256, octets: Array(key.rawRepresentation), form: .p256(key))
    }

    init(_ key: P384.Signing.PublicKey) {
        self.init(type: .p384, octets: Array(key.rawRepresentation), form: .p384(key))
    }

    init(_ key: _RSA.Signing.PublicKey, _ numbers: RSANumbers) {
        self.init(type: .rsa, octets: numbers.encoded, form: .rsa(key, numbers))
    }

    private init(type: KeyType, octets: [UInt8], form: Form) {
        self.type = type
        self.octets = octets
        self.form = form
    }

    private static func require(_ octets: [UInt8], count: Int) throws(KeyError) {
        guard octets.count == count else {
            throw .wrongLength(expected: count, found: octets.count)
        }
    }
}

extension PublicKey: Hashable {
    public static func == (left: PublicKey, right: PublicKey) -> Bool {
        left.type == right.type && left.octets == right.octets
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(type)
        hasher.combine(octets)
    }
}

extension PublicKey: CustomStringConvertible {
    public var description: String { multibase }
}
