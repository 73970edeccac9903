import JSONText
import KeyMaterial

/// The protected header of a JWS (RFC 7515 section 4), with everything refused that would let
/// the signer choose how it is judged.
package struct JOSEHeader: Sendable {
    package let value: JSONValue
    package let algorithm: SignatureAlgorithm
    package let keyID: Text?
    /// The key that the header carries: it shows that the token is whole, not who signed it.
    package let key: PublicJWK?
    package let type: Text?
    package let contentType: Text?

    package init(reading bytes: [UInt8]) throws(JOSEError) {
        let value: JSONValue
        do {
            value = try JSONDocument(parsing: bytes, maximumBytes: Limits.joseHeaderBytes).root
        } catch {
            throw .notJSON(.header, error)
        }
        guard value.isObject else { throw .notAnObject(.header) }
        try Self.refuseSignersChoices(value)
        self.value = value
        algorithm = try Self.algorithm(value)
        keyID = try Self.text("kid", of: value)
        type = try Self.text("typ", of: value)
        contentType = try Self.text("cty", of: value)
        do {
            key = try value["jwk"].map { jwk throws(KeyError) in try PublicJWK(reading: jwk) }
        } catch {
            throw .embeddedKey(error)
        }
        if let key, !key.permits(algorithm) {
            throw .algorithmNotForKey(algorithm, key.key.type)
        }
    }

    /// Members beyond those that Open Badges 3.0 allows (JWT-01).
    package var additionalMembers: [Text] {
        let allowed: Set<Text> = ["alg", "kid", "jwk", "typ"]
        return value.members.map { Text($0.name) }.filter { !allowed.contains($0) }
    }

    private static func refuseSignersChoices(_ value: JSONValue) throws(JOSEError) {
        if value["b64"].map({ $0.bool != true }) ?? false { throw .unencodedPayload }
        if let critical = value["crit"] {
            let names = critical.elements.compactMap(\.text)
            guard !names.isEmpty else { throw .invalidHeader("crit") }
            throw .criticalExtensions(names)
        }
        for name in ["jku", "x5u"] where value[name] != nil { throw .remoteKey(header: name) }
    }

    private static func algorithm(_ value: JSONValue) throws(JOSEError) -> SignatureAlgorithm {
        guard let name = try text("alg", of: value) else { throw .missingHeader("alg") }
        if let known = SignatureAlgorithm.allCases.first(where: { Text($0.rawValue) == name }) {
            return known
        }
        if name.string.lowercased().isSame(as: "none") { throw .unsecured }
        if name.string.utf8.starts(with: "HS".utf8) { throw .symmetricAlgorithm(name) }
        throw .unsupportedAlgorithm(name)
    }

    private static func text(_ name: String, of value: JSONValue) throws(JOSEError) -> Text? {
        guard let member = value[name] else { return nil }
        guard let text = member.text else { throw .invalidHeader(name) }
        return text
    }
}
