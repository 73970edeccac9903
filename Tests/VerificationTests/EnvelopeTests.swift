import Issuance
import JSONText
import Testing

@testable import Verification

@Suite struct `An enveloped credential` {
    private func envelope(
        _ token: [UInt8], type: String = "application/vc+jwt",
        kind: String = "EnvelopedVerifiableCredential"
    ) -> String {
        """
        {"@context": "https://www.w3.org/ns/credentials/v2", "type": "\(kind)",
         "id": "data:\(type),\(Fixture.text(token))"}
        """
    }

    private func verify(_ envelope: String) async -> Verdict {
        await Fixture.verify(Array(envelope.utf8))
    }

    @Test func `is judged as the token that it is`() async throws {
        let token = try await Fixture.token()
        let verdict = await verify(envelope(token))
        #expect(verdict.problems == [])
        #expect(verdict.name == "Algebra")
        #expect(verdict.codes.contains("readable.jwt"))
        let changed = Fixture.replacing(".", ".x", in: token)
        #expect(await verify(envelope(changed)).verdict == .failed)
        let selective = try await Fixture.selectiveToken()
        #expect(await verify(envelope(selective, type: "application/vc+sd-jwt")).problems == [])
    }

    @Test func `holds what its class and its media type say`() async throws {
        let token = try await Fixture.token()
        let presentation = try await Fixture.presentation([token], form: .token)
        let held = envelope(
            presentation, type: "application/vp+jwt", kind: "EnvelopedVerifiablePresentation")
        let verdict = await verify(held)
        #expect(verdict.problems == [])
        #expect(verdict.contents.map(\.problems) == [[]])
        for wrong in [
            envelope(presentation), envelope(token, type: "application/vp+jwt"),
            envelope(
                token, type: "application/vp+jwt", kind: "EnvelopedVerifiablePresentation"),
            envelope([]).replacing("data:application/vc+jwt,", with: "not-a-credential"),
            envelope([]).replacing(#""id": "data:application/vc+jwt,""#, with: #""name": "x""#),
        ] {
            #expect(await verify(wrong).problems == ["readable.envelope-invalid"])
        }
    }

    @Test(arguments: ["application/vc+cose;base64", "application/vc+jwt;base64", "text/plain", ""])
    func `of another form is not judged`(type: String) async throws {
        let verdict = await verify(envelope(try await Fixture.token(), type: type))
        #expect(verdict.problems == ["readable.envelope-unsupported"])
        #expect(verdict.verdict == .undetermined)
    }

    @Test func `stands in a record like any other`() async throws {
        let token = try await Fixture.token()
        let record = try await Fixture.issuance([Fixture.issuingKey()]).issue(
            IssuanceRequest(
                draft: Fixture.document(Fixture.record(contents: [Fixture.course()])),
                contents: [token])
        ).bytes
        let verdict = await Fixture.verify(record)
        #expect(verdict.problems == [])
        #expect(verdict.contents.map(\.problems) == [[], []])
        #expect(verdict.contents.map(\.codes).last?.contains("readable.jwt") == true)
        #expect(verdict.aggregate == .verified)
        let forged = Fixture.replacing(
            Fixture.text(token), Fixture.text(Fixture.replacing(".", ".x", in: token)), in: record)
        #expect(await Fixture.verify(forged).verdict == .failed)
    }

    /// Tokens in tokens are not seen before they are read: the limit counts them as they come.
    @Test func `in envelopes without end is refused`() async throws {
        var token = try await Fixture.token()
        for _ in 0...Limits.embeddingDepth {
            let payload = """
                {"@context": ["https://www.w3.org/ns/credentials/v2"],
                 "type": ["VerifiableCredential"], "issuer": "did:example:a",
                 "credentialSubject": {"verifiableCredential": [\(envelope(token))]}}
                """
            token = try Fixture.signed(payload, typ: "vc+jwt")
        }
        var verdict = await Fixture.verify(token)
        var depth = 0
        while let inner = verdict.contents.first {
            verdict = inner
            depth += 1
        }
        #expect(verdict.problems.contains("readable.embedded-too-deep"))
        #expect(depth <= Limits.embeddingDepth)
    }
}
