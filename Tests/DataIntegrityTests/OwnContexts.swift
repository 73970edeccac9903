import JSONLD
import JSONText

/// Contexts that the tests have written.
struct OwnContexts: ContextLoader {
    static let document =
        #"{"@context":"https://a.example/c","id":"urn:x:1","name":"Ada","#
        + #""part":[{"id":"urn:x:2","name":"one"},{"name":"two","note":"n"}]}"#

    var processor: JSONLDProcessor { JSONLDProcessor(contexts: self) }

    func context(at url: Text) -> RemoteContext? { Self.known[url] }

    private static let known: [Text: RemoteContext] = {
        let text = #"""
            {"@context": {"@version": 1.1, "id": "@id", "type": "@type",
              "name": "https://a.example/name", "note": "https://a.example/note",
              "part": "https://a.example/part", "link": {"@id": "https://a.example/link"},
              "DataIntegrityProof": {"@id": "https://w3id.org/security#DataIntegrityProof",
                "@context": {"id": "@id", "type": "@type",
                  "challenge": "https://w3id.org/security#challenge",
                  "created": "http://purl.org/dc/terms/created",
                  "cryptosuite": "https://w3id.org/security#cryptosuite",
                  "nonce": "https://w3id.org/security#nonce",
                  "previousProof": {"@id": "https://w3id.org/security#previousProof",
                    "@type": "@id"},
                  "proofPurpose": {"@id": "https://w3id.org/security#proofPurpose",
                    "@type": "@vocab", "@context": {
                      "assertionMethod": "https://w3id.org/security#assertionMethod",
                      "authentication": "https://w3id.org/security#authenticationMethod"}},
                  "proofValue": "https://w3id.org/security#proofValue",
                  "verificationMethod": {"@id": "https://w3id.org/security#verificationMethod",
                    "@type": "@id"}}},
              "proof": {"@id": "https://w3id.org/security#proof", "@type": "@id",
                "@container": "@graph"}}}
            """#
        guard let document = try? JSONDocument(parsing: Array(text.utf8)) else { return [:] }
        return [
            "https://a.example/c": RemoteContext(url: "https://a.example/c", document: document)
        ]
    }()
}
