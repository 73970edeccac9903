import Issuance
import JOSE
import JSONText
import KeyMaterial
import Testing

@testable import Verification

@Suite struct `A presentation` {
    static let forms: [PresentationRequest.Form] = [.embedded(nil), .token]

    @Test(arguments: forms)
    func `verifies, and what it holds is judged one by one`(
        form: PresentationRequest.Form
    ) async throws {
        let expired = Fixture.course(extra: #","validUntil": "2026-03-02T00:00:00Z""#)
        let bytes = try await Fixture.presentation(
            [
                try await Fixture.issued(Fixture.course()), try await Fixture.token(),
                try await Fixture.selectiveToken(), try await Fixture.issued(expired),
            ], form: form)
        let later = Fixture.now.adding(seconds: 86_400 * 3)
        let verdict = await Fixture.verify(bytes, policy: Fixture.policy(), now: later)
        #expect(verdict.problems == [])
        #expect(verdict.kind == "VerifiablePresentation")
        #expect(
            verdict.issuer?.id == "did:key:\(try Fixture.key(3).publicKey.multibase)")
        #expect(verdict.contents.map(\.problems) == [[], [], [], ["period.expired"]])
        #expect(verdict.aggregate == .problems)
    }

    @Test(arguments: forms)
    func `answers one challenge for one reader`(form: PresentationRequest.Form) async throws {
        let credential = try await Fixture.issued(Fixture.course())
        let bytes = try await Fixture.presentation([credential], form: form)
        let other = await Fixture.verify(bytes, policy: Fixture.policy(challenge: "old"))
        #expect(other.problems == ["purpose.challenge-differs"])
        #expect(other.verdict == .failed)
        let elsewhere = await Fixture.verify(bytes, policy: Fixture.policy(domain: "e.example"))
        #expect(elsewhere.problems == ["purpose.domain-differs"])
        let none = try await Fixture.presentation(
            [credential], form: form, challenge: nil, domain: nil)
        #expect(
            await Fixture.verify(none, policy: Fixture.policy()).problems.sorted()
                == ["purpose.challenge-differs", "purpose.domain-differs"])
        #expect(await Fixture.verify(none).problems == [])
    }

    /// Whoever asks for an answer to a challenge is not content with a credential that anybody
    /// could have copied.
    @Test func `cannot be replaced by the credential alone`() async throws {
        for bytes in [try await Fixture.issued(Fixture.course()), try await Fixture.token()] {
            let verdict = await Fixture.verify(
                bytes, policy: Fixture.policy(domain: nil))
            #expect(verdict.problems == ["purpose.challenge-differs"])
        }
    }

    @Test(arguments: forms)
    func `changed after signing fails`(form: PresentationRequest.Form) async throws {
        let bytes = try await Fixture.presentation(
            [try await Fixture.issued(Fixture.course())], form: form)
        let changed =
            form == .embedded(nil)
            ? Fixture.replacing("Groups and rings", "Rings", in: bytes)
            : Fixture.replacing(".", ".x", in: bytes)
        #expect(await Fixture.verify(changed).verdict == .failed)
    }

    @Test func `is its holder's, and made to authenticate`() async throws {
        let text = Fixture.text(
            try await Fixture.presentation([try await Fixture.issued(Fixture.course())]))
        let holder = "did:key:\(try Fixture.key(3).publicKey.multibase)"
        let stolen = text.replacing(
            "\"holder\": \"\(holder)\"", with: "\"holder\": \"did:example:eve\"")
        #expect(stolen != text)
        let verdict = await Fixture.verify(Array(stolen.utf8))
        #expect(verdict.problems.contains("controller.not-the-issuer"))
        let wrong = text.replacing("\"authentication\"", with: "\"assertionMethod\"")
        #expect(wrong != text)
        #expect(await Fixture.verify(Array(wrong.utf8)).problems.contains("purpose.wrong"))
    }

    private func payload(holder: String, extra: String = "") -> String {
        """
        {"@context": ["https://www.w3.org/ns/credentials/v2"], "type": "VerifiablePresentation",
         \(holder)"verifiableCredential": []\(extra)}
        """
    }

    @Test func `may leave its holder unnamed, and then says whose key signed it`() async throws {
        let token = try Fixture.signed(payload(holder: ""), typ: "vp+jwt")
        let verdict = await Fixture.verify(token)
        #expect(verdict.problems == [])
        #expect(verdict.codes.contains("controller.holder-not-named"))
    }

    @Test func `in a JWT is of its holder, whom iss may name`() async throws {
        let own = "did:key:\(try Fixture.key(1).publicKey.multibase)"
        func problems(_ holder: String?, iss: String?) async throws -> [String] {
            let payload = payload(
                holder: holder.map { "\"holder\": \"\($0)\"," } ?? "",
                extra: iss.map { ", \"iss\": \"\($0)\"" } ?? "")
            return await Fixture.verify(try Fixture.signed(payload, typ: "vp+jwt")).problems
        }
        #expect(try await problems(own, iss: own) == [])
        #expect(try await problems(nil, iss: own) == [])
        #expect(try await problems(nil, iss: "did:example:eve") == ["controller.not-the-issuer"])
        #expect(try await problems(own, iss: "did:example:eve") == ["controller.jwt-iss-differs"])
    }

    @Test func `without a proof is read, and what it holds is judged`() async throws {
        let credential = Fixture.text(try await Fixture.issued(Fixture.course()))
        let token = Fixture.text(try await Fixture.token())
        let text = """
            {"@context": ["https://www.w3.org/ns/credentials/v2"],
             "type": "VerifiablePresentation", "verifiableCredential": [\(credential), "\(token)"]}
            """
        let verdict = await Fixture.verify(Array(text.utf8))
        #expect(verdict.problems == ["proof.missing"])
        #expect(verdict.contents.map(\.problems) == [[], []])
        #expect(verdict.contents.map(\.verdict) == [.verified, .verified])
    }

    /// Data model 1.1: the claim `vp`, and credentials as bare tokens.
    @Test func `of the older generation is read`() async throws {
        let own = "did:key:\(try Fixture.key(1).publicKey.multibase)"
        let credential = """
            {"vc": {"@context": ["https://www.w3.org/2018/credentials/v1"],
             "type": ["VerifiableCredential"], "id": "urn:uuid:1", "issuer": "\(own)",
             "issuanceDate": "2026-01-01T00:00:00Z", "credentialSubject": {"id": "did:x:ada"}},
             "iss": "\(own)", "jti": "urn:uuid:1", "nbf": 1767225600, "sub": "did:x:ada"}
            """
        let inner = Fixture.text(try Fixture.signed(credential))
        let presentation = """
            {"iss": "\(own)", "aud": "d.example", "nonce": "c",
             "vp": {"@context": ["https://www.w3.org/2018/credentials/v1"],
              "type": ["VerifiablePresentation"], "verifiableCredential": ["\(inner)"]}}
            """
        let token = try Fixture.signed(presentation)
        let verdict = await Fixture.verify(token, policy: Fixture.policy())
        #expect(verdict.problems == [])
        #expect(verdict.contents.map(\.problems) == [[]])
        let other = await Fixture.verify(token, policy: Fixture.policy(challenge: "d"))
        #expect(other.problems == ["purpose.challenge-differs"])
    }
}
