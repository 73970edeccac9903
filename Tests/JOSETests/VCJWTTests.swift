import JOSE
import JSONText
import KeyMaterial
import TestSupport
import Testing

@Suite struct `Credentials in tokens` {
    static let credential =
        #""@context":["https://www.w3.org/ns/credentials/v2"],"id":"urn:uuid:1","#
        + #""issuer":{"id":"https://uni.example/1"},"validFrom":"2010-01-01T00:00:00Z","#
        + #""credentialSubject":{"id":"did:example:ada"}"#
    static let claims =
        #""iss":"https://uni.example/1","sub":"did:example:ada","nbf":1262304000,"#
        + #""jti":"urn:uuid:1""#

    private func read(_ payload: String) throws -> VCJWT {
        try VCJWT(reading: token(header: #"{"alg":"EdDSA"}"#, payload: payload))
    }

    private func requirements(_ payload: String, warnings: Bool = false) throws -> [String] {
        try read(payload).mismatches.filter { $0.isWarning == warnings }.map(\.requirement)
    }

    @Test func `are the whole payload, or its claim vc`() throws {
        let whole = try read("{\(Self.credential),\(Self.claims)}")
        #expect(whole.form == .wholePayload)
        #expect(whole.credential["id"]?.text == "urn:uuid:1")
        #expect(whole.mismatches.isEmpty)
        let first = Self.credential
            .replacing("ns/credentials/v2", with: "2018/credentials/v1")
            .replacing("validFrom", with: "issuanceDate")
        let claim = try read(#"{"vc":{\#(first)},\#(Self.claims)}"#)
        #expect(claim.form == .credentialClaim)
        #expect(claim.credential["id"]?.text == "urn:uuid:1")
        #expect(claim.mismatches.isEmpty)
    }

    @Test func `keep to the generation of their form`() throws {
        #expect(try requirements(#"{"vc":{\#(Self.credential)},\#(Self.claims)}"#) == ["JWT-15"])
        let first = Self.credential.replacing("ns/credentials/v2", with: "2018/credentials/v1")
        #expect(try requirements("{\(first),\(Self.claims)}") == ["JWT-15"])
    }

    @Test(
        arguments: [
            (#""iss":"https://uni.example/1""#, #""iss":"https://uni.example/2""#, "JWT-16"),
            (#""iss":"https://uni.example/1""#, #""iss":["https://uni.example/1"]"#, "JWT-16"),
            (#""sub":"did:example:ada""#, #""sub":"did:example:bob""#, "JWT-17"),
            (#""nbf":1262304000"#, #""nbf":1262304001"#, "JWT-18"),
            (#""nbf":1262304000"#, #""nbf":"1262304000""#, "JWT-18"),
            (#""nbf":1262304000"#, #""nbf":1e300"#, "JWT-18"),
            (#""jti":"urn:uuid:1""#, #""jti":"urn:uuid:2""#, "JWT-19"),
            (#""iss":"https://uni.example/1","#, "", "JWT-16"),
            (#""nbf":1262304000,"#, "", "JWT-18"), (#","jti":"urn:uuid:1""#, "", "JWT-19"),
            (#""sub":"did:example:ada""#, #""exp":"x","sub":"did:example:ada""#, "JWT-20"),
        ])
    func `must be borne out by each claim`(
        old: String, new: String, requirement: String
    ) throws {
        let claims = Self.claims.replacing(old, with: new)
        #expect(claims != Self.claims)
        #expect(try requirements("{\(Self.credential),\(claims)}") == [requirement])
    }

    /// JWT-21: real tokens leave out `sub`.
    @Test func `are only warned about without sub`() throws {
        let claims = Self.claims.replacing(#""sub":"did:example:ada","#, with: "")
        #expect(try requirements("{\(Self.credential),\(claims)}") == [])
        #expect(try requirements("{\(Self.credential),\(claims)}", warnings: true) == ["JWT-17"])
    }

    @Test func `end when the token ends`() throws {
        let jwt = try read("{\(Self.credential),\(Self.claims),\"exp\":1262304000.5}")
        #expect(jwt.expires?.seconds == 1_262_304_000)
        #expect(jwt.expires?.nanoseconds == 500_000_000)
        #expect(jwt.mismatches.isEmpty)
        #expect(try requirements("{\(Self.credential),\(Self.claims),\"exp\":\"1\"}") == ["JWT-20"])
    }

    @Test func `may state fractions that the claim cannot`() throws {
        let credential = Self.credential.replacing("00:00:00Z", with: "00:00:00.25Z")
        #expect(try requirements("{\(credential),\(Self.claims)}") == [])
    }

    @Test func `are refused where the payload is none`() {
        #expect(throws: JOSEError.notAnObject(.payload)) { try read("[]") }
        #expect(throws: JOSEError.invalidCredentialClaim) { try read(#"{"vc":"x"}"#) }
        #expect(throws: JOSEError.self) { try read("hello") }
    }

    @Test(.enabled(if: Standards.present, "the standards folder is not here"))
    func `of the official CLR sample verify with the key they carry`() throws {
        let bytes = try Standards.bytes("samples/clr20/validator/simple.jwt")
        let jwt = try VCJWT(reading: bytes)
        #expect(jwt.form == .credentialClaim)
        #expect(jwt.jws.header.algorithm == .RS256)
        #expect(jwt.mismatches.isEmpty)
        let key = try #require(jwt.jws.header.key)
        try jwt.jws.verify(with: key.key)
    }

    @Test(.enabled(if: Standards.present, "the standards folder is not here"))
    func `of the walt.id samples verify unless they were broken`() throws {
        let key = try PublicKey(multibase: "z6Mkp7AVwvWxnsNDuSSbf19sgKzrx223WY95AqZyAGifFVyV")
        for name in try Standards.files("samples/ob30/waltid", ending: ".jwt") {
            let jws = try CompactJWS(reading: Standards.bytes("samples/ob30/waltid/\(name)"))
            if name.contains("badsignature") {
                #expect(throws: JOSEError.signatureInvalid) { try jws.verify(with: key) }
            } else {
                try jws.verify(with: key)
            }
        }
    }
}
