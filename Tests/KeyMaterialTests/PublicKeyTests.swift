import JSONText
import KeyMaterial
import Multiformat
import TestSupport
import Testing

/// A JSON value of a test.
func json(_ text: String) throws -> JSONValue {
    try JSONDocument(parsing: Array(text.utf8)).root
}

func octets(_ hexadecimal: String) -> [UInt8] {
    let digits = hexadecimal.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    return stride(from: 0, to: digits.count - 1, by: 2).map {
        UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
}

@Suite struct `Public keys` {
    /// RFC 8037 appendix A.
    static let ed25519 =
        #"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#

    @Test func `have the thumbprint that RFC 8037 gives`() throws {
        let key = try PublicKey(jwk: json(Self.ed25519))
        #expect(key.type == .ed25519)
        #expect(
            key.octets
                == octets("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"))
        #expect(key.thumbprint == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
    }

    /// RFC 7638 section 3.1.
    @Test func `have the thumbprint that RFC 7638 gives`() throws {
        let modulus =
            "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc"
            + "_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YG"
            + "jQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdk"
            + "t-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnq"
            + "DKgw"
        let key = try PublicKey(jwk: json(#"{"kty":"RSA","n":"\#(modulus)","e":"AQAB"}"#))
        #expect(key.thumbprint == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs")
        #expect(try PublicKey(multibase: key.multibase) == key)
    }

    @Test(.enabled(if: Standards.present, "the standards folder is not here"))
    func `are the same as Multikey and as JWK, in the did:key vectors`() throws {
        var count = 0
        for file in ["nist-curves", "rsa", "ed25519-x25519"] {
            let bytes = try Standards.bytes("suites/did-key/test-vectors/\(file).json")
            for vector in try JSONDocument(parsing: bytes).root.members {
                let pair = vector.value["verificationMethod"] ?? vector.value["verificationKeyPair"]
                guard let jwk = vector.value["publicKeyJwk"] ?? pair?["publicKeyJwk"],
                    let curve = (jwk["crv"] ?? jwk["kty"])?.string, curve != "P-521"
                else { continue }
                let key = try PublicKey(jwk: jwk)
                #expect(key.didKey == vector.name)
                #expect(try PublicKey(multibase: String(vector.name.dropFirst(8))) == key)
                count += 1
            }
        }
        #expect(count >= 7)
    }

    @Test(.enabled(if: Standards.present, "the standards folder is not here"))
    func `are made from the seeds of the did:key vectors`() throws {
        let bytes = try Standards.bytes("suites/did-key/test-vectors/ed25519-x25519.json")
        for vector in try JSONDocument(parsing: bytes).root.members {
            guard let seed = vector.value["seed"]?.string else { continue }
            let key = try PrivateKey(type: .ed25519, secret: octets(seed))
            #expect(key.publicKey.didKey == vector.name)
        }
    }

    @Test(
        arguments: [
            (#"{"kty":"oct","k":"AQAB"}"#, KeyError.privateMember("k")),
            (
                #"{"kty":"OKP","crv":"Ed25519","d":"AA","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#,
                .privateMember("d")
            ),
            (#"{"kty":"OKP","crv":"X25519","x":"AA"}"#, .unsupportedCurve("X25519")),
            (#"{"kty":"EC","crv":"secp256k1","x":"AA"}"#, .unsupportedCurve("secp256k1")),
            (#"{"kty":"EC","crv":"Ed25519","x":"AA"}"#, .unsupportedCurve("Ed25519")),
            (#"{"kty":"okp"}"#, .unsupportedKeyType("okp")),
            (#"{"kty":7}"#, .invalidMember("kty")),
            (#"{}"#, .missingMember("kty")),
            (#"[]"#, .notAnObject),
            (#"{"kty":"OKP","crv":"Ed25519"}"#, .missingMember("x")),
            (#"{"kty":"OKP","crv":"Ed25519","x":"AA"}"#, .invalidMember("x")),
            (
                #"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURp"}"#,
                .invalidMember("x")
            ),
            (
                #"{"kty":"OKP","crv":"Ed25519","use":"enc","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#,
                .notForSignatures
            ),
            (
                #"{"kty":"OKP","crv":"Ed25519","key_ops":["sign"],"x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#,
                .notForSignatures
            ),
            (#"{"kty":"RSA","n":"AQAB","e":"AQAB"}"#, .modulusTooShort(bits: 17)),
            (#"{"kty":"RSA","n":"AAEB","e":"AQAB"}"#, .invalidMember("n")),
        ])
    func `are refused with the reason`(text: String, error: KeyError) throws {
        let value = try json(text)
        #expect(throws: error) { try PublicKey(jwk: value) }
    }

    @Test func `of RSA have bounds on both sides`() throws {
        func modulus(bits: Int) -> [UInt8] {
            [0x80] + [UInt8](repeating: 0, count: bits / 8 - 2) + [1]
        }
        let exponent: [UInt8] = [1, 0, 1]
        #expect(throws: Never.self) {
            try PublicKey(
                rsaModulus: modulus(bits: Limits.shortestRSAModulusBits), exponent: exponent)
        }
        #expect(throws: Never.self) {
            try PublicKey(
                rsaModulus: modulus(bits: Limits.longestRSAModulusBits), exponent: exponent)
        }
        #expect(throws: KeyError.modulusTooShort(bits: 2_040)) {
            try PublicKey(rsaModulus: modulus(bits: 2_040), exponent: exponent)
        }
        #expect(throws: KeyError.modulusTooLong(bits: 8_200)) {
            try PublicKey(rsaModulus: modulus(bits: 8_200), exponent: exponent)
        }
        for bad: [UInt8] in [[], [0], [1], [2], [0, 3], [1, 0, 0, 0, 1]] {
            #expect(throws: KeyError.badPublicExponent) {
                try PublicKey(rsaModulus: modulus(bits: 2_048), exponent: bad)
            }
        }
    }

    /// The eight points of small order, and spellings of points above the prime.
    @Test(
        arguments: [
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0000000000000000000000000000000000000000000000000000000000000080",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        ])
    func `of small order are refused`(hexadecimal: String) {
        #expect(throws: KeyError.smallOrder) { try PublicKey(ed25519: octets(hexadecimal)) }
    }

    @Test(
        arguments: [
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
            "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        ])
    func `with a second spelling are refused`(hexadecimal: String) {
        #expect(throws: KeyError.notOnCurve) { try PublicKey(ed25519: octets(hexadecimal)) }
    }

    @Test func `off the curve are refused`() throws {
        #expect(throws: KeyError.notOnCurve) {
            try PublicKey(p256: [UInt8](repeating: 1, count: 64))
        }
        #expect(throws: KeyError.notOnCurve) {
            try PublicKey(p384: [UInt8](repeating: 0, count: 96))
        }
    }

    @Test func `in a Multikey must be of a known kind and whole`() throws {
        let key = try PublicKey(jwk: json(Self.ed25519))
        #expect(key.multibase == "z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw")
        let encode = Multibase.base58btc.encode(_:) as ([UInt8]) -> String
        #expect(throws: KeyError.wrongLength(expected: 32, found: 31)) {
            try PublicKey(multibase: encode([0xED, 1] + key.octets.dropLast()))
        }
        #expect(throws: KeyError.notAPublicKey) {
            try PublicKey(multibase: encode([0x80, 0x26] + key.octets))
        }
        #expect(throws: KeyError.encoding(.unknownCodec(0xEC))) {
            try PublicKey(multibase: encode([0xEC, 1] + key.octets))
        }
        #expect(throws: KeyError.badRSAKeyEncoding) {
            try PublicKey(multibase: encode([0x85, 0x24, 0x30, 0x80, 0, 0]))
        }
    }
}
