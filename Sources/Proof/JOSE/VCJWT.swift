import DIDs
import JSONText

/// A credential inside a JWT, in either generation (JWT-15).
package struct VCJWT: Sendable {
    package enum Form: Hashable, Sendable {
        /// VCDM 2.0: the payload is the credential.
        case wholePayload
        /// VCDM 1.1: the claim `vc` is the credential.
        case credentialClaim
    }

    package let jws: CompactJWS
    /// The claims set: the payload, as its own document.
    package let payload: JSONDocument
    package let form: Form
    package let credential: JSONValue

    package init(_ jws: CompactJWS) throws(JOSEError) {
        let payload: JSONDocument
        do {
            payload = try JSONDocument(parsing: jws.payload)
        } catch {
            throw .notJSON(.payload, error)
        }
        try self.init(jws, payload: payload)
    }

    /// - Parameter payload: the claims that count: of an SD-JWT, those that are shown.
    package init(_ jws: CompactJWS, payload: JSONDocument) throws(JOSEError) {
        guard payload.root.isObject else { throw .notAnObject(.payload) }
        self.jws = jws
        self.payload = payload
        if let claim = payload.root["vc"] {
            guard claim.isObject else { throw .invalidCredentialClaim }
            form = .credentialClaim
            credential = claim
        } else {
            form = .wholePayload
            credential = payload.root
        }
    }

    package init(reading bytes: [UInt8]) throws(JOSEError) {
        try self.init(CompactJWS(reading: bytes))
    }

    package var issuer: Text? { claims["iss"]?.text }
    package var notBefore: DateTimeStamp? { claims["nbf"].flatMap(Self.time) }
    /// The end of validity that the token states (JWT-20).
    package var expires: DateTimeStamp? { claims["exp"].flatMap(Self.time) }

    var claims: JSONValue { payload.root }

    /// A NumericDate (RFC 7519 section 2): seconds, perhaps with a fraction, within years that a
    /// calendar has.
    static func time(_ value: JSONValue) -> DateTimeStamp? {
        guard let number = value.double, number.magnitude < 1e12 else { return nil }
        let whole = number.rounded(.down)
        let nanos = ((number - whole) * 1e9).rounded()
        return nanos < 1e9
            ? DateTimeStamp(seconds: Int64(whole), nanoseconds: Int32(nanos))
            : DateTimeStamp(seconds: Int64(whole) + 1)
    }
}
