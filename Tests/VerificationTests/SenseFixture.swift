import Credentials
import JSONText

@testable import Verification

/// Records without proofs, for the questions of sense: these ask no signature.
enum SenseFixture {
    static let now = Fixture.now

    static func id(_ number: Int) -> String {
        let digits = String(number)
        return "urn:uuid:00000000-0000-4000-8000-"
            + String(repeating: "0", count: 12 - digits.utf8.count) + digits
    }

    /// A course with members of its credential, subject and achievement in front of the usual ones.
    static func course(
        _ number: Int, credential: String = "", subject: String = "", achievement: String = "",
        learner: String = "did:example:ada"
    ) -> String {
        """
        {\(credential)"@context": ["https://www.w3.org/ns/credentials/v2",
          "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
         "id": "urn:x:credential:\(number)",
         "type": ["VerifiableCredential", "AchievementCredential"],
         "issuer": {"id": "https://hollin.example/", "type": ["Profile"]},
         "validFrom": "2026-01-01T00:00:00Z",
         "credentialSubject": {\(subject)"id": "\(learner)", "type": ["AchievementSubject"],
          "achievement": {\(achievement)"id": "\(id(number))", "type": ["Achievement"],
           "name": "Course \(number)", "description": "D", "criteria": {"narrative": "N"}}}}
        """
    }

    static func record(
        _ parts: [String], subject: String = "", credential: String = ""
    ) -> String {
        """
        {\(credential)"@context": ["https://www.w3.org/ns/credentials/v2",
          "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
          "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
         "id": "urn:x:record", "type": ["VerifiableCredential", "ClrCredential"],
         "name": "Record", "issuer": {"id": "https://hollin.example/", "type": ["Profile"]},
         "validFrom": "2026-03-01T12:00:00Z",
         "credentialSubject": {\(subject)"id": "did:example:ada", "type": ["ClrSubject"],
          "verifiableCredential": [\(parts.joined(separator: ","))]}}
        """
    }

    static func association(_ source: Int, _ type: String, _ target: Int) -> String {
        """
        {"type": "Association", "associationType": "\(type)",
         "sourceId": "\(id(source))", "targetId": "\(id(target))"}
        """
    }

    static func associations(_ all: [String]) -> String {
        "\"association\": [\(all.joined(separator: ","))], "
    }

    /// What the questions of sense answer of the credential itself.
    static func answers(_ text: String, now: Timestamp = now) throws -> [Check] {
        let credential = Credential(try Fixture.document(text).root)
        let sense = credential.kind == .clrCredential ? RecordSense(of: credential) : nil
        return SenseChecks(
            credential: credential, now: now, leewaySeconds: 0,
            isSelective: RecordSense.isSelective(credential, nil), sense: sense
        ).answers
    }

    static func codes(_ text: String, now: Timestamp = now) throws -> [String] {
        try answers(text, now: now).map(\.code)
    }

    /// The answers of everything inside, as a verification gives them.
    static func contents(_ text: String) async -> [Verdict] {
        await Fixture.verify(Array(text.utf8)).contents
    }
}
