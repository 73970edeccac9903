import JSONText
import KeyMaterial
import Multiformat

/// The methods whose DIDs are their own documents: did:key (KEY-05) and did:jwk.
enum SelfContainedDID {
    /// The document; nil for other methods.
    static func document(of did: DID) throws(KeyResolutionFailure) -> ControllerDocument? {
        do {
            if did.method == "key" {
                let key = try PublicKey(multibase: did.specific.string)
                return document(of: did, key, type: "Multikey", fragment: did.specific.string)
            }
            if did.method == "jwk" {
                return document(of: did, try jwk(did), type: "JsonWebKey", fragment: "0")
            }
            return nil
        } catch let error as KeyError {
            throw .unusableDIDKey(did.text, error)
        } catch {
            throw .malformedDID(did.text)
        }
    }

    private static func jwk(_ did: DID) throws -> PublicKey {
        let bytes = try Base64URL.decode(did.specific.string)
        let document = try JSONDocument(parsing: bytes, maximumBytes: Limits.keyFileBytes)
        return try PublicKey(jwk: document.root)
    }

    private static func document(
        of did: DID, _ key: PublicKey, type: Text, fragment: String
    ) -> ControllerDocument {
        let method = VerificationMethod(
            id: Text(did.text.string + "#" + fragment), type: type, controller: did.text,
            publicKey: key)
        return ControllerDocument(id: did.text, method: method)
    }
}

extension DID {
    /// The did:jwk of a key.
    package static func jwk(_ key: PublicKey) -> Text {
        Text("did:jwk:" + Base64URL.encode(key.jwk.serialized()))
    }
}
