import Issuance
import JSONText
import KeyMaterial
import Storage

extension IssuerPlan {
    /// The identifier of its key, which is also the name under which the key is kept.
    var keyID: String { did + "#key-1" }

    /// The DID document: one key, and it may make assertions (DID Core 1.0 section 5).
    func document(of key: IssuingKey, _ demonstration: Demonstration) -> PublishedDocument {
        let method = JSON.object([
            ("id", .string(keyID)), ("type", "Multikey"), ("controller", .string(did)),
            ("publicKeyMultibase", .string(key.signer.publicKey.multibase)),
        ])
        let json = JSON.object([
            (
                "@context",
                ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"]
            ),
            ("id", .string(did)), ("verificationMethod", [method]),
            ("assertionMethod", [.string(keyID)]),
        ])
        return PublishedDocument(
            path: Text(didPath), url: Text(demonstration.publicURL + didPath), did: Text(did),
            mediaType: .didJSON, bytes: json.serialized(pretty: true))
    }

    /// The profile that its credentials name as `url`.
    func page(_ demonstration: Demonstration) -> PublishedDocument {
        PublishedDocument(
            path: Text(profilePath), url: Text(demonstration.publicURL + profilePath),
            mediaType: .json, bytes: profile.serialized(pretty: true))
    }
}
