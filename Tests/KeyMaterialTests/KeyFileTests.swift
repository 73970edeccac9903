import JSONText
import Multiformat
import Testing

@testable import KeyMaterial

@Suite struct `Key files` {
    private func read(_ text: String) throws(KeyError) -> KeyFile {
        try KeyFile(reading: Array(text.utf8))
    }

    private func secret(_ text: String) throws -> PrivateKey {
        try PrivateKey(file: Array(text.utf8))
    }

    @Test(arguments: [
        (KeySamples.ed25519, KeySamples.ed25519Public, KeyType.ed25519),
        (KeySamples.p256, KeySamples.p256Public, .p256),
        (KeySamples.p384, KeySamples.p384Public, .p384),
        (KeySamples.rsa, KeySamples.rsaPublic, .rsa),
    ])
    func `in PEM come back as OpenSSL wrote them`(
        secretText: String, openText: String, type: KeyType
    ) throws {
        let key = try secret(secretText)
        let open = try read(openText)
        #expect(key.publicKey.type == type)
        #expect(open.publicKey == key.publicKey)
        #expect(key.pem == secretText + "\n")
        #expect(open.publicKey.pem == openText + "\n")
        guard case .open = open else {
            Issue.record("a public key read as a private one")
            return
        }
    }

    @Test(arguments: KeyType.allCases)
    func `come back in every form`(type: KeyType) throws {
        let key = type == .rsa ? try secret(KeySamples.rsa) : try PrivateKey.generate(type)
        for form in [
            key.jwk().serialized(), key.jwk().serialized(pretty: true), Array(key.pem.utf8),
            key.pkcs8, Array(key.pem.replacing("\n", with: "\r\n").utf8),
        ] {
            #expect(try PrivateKey(file: form).publicKey == key.publicKey)
        }
        let open = key.publicKey
        for form in [
            open.jwk.serialized(), Array(open.pem.utf8), open.publicKeyInfo,
            Array((open.multibase + "\n").utf8),
        ] {
            #expect(try KeyFile(reading: form).publicKey == open)
            #expect(throws: KeyError.noPrivatePart) { try PrivateKey(file: form) }
        }
        guard type != .rsa else { return }
        let multibase = try key.secretMultibase
        #expect(try secret(multibase).publicKey == open)
        let object: JSON = [
            "type": "Multikey", "publicKeyMultibase": .string(open.multibase),
            "secretKeyMultibase": .string(multibase),
        ]
        #expect(try PrivateKey(file: object.serialized()).publicKey == open)
    }

