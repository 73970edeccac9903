import Multiformat

extension PublicKey {
    /// The `publicKeyMultibase` of a Multikey (Controlled Identifiers 1.0 section 2.2.2), which
    /// is also what follows `did:key:`.
    public var multibase: String { Multibase.base58btc.encode(multikey) }

    /// The octets of a Multikey: the code of its kind, and the key.
    package var multikey: [UInt8] { type.publicCodec.encode(multikeyOctets) }

    public var didKey: String { "did:key:" + multibase }

    private var multikeyOctets: [UInt8] {
        switch form {
        case .p256, .p384: compressedPoint
        case .ed25519, .rsa: octets
        }
    }

    /// 2 or 3 by the last bit of y, then x.
    private var compressedPoint: [UInt8] {
        let isOdd = octets.last.map { $0 & 1 == 1 } ?? false
        return [isOdd ? 3 : 2] + octets.prefix(type.size)
    }

    /// Reads a Multikey in base 58.
    public init(multibase: String) throws(KeyError) {
        let multikey: [UInt8]
        do {
            multikey = try Multibase.base58btc.decode(multibase)
        } catch {
            throw .encoding(error)
        }
        try self.init(multikey: multikey)
    }

    /// Reads the octets of a Multikey.
    package init(multikey: [UInt8]) throws(KeyError) {
        let codec: Multicodec
        let content: [UInt8]
        do {
            (codec, content) = try Multicodec.decode(multikey)
        } catch {
            throw .encoding(error)
        }
        switch codec {
        case .ed25519Public: try self.init(ed25519: content)
        case .p256Public: try self.init(compressed: content, type: .p256)
        case .p384Public: try self.init(compressed: content, type: .p384)
        case .rsaPublic:
            let numbers = try RSANumbers(encoded: content)
            try self.init(rsaModulus: numbers.modulus, exponent: numbers.exponent)
        case .ed25519Private, .p256Private, .p384Private: throw .notAPublicKey
        }
    }
}
