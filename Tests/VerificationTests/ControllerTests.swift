import Issuance
import JSONText
import Testing

@testable import Verification

@Suite struct `Who signed` {
    private func record() async throws -> [UInt8] {
        try await Fixture.issued(Fixture.course(), with: [Fixture.webKey()])
    }

    @Test func `cannot be told without the issuer's document, and it is named`() async throws {
        let verdict = await Fixture.verify(try await record())
        #expect(verdict.verdict == .undetermined)
        #expect(verdict.outcome(.proof) == .passed)
        #expect(verdict.problems == ["controller.document-unavailable"])
        let check = verdict.checks.first { $0.name == .controller }
        #expect(check?.message.contains(Fixture.controllerURL) == true)
    }

    @Test func `is the issuer, with its document`() async throws {
        let verdict = await Fixture.verify(
            try await record(), documents: [try Fixture.controllerDocument()])
        #expect(verdict.problems == [])
    }

    @Test func `is nobody to trust where the document lists the key for something else`()
        async throws
    {
        let document = try Fixture.controllerDocument(purpose: "authentication")
        let verdict = await Fixture.verify(try await record(), documents: [document])
        #expect(verdict.problems == ["controller.key-not-for-purpose"])
    }

    @Test func `is nobody to trust where the document has another key`() async throws {
        let document = try Fixture.controllerDocument(key: 2)
        let verdict = await Fixture.verify(try await record(), documents: [document])
        #expect(verdict.problems == ["controller.key-not-listed"])
    }

    @Test func `is nobody to trust where the document is somebody else's`() async throws {
        let document = try Fixture.controllerDocument(id: "https://elsewhere.example/")
        let verdict = await Fixture.verify(try await record(), documents: [document])
        #expect(verdict.problems == ["proof.key-invalid", "controller.document-unusable"])
    }

    @Test func `is not the issuer where the key is another's`() async throws {
        let other = try Fixture.issuingKey(3)
        let forged = IssuingKey(
            signer: other.signer, issuer: Fixture.controllerURL,
            verificationMethod: other.verificationMethod)
        await #expect(throws: IssuanceError.self) {
            _ = try await Fixture.issued(Fixture.course(), with: [forged])
        }
        let bytes = Fixture.replacing(
            other.issuer + "\",\"type\"", Fixture.controllerURL + "\",\"type\"",
            in: try await Fixture.issued(Fixture.course(), with: [other]))
        let verdict = await Fixture.verify(bytes)
        #expect(verdict.problems.contains("controller.not-the-issuer"))
        #expect(verdict.verdict == .failed)
    }
}
