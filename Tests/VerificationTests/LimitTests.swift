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
        return verdict.checks.filter {
            $0.at?.description.hasPrefix("/credentialSubject/achievement/") == true
                && $0.name == .shape
        }.count
    }

    @Test func `holds for the faults of one kind that are told`() async {
        let first = await told(1)
        #expect(first >= 1)
        #expect(await told(Limits.toldFaults - 1) == Limits.toldFaults - 1)
        #expect(await told(Limits.toldFaults + 20) <= Limits.toldFaults)
        #expect(await told(Limits.toldFaults + 20) >= Limits.toldFaults - 1)
    }
}
