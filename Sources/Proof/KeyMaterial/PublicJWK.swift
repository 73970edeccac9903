import Crypto
import JSONText
import Multiformat

/// A JWK that was published: the key, and what stands beside it.
package struct PublicJWK: Hashable, Sendable {
    package let key: PublicKey
    /// `kid`
    package let keyID: Text?
    /// `alg`: the one algorithm that the key may be used with.
    package let algorithm: Text?
    /// `iss`: an extra member by which a key set binds a key to one issuer (JWT-22).
    package let issuer: Text?

    /// Reads a JWK that must be public: a private member anywhere in it is refused (PRF-07).
    package init(reading value: JSONValue) throws(KeyError) {
        let reader = try JWKReader(value)
        try reader.refusePrivateMembers()
        key = try reader.publicKey()
        keyID = try reader.string("kid").map { Text($0) }
        algorithm = try reader.string("alg").map { Text($0) }
        issuer = try reader.string("iss").map { Text($0) }
        guard try reader.string("use").map({ $0.isSame(as: "sig") }) ?? true,
            value["key_ops"].map(Self.mayVerify) ?? true
        else { throw .notForSignatures }
    }

    private static func mayVerify(_ operations: JSONValue) -> Bool {
        operations.elements.contains { $0.string?.isSame(as: "verify") ?? false }
    }

    /// Whether the JWK itself leaves this algorithm open (RFC 8725 section 3.1).
    package func permits(_ used: SignatureAlgorithm) -> Bool {
        key.type == used.keyType && algorithm.map { $0 == Text(used.rawValue) } ?? true
    }
}

extension PublicKey {
    public init(jwk value: JSONValue) throws(KeyError) {
        self = try PublicJWK(reading: value).key
    }

    /// The members that make the key, and no others, in the order of RFC 7638.
    package var jwkMembers: [(name: String, value: JSON)] {
        switch form {
        case .ed25519: [("crv", "Ed25519"), ("kty", "OKP"), ("x", encoded(octets[...]))]
        case .p256, .p384:
            [
                ("crv", .string(type.rawValue)), ("kty", "EC"),
                ("x", encoded(octets.prefix(type.size))),
                ("y", encoded(octets.suffix(type.size))),
            ]
        case .rsa(_, let numbers):
            [
                ("e", encoded(numbers.exponent[...])), ("kty", "RSA"),
                ("n", encoded(numbers.modulus[...])),
            ]
        }
    }

    public var jwk: JSON { .object(jwkMembers) }

    /// The SHA-256 thumbprint (RFC 7638), in base64url: a `kid` that every reader can compute.
    public var thumbprint: String {
        Base64URL.encode(Array(SHA256.hash(data: jwk.serialized())))
    }

    private func encoded(_ octets: ArraySlice<UInt8>) -> JSON { .string(Base64URL.encode(octets)) }
}
