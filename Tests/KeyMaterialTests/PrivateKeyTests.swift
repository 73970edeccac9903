import JSONText
import KeyMaterial
import TestSupport
import Testing

@Suite struct `Private keys` {
    /// RFC 8037 appendix A.1.
    static let jwk =
        #"{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","#
        + #""x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#

    @Test(arguments: [KeyType.ed25519, .p256, .p384])
    func `come back from the file they were written to`(type: KeyType) throws {
        let key = try PrivateKey.generate(type)
        let again = try PrivateKey(file: key.jwk(keyID: "k1").serialized(pretty: true))
        #expect(again.publicKey == key.publicKey)
        let signature = try again.signature(of: [1, 2, 3])
        #expect(
            key.publicKey.isValid(
                signature: signature, for: [1, 2, 3], algorithm: key.algorithm))
    }

    @Test func `are read from the JWK of RFC 8037`() throws {
        let key = try PrivateKey(jwk: json(Self.jwk))
        #expect(key.publicKey.thumbprint == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
    }

    @Test func `must belong to their public part`() throws {
        let other = try PrivateKey.generate(.ed25519).publicKey
        guard case .string(let x) = other.jwkMembers.first(where: { $0.name == "x" })?.value else {
            Issue.record("a key without x")
            return
        }
        let mixed = Self.jwk.replacing("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", with: x)
        #expect(throws: KeyError.partsDiffer) { try PrivateKey(jwk: json(mixed)) }
    }

    @Test func `are not made of public ones`() throws {
        let text = String(
            decoding: try PrivateKey.generate(.p256).publicKey.jwk.serialized(), as: UTF8.self)
        #expect(throws: KeyError.noPrivatePart) { try PrivateKey(jwk: json(text)) }
    }

    @Test func `do not show themselves`() throws {
        for type in [KeyType.ed25519, .p256, .p384] {
            let key = try PrivateKey.generate(type)
            guard case .object(let members) = key.jwk(),
                case .string(let secret)? = members.first(where: { $0.name == "d" })?.value
            else {
                Issue.record("a private JWK without d")
                continue
            }
            var dumped = ""
            dump(key, to: &dumped)
            for shown in [
                "\(key)", String(reflecting: key), dumped, "\([key])", "\(Optional(key) as Any)",
            ] {
                #expect(!shown.contains(secret))
                #expect(!shown.contains("rawRepresentation"))
            }
        }
        var dumped = ""
        dump(WrappingKey.generate(), to: &dumped)
        #expect(!dumped.contains("SymmetricKey"))
    }

    /// The published secret of the worked example has the public key behind its seed.
    @Test func `are read from a secretKeyMultibase in both lengths`() throws {
        let long =
            "zrv2bqTbNwCTsRrHFcJCPjVAduh4Ezcnoq1A3ZxH1GWTNkxipLVuaAoMFmze2gFN9oNXfJjufxSHWVZzsJiUsMHFMcx"
        #expect(
            try PrivateKey(secretMultibase: long).publicKey.multibase
                == "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi")
        let short = "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq"
        #expect(
            try PrivateKey(secretMultibase: short).publicKey.multibase
                == "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2")
    }
}

@Suite struct `Wrapped keys` {
    @Test func `open under their wrapping key and id, and no other`() throws {
        let key = try PrivateKey.generate(.ed25519)
        let wrapping = WrappingKey.generate()
        let wrapped = try WrappedKey(wrapping: key, keyID: "issuer-1", under: wrapping)
        #expect(try wrapped.unwrapped(under: wrapping).publicKey == key.publicKey)
        #expect(throws: KeyError.unwrappingFailed) {
            try wrapped.unwrapped(under: .generate())
        }
        let renamed = WrappedKey(keyID: "issuer-2", sealed: wrapped.sealed)
        #expect(throws: KeyError.unwrappingFailed) { try renamed.unwrapped(under: wrapping) }
        var altered = wrapped.sealed
        altered[20] ^= 1
        #expect(throws: KeyError.unwrappingFailed) {
            try WrappedKey(keyID: "issuer-1", sealed: altered).unwrapped(under: wrapping)
        }
        #expect(throws: KeyError.unwrappingFailed) {
            try WrappedKey(keyID: "issuer-1", sealed: []).unwrapped(under: wrapping)
        }
    }

    @Test func `are never the same twice`() throws {
        let key = try PrivateKey.generate(.p256)
        let wrapping = try WrappingKey([UInt8](repeating: 7, count: 32))
        let one = try WrappedKey(wrapping: key, keyID: "k", under: wrapping)
        let two = try WrappedKey(wrapping: key, keyID: "k", under: wrapping)
        #expect(one.sealed != two.sealed)
        #expect(throws: KeyError.wrongLength(expected: 32, found: 31)) {
            try WrappingKey([UInt8](repeating: 7, count: 31))
        }
    }
}
