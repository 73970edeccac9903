import Crypto
import Multiformat

extension PrivateKey {
    /// Reads a `secretKeyMultibase`: an Ed25519 seed, alone or before its public key, or the
    /// scalar of P-256 or P-384.
    public init(secretMultibase text: String) throws(KeyError) {
        let codec: Multicodec
        let content: [UInt8]
        do {
            (codec, content) = try Multicodec.decode(Multibase.base58btc.decode(text))
        } catch {
            throw .encoding(error)
        }
        switch codec {
        case .ed25519Private:
            try self.init(type: .ed25519, secret: Array(content.prefix(32)))
            let rest = content.dropFirst(32)
            guard rest.isEmpty || rest.elementsEqual(publicKey.octets) else { throw .partsDiffer }
        case .p256Private: try self.init(type: .p256, secret: content)
        case .p384Private: try self.init(type: .p384, secret: content)
        case .ed25519Public, .p256Public, .p384Public, .rsaPublic: throw .noPrivatePart
        }
    }

    /// The `secretKeyMultibase` of a Multikey (Controlled Identifiers 1.0 section 2.2.2):
    /// **secret**. RSA keys have none.
    public var secretMultibase: String {
        get throws(KeyError) {
            let content: [UInt8]
            switch form {
            case .ed25519(let key):
                content = Multicodec.ed25519Private.encode(key.rawRepresentation)
            case .p256(let key): content = Multicodec.p256Private.encode(key.rawRepresentation)
            case .p384(let key): content = Multicodec.p384Private.encode(key.rawRepresentation)
            case .rsa: throw .noSuchForm(.rsa)
            }
            return Multibase.base58btc.encode(content)
        }
    }
}
