import Crypto

extension PrivateKey {
    /// The key in PKCS #8 (RFC 5208), unencrypted: **secret**.
    public var pkcs8: [UInt8] {
        let type = publicKey.type
        return DER.sequence(
            DER.integer([]), AlgorithmIdentifier.encoded(type),
            DER.element(.octetString, containedKey))
    }

    private var containedKey: [UInt8] {
        switch form {
        case .ed25519(let key): DER.element(.octetString, Array(key.rawRepresentation))
        case .p256(let key): sec1(Array(key.rawRepresentation))
        case .p384(let key): sec1(Array(key.rawRepresentation))
        case .rsa(_, let numbers): numbers.encoded
        }
    }

    /// RFC 5915 section 3; the curve stands outside.
    private func sec1(_ scalar: [UInt8]) -> [UInt8] {
        DER.sequence(
            DER.integer([1]), DER.element(.octetString, scalar),
            DER.element(.explicit1, DER.bitString([4] + publicKey.octets)))
    }

    /// Reads PKCS #8, also in its second version with the public key behind (RFC 5958). What is
    /// said twice must be the same; attributes are passed over.
    public init(pkcs8 octets: [UInt8]) throws(KeyError) {
        var reader = DERReader(octets)
        guard var info = reader.sequence(), reader.isAtEnd else {
            throw .badContainer(.pkcs8)
        }
        if info.isNext(.sequence) { throw Self.withoutVersion(&info) }
        guard let version = info.integer(), version == [] || version == [1],
            let algorithm = info.element(.sequence), let contained = info.element(.octetString)
        else { throw .badContainer(.pkcs8) }
        let type = try AlgorithmIdentifier.type(algorithm)
        if info.isNext(.explicit0) { _ = info.element(.explicit0) }
        try self.init(contained: Array(contained), type: type)
        if version == [1] {
            guard let point = info.bitString(.implicit1) else { throw .badContainer(.pkcs8) }
            guard try PublicKey(bits: point, type: type) == publicKey else { throw .partsDiffer }
        }
        guard info.isAtEnd else { throw .badContainer(.pkcs8) }
    }

    /// An encrypted key, or a public one.
    private static func withoutVersion(_ info: inout DERReader) -> KeyError {
        _ = info.element(.sequence)
        if info.isNext(.octetString) { return .encrypted }
        return info.isNext(.bitString) ? .noPrivatePart : .badContainer(.pkcs8)
    }

    private init(contained octets: [UInt8], type: KeyType) throws(KeyError) {
        switch type {
        case .ed25519:
            var reader = DERReader(octets)
            guard let seed = reader.element(.octetString), reader.isAtEnd else {
                throw .badContainer(.pkcs8)
            }
            try self.init(type: type, secret: Array(seed))
        case .p256, .p384: try self.init(sec1: octets, curve: type)
        case .rsa: try self.init(pkcs1: octets)
        }
    }

    /// Reads `RSAPrivateKey` alone.
    init(pkcs1 octets: [UInt8]) throws(KeyError) {
        let numbers: RSAPrivateNumbers
        do {
            numbers = try RSAPrivateNumbers(encoded: octets)
        } catch {
            throw error == .badRSAKeyEncoding ? .badContainer(.pkcs1) : error
        }
        try self.init(rsa: numbers)
    }

    /// Reads `ECPrivateKey` (RFC 5915). The curve comes from outside, or stands inside.
    init(sec1 octets: [UInt8], curve outside: KeyType? = nil) throws(KeyError) {
        var reader = DERReader(octets)
        guard var key = reader.sequence(), reader.isAtEnd, key.integer() == [1],
            let scalar = key.element(.octetString)
        else { throw .badContainer(.sec1) }
        var curve = outside
        if let parameters = key.isNext(.explicit0) ? key.element(.explicit0) : nil {
            var inner = DERReader(parameters)
            guard let identifier = inner.element(.objectIdentifier), inner.isAtEnd,
                let inside = AlgorithmIdentifier.curve(identifier)
            else { throw .unsupportedKeyType("EC") }
            guard outside == nil || outside == inside else { throw .partsDiffer }
            curve = inside
        }
        guard let curve else { throw .badContainer(.sec1) }
        try self.init(type: curve, secret: Array(scalar))
        if let wrapped = key.isNext(.explicit1) ? key.element(.explicit1) : nil {
            var inner = DERReader(wrapped)
            guard let point = inner.bitString(), inner.isAtEnd else {
                throw .badContainer(.sec1)
            }
            guard try PublicKey(bits: point, type: curve) == publicKey else {
                throw .partsDiffer
            }
        }
        guard key.isAtEnd else { throw .badContainer(.sec1) }
    }
}
