import JOSE
import JSONText
import KeyMaterial
import Multiformat
import Testing

func json(_ text: String) throws -> JSONValue {
    try JSONDocument(parsing: Array(text.utf8)).root
}

/// A token of these parts, as they are.
func token(header: String, payload: String = "{}", signature: [UInt8] = [1]) -> [UInt8] {
    let parts = [Array(header.utf8), Array(payload.utf8), signature].map { Base64URL.encode($0) }
    return Array(parts.joined(separator: ".").utf8)
}

@Suite struct `Signed tokens of the RFCs` {
    static let payload =
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"

    /// RFC 7515 appendix A.2.
    static let rsaModulus =
        "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0B"
        + "m4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS"
        + "5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJ"
        + "H7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"
    static let rsaKey = #"{"kty":"RSA","n":"\#(rsaModulus)","e":"AQAB"}"#
    static let rsaSignature =
        "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2"
        + "Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSj"
        + "tQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvW"
        + "h6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw"

    /// RFC 7515 A.2 and A.3, RFC 8037 A.4.
    static let vectors: [(token: String, key: String)] = [
        ("eyJhbGciOiJSUzI1NiJ9.\(payload).\(rsaSignature)", rsaKey),
        (
            "eyJhbGciOiJFUzI1NiJ9.\(payload)."
                + "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q",
            #"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","#
                + #""y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"#
        ),
        (
            "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
                + "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg",
            #"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#
        ),
    ]

