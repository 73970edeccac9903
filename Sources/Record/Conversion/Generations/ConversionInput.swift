import Credentials
import JSONText

/// A document as it came: in JSON, as a signed token, in a picture.
package struct ConversionInput: Sendable {
    package let value: JSONValue
    /// The token that it came in.
    package let token: [UInt8]?

    package init(_ value: JSONValue) {
        self.init(value, token: nil)
    }

    private init(_ value: JSONValue, token: [UInt8]?) {
        self.value = value
        self.token = token
    }

    /// Reads any form that `CredentialDocument` reads. Of a token of VCDM 1.1, the claims around
    /// the credential are its members too.
    package init(reading bytes: [UInt8]) throws(ReadingError) {
        let document = try CredentialDocument(reading: bytes)
        guard case .token(let token) = document.form else {
            self.init(document.credential.json)
            return
        }
        self.init(Self.filled(document.credential.json, from: token), token: token.text)
    }

    /// A credential in the `vc` claim, with what only the claims around it say.
    static func filled(_ credential: JSONValue, from token: CompactToken) -> JSONValue {
        guard token.wrapper == .credential, credential.isObject else { return credential }
        var members: [(name: String, value: JSON)] = credential.members.map {
            ($0.name, .verbatim($0.value))
        }
        let claims = token.payload
        for (name, claim) in [("id", "jti"), ("issuer", "iss")] {
            guard credential[name] == nil, let text = claims[claim]?.string else { continue }
            members.append((name, .string(text)))
        }
        for (name, claim) in [("issuanceDate", "nbf"), ("expirationDate", "exp")] {
            guard credential[name] == nil, let number = claims[claim]?.numberText,
                let seconds = Int(number)
            else { continue }
            members.append((name, .string(Timestamp(seconds: seconds).description)))
        }
        guard members.count > credential.count else { return credential }
        let whole = try? JSONDocument(parsing: JSON.object(members).serialized())
        return whole?.root ?? credential
    }
}
