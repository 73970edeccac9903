import DIDs
import JOSE
import JSONText
import KeyMaterial
import Multiformat

extension Work {
    /// Keys in every spelling, and the documents that hold them.
    static func keys(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        if let key = try? PublicKey(multibase: text) {
            demand(key.multibase.utf8.elementsEqual(text.utf8), "a key has a second spelling")
        }
        if let did = DID(Text(text)) { _ = DIDWeb.documentURL(of: did) }
        guard let document = try? JSONDocument(parsing: bytes) else { return }
        if let jwk = try? PublicJWK(reading: document.root) {
            let again = try? JSONDocument(parsing: jwk.key.jwk.serialized())
            let key = again.flatMap { try? PublicKey(jwk: $0.root) }
            demand(key == jwk.key, "a key does not come back")
        }
        if let controller = try? ControllerDocument(reading: document.root) {
            for method in controller.methods { _ = controller.purposes(of: method.id) }
        }
        _ = try? KeySet(reading: document.root)
    }

    /// A token has one spelling, and nobody but the holder of the key makes one that holds.
    static func jws(_ bytes: [UInt8]) {
        guard let token = try? CompactJWS(reading: bytes) else { return }
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        demand(
            Array(Base64URL.encode(token.payload).utf8) == Array(parts[1])
                && Array(Base64URL.encode(token.signature).utf8) == Array(parts[2]),
            "a token has a second spelling")
        for key in Seeds.tokenKeys where (try? token.verify(with: key.publicKey)) != nil {
            demand(Seeds.tokenPayloads.contains(token.payload), "a token was forged")
        }
        guard let credential = try? VCJWT(token) else { return }
        _ = (credential.issuer, credential.notBefore, credential.expires, token.header.key)
    }
}
