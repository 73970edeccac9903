import JSONText
import RecordPages

/// A small record of our own, with what the pages must be able to show.
enum Fixture {
    static let record = #"""
        {"@context": ["https://www.w3.org/ns/credentials/v2"], "id": "urn:uuid:1",
         "type": ["VerifiableCredential", "ClrCredential"], "name": "Degree and courses",
         "issuer": {"id": "did:web:alder.example", "type": ["Profile"],
            "name": "Alder Valley University", "email": "registrar@alder.example"},
         "validFrom": "2026-06-03T00:00:00Z", "partial": true, "shelf": {"row": [7, "B"]},
         "credentialSubject": {"id": "did:example:iris", "type": ["ClrSubject"],
            "identifier": [{"type": "IdentityObject", "hashed": false,
                "identityType": "name", "identityHash": "Iris Tamm"}],
            "verifiableCredential": [
              {"type": ["VerifiableCredential", "AchievementCredential"], "id": "urn:c:0",
               "issuer": {"id": "did:web:alder.example", "name": "Alder Valley University"},
               "validFrom": "2026-06-03T00:00:00Z",
               "evidence": {"id": "https://alder.example/report", "type": "Evidence",
                  "name": "Field report"},
               "endorsement": {"type": ["VerifiableCredential", "EndorsementCredential"],
                  "issuer": {"id": "did:web:health.example", "name": "County Health"},
                  "validFrom": "2026-05-02T00:00:00Z",
                  "credentialSubject": {"id": "urn:c:0", "type": "EndorsementSubject",
                     "endorsementComment": "Well taught."}},
               "credentialSubject": {"type": ["AchievementSubject"], "term": "Autumn 2024",
                  "creditsEarned": 4, "result": [{"type": ["Result"],
                     "resultDescription": "urn:g", "value": "A"}],
                  "achievement": {"id": "urn:a:0", "type": ["Achievement"],
                     "achievementType": "Course", "humanCode": "PH 210",
                     "name": "Epidemiology", "description": "Measures of disease.",
                     "criteria": {"narrative": "Two examinations."},
                     "resultDescription": [{"id": "urn:g", "type": ["ResultDescription"],
                        "name": "Grade", "resultType": "LetterGrade",
                        "allowedValue": ["C", "B", "A"], "requiredValue": "C"}]}}},
              {"type": ["VerifiableCredential", "AchievementCredential"], "id": "urn:c:1",
               "issuer": {"id": "did:web:rescue.example", "name": "Rescue Service"},
               "validFrom": "2025-01-09T00:00:00Z",
               "credentialSubject": {"type": ["AchievementSubject"],
                  "achievement": {"id": "urn:a:1", "type": ["Achievement"],
                     "achievementType": "Certificate", "name": "Primeros auxilios",
                     "inLanguage": "es", "description": "Curso de campo.",
                     "criteria": {"narrative": "Un examen."}}}}],
            "achievement": {"id": "urn:a:2", "type": ["Achievement"], "name": "Capstone",
               "description": "Optional.", "criteria": {}},
            "association": [
               {"type": "Association", "associationType": "isParentOf", "sourceId": "urn:a:0",
                "targetId": "urn:a:1"},
               {"type": "Association", "associationType": "isChildOf", "sourceId": "urn:a:0",
                "targetId": "urn:a:1"},
               {"type": "Association", "associationType": "precedes", "sourceId": "urn:a:0",
                "targetId": "urn:elsewhere"}]}}
        """#

    static let first = "/credentialSubject/verifiableCredential/0"
    static let second = "/credentialSubject/verifiableCredential/1"

    static let issuer = VerdictView.Party(
        id: "did:web:alder.example", name: "Alder Valley University", domain: "alder.example")

    static func verdict(
        _ answer: VerdictView.Answer, checks: [CheckView] = [], contents: [VerdictView]? = nil
    ) -> VerdictView {
        VerdictView(
            answer: answer, kind: "ClrCredential", standard: "CLR 2.0", id: "urn:uuid:1",
            name: "Degree and courses", issuer: issuer, subjectID: "did:example:iris",
            checkedAt: "2026-11-23T09:41:00Z", checks: checks,
            contents: contents ?? [inner(first, .verified), inner(second, .verified)])
    }

    static func inner(
        _ at: String, _ answer: VerdictView.Answer, checks: [CheckView] = []
    ) -> VerdictView {
        VerdictView(
            answer: answer, kind: "AchievementCredential", standard: "OB 3.0", at: at,
            checks: checks)
    }

    static func check(
        _ name: String, _ outcome: CheckView.Outcome, code: String? = nil, message: String? = nil,
        question: String = "wellFormed", at: String? = nil
    ) -> CheckView {
        CheckView(
            name: name, question: question, outcome: outcome, code: code, message: message,
            at: at, spec: "VER-01")
    }

    static func input(
        _ text: String = record, verdict: VerdictView? = nil, site: Site = Site()
    ) throws -> RecordPageInput {
        let bytes = Array(text.utf8)
        return RecordPageInput(
            verdict: verdict ?? Self.verdict(.verified),
            credential: try JSONDocument(parsing: bytes).root, source: bytes, site: site)
    }

    static func page(_ text: String = record, verdict: VerdictView? = nil) throws -> RecordPage {
        RecordPage(try input(text, verdict: verdict))
    }

    /// A record with one credential whose achievement has this JSON.
    static func record(achievement: String, subject: String = "") -> String {
        """
        {"type": ["VerifiableCredential", "ClrCredential"], "name": "R", "issuer": "urn:i",
         "credentialSubject": {"verifiableCredential": [{"issuer": "urn:i",
            "credentialSubject": {"achievement": \(achievement)\(subject)}}]}}
        """
    }
}

/// The page without its source, where everything would be found anyway.
func beforeSource(_ html: String) -> String {
    String(html.split(separator: "id=\"source\"", maxSplits: 1).first ?? "")
}
