import Credentials
import DIDs
import Issuance
import JOSE
import JSONText
import KeyMaterial
import Multiformat
import Testing

@testable import Verification

@Suite struct `A credential in an SD-JWT` {
    private let holder: PrivateKey

    init() throws {
        holder = try PrivateKey(type: .p256, secret: [UInt8](repeating: 9, count: 32))
    }

    private func shown(_ places: [String], of bytes: [UInt8]) throws -> SelectiveToken {
        try #require(SelectiveToken(reading: bytes))
            .revealing(places.compactMap { JSONPointer($0) })
    }

    private func bound(
        _ places: [String] = [], nonce: String = "c", audience: String = "d.example",
        at moment: Timestamp = Fixture.now, with key: PrivateKey? = nil
    ) async throws -> [UInt8] {
        let bytes = try await Fixture.selectiveToken(holder: holder.publicKey)
        return try shown(places, of: bytes).bound(
            to: audience, nonce: nonce, at: moment, with: key ?? holder)
    }

    @Test func `verifies with all its disclosures`() async throws {
        let verdict = await Fixture.verify(try await Fixture.selectiveToken())
        #expect(verdict.problems == [])
        #expect(verdict.codes.contains("readable.sd-jwt"))
        #expect(verdict.codes.contains("shape.fits"))
    }

    @Test func `verifies with some, and says what may be kept back`() async throws {
        let bytes = try await Fixture.selectiveToken()
        let token = try shown(["/credentialSubject/creditsEarned"], of: bytes)
        #expect(token.disclosable.map(\.description) == ["/credentialSubject/creditsEarned"])
        let verdict = await Fixture.verify(token.bytes)
        #expect(verdict.problems == [])
        #expect(verdict.codes.contains("shape.member-withheld"))
        #expect(Fixture.text(token.bytes).utf8.count < bytes.count)
    }

    @Test func `shows nothing that it does not have`() async throws {
        let bytes = try await Fixture.selectiveToken()
        #expect(throws: IssuanceError.self) { try shown(["/credentialSubject/shoe"], of: bytes) }
        #expect(SelectiveToken(reading: try await Fixture.token()) == nil)
    }

    @Test func `with a disclosure added, exchanged or doubled is refused`() async throws {
        let text = Fixture.text(try await Fixture.selectiveToken())
        let added = Base64URL.encode(Array(#"["AAAA","name","Somebody"]"#.utf8))
        let parts = text.split(separator: "~", omittingEmptySubsequences: false)
        for changed in [
            text + added + "~", parts[0] + "~" + added + "~", text + parts[1] + "~",
            text.replacing("~" + parts[1] + "~", with: "~" + parts[1] + "~~"),
        ] {
            let verdict = await Fixture.verify(Array(String(changed).utf8))
            #expect(verdict.problems == ["readable.malformed-sd-jwt"])
            #expect(verdict.verdict == .failed)
        }
    }

    @Test func `changed after signing fails`() async throws {
        let text = Fixture.text(try await Fixture.selectiveToken())
        let token = try #require(text.split(separator: "~").first)
        let other = try #require(token.split(separator: ".").last)
        let changed = text.replacing(
            other, with: (other.first == "A" ? "B" : "A") + other.dropFirst())
        #expect(await Fixture.verify(Array(changed.utf8)).problems == ["proof.signature-invalid"])
    }

    @Test func `without the mark of its end is no credential`() async throws {
        let text = Fixture.text(try await Fixture.selectiveToken())
        let token = try #require(text.split(separator: "~").first)
        #expect(
            await Fixture.verify(Array(String(token).utf8)).problems.contains("purpose.wrong"))
    }

    // MARK: - Key binding

    @Test func `is bound by its holder to one reader and occasion`() async throws {
        let verdict = await Fixture.verify(try await bound(), policy: Fixture.policy())
        #expect(verdict.problems == [])
        #expect(verdict.codes.contains("purpose.key-bound"))
        let other = await Fixture.verify(
            try await bound(), policy: Fixture.policy(domain: "e.example"))
        #expect(other.problems == ["purpose.domain-differs"])
        let old = await Fixture.verify(
            try await bound(), policy: Fixture.policy(challenge: "another"))
        #expect(old.problems == ["purpose.challenge-differs"])
    }

    @Test func `that no holder has bound fails where one is expected`() async throws {
        let bytes = try await Fixture.selectiveToken(holder: holder.publicKey)
        let expected = await Fixture.verify(bytes, policy: Fixture.policy())
        #expect(expected.problems == ["purpose.key-binding-missing"])
        let unasked = await Fixture.verify(bytes)
        #expect(unasked.problems == [])
        #expect(unasked.codes.contains("purpose.key-binding-absent"))
    }

    @Test func `is not bound by another key, for other disclosures, or from the future`()
        async throws
    {
        let bytes = try await Fixture.selectiveToken(holder: holder.publicKey)
        let whole = try #require(SelectiveToken(reading: bytes))
        #expect(throws: IssuanceError.self) {
            try whole.bound(to: "d", nonce: "c", at: Fixture.now, with: Fixture.key(8))
        }
        let binding = try #require(
            Fixture.text(try await bound()).split(separator: "~").last)
        let stranger = try SDJWT(reading: bytes)
        for changed in [
            // Made for fewer disclosures.
            bytes + Array(String(binding).utf8),
            // Made by somebody else.
            try KeyBinding.bound(
                stranger, audience: "d.example", nonce: "c", issuedAt: Fixture.now.seconds,
                with: Fixture.key(8)),
            // Made tomorrow.
            try await bound(at: Fixture.now.adding(seconds: 86_400)),
            // Another token in its place.
            bytes + Array(try await Fixture.token()),
        ] {
            let verdict = await Fixture.verify(changed, policy: Fixture.policy())
            #expect(verdict.problems == ["purpose.key-binding-invalid"])
        }
    }

    @Test(arguments: [
        ("", "purpose.key-binding-invalid"), (#","cnf":{"x":1}"#, "purpose.key-binding-invalid"),
        (#","cnf":{"jwk":{}}"#, "purpose.key-binding-invalid"),
        (#","cnf":{"kid":"https://x.example/k"}"#, "purpose.key-binding-unchecked"),
        (#","cnf":{"kid":"did:key:zz"}"#, "purpose.key-binding-invalid"),
    ])
    func `needs the holder's key to be named by its issuer`(cnf: String, code: String) async throws
    {
        let payload = Fixture.text(try payload(of: try await Fixture.token()))
        let text = payload.replacing(#""name":"Algebra","#, with: #""name":"Algebra"\#(cnf),"#)
        let token = try Fixture.signed(text, typ: "vc+sd-jwt") + Array("~".utf8)
        let bound = try KeyBinding.bound(
            SDJWT(reading: token), audience: "d.example", nonce: "c",
            issuedAt: Fixture.now.seconds, with: holder)
        let verdict = await Fixture.verify(bound, policy: Fixture.policy())
        #expect(verdict.problems == [code])
    }

    private func payload(of token: [UInt8]) throws -> [UInt8] {
        try CompactJWS(reading: token).payload
    }

    /// A key binding is signed by the holder, and is no statement of anybody about anybody.
    @Test func `is not to be had from its key binding`() async throws {
        let text = Fixture.text(try await bound())
        let binding = try #require(text.split(separator: "~").last)
        let verdict = await Fixture.verify(Array(String(binding).utf8))
        #expect(verdict.verdict == .failed)
        #expect(verdict.problems.contains("purpose.wrong"))
    }
}