    @Test func `may be PKCS 1 or SEC 1 in PEM`() throws {
        #expect(
            try secret(KeySamples.rsaTraditional).publicKey == secret(KeySamples.rsa).publicKey)
        #expect(
            try secret(KeySamples.p256Traditional).publicKey
                == secret(KeySamples.p256).publicKey)
        #expect(
            try secret(KeySamples.p384Traditional).publicKey
                == secret(KeySamples.p384).publicKey)
    }

    @Test func `may hold a compressed point`() throws {
        #expect(
            try read(KeySamples.p256Compressed).publicKey == secret(KeySamples.p256).publicKey)
    }

    @Test func `may say the public key as well, and it must be the right one`() throws {
        let both = KeySamples.ed25519WithPublicKey
        #expect(try secret(both).publicKey == secret(KeySamples.ed25519).publicKey)
        let other = both.replacing(
            "Z9w7lshQhqowtrbLDFw4rXAxZuE=", with: "Z9w7lshQhqowtrbLDFw4rXAxZuA=")
        #expect(throws: KeyError.self) { try secret(other) }
        let key = try PrivateKey.generate(.p256)
        let another = try PrivateKey.generate(.p256)
        let mixed = key.pkcs8.dropLast(64) + another.publicKey.octets
        #expect(throws: KeyError.partsDiffer) { try PrivateKey(pkcs8: Array(mixed)) }
        let object: JSON = [
            "publicKeyMultibase": .string(another.publicKey.multibase),
            "secretKeyMultibase": .string(try key.secretMultibase),
        ]
        #expect(throws: KeyError.partsDiffer) { try PrivateKey(file: object.serialized()) }
    }

    @Test(arguments: [
        (KeySamples.p256Encrypted, KeyError.encrypted),
        (
            """
            -----BEGIN RSA PRIVATE KEY-----
            Proc-Type: 4,ENCRYPTED
            DEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF

            AAAA
            -----END RSA PRIVATE KEY-----
            """, .encrypted
        ),
        (KeySamples.p521, .unsupportedKeyType("P-521")),
        (
            """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VuAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
            -----END PUBLIC KEY-----
            """, .unsupportedKeyType("X25519")
        ),
        (
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
            .unsupportedPEM("CERTIFICATE")
        ),
        ("-----BEGIN PRIVATE KEY-----\nAAAA\n", .badPEM(.noEnd)),
        ("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PUBLIC KEY-----", .badPEM(.noEnd)),
        ("-----BEGIN PRIVATE KEY-----\nA?AA\n-----END PRIVATE KEY-----", .badPEM(.notBase64)),
        (KeySamples.ed25519 + "\n" + KeySamples.ed25519, .badPEM(.several)),
        (KeySamples.ed25519 + "\nand more", .badPEM(.several)),
        ("-----BEGIN ", .badPEM(.several)),
        (
            "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
            .badContainer(.pkcs8)
        ),
        (
            "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
            .badContainer(.publicKeyInfo)
        ),
        (
            "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----",
            .badContainer(.sec1)
        ),
        (
            "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----",
            .badContainer(.pkcs1)
        ),
        ("", .unknownForm), ("hello", .unknownForm), ("[]", .unknownForm),
        ("z6Mk z6Mk", .unknownForm), ("z", .encoding(.truncatedVarint)),
        ("{}", .missingMember("kty")),
    ])
    func `of other kinds are refused with the reason`(text: String, error: KeyError) {
        #expect(throws: error) { try read(text) }
        #expect(!error.description.isEmpty)
    }

    @Test func `in DER have one spelling`() throws {
        let der = try PrivateKey.generate(.ed25519).pkcs8
        #expect(throws: KeyError.badContainer(.pkcs8)) { try PrivateKey(pkcs8: der + [0]) }
        let long = [der[0], 0x81, der[1]] + der.dropFirst(2)
        #expect(throws: KeyError.badContainer(.pkcs8)) { try PrivateKey(pkcs8: long) }
        for length in der.indices {
            #expect(throws: KeyError.self) { try PrivateKey(pkcs8: Array(der.prefix(length))) }
        }
        for index in der.indices.dropLast(32) {
            var altered = der
            altered[index] ^= 1
            #expect(throws: KeyError.self) { try KeyFile(reading: altered) }
        }
    }

    @Test(
        arguments: [
            [2, 1, 0x80], [2, 2, 0, 1], [2, 0], [2, 1], [2, 0x81, 1, 1], [2, 0x80, 1, 0, 0],
            [2, 0x85, 0, 0, 0, 0, 1, 1], [3, 1, 1], [2, 0x82, 0, 1, 1],
        ] as [[UInt8]])
    func `have no number of a second spelling`(octets: [UInt8]) {
        var reader = DERReader(octets)
        #expect(reader.integer() == nil)
    }

    /// A P-256 key says its public part as well, so that no bit of it is free.
    @Test func `with a bit changed anywhere are refused`() throws {
        let der = try PrivateKey.generate(.p256).pkcs8
        for index in der.indices {
            for bit in 0..<8 {
                var altered = der
                altered[index] ^= 1 << UInt8(bit)
                #expect(throws: KeyError.self, "\(index) \(bit)") {
                    try PrivateKey(file: altered)
                }
            }
        }
    }

    @Test func `cut off anywhere are refused`() throws {
        for text in [KeySamples.rsaTraditional, KeySamples.p384, KeySamples.rsaPublic] {
            let octets = try PEM(reading: Array(text.utf8)).octets
            for length in octets.indices {
                #expect(throws: KeyError.self) {
                    try KeyFile(reading: Array(octets.prefix(length)))
                }
            }
            for length in stride(from: 0, to: text.utf8.count, by: 7) {
                #expect(throws: KeyError.self) { try read(String(text.prefix(length))) }
            }
        }
    }

    @Test func `are read up to their limit`() throws {
        let key = try PrivateKey.generate(.ed25519)
        let file = key.jwk().serialized()
        let room = Limits.keyFileBytes - file.count
        let full = [UInt8](repeating: 0x20, count: room) + file
        #expect(try PrivateKey(file: full).publicKey == key.publicKey)
        #expect(throws: KeyError.fileTooLarge(limit: Limits.keyFileBytes)) {
            try PrivateKey(file: [0x20] + full)
        }
    }
}
