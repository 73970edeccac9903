import Credentials
import DIDs
import Issuance
import JOSE
import JSONText
import KeyMaterial
import Multiformat
import Testing

@testable import Verification

@Suite struct `A token that is taken for another` {
    private func course(_ change: (String) -> String = { $0 }) async throws -> String {
        let jws = try CompactJWS(reading: try await Fixture.token())
        return change(Fixture.text(jws.payload))
    }

    @Test(arguments: [
        "kb+jwt", "statuslist+jwt", "at+jwt", "dpop+jwt", "application/kb+jwt", "vp+jwt",
        "vc+sd-jwt", "sd-jwt", "JWT ", "",
    ])
    func `is refused for its type`(typ: String) async throws {
        let verdict = await Fixture.verify(try Fixture.signed(try await course(), typ: typ))
        #expect(verdict.problems == ["purpose.wrong"])
    }

    @Test(arguments: ["JWT", "jwt", "vc+jwt", "VC+JWT", "application/vc+jwt", "vc+ld+jwt", nil])
    func `is none under the names of credentials`(typ: String?) async throws {
        let verdict = await Fixture.verify(try Fixture.signed(try await course(), typ: typ))
        #expect(verdict.problems == [])
    }

    @Test func `is refused where it carries a presentation as a credential`() async throws {
        let presentation = """
            {"@context": ["https://www.w3.org/ns/credentials/v2"], "type": "VerifiablePresentation"}
            """
        let verdict = await Fixture.verify(try Fixture.signed(presentation, typ: "vc+jwt"))
        #expect(verdict.problems == ["purpose.wrong"])
    }

