import JSONText
import KeyMaterial
import TestSupport
import Testing

@Suite struct `Signatures` {
    static let message = Array("message".utf8)

    /// RFC 8032 section 7.1, tests 1 to 3.
    @Test(
        arguments: [
            (
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "",
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
            ),
            (
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "72",
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
            ),
            (
                "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "af82",
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
            ),
        ])
    func `of Ed25519 are those of RFC 8032`(
        seed: String, message: String, signature: String
    ) throws {
        let key = try PrivateKey(type: .ed25519, secret: octets(seed))
        let made = try key.signature(of: octets(message))
        #expect(made == octets(signature))
        #expect(
            key.publicKey.isValid(signature: made, for: octets(message), algorithm: .EdDSA))
    }

    @Test(arguments: [KeyType.ed25519, .p256, .p384])
    func `hold for their message and key, and for nothing else`(type: KeyType) throws {
        let key = try PrivateKey.generate(type)
        let other = try PrivateKey.generate(type)
        let signature = try key.signature(of: Self.message)
        let algorithm = key.algorithm
        func holds(_ signature: [UInt8], _ message: [UInt8], _ key: PublicKey) -> Bool {
            key.isValid(signature: signature, for: message, algorithm: algorithm)
        }
        #expect(holds(signature, Self.message, key.publicKey))
        #expect(!holds(signature, Self.message + [0], key.publicKey))
        #expect(!holds(signature, Self.message, other.publicKey))
        #expect(!holds([], Self.message, key.publicKey))
        #expect(!holds(signature + [0], Self.message, key.publicKey))
        #expect(!holds(Array(signature.dropLast()), Self.message, key.publicKey))
        for index in signature.indices {
            var altered = signature
            altered[index] ^= 1
            #expect(!holds(altered, Self.message, key.publicKey))
        }
    }

    @Test(arguments: [KeyType.ed25519, .p256, .p384])
    func `with zeros in them never hold`(type: KeyType) throws {
        let key = try PrivateKey.generate(type)
        let signature = try key.signature(of: Self.message)
        let half = signature.count / 2
        let zeros = [UInt8](repeating: 0, count: half)
        for forged in [
            zeros + zeros, zeros + signature.suffix(half), signature.prefix(half) + zeros,
        ] {
            #expect(
                !key.publicKey.isValid(
                    signature: forged, for: Self.message, algorithm: key.algorithm))
        }
    }

    /// RFC 8032 section 5.1.7: S is below the order of the group.
    @Test func `of Ed25519 have no second form`() throws {
        let key = try PrivateKey.generate(.ed25519)
        var signature = try key.signature(of: Self.message)
        let order = octets("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010")
        var carry = 0
        for index in 0..<32 {
            carry += Int(signature[32 + index]) + Int(order[index])
            signature[32 + index] = UInt8(carry & 0xFF)
            carry >>= 8
        }
        #expect(
            !key.publicKey.isValid(signature: signature, for: Self.message, algorithm: .EdDSA))
    }

    @Test func `of one algorithm are not tried with another's key`() throws {
        for type in [KeyType.ed25519, .p256, .p384] {
            let key = try PrivateKey.generate(type)
            let signature = try key.signature(of: Self.message)
            for algorithm in SignatureAlgorithm.allCases {
                #expect(
                    key.publicKey.isValid(
                        signature: signature, for: Self.message, algorithm: algorithm)
                        == (algorithm == key.algorithm))
            }
        }
    }
}
