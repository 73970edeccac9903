import Credentials
import JOSE
import JSONText
import KeyMaterial
import Multiformat
import Testing

@testable import Verification

@Suite struct `A credential in a JWT` {
    private func payload(issuer: String, extra: String = "") -> String {
        """
        {"@context": ["https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
        "id": "urn:uuid:5", "type": ["VerifiableCredential", "AchievementCredential"],
        "issuer": {"id": "\(issuer)", "type": ["Profile"], "name": "Hollin University"},
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {"id": "did:example:ada", "type": ["AchievementSubject"],
        "achievement": {"id": "urn:uuid:6", "type": ["Achievement"], "name": "Algebra",
        "description": "Groups and rings.", "criteria": {"narrative": "Pass."}}},
        "iss": "\(issuer)", "jti": "urn:uuid:5", "nbf": 1767225600,
        "sub": "did:example:ada"\(extra)}
        """
    }

    private func token(
        extra: String = "", header: [(name: String, value: JSON)]? = nil, key seed: UInt8 = 1,
        change: (String) -> String = { $0 }
    ) throws -> [UInt8] {
        let key = try Fixture.key(seed)
        let multibase = key.publicKey.multibase
        let issuer = "did:key:\(multibase)"
        let members = header ?? [("kid", .string("\(issuer)#\(multibase)")), ("typ", "JWT")]
        return try CompactJWS.sign(
            Array(change(payload(issuer: issuer, extra: extra)).utf8), header: members, with: key)
    }

    @Test func `verifies`() async throws {
        let verdict = await Fixture.verify(try token())
        #expect(verdict.problems == [])
        #expect(verdict.codes.contains("readable.jwt"))
    }

    @Test func `only warns of an undefined term`() async throws {
        let verdict = await Fixture.verify(try token(extra: ", \"unheardOf\": 1"))
        #expect(verdict.problems == [])
        #expect(verdict.codes.contains("terms.undefined-but-signed-as-text"))
    }

    @Test(arguments: [
        ("\"jti\": \"urn:uuid:5\"", "\"jti\": \"urn:uuid:4\"", "shape.jwt-claim-differs"),
        ("\"sub\": \"did:example:ada\"", "\"sub\": \"did:x:y\"", "shape.jwt-claim-differs"),
        ("\"iss\": \"did", "\"iss\": \"dad", "controller.jwt-iss-differs"),
        ("1767225600", "1767225601", "period.jwt-claim-differs"),
        ("1767225600", "\"soon\"", "period.invalid-date"),
        ("\"jti\": \"urn:uuid:5\", ", "", "shape.jwt-claim-missing"),
    ])
    func `fails where a claim is not the credential's`(
        old: String, new: String, code: String
    ) async throws {
        let token = try token { $0.replacing(old, with: new) }
        let verdict = await Fixture.verify(token)
        #expect(verdict.verdict == .failed)
        #expect(verdict.problems.contains(code))
    }

    @Test func `expires with its claim`() async throws {
        let verdict = await Fixture.verify(try token(extra: ", \"exp\": 1767225601"))
        #expect(verdict.problems == ["period.expired"])
    }

    @Test func `without algorithm is refused`() async throws {
        let issuer = "did:key:\(try Fixture.key(1).publicKey.multibase)"
        let head = Base64URL.encode(Array("{\"alg\": \"none\"}".utf8))
        let body = Base64URL.encode(Array(payload(issuer: issuer).utf8))
        let verdict = await Fixture.verify(Array("\(head).\(body).".utf8))
        #expect(verdict.problems.contains("proof.algorithm-refused"))
        #expect(verdict.verdict == .failed)
    }

    @Test(arguments: ["jku", "x5u"])
    func `that says where its key is had from is refused`(name: String) async throws {
        let verdict = await Fixture.verify(
            try token(header: [(name, "https://evil.example/keys")]))
        #expect(verdict.problems.contains("proof.header-refused"))
    }

    @Test func `that demands an unknown extension is refused`() async throws {
        let verdict = await Fixture.verify(
            try token(header: [("crit", ["exp"]), ("exp", 1)]))
        #expect(verdict.problems.contains("proof.header-refused"))
    }

    /// JWT-15: `vc` goes with data model 1.1, and the whole payload with 2.0.
    @Test func `keeps to the form of its generation`() async throws {
        let older = try token {
            $0.replacing("ns/credentials/v2", with: "2018/credentials/v1")
                .replacing("validFrom", with: "issuanceDate")
        }
        #expect(await Fixture.verify(older).problems.contains("context.jwt-form-mismatch"))
        let inside = try token {
            "{\"vc\": \($0), \"iss\": \"x\", \"jti\": \"urn:uuid:5\", \"nbf\": 1767225600}"
        }
        #expect(await Fixture.verify(inside).problems.contains("context.jwt-form-mismatch"))
    }

    @Test func `of another kind is refused`() async throws {
        let multibase = try Fixture.key(1).publicKey.multibase
        let kid = JSON.string("did:key:\(multibase)#\(multibase)")
        let verdict = await Fixture.verify(try token(header: [("kid", kid), ("typ", "at+jwt")]))
        #expect(verdict.problems == ["purpose.wrong"])
    }

    @Test func `that carries its key proves itself whole, and the issuer must hold the key`()
        async throws
    {
        let key = try Fixture.key(1)
        let jwk = JSON.object([
            ("kty", "OKP"), ("crv", "Ed25519"),
            ("x", .string(Base64URL.encode(key.publicKey.octets))),
        ])
        let known = await Fixture.verify(try token(header: [("jwk", jwk)]))
        #expect(known.problems == [])
        let other = try token(header: [("jwk", jwk)]) {
            $0.replacing("did:key:\(key.publicKey.multibase)", with: Fixture.controllerURL)
        }
        let unknown = await Fixture.verify(other)
        #expect(unknown.outcome(.proof) == .passed)
        #expect(unknown.problems == ["controller.document-unavailable"])
        let document = try Fixture.controllerDocument()
        #expect(await Fixture.verify(other, documents: [document]).problems == [])
        let wrong = try Fixture.controllerDocument(key: 2)
        let denied = await Fixture.verify(other, documents: [wrong])
        #expect(denied.problems == ["controller.key-not-listed"])
    }

    @Test func `changed after signing fails`() async throws {
        var bytes = try token()
        let place = bytes.count - 20
        bytes[place] = bytes[place] == 0x41 ? 0x42 : 0x41
        #expect(await Fixture.verify(bytes).problems == ["proof.signature-invalid"])
    }
}
