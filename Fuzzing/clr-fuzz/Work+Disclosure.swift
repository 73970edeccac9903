import DataIntegrity
import JOSE
import JSONLD
import JSONText
import KeyMaterial
import Multiformat
import Vocabularies

extension Work {
    /// What an SD-JWT shows: everything disclosed and shown again is the same, and nobody but the
    /// issuer makes one that verifies.
    static func sdjwt(_ bytes: [UInt8]) {
        guard let token = try? SDJWT(reading: bytes) else { return }
        _ = token.disclosures.map(\.place)
        if let shown = token.presenting(reveal: [JSONPointer()]) {
            let again = try? SDJWT(reading: shown)
            demand(again != nil, "what is shown cannot be read")
            let (one, other) = (again?.claims.root, token.claims.root)
            demand(
                (try? one?.canonicalized()) == (try? other.canonicalized()),
                "everything shown is something else")
        }
        guard let signed = try? CompactJWS(reading: token.issuerToken) else { return }
        for key in Seeds.tokenKeys where (try? signed.verify(with: key.publicKey)) != nil {
            demand(Seeds.selective.contains(token.issuerToken), "a token was forged")
        }
    }

    /// The octets of an `ecdsa-sd-2023` proof value, base or derived: whatever they are, they fit no
    /// document that says something else than the one that was signed.
    static func disclosure(_ bytes: [UInt8]) {
        let value = JSON.string("u" + Base64URL.encode(bytes))
        for made in Seeds.disclosed {
            _ = isValid(try? made.document(with: value))
            demand(!isValid(try? made.document(with: value, saying: "Geometry")), "a forged proof")
        }
    }

    private static func isValid(_ document: JSONDocument?) -> Bool {
        guard let root = document?.root,
            let proof = try? DataIntegrityProof.proofs(of: root).first
        else { return false }
        let secured = SecuredDocument(root, processor: Seeds.processor)
        return (try? secured.verify(proof, with: Seeds.disclosureKey.publicKey).isValid) ?? false
    }
}
