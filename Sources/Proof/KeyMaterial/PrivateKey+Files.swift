import JSONText
import Multiformat

extension PrivateKey {
    /// Reads a private JWK. Its public members must belong to its `d`.
    public init(jwk value: JSONValue) throws(KeyError) {
        let reader = try JWKReader(value)
        let type = try reader.keyType()
        guard type != .rsa else { throw .unsupportedKeyType("RSA") }
        guard value["d"] != nil else { throw .noPrivatePart }
        try self.init(type: type, secret: reader.octets("d", count: type.size))
        guard try reader.publicKey() == publicKey else { throw .partsDiffer }
    }

    /// Reads a file that ``jwk(keyID:)`` was written to.
    public init(file: [UInt8]) throws(KeyError) {
        let document: JSONDocument
        do {
            document = try JSONDocument(parsing: file, maximumBytes: Limits.keyFileBytes)
        } catch {
            throw .json(error)
        }
        try self.init(jwk: document.root)
    }

    /// The private JWK: **secret**. The caller sees to it that only the owner can read the file.
    public func jwk(keyID: Text? = nil) -> JSON {
        var members = publicKey.jwkMembers
        members.append(("alg", .string(algorithm.rawValue)))
        if let keyID { members.append(("kid", .string(keyID.string))) }
        members.append(("d", .string(Base64URL.encode(secret))))
        return .object(members)
    }

    /// Reads a `secretKeyMultibase`: an Ed25519 seed, alone or before its public key, or the
    /// scalar of P-256 or P-384.
    package init(secretMultibase text: String) throws(KeyError) {
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
}

extension Limits {
    /// Octets of a key file.
    package static let keyFileBytes = 64 << 10
}
