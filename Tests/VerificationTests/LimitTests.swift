import Credentials
import JSONText
import Testing

@testable import Verification

/// At each bound it works, one past it the answer names the limit.
@Suite struct `A limit on a verification` {
    /// Faults in the shape of a record with so many achievements that lack their description.
    private func told(_ count: Int) async -> Int {
        let achievements = (0..<count).map {
            """
            {"id": "urn:uuid:00000000-0000-4000-8000-00000000\(1_000 + $0)",
             "type": ["Achievement"], "name": "Algebra", "criteria": {"narrative": "Pass."}}
            """
        }
        let text = """
            {"@context": ["https://www.w3.org/ns/credentials/v2",
              "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
              "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
             "id": "urn:uuid:00000000-0000-4000-8000-000000000001",
             "type": ["VerifiableCredential", "ClrCredential"], "name": "Record",
             "issuer": {"id": "did:example:uni", "type": ["Profile"]},
             "validFrom": "2026-01-01T00:00:00Z",
             "credentialSubject": {"id": "did:example:ada", "type": ["ClrSubject"],
              "achievement": [\(achievements.joined(separator: ","))],
              "verifiableCredential": []}}
            """
        let verdict = await Fixture.verify(Array(text.utf8))
        return verdict.checks.filter { $0.name == .shape && $0.outcome == .failed }.count
    }

    @Test func `holds for the faults of one kind that are told`() async {
        // What else is wrong with the record counts with them.
        let others = await told(1) - 1
        #expect(others < 3)
        let most = Limits.toldFaults - others
        #expect(await told(most - 1) == Limits.toldFaults - 1)
        #expect(await told(most) == Limits.toldFaults)
        #expect(await told(most + 1) == Limits.toldFaults)
        #expect(await told(most + 20) == Limits.toldFaults)
    }

    /// They are counted before any of them is looked at.
    @Test func `holds for the credentials that stand inside`() throws {
        func fault(_ count: Int) throws -> Check? {
            let parts = Array(repeating: "{}", count: count).joined(separator: ",")
            let json = try Fixture.document(
                #"{"credentialSubject":{"verifiableCredential":[\#(parts)]}}"#
            ).root
            let examination = Examination(
                policy: VerificationPolicy(), now: Fixture.now, source: CatalogSource(),
                contexts: ContextShelf())
            return examination.embeddingFault(Credential(json), depth: 0)
        }
        #expect(try fault(Limits.embeddedCredentials) == nil)
        let check = try #require(try fault(Limits.embeddedCredentials + 1))
        #expect(check.code == Code.tooManyEmbedded.rawValue)
        #expect(check.message.contains("\(Limits.embeddedCredentials)"))
    }
}
