import CryptoExtras
import Crypto
import JOSE
import JSONText
import KeyMaterial
import Multiformat
import Testing

/// A key that signs with RSA outside of KeyMaterial, as a device would.
struct RSADevice: Signer {
    let key: _RSA.Signing.PrivateKey
    let publicKey: PublicKey
    let algorithm: SignatureAlgorithm

    init(_ algorithm: SignatureAlgorithm, bits: _RSA.Signing.KeySize = .bits2048) throws {
        key = try _RSA.Signing.PrivateKey(keySize: bits)
        self.algorithm = algorithm
        let numbers = try key.publicKey.getKeyPrimitives()
        publicKey = try PublicKey(
            rsaModulus: Array(numbers.modulus), exponent: Array(numbers.publicExponent))
    }

    func signature(of message: [UInt8]) throws(KeyError) -> [UInt8] {
        do {
            return Array(
                try key.signature(
                    for: SHA256.hash(data: message),
                    padding: algorithm == .PS256 ? .PSS : .insecurePKCS1v1_5
                ).rawRepresentation)
        } catch {
            throw .signingFailed("\(error)")
        }
    }
}

@Suite struct `Signatures of tokens` {
    @Test(arguments: [SignatureAlgorithm.RS256, .PS256])
    func `by RSA hold in their own padding and no other`(algorithm: SignatureAlgorithm) throws {
        let device = try RSADevice(algorithm)
        let bytes = try CompactJWS.sign(Array("{}".utf8), with: device)
        let jws = try CompactJWS(reading: bytes)
        #expect(jws.header.algorithm == algorithm)
        try jws.verify(with: device.publicKey)
        let other: SignatureAlgorithm = algorithm == .RS256 ? .PS256 : .RS256
        let renamed = token(
            header: #"{"alg":"\#(other.rawValue)"}"#, payload: "{}", signature: jws.signature)
        #expect(throws: JOSEError.signatureInvalid) {
            try CompactJWS(reading: renamed).verify(with: device.publicKey)
        }
        let cut = token(
            header: #"{"alg":"\#(algorithm.rawValue)"}"#, payload: "{}",
            signature: Array(jws.signature.dropLast()))
        #expect(throws: JOSEError.signatureInvalid) {
            try CompactJWS(reading: cut).verify(with: device.publicKey)
        }
    }

    @Test func `by a short RSA key are refused with the key they carry`() throws {
        let short = Base64URL.encode([UInt8](repeating: 0xC1, count: 128))
        let header = #"{"alg":"RS256","jwk":{"kty":"RSA","e":"AQAB","n":"\#(short)"}}"#
        #expect(throws: JOSEError.embeddedKey(.modulusTooShort(bits: 1_024))) {
            try CompactJWS(reading: token(header: header))
        }
    }

    /// CVE-2022-21449: a zero in either half.
    @Test(arguments: [KeyType.p256, .p384])
    func `of ECDSA with a zero in them fail`(type: KeyType) throws {
        let key = try PrivateKey.generate(type)
        let header = #"{"alg":"\#(key.algorithm.rawValue)"}"#
        let good = try key.signature(of: Array("x".utf8))
        let half = good.count / 2
        let zeros = [UInt8](repeating: 0, count: half)
        for signature in [zeros + good.suffix(half), good.prefix(half) + zeros, zeros + zeros] {
            let jws = try CompactJWS(
                reading: token(header: header, signature: Array(signature)))
            #expect(throws: JOSEError.signatureInvalid) { try jws.verify(with: key.publicKey) }
        }
    }

    @Test func `of ECDSA are r and s, and not DER`() throws {
        let key = P256.Signing.PrivateKey()
        let publicKey = try PublicKey(p256: Array(key.publicKey.rawRepresentation))
        let good = token(header: #"{"alg":"ES256"}"#, payload: "{}")
        let input = Array(good[..<(good.lastIndex(of: UInt8(ascii: ".")) ?? 0)])
        let signature = try key.signature(for: SHA256.hash(data: input))
        func check(_ signature: [UInt8]) throws {
            let bytes = token(
                header: #"{"alg":"ES256"}"#, payload: "{}", signature: signature)
            try CompactJWS(reading: bytes).verify(with: publicKey)
        }
        try check(Array(signature.rawRepresentation))
        #expect(throws: JOSEError.signatureInvalid) {
            try check(Array(signature.derRepresentation))
        }
        #expect(throws: JOSEError.signatureInvalid) {
            try check([0] + Array(signature.rawRepresentation))
        }
    }

    @Test(arguments: ["\u{20}", "\n", "=", "+", "/", "é"])
    func `and headers have one spelling only`(character: String) throws {
        let key = try PrivateKey.generate(.ed25519)
        let good = String(
            decoding: try CompactJWS.sign(Array("{}".utf8), with: key), as: UTF8.self)
        let parts = good.split(separator: ".")
        for index in parts.indices {
            var changed = parts.map(String.init)
            changed[index] += character
            #expect(throws: JOSEError.self) {
                try CompactJWS(reading: Array(changed.joined(separator: ".").utf8))
            }
        }
    }

    @Test func `do not read a payload beyond the limit`() {
        let text = [UInt8](repeating: UInt8(ascii: "A"), count: Limits.jsonBytes)
        #expect(throws: JOSEError.tooLong(limit: Limits.jsonBytes)) {
            try CompactJWS(reading: Array("e30.".utf8) + text + Array(".AA".utf8))
        }
    }
}
