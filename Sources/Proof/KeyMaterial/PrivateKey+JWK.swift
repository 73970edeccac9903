import Crypto
import JSONText
import Multiformat

extension PrivateKey {
    /// Reads a private JWK. Its public members must belong to its private ones.
    public init(jwk value: JSONValue) throws(KeyError) {
        let reader = try JWKReader(value)
        let type = try reader.keyType()
        guard value["d"] != nil else { throw .noPrivatePart }
        guard type != .rsa else {
            try self.init(rsa: RSAPrivateNumbers(reader), algorithm: reader.algorithm(of: .rsa))
            return
        }
        try self.init(type: type, secret: reader.octets("d", count: type.size))
        guard try reader.publicKey() == publicKey else { throw .partsDiffer }
    }

    /// The private JWK: **secret**. The caller sees to it that only the owner can read the file.
    public func jwk(keyID: Text? = nil) -> JSON {
        var members = publicKey.jwkMembers
        members.append(("alg", .string(algorithm.rawValue)))
        if let keyID { members.append(("kid", .string(keyID.string))) }
        return .object(members + secretMembers)
    }

    private var secretMembers: [(name: String, value: JSON)] {
        switch form {
        case .ed25519(let key): [("d", .string(Base64URL.encode(key.rawRepresentation)))]
        case .p256(let key): [("d", .string(Base64URL.encode(key.rawRepresentation)))]
        case .p384(let key): [("d", .string(Base64URL.encode(key.rawRepresentation)))]
        case .rsa(_, let numbers):
            zip(RSAPrivateNumbers.names, numbers.secrets).map {
                ($0, .string(Base64URL.encode($1)))
            }
        }
    }
}
