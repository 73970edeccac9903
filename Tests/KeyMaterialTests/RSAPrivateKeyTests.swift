import JSONText
import Multiformat
import TestSupport
import Testing

@testable import KeyMaterial

@Suite struct `RSA private keys` {
    static let key = try? PrivateKey(file: Array(KeySamples.rsa.utf8))

    private func key() throws -> PrivateKey { try #require(Self.key) }

    private func members() throws -> [(name: String, value: JSON)] {
        guard case .object(let members) = try key().jwk() else { return [] }
        return members
    }

    /// The JWK with one of its numbers put in another's place.
    private func jwk(replacing name: String, with value: JSON?) throws -> JSONValue {
        let members = try members().compactMap { member -> (name: String, value: JSON)? in
            guard member.name == name else { return member }
            return value.map { (name, $0) }
        }
        return try JSONDocument(parsing: JSON.object(members).serialized()).root
    }

    @Test func `sign RS256 as OpenSSL does`() throws {
        let signature = try key().signature(of: Array("message".utf8))
        #expect(Base64.encode(signature) == KeySamples.rsaSignature)
    }

    @Test(arguments: [SignatureAlgorithm.RS256, .PS256])
    func `sign for their message and algorithm alone`(algorithm: SignatureAlgorithm) throws {
        let key = try key().signing(with: algorithm)
        let message = Array("message".utf8)
        let signature = try key.signature(of: message)
        #expect(key.algorithm == algorithm)
        for other in SignatureAlgorithm.allCases {
            let holds = key.publicKey.isValid(
                signature: signature, for: message, algorithm: other)
            #expect(holds == (other == algorithm))
        }
        #expect(
            !key.publicKey.isValid(
                signature: signature, for: message + [0], algorithm: algorithm))
        for index in [0, 1, 100, signature.count - 1] {
            var altered = signature
            altered[index] ^= 1
            #expect(
                !key.publicKey.isValid(
                    signature: altered, for: message, algorithm: algorithm))
        }
    }

    @Test func `do not sign with another type's algorithm`() throws {
        #expect(throws: KeyError.algorithmNotForKey(.ES256, .rsa)) {
            try key().signing(with: .ES256)
        }
        #expect(throws: KeyError.algorithmNotForKey(.PS256, .ed25519)) {
            try PrivateKey.generate(.ed25519).signing(with: .PS256)
        }
    }

    @Test func `are made, written and read again`() throws {
        let key = try PrivateKey.generate(.rsa, bits: 2_048)
        let again = try PrivateKey(file: key.jwk(keyID: "k").serialized(pretty: true))
        #expect(again.publicKey == key.publicKey)
        #expect(again.algorithm == .RS256)
        #expect(try again.signature(of: [1]) == key.signature(of: [1]))
        let other = try key.signing(with: .PS256)
        #expect(try PrivateKey(file: other.jwk().serialized()).algorithm == .PS256)
    }

    @Test func `are made between the bounds and in steps`() {
        #expect(throws: KeyError.modulusTooShort(bits: 1_024)) {
            try PrivateKey.generate(.rsa, bits: 1_024)
        }
        #expect(throws: KeyError.modulusTooLong(bits: 8_320)) {
            try PrivateKey.generate(.rsa, bits: 8_320)
        }
        #expect(throws: KeyError.oddModulusLength(bits: 2_050)) {
            try PrivateKey.generate(.rsa, bits: 2_050)
        }
    }

    @Test(arguments: RSAPrivateNumbers.names)
    func `have every number, and the right one`(name: String) throws {
        let missing = try jwk(replacing: name, with: nil)
        let reason: KeyError = name == "d" ? .noPrivatePart : .missingMember(name)
        #expect(throws: reason) { try PrivateKey(jwk: missing) }
        for foreign in try members().map(\.name) where RSAPrivateNumbers.names.contains(foreign) {
            guard foreign != name, let value = try members().first(where: { $0.name == foreign })
            else { continue }
            let mixed = try jwk(replacing: name, with: value.value)
            #expect(throws: KeyError.partsDiffer) { try PrivateKey(jwk: mixed) }
        }
        for empty in ["", "AA", "?"] {
            let value = try jwk(replacing: name, with: .string(empty))
            #expect(throws: KeyError.invalidMember(name)) { try PrivateKey(jwk: value) }
        }
    }

    @Test func `must belong to their modulus and exponent`() throws {
        let other = try PrivateKey.generate(.rsa, bits: 2_048)
        guard case .object(let members) = other.publicKey.jwk,
            let modulus = members.first(where: { $0.name == "n" })
        else { return }
        let mixed = try jwk(replacing: "n", with: modulus.value)
        #expect(throws: KeyError.partsDiffer) { try PrivateKey(jwk: mixed) }
        let three = try jwk(replacing: "e", with: "Aw")
        #expect(throws: KeyError.partsDiffer) { try PrivateKey(jwk: three) }
    }

    @Test func `have two primes, and an algorithm that is theirs`() throws {
        let text = String(decoding: try key().jwk().serialized(), as: UTF8.self)
        let three = text.replacing("{\"e\"", with: "{\"oth\":[],\"e\"")
        #expect(throws: KeyError.invalidMember("oth")) { try PrivateKey(jwk: json(three)) }
        let foreign = text.replacing("RS256", with: "ES256")
        #expect(throws: KeyError.invalidMember("alg")) { try PrivateKey(jwk: json(foreign)) }
    }

    @Test func `do not show themselves`() throws {
        var dumped = ""
        dump(try key(), to: &dumped)
        for shown in ["\(try key())", String(reflecting: try key()), dumped] {
            for (name, value) in try members() where RSAPrivateNumbers.names.contains(name) {
                guard case .string(let secret) = value else { continue }
                #expect(!shown.contains(secret))
            }
        }
    }

    @Test func `have no Multikey`() throws {
        #expect(throws: KeyError.noSuchForm(.rsa)) { try key().secretMultibase }
    }

    /// The second vector pads its private numbers, which RFC 7515 section 2 rules out.
    @Test(.enabled(if: Standards.present, "the standards folder is not here"))
    func `are read from the did:key vectors`() throws {
        let bytes = try Standards.bytes("suites/did-key/test-vectors/rsa.json")
        let vectors = Array(try JSONDocument(parsing: bytes).root.members)
        let keys = try vectors.map { try #require($0.value["privateKeyJwk"]) }
        #expect(keys.count == 2)
        #expect(try PrivateKey(jwk: keys[0]).publicKey.didKey == vectors[0].name)
        #expect(throws: KeyError.invalidMember("d")) { try PrivateKey(jwk: keys[1]) }
        var unpadded = String(decoding: keys[1].bytes, as: UTF8.self)
        unpadded.replace("=", with: "")
        #expect(try PrivateKey(jwk: json(unpadded)).publicKey.didKey == vectors[1].name)
    }
}
