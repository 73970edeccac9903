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

    /// The octets of an `ecdsa-sd-2023` proof value, base or derived: none but those that were
    /// made for the document fit it.
    static func disclosure(_ bytes: [UInt8]) {
        let value = JSON.string("u" + Base64URL.encode(bytes))
        for made in Seeds.disclosed {
            guard let document = try? made.document(with: value),
                let proof = try? DataIntegrityProof.proofs(of: document.root).first
            else { continue }
            let secured = SecuredDocument(document.root, processor: Seeds.processor)
            guard let answer = try? secured.verify(proof, with: Seeds.disclosureKey.publicKey),
                answer.isValid
            else { continue }
            demand(made.octets == bytes, "a proof was forged")
        }
    }
}