    @Test(arguments: [
        (#""vc":{}"#, "vc+jwt"), (#""vp":{}"#, "vc+jwt"), (#""vc":"x","vp":"y""#, "vc+jwt"),
        (#""vc":{},"vp":{}"#, "JWT"), (#""vc":"x""#, "JWT"),
    ])
    func `is refused where programs could read two things in it`(
        claims: String, typ: String
    ) async throws {
        let text = try await course { $0.replacing(#""iss":"#, with: claims + #","iss":"#) }
        let verdict = await Fixture.verify(try Fixture.signed(text, typ: typ))
        #expect(verdict.problems.contains("purpose.wrong"))
        #expect(verdict.verdict == .failed)
    }

    /// A status list token (IETF) says something of places on a list, and of nobody's learning.
    @Test func `is no credential as a status list token`() async throws {
        let text = #"{"sub":"https://x.example/1","iat":1,"status_list":{"bits":1,"lst":"eNo"}}"#
        let verdict = await Fixture.verify(try Fixture.signed(text, typ: "statuslist+jwt"))
        #expect(verdict.verdict == .failed)
        #expect(verdict.problems.contains("purpose.wrong"))
        #expect(verdict.problems.contains("type.missing"))
    }

    @Test func `is not its issuer's under another issuer's key`() async throws {
        let text = try await course()
        let other = try Fixture.signed(text, typ: "JWT", key: 2)
        let verdict = await Fixture.verify(other)
        #expect(verdict.problems == ["controller.not-the-issuer"])
        #expect(verdict.outcome(.proof) == .passed)
    }

    /// `x5c` could name a chain of anybody's; it decides nothing.
    @Test func `passes over a certificate in its header`() async throws {
        let verdict = await Fixture.verify(
            try Fixture.signed(try await course(), header: [("x5c", ["AAAA"])]))
        #expect(verdict.problems == [])
        #expect(verdict.codes.contains("shape.jwt-claim-tolerated"))
    }
}

@Suite struct `A hostile token` {
    private func parts() async throws -> [String] {
        Fixture.text(try await Fixture.token()).split(separator: ".").map(String.init)
    }

    private func verify(header: String, _ rest: [String]) async -> Verdict {
        let text = ([Base64URL.encode(Array(header.utf8))] + rest).joined(separator: ".")
        return await Fixture.verify(Array(text.utf8))
    }

    @Test(arguments: [
        (#"{"alg":"none"}"#, "proof.algorithm-refused"),
        (#"{"alg":"HS256"}"#, "proof.algorithm-refused"),
        (#"{"alg":"EdDSA","alg":"none"}"#, "readable.malformed-jwt"),
        (#"{"alg":"EdDSA","b64":false,"crit":["b64"]}"#, "proof.header-refused"),
        (#"{"alg":"EdDSA","jku":"https://x.example/"}"#, "proof.header-refused"),
        (#"{"alg":"EdDSA","x5u":"https://x.example/"}"#, "proof.header-refused"),
        (#"{"alg":"EdDSA","crit":["x"],"x":1}"#, "proof.header-refused"),
        (#"{"alg":"EdDSA"}"#, "proof.malformed"), (#"{"alg":1}"#, "proof.malformed"),
        (#"{}"#, "readable.not-json"), (#"[]"#, "readable.not-json"),
        (#"{"alg":"ES512"}"#, "proof.none-supported"),
    ])
    func `is refused for its header`(header: String, code: String) async throws {
        let rest = try await Array(parts().dropFirst())
        for signature in [rest[1], ""] {
            let verdict = await verify(header: header, [rest[0], signature])
            #expect(verdict.problems.contains(code), "\(verdict.problems)")
            #expect(verdict.verdict != .verified)
        }
    }

    @Test(arguments: [
        "", "AA", String(repeating: "A", count: 86), String(repeating: "A", count: 128),
    ])
    func `is refused for its signature`(signature: String) async throws {
        let parts = try await parts()
        let text = [parts[0], parts[1], signature].joined(separator: ".")
        #expect(
            await Fixture.verify(Array(text.utf8)).problems == ["proof.signature-invalid"])
    }

    /// Whatever octet of a token is changed, wherever it stands: never verified.
    @Test func `is never verified with an octet changed`() async throws {
        let holder = try PrivateKey(type: .p256, secret: [UInt8](repeating: 9, count: 32))
        let selective = try #require(
            SelectiveToken(
                reading: try await Fixture.selectiveToken(holder: holder.publicKey)))
        let tokens = [
            try await Fixture.token(),
            try selective.bound(to: "d.example", nonce: "c", at: Fixture.now, with: holder),
            try await Fixture.presentation([try await Fixture.token()], form: .token),
        ]
        for token in tokens {
            for index in stride(from: 3, to: token.count, by: 29) {
                var changed = token
                changed[index] = token[index] == UInt8(ascii: "B") ? 0x43 : 0x42
                let verdict = await Fixture.verify(changed)
                #expect(verdict.verdict != .verified, "octet \(index)")
            }
        }
    }
}

@Suite struct `The key of a token` {
    private static let set = "https://hollin.example/.well-known/jwks.json"
    private let key: PrivateKey
    private let issuer = Fixture.controllerURL

    init() throws { key = try PrivateKey(type: .p384, secret: [UInt8](repeating: 7, count: 48)) }

    private func token(kid: String) async throws -> [UInt8] {
        let key = IssuingKey(signer: key, issuer: issuer, verificationMethod: kid)
        return try await Fixture.token(key: key)
    }

    private func keys(_ members: String) throws -> [UInt8] {
        let jwk = Fixture.text(key.publicKey.jwk.serialized()).dropLast()
        return Array("{\"keys\": [\(jwk)\(members)}]}".utf8)
    }

    private func problems(
        kid: String, _ url: String, _ members: String
    ) async throws -> [String] {
        await Fixture.verify(
            try await token(kid: kid), documents: [(url, try keys(members))]
        ).problems
    }

    @Test(arguments: ["k1", "https://hollin.example/.well-known/jwks.json#k1"])
    func `stands in the key set of the issuer's host`(kid: String) async throws {
        let own = ",\"kid\": \"k1\", \"iss\": \"\(issuer)\""
        #expect(try await problems(kid: kid, Self.set, own) == [])
        // The issuer's own document is not there, so nobody knows.
        let shared = try await problems(kid: kid, Self.set, ",\"kid\": \"k1\"")
        #expect(shared == ["controller.document-unavailable"])
    }

    @Test func `alone at a URL shows the token whole, and not whose it is`() async throws {
        let url = "https://elsewhere.example/key"
        let verdict = await Fixture.verify(
            try await token(kid: url),
            documents: [(url, key.publicKey.jwk.serialized())])
        #expect(verdict.outcome(.proof) == .passed)
        #expect(verdict.problems == ["controller.document-unavailable"])
    }

    /// RFC 8725 section 3.1.
    @Test func `is used with the algorithm that it is published for`() async throws {
        let own = ",\"kid\": \"k1\", \"iss\": \"\(issuer)\", \"alg\": "
        #expect(try await problems(kid: "k1", Self.set, own + "\"ES384\"") == [])
        #expect(
            try await problems(kid: "k1", Self.set, own + "\"ES256\"")
                == ["proof.key-does-not-fit-algorithm"])
    }

    @Test(arguments: [
        (
            #"{"kty":"RSA","e":"AQAB","n":"\#(Base64URL.encode([UInt8](repeating: 0xC1, count: 128)))"}"#,
            "proof.key-invalid"
        ),
        (#"{"kty":"oct","k":"AAAA"}"#, "proof.key-invalid"),
        (#"{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}"#, "proof.key-invalid"),
    ])
    func `that is weak or none is refused`(jwk: String, code: String) async throws {
        let url = "https://hollin.example/key"
        let verdict = await Fixture.verify(
            try await token(kid: url), documents: [(url, Array(jwk.utf8))])
        #expect(verdict.problems.contains(code))
        #expect(verdict.verdict == .failed)
    }
}
