import Credentials
import JSONText
import KeyMaterial

/// The registered claims that a token has beside its credential (JWT-06).
struct TokenClaims {
    let credential: Credential
    let request: TokenRequest

    func members() throws(IssuanceError) -> [(name: String, value: JSON)] {
        for name in ["iss", "sub", "nbf", "exp", "jti", "vc", "vp", "cnf", "_sd", "_sd_alg"] {
            guard let member = credential.json[name] else { continue }
            throw .notSignable("\"\(name)\" is a claim that the token itself makes", member.pointer)
        }
        let claims: [(String, JSON?)] = [
            ("iss", credential.issuerID.map { .string($0) }),
            ("jti", identifier(credential.json["id"])),
            ("nbf", credential.validFrom.map { .integer($0.seconds) }),
            ("sub", try subject()), ("exp", credential.validUntil.map { .integer($0.seconds) }),
            ("cnf", confirmation),
        ]
        return claims.compactMap { name, value in value.map { (name, $0) } }
    }

    /// JWT-07: Open Badges asks for `sub`; the final VC-JOSE-COSE does not.
    private func subject() throws(IssuanceError) -> JSON? {
        let id = credential.json["credentialSubject"]?.oneOrMore.lazy
            .compactMap { $0["id"] }.first
        guard id == nil, request.type == .plain, request.disclosure == nil else {
            return identifier(id)
        }
        throw .notSignable(
            "a JWT says in \"sub\" whom it is about, and the subject has no \"id\"; give it one "
                + "(\"urn:uuid:…\"), or take the type vc+jwt",
            credential.place.appending("credentialSubject"))
    }

    /// A claim would give away what its member may keep back.
    private func identifier(_ value: JSONValue?) -> JSON? {
        guard let value, let text = value.string else { return nil }
        let place = value.pointer.tokens
        let isConcealed = request.disclosure?.places.contains { place.starts(with: $0.tokens) }
        return isConcealed == true ? nil : .string(text)
    }

    private var confirmation: JSON? {
        request.disclosure?.holder.map { .object([("jwk", $0.jwk)]) }
    }
}
