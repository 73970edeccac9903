import JSONText
import KeyMaterial

/// A JWK Set (RFC 7517 section 5).
package struct KeySet: Hashable, Sendable {
    package let keys: [PublicJWK]

    /// Reads a set. Keys of unknown types, and keys that are not public, are passed over, as
    /// section 5 asks.
    package init(reading value: JSONValue) throws(ControllerDocumentError) {
        guard let list = value["keys"], list.isArray else { throw .noKey }
        guard list.count <= Limits.verificationMethods else {
            throw .tooManyMethods(limit: Limits.verificationMethods)
        }
        keys = list.elements.compactMap { try? PublicJWK(reading: $0) }
    }

    package func key(id: Text) -> PublicJWK? { keys.first { $0.keyID == id } }
}
