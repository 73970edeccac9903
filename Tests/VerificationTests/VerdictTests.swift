import Issuance
import JSONText
import Testing

@testable import Verification

@Suite struct `The verdict` {
    @Test(arguments: [
        ([Code.typeKnown, .signatureFits], Verdict.Answer.verified),
        ([.signatureFits, .contextOlder, .schemaNotAsked], .verified),
        ([.signatureFits, .controllerUnavailable], .undetermined),
        ([.controllerUnavailable, .statusRevoked, .signatureFits], .failed),
        ([.proofVouched], .verified),
        ([], .verified),
    ])
    func `is failed before undetermined before verified`(
        codes: [Code], expected: Verdict.Answer
    ) {
        #expect(Verdict.Answer(codes.map { Check($0, "") }) == expected)
    }

    @Test func `of a good record has every member in its order`() async throws {
        let bytes = try await Fixture.issued(Fixture.record(contents: [Fixture.course()]))
        let verdict = await Fixture.verify(bytes)
        #expect(verdict.problems == [])
        #expect(verdict.verdict == .verified)
        #expect(verdict.aggregate == .verified)
        let json = try JSONDocument(parsing: verdict.json.serialized()).root
        #expect(
            json.members.map(\.name) == [
                "verdict", "aggregate", "kind", "standard", "id", "name", "issuer", "subject",
                "checkedAt", "checks", "contents",
            ])
        #expect(json["kind"]?.string == "ClrCredential")
        #expect(json["standard"]?.string == "CLR 2.0")
        #expect(json["checkedAt"]?.string == "2026-03-01T12:00:00Z")
        let inner = try #require(json["contents"]?.elements.first { _ in true })
        #expect(inner["at"]?.string == "/credentialSubject/verifiableCredential/0")
        #expect(inner["verdict"]?.string == "verified")
        let check = try #require(json["checks"]?.elements.first { _ in true })
        #expect(
            check.members.map(\.name) == ["name", "question", "outcome", "code", "message", "spec"])
    }

    @Test func `speaks of the outer credential, the aggregate of all`() async throws {
        let expired = Fixture.course(
            extra: ", \"validFrom\": \"2020-01-01T00:00:00Z\", "
                + "\"validUntil\": \"2021-01-01T00:00:00Z\"")
        let bytes = try await Fixture.issued(
            Fixture.record(contents: [expired]), allowingFailingContents: true)
        var policy = VerificationPolicy()
        let checked = await Verifier(policy: policy, clock: { Fixture.now }).verify(bytes)
        #expect(checked.verdict.verdict == .verified)
        #expect(checked.verdict.aggregate == .problems)
        #expect(checked.answer(under: policy) == .verified)
        policy.requiresContents = true
        #expect(checked.answer(under: policy) == .failed)
    }

    @Test func `of a part without a signature hangs on its record`() async throws {
        let part = Fixture.course(
            extra: ", \"@context\": [\"https://www.w3.org/ns/credentials/v2\", "
                + "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"], "
                + "\"id\": \"urn:uuid:1\", \"validFrom\": \"2026-01-01T00:00:00Z\", "
                + "\"issuer\": {\"id\": \"https://other.example/\", \"type\": [\"Profile\"]}")
        let bytes = try await Fixture.issued(Fixture.record(contents: [part]))
        let good = await Fixture.verify(bytes)
        #expect(good.verdict == .verified)
        #expect(good.aggregate == .verified)
        #expect(good.contents.first?.codes.contains("proof.vouched-by-record") == true)

        let changed = await Fixture.verify(Fixture.replacing("Groups", "Loops", in: bytes))
        #expect(changed.verdict == .failed)
        #expect(changed.contents.first?.codes.contains("proof.missing") == true)
    }

    @Test func `of a part in an undetermined record is undetermined`() async throws {
        let part = Fixture.course(
            extra: ", \"@context\": [\"https://www.w3.org/ns/credentials/v2\", "
                + "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"], "
                + "\"id\": \"urn:uuid:1\", \"validFrom\": \"2026-01-01T00:00:00Z\", "
                + "\"issuer\": {\"id\": \"https://other.example/\", \"type\": [\"Profile\"]}")
        let bytes = try await Fixture.issued(
            Fixture.record(contents: [part]), with: [Fixture.webKey()])
        let verdict = await Fixture.verify(bytes)
        #expect(verdict.verdict == .undetermined)
        #expect(verdict.contents.first?.codes.contains("proof.record-undetermined") == true)
    }
}
