import Credentials
import JOSE
import JSONText
import KeyMaterial
import Testing
import Verification

@testable import Issuance

@Suite struct `Issuing as a token` {
    private static let now = Timestamp("2026-03-01T12:00:00.5Z") ?? Timestamp(seconds: 0)

    private func key(_ type: KeyType) throws -> IssuingKey {
        let size = type == .p384 ? 48 : 32
        return IssuingKey(
            selfContained: try PrivateKey(
                type: type, secret: [UInt8](repeating: 5, count: size)))
    }

    private func issuance(_ type: KeyType = .ed25519) throws -> Issuance {
        let next = Sequence()
        return Issuance(
            keys: [try key(type)], clock: { Self.now }, randomness: { next.octets($0) })
    }

    private final class Sequence: @unchecked Sendable {
        private var last: UInt8 = 0
        func octets(_ count: Int) -> [UInt8] {
            last &+= 1
            return [UInt8](repeating: last, count: count)
        }
    }

    private func draft(subject: String = #""id": "did:example:ada","#, extra: String = "") throws
        -> JSONDocument
    {
        let text = """
            {"credentialSubject": {\(subject) "type": ["AchievementSubject"],
             "creditsEarned": 4.50, "achievement": {"id": "urn:uuid:1", "type": ["Achievement"],
             "name": "Algebra", "description": "x", "criteria": {"narrative": "y"},
             "tag": ["a", "b"]}}\(extra)}
            """
        return try JSONDocument(parsing: Array(text.utf8))
    }

    private func issued(
        _ request: TokenRequest = TokenRequest(), by type: KeyType = .ed25519,
        _ draft: JSONDocument? = nil
    ) async throws -> IssuedCredential {
        let draft = try draft ?? self.draft()
        return try await issuance(type).issue(IssuanceRequest(draft: draft), as: request)
    }

    /// JWT-01, JWT-03 to JWT-06, JWT-08.
    @Test(arguments: [KeyType.ed25519, .p256, .p384])
    func `states the credential and its claims, and nothing else`(type: KeyType) async throws {
        let draft = try draft(extra: #", "validUntil": "2027-01-01T00:00:00Z""#)
        let made = try await issued(by: type, draft)
        let jws = try CompactJWS(reading: made.bytes)
        #expect(jws.header.algorithm.keyType == type)
        #expect(jws.header.value.members.map(\.name) == ["alg", "kid", "typ"])
        #expect(jws.header.type == "JWT")
        let payload = try JSONDocument(parsing: jws.payload).root
        #expect(payload["vc"] == nil)
        #expect(payload["iss"]?.text == payload["issuer"]?["id"]?.text)
        #expect(payload["jti"]?.string == made.id)
        #expect(payload["nbf"]?.integer == Self.now.seconds)
        #expect(payload["exp"]?.integer == 1_798_761_600)
        #expect(payload["sub"]?.string == "did:example:ada")
        #expect(payload["credentialSubject"]?["creditsEarned"]?.numberText == "4.50")
        #expect(payload["proof"] == nil)
        #expect(made.checked.verdict.verdict == .verified)
        #expect(try VCJWT(jws).mismatches.isEmpty)
        let open = try await issued()
        let claims = try JSONDocument(parsing: CompactJWS(reading: open.bytes).payload).root
        #expect(claims["exp"] == nil)
    }

    @Test func `says vc+jwt where it is asked to`() async throws {
        let made = try await issued(TokenRequest(type: .final))
        let header = try CompactJWS(reading: made.bytes).header
        #expect(header.type == "vc+jwt")
        #expect(header.contentType == "vc")
    }

    /// PRF-03.
    @Test func `goes around the embedded proof`() async throws {
        let made = try await issued(TokenRequest(embedsProof: true))
        let proofs = made.checked.verdict.checks.filter { $0.name == .proof }
        #expect(proofs.map(\.outcome) == [.passed, .passed])
        let places = JSONPointer(["name"])
        await #expect(throws: IssuanceError.self) {
            try await issued(
                TokenRequest(embedsProof: true, disclosure: .init(places: [places])))
        }
    }

    /// JWT-07.
    @Test func `needs an id of the subject, for Open Badges`() async throws {
        let draft = try draft(
            subject: #""identifier": [{"type": "IdentityObject", "hashed": false, "#
                + #""identityHash": "a@b.example", "identityType": "emailAddress"}],"#)
        await #expect(throws: IssuanceError.self) { try await issued(TokenRequest(), draft) }
        let made = try await issued(TokenRequest(type: .final), draft)
        #expect(made.checked.verdict.verdict == .verified)
    }

    @Test(arguments: ["iss", "exp", "vc", "_sd", "cnf"])
    func `makes its claims itself`(name: String) async throws {
        let draft = try draft(extra: ", \"\(name)\": 1")
        await #expect(throws: IssuanceError.self) { try await issued(TokenRequest(), draft) }
    }

    @Test func `leaves to the holder what is named, and gives none of it away`() async throws {
        let places = [
            "/credentialSubject/id", "/credentialSubject/achievement/tag/1", "/id",
            "/credentialSubject/creditsEarned",
        ]
        let holder = try PrivateKey(type: .p256, secret: [UInt8](repeating: 9, count: 32))
        let made = try await issued(
            TokenRequest(
                disclosure: .init(
                    places: places.compactMap { JSONPointer($0) }, decoys: 2,
                    holder: holder.publicKey)))
        let token = try #require(SelectiveToken(reading: made.bytes))
        #expect(Set(token.disclosable.map(\.description)) == Set(places))
        let read = try SDJWT(reading: made.bytes)
        let text = String(decoding: read.payload.bytes, as: UTF8.self)
        for secret in ["did:example:ada", "4.50", made.id, "\"b\""] {
            #expect(!text.contains(secret))
        }
        #expect(read.payload.root["cnf"]?["jwk"]?["crv"]?.string == "P-256")
        let header = try CompactJWS(reading: read.issuerToken).header
        #expect(header.type == "vc+sd-jwt")
        #expect(made.checked.verdict.verdict == .verified)
    }

    @Test(arguments: ["/issuer", "/validFrom", "/@context", "/credentialSubject/type", "/nothing"])
    func `keeps in view what a reader must see`(place: String) async throws {
        let place = try #require(JSONPointer(place))
        await #expect(throws: IssuanceError.self) {
            try await issued(TokenRequest(disclosure: .init(places: [place])))
        }
    }

    @Test func `presents only what can be read, and no presentation`() async throws {
        let issuance = try issuance()
        for bytes in [Array("hello".utf8), Array("{}".utf8)] {
            await #expect(throws: IssuanceError.self) {
                try await issuance.present(PresentationRequest(credentials: [bytes]))
            }
        }
        let presentation = try await issuance.present(
            PresentationRequest(credentials: [try await issued().bytes], form: .token)
        )
        await #expect(throws: IssuanceError.self) {
            try await issuance.present(PresentationRequest(credentials: [presentation.bytes]))
        }
    }
}