    @Test(arguments: vectors)
    func `hold under their key and no other`(token: String, key: String) throws {
        let jws = try CompactJWS(reading: Array(token.utf8))
        try jws.verify(with: PublicKey(jwk: json(key)))
        for other in Self.vectors where other.key != key {
            let key = try PublicKey(jwk: json(other.key))
            #expect(
                throws: JOSEError.algorithmNotForKey(jws.header.algorithm, key.type)
            ) { try jws.verify(with: key) }
        }
    }

    /// RFC 8037 A.4: Ed25519 signatures are deterministic.
    @Test func `are made again octet for octet`() throws {
        let key = try PrivateKey(
            jwk: json(
                #"{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","#
                    + #""x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#))
        let made = try CompactJWS.sign(Array("Example of Ed25519 signing".utf8), with: key)
        #expect(String(decoding: made, as: UTF8.self) == Self.vectors[2].token)
    }

    @Test(arguments: [KeyType.ed25519, .p256, .p384])
    func `are read back as they were made`(type: KeyType) throws {
        let key = try PrivateKey.generate(type)
        let bytes = try CompactJWS.sign(
            Array("{\"é\":1.0}".utf8),
            header: [("typ", "JWT"), ("kid", "did:example:1#k"), ("jwk", key.publicKey.jwk)],
            with: key)
        let jws = try CompactJWS(reading: bytes)
        try jws.verify(with: key.publicKey)
        #expect(jws.payload == Array("{\"é\":1.0}".utf8))
        #expect(jws.header.keyID == "did:example:1#k")
        #expect(jws.header.key?.key == key.publicKey)
        #expect(jws.header.additionalMembers.isEmpty)
        #expect(CompactJWS.looksLikeToken(bytes))
    }
}

@Suite struct `Hostile tokens` {
    @Test(
        arguments: [
            (#"{"alg":"none"}"#, JOSEError.unsecured), (#"{"alg":"None"}"#, .unsecured),
            (#"{"alg":"nOnE"}"#, .unsecured),
            (#"{"alg":"HS256"}"#, .symmetricAlgorithm("HS256")),
            (#"{"alg":"RS1"}"#, .unsupportedAlgorithm("RS1")),
            (#"{"alg":"es256"}"#, .unsupportedAlgorithm("es256")),
            (#"{"alg":"ES256K"}"#, .unsupportedAlgorithm("ES256K")),
            (#"{"alg":1}"#, .invalidHeader("alg")), (#"{}"#, .missingHeader("alg")),
            (#"[]"#, .notAnObject(.header)),
            (#"{"alg":"EdDSA","crit":["exp"],"exp":1}"#, .criticalExtensions(["exp"])),
            (#"{"alg":"EdDSA","crit":[]}"#, .invalidHeader("crit")),
            (#"{"alg":"EdDSA","crit":"exp"}"#, .invalidHeader("crit")),
            (#"{"alg":"EdDSA","b64":false,"crit":["b64"]}"#, .unencodedPayload),
            (#"{"alg":"EdDSA","b64":false}"#, .unencodedPayload),
            (#"{"alg":"EdDSA","jku":"https://a.example/k"}"#, .remoteKey(header: "jku")),
            (#"{"alg":"EdDSA","x5u":"https://a.example/k"}"#, .remoteKey(header: "x5u")),
            (#"{"alg":"EdDSA","kid":7}"#, .invalidHeader("kid")),
            (#"{"alg":"EdDSA","jwk":"k"}"#, .embeddedKey(.notAnObject)),
            (
                #"{"alg":"EdDSA","jwk":{"kty":"oct","k":"AA"}}"#,
                .embeddedKey(.privateMember("k"))
            ),
            (
                #"{"alg":"ES256","jwk":{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}}"#,
                .algorithmNotForKey(.ES256, .ed25519)
            ),
            (
                #"{"alg":"PS256","jwk":{"kty":"RSA","alg":"RS256","e":"AQAB","n":"\#(`Signed tokens of the RFCs`.rsaModulus)"}}"#,
                .algorithmNotForKey(.PS256, .rsa)
            ),
        ])
    func `are refused for their header`(header: String, error: JOSEError) {
        #expect(throws: error) { try CompactJWS(reading: token(header: header)) }
    }

    /// CVE-2015-9235 and its like: the public key as the shared secret.
    @Test func `do not turn an RSA key into a shared secret`() throws {
        let header = #"{"alg":"HS256","jwk":\#(`Signed tokens of the RFCs`.rsaKey)}"#
        #expect(throws: JOSEError.symmetricAlgorithm("HS256")) {
            try CompactJWS(reading: token(header: header))
        }
    }

    @Test func `say a name of the header once`() throws {
        let error = try #require(throws: JOSEError.self) {
            try CompactJWS(reading: token(header: #"{"alg":"EdDSA","alg":"none"}"#))
        }
        guard case .notJSON(.header, let reason) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(reason.reason == .duplicateKey("alg"))
    }

    @Test(arguments: ["", ".", "..", "a.b", "a.b.c.d", "a.b.c.d.e.f.g.h"])
    func `are not tokens in another number of parts`(text: String) {
        #expect(throws: JOSEError.self) { try CompactJWS(reading: Array(text.utf8)) }
    }

    @Test(arguments: [KeyType.p256, .p384, .ed25519])
    func `do not pass with a signature of zeros`(type: KeyType) throws {
        let key = try PrivateKey.generate(type)
        let size = type == .p384 ? 96 : 64
        for signature in [[UInt8](repeating: 0, count: size), []] {
            let jws = try CompactJWS(
                reading: token(
                    header: #"{"alg":"\#(key.algorithm.rawValue)"}"#, signature: signature))
            #expect(throws: JOSEError.signatureInvalid) { try jws.verify(with: key.publicKey) }
        }
    }

    @Test func `have one spelling only`() throws {
        let key = try PrivateKey.generate(.ed25519)
        let good = String(
            decoding: try CompactJWS.sign(Array("{}".utf8), with: key), as: UTF8.self)
        _ = try CompactJWS(reading: Array(good.utf8))
        #expect(throws: JOSEError.notBase64URL(.signature, .invalidCharacter(offset: 86))) {
            try CompactJWS(reading: Array((good + "=").utf8))
        }
        #expect(throws: JOSEError.notBase64URL(.signature, .invalidCharacter(offset: 86))) {
            try CompactJWS(reading: Array((good + "\n").utf8))
        }
        // The last of 86 characters carries four unused bits.
        let last = try #require(good.utf8.last)
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        let value = try #require(alphabet.firstIndex(of: last))
        let altered = Array(good.utf8.dropLast()) + [alphabet[value ^ 1]]
        #expect(throws: JOSEError.notBase64URL(.signature, .nonCanonical)) {
            try CompactJWS(reading: altered)
        }
    }

    @Test func `with a key of their own must be checked with that one`() throws {
        let key = try PrivateKey.generate(.ed25519)
        let other = try PrivateKey.generate(.ed25519)
        let bytes = try CompactJWS.sign(
            Array("{}".utf8), header: [("jwk", other.publicKey.jwk)], with: key)
        let jws = try CompactJWS(reading: bytes)
        #expect(throws: JOSEError.keysDiffer) { try jws.verify(with: key.publicKey) }
        #expect(throws: JOSEError.signatureInvalid) { try jws.verify(with: other.publicKey) }
    }

    @Test func `with a header out of proportion are refused before it is read`() {
        func header(_ length: Int) -> [UInt8] {
            token(header: #"{"alg":"EdDSA","x":"\#(String(repeating: "a", count: length))"}"#)
        }
        #expect(throws: Never.self) {
            try CompactJWS(reading: header(Limits.joseHeaderBytes - 40))
        }
        #expect(throws: JOSEError.headerTooLong(limit: Limits.joseHeaderBytes)) {
            try CompactJWS(reading: header(Limits.joseHeaderBytes + 40))
        }
    }

    @Test func `name what else stands in the header`() throws {
        let jws = try CompactJWS(
            reading: token(header: #"{"alg":"EdDSA","x5c":["AA"],"cty":"vc"}"#))
        #expect(jws.header.additionalMembers == ["x5c", "cty"])
    }
}
