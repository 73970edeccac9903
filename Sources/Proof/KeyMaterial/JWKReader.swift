import JSONText
import Multiformat

/// The members of a JWK (RFC 7517, RFC 7518 section 6, RFC 8037 section 2).
struct JWKReader {
    let value: JSONValue

    init(_ value: JSONValue) throws(KeyError) {
        guard value.isObject else { throw .notAnObject }
        self.value = value
    }

    /// Members that only a private or symmetric key has.
    static let privateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"]

    func refusePrivateMembers() throws(KeyError) {
        for name in Self.privateMembers where value[name] != nil { throw .privateMember(name) }
    }

    func string(_ name: String) throws(KeyError) -> String? {
        guard let member = value[name] else { return nil }
        guard let string = member.string else { throw .invalidMember(name) }
        return string
    }

    func required(_ name: String) throws(KeyError) -> String {
        guard let string = try string(name) else { throw .missingMember(name) }
        return string
    }

    /// Octets of exactly this number, where one is given.
    func octets(_ name: String, count: Int? = nil) throws(KeyError) -> [UInt8] {
        let text = try required(name)
        guard text.utf8.count <= Base58BTC.longestText, let octets = try? Base64URL.decode(text)
        else { throw .invalidMember(name) }
        guard count == nil || octets.count == count else { throw .invalidMember(name) }
        return octets
    }

    func keyType() throws(KeyError) -> KeyType {
        let type = try required("kty")
        if type.isSame(as: "RSA") { return .rsa }
        let isPair = type.isSame(as: "OKP")
        guard isPair || type.isSame(as: "EC") else { throw .unsupportedKeyType(type) }
        let curve = try required("crv")
        let known: [KeyType] = isPair ? [.ed25519] : [.p256, .p384]
        guard let found = known.first(where: { $0.rawValue.isSame(as: curve) }) else {
            throw .unsupportedCurve(curve)
        }
        return found
    }

    /// The algorithm that the JWK names, or the first of the type.
    func algorithm(of type: KeyType) throws(KeyError) -> SignatureAlgorithm {
        let named = try string("alg")
        let found = type.algorithms.first { named?.isSame(as: $0.rawValue) ?? true }
        guard let found else { throw .invalidMember("alg") }
        return found
    }

    func publicKey() throws(KeyError) -> PublicKey {
        let type = try keyType()
        switch type {
        case .ed25519: return try PublicKey(ed25519: octets("x", count: 32))
        case .p256: return try PublicKey(p256: octets("x", count: 32) + octets("y", count: 32))
        case .p384: return try PublicKey(p384: octets("x", count: 48) + octets("y", count: 48))
        case .rsa: return try PublicKey(rsaModulus: octets("n"), exponent: octets("e"))
        }
    }
}
