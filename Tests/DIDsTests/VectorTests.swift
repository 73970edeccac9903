import DIDs
import JSONText
import KeyMaterial
import Multiformat
import TestSupport
import Testing

@Suite(.enabled(if: Standards.present, "the standards folder is not here"))
struct `The vectors of did:key` {
    private static func vectors(_ file: String) throws -> [JSONValue.Member] {
        Array(
            try JSONDocument(
                parsing: Standards.bytes("suites/did-key/test-vectors/\(file).json")
            ).root.members)
    }

    /// The DID, and what stands in its document under the purposes that are known here.
    @Test(arguments: [("ed25519-x25519", 5), ("nist-curves", 5), ("rsa", 2)])
    func `of supported keys resolve to their documents`(file: String, count: Int) async throws {
        var resolved = 0
        for vector in try Self.vectors(file) where !vector.name.hasPrefix("did:key:z2J9") {
            let did = Text(vector.name)
            let document = try await KeyResolver(source: NoDocuments()).document(of: did)
            let expected = try #require(vector.value["didDocument"])
            let method = try #require(document.methods.first)
            #expect(document.id == expected["id"]?.text)
            #expect(method.controller == did)
            let own = expected["verificationMethod"]?.oneOrMore.first
            #expect(
                FragmentReference.resolve(try #require(own?["id"]?.text), against: did) == method.id
            )
            if let jwk = own?["publicKeyJwk"] {
                #expect(try PublicKey(jwk: jwk) == method.publicKey)
            } else if let digits = own?["publicKeyBase58"]?.string {
                let octets = try Base58BTC.decode(digits)
                let multikey = Multibase.base58btc.encode(
                    (method.publicKey.type == .ed25519 ? Multicodec.ed25519Public : .p256Public)
                        .encode(octets))
                #expect(multikey == method.publicKey.multibase)
            }
            for purpose in [VerificationPurpose.assertionMethod, .authentication] {
                let isListed = expected[purpose.rawValue]?.oneOrMore.isEmpty == false
                #expect(document.purposes(of: method.id).contains(purpose) == isListed)
            }
            resolved += 1
        }
        #expect(resolved == count)
    }

    @Test(arguments: [
        ("secp256k1", "secp256k1"), ("bls12381", "BLS12-381"), ("nist-curves", "P-521"),
    ])
    func `of other keys are refused by name`(file: String, name: String) async throws {
        var refused = 0
        for vector in try Self.vectors(file) {
            let isOther = file != "nist-curves" || vector.name.hasPrefix("did:key:z2J9")
            guard isOther else { continue }
            guard case .unusableDIDKey(let did, let error) = await failure(Text(vector.name)) else {
                Issue.record("\(vector.name) was not refused as a key")
                continue
            }
            #expect(did == Text(vector.name))
            #expect("\(error)".contains(name))
            refused += 1
        }
        #expect(refused >= 2)
    }
}

@Suite(.enabled(if: Standards.present, "the standards folder is not here"))
struct `The documents of did:web` {
    @Test(arguments: ["oidf", "legacy"])
    func `are found by their URL and give their key`(name: String) async throws {
        let bytes = try Standards.bytes("suites/did-web/dcc/\(name)/did.json")
        let did = "did:web:digitalcredentials.github.io:vc-test-fixtures:dids:\(name)"
        let url = "https://digitalcredentials.github.io/vc-test-fixtures/dids/\(name)/did.json"
        let multibase = "z6MkjXe1vZvPRqFuc9nRBtZ3e1Y9XKDFSbjFAfzLfW2bD6cZ"
        let key = try await found(
            Text("\(did)#\(multibase)"), [Text(url): String(decoding: bytes, as: UTF8.self)])
        #expect(key.publicKey.multibase == multibase)
        #expect(key.speaksFor == Text(did))
    }
}
