import Credentials
import JOSE
import JSONText
import KeyMaterial

/// An SD-JWT in its holder's hand.
package struct SelectiveToken: Sendable {
    private let token: SDJWT

    /// Nil where the octets are no SD-JWT, alone or in an envelope.
    package init?(reading bytes: [UInt8]) {
        guard let document = try? CredentialDocument(reading: bytes),
            let token = document.token?.selective
        else { return nil }
        self.token = token
    }

    /// Places that the holder may keep back.
    package var disclosable: [JSONPointer] { token.disclosures.map(\.place) }

    /// The token that shows only what stands at these places, and what is always shown.
    package func revealing(_ places: [JSONPointer]) throws(IssuanceError) -> SelectiveToken {
        guard let bytes = token.presenting(reveal: places),
            let token = try? SDJWT(reading: bytes)
        else {
            let missing = places.first { self.token.claims.root[$0] == nil }
            throw .notSignable(
                "the token shows nothing at \(missing?.description ?? "the place named")", missing)
        }
        return SelectiveToken(token: token)
    }

    /// The token as text, without a key binding.
    package var bytes: [UInt8] { token.unbound }

    /// The token bound to one reader and occasion by its holder's key (RFC 9901 section 4.3).
    package func bound(
        to audience: String, nonce: String, at moment: Timestamp, with signer: any Signer
    ) throws(IssuanceError) -> [UInt8] {
        if let named = token.claims.root["cnf"]?["jwk"] {
            guard let key = try? PublicKey(jwk: named), key == signer.publicKey else {
                throw .signing("the token was issued to the holder of another key")
            }
        } else if token.claims.root["cnf"] == nil {
            throw .signing("the token names no holder's key (\"cnf\") that could bind it")
        }
        let bytes: [UInt8]
        do {
            bytes = try KeyBinding.bound(
                token, audience: audience, nonce: nonce, issuedAt: moment.seconds, with: signer)
        } catch {
            throw .signing("\(error)")
        }
        guard let made = try? SDJWT(reading: bytes), let binding = made.keyBinding,
            (try? KeyBinding(reading: binding).verify(with: signer.publicKey, over: made)) != nil
        else { throw .signing("what it signed does not hold") }
        return bytes
    }

    private init(token: SDJWT) {
        self.token = token
    }
}
