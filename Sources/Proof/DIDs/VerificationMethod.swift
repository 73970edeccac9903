import JSONText
import KeyMaterial

/// A key as a document publishes it (Controlled Identifiers 1.0 section 2.2, KEY-03).
package struct VerificationMethod: Hashable, Sendable {
    /// Absolute: a fragment alone was resolved against the document.
    package let id: Text
    package let type: Text
    package let controller: Text
    package let publicKey: PublicKey
    /// `kid` of the JWK that the key is published as: tokens may name it so.
    package let keyID: Text?
    /// `alg` of that JWK: the one algorithm that the key may be used with.
    package let algorithm: Text?
    /// `expires` and `revoked`: from then on signatures are not to be trusted.
    package let expires: DateTimeStamp?
    package let revoked: DateTimeStamp?

    package init(
        id: Text, type: Text, controller: Text, publicKey: PublicKey, keyID: Text? = nil,
        algorithm: Text? = nil, expires: DateTimeStamp? = nil, revoked: DateTimeStamp? = nil
    ) {
        self.keyID = keyID
        self.algorithm = algorithm
        self.id = id
        self.type = type
        self.controller = controller
        self.publicKey = publicKey
        self.expires = expires
        self.revoked = revoked
    }

    /// From when on signatures with the key do not count, in seconds since 1970.
    package var end: Int64? { [expires, revoked].compactMap { $0?.seconds }.min() }

    /// Reads a method. Inside a document, whose identifier is given, the controller may be left
    /// out: it is the document's subject then.
    package init(
        reading value: JSONValue, in document: Text?
    ) throws(VerificationMethodError) {
        guard value.isObject else { throw .notAnObject }
        guard let id = value["id"]?.text ?? value["@id"]?.text else { throw .missing("id") }
        self.id = document.map { FragmentReference.resolve(id, against: $0) } ?? id
        guard let type = (value["type"] ?? value["@type"])?.oneOrMore.first?.text else {
            throw .missing("type")
        }
        self.type = type
        guard let controller = Self.identifier(value["controller"]) ?? document else {
            throw .missing("controller")
        }
        self.controller = controller
        let key = try Self.key(of: value, type: type)
        publicKey = key.key
        keyID = key.jwk?.keyID
        algorithm = key.jwk?.algorithm
        expires = try Self.time("expires", of: value)
        revoked = try Self.time("revoked", of: value)
    }

    private static func identifier(_ value: JSONValue?) -> Text? {
        value.flatMap { $0.text ?? $0["id"]?.text }
    }

    private static func key(
        of value: JSONValue, type: Text
    ) throws(VerificationMethodError) -> (key: PublicKey, jwk: PublicJWK?) {
        for name in ["privateKeyJwk", "secretKeyJwk", "privateKeyMultibase", "secretKeyMultibase"]
        where value[name] != nil {
            throw .key(.privateMember(name))
        }
        do {
            if let jwk = value["publicKeyJwk"] {
                guard Self.jwkTypes.contains(type) else {
                    throw VerificationMethodError.unsupportedType(type)
                }
                let jwk = try PublicJWK(reading: jwk)
                return (jwk.key, jwk)
            }
            guard let multibase = value["publicKeyMultibase"]?.string else {
                throw VerificationMethodError.missing("publicKeyMultibase")
            }
            guard Self.multibaseTypes.contains(type) else {
                throw VerificationMethodError.unsupportedType(type)
            }
            let key = try PublicKey(multibase: multibase)
            guard type == "Multikey" || key.type == .ed25519 else {
                throw VerificationMethodError.unsupportedType(type)
            }
            return (key, nil)
        } catch let error as KeyError {
            throw .key(error)
        } catch let error as VerificationMethodError {
            throw error
        } catch {
            throw .missing("publicKeyMultibase")
        }
    }

    private static let jwkTypes: Set<Text> = ["JsonWebKey", "JsonWebKey2020"]
    private static let multibaseTypes: Set<Text> = ["Multikey", "Ed25519VerificationKey2020"]

    private static func time(
        _ name: String, of value: JSONValue
    ) throws(VerificationMethodError) -> DateTimeStamp? {
        guard let member = value[name] else { return nil }
        guard let time = member.string.flatMap({ DateTimeStamp($0) }) else {
            throw .invalid(name)
        }
        return time
    }
}

package enum VerificationMethodError: Error, Hashable, Sendable {
    case notAnObject
    case missing(String)
    case invalid(String)
    case unsupportedType(Text)
    case key(KeyError)
}

extension VerificationMethodError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notAnObject: "a verification method is an object"
        case .missing(let name): "the verification method has no \"\(name)\""
        case .invalid(let name): "the verification method's \"\(name)\" is not what it must be"
        case .unsupportedType(let type):
            "verification methods of the type \"\(type)\" are not supported"
        case .key(let error): "\(error)"
        }
    }
}
