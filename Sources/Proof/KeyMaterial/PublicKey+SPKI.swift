extension PublicKey {
    /// The key as `SubjectPublicKeyInfo` (RFC 5280 section 4.1.2.7).
    public var publicKeyInfo: [UInt8] {
        DER.sequence(AlgorithmIdentifier.encoded(type), DER.bitString(bits))
    }

    private var bits: [UInt8] {
        switch form {
        case .ed25519, .rsa: octets
        case .p256, .p384: [4] + octets
        }
    }

    public init(publicKeyInfo octets: [UInt8]) throws(KeyError) {
        var reader = DERReader(octets)
        guard var info = reader.sequence(), reader.isAtEnd,
            let algorithm = info.element(.sequence), let bits = info.bitString(), info.isAtEnd
        else { throw .badContainer(.publicKeyInfo) }
        try self.init(bits: bits, type: AlgorithmIdentifier.type(algorithm))
    }

    /// Points of curves may be compressed.
    init(bits: [UInt8], type: KeyType) throws(KeyError) {
        switch type {
        case .ed25519: try self.init(ed25519: bits)
        case .rsa:
            let numbers = try RSANumbers(encoded: bits)
            try self.init(rsaModulus: numbers.modulus, exponent: numbers.exponent)
        case .p256 where bits.first == 4: try self.init(p256: Array(bits.dropFirst()))
        case .p384 where bits.first == 4: try self.init(p384: Array(bits.dropFirst()))
        case .p256, .p384: try self.init(compressed: bits, type: type)
        }
    }
}
