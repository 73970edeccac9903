import JSONText
import RecordDocuments
import RecordPages

/// Records of our own, and the documents that are made of them.
enum Fixture {
    static let fileName = "record.json"

    /// One achievement of a record, as JSON.
    static func achievement(
        _ number: Int, name: String, kind: String = "Course", subject: String = "",
        further: String = "", language: String? = nil
    ) -> String {
        let language = language.map { "\"inLanguage\": \"\($0)\"," } ?? ""
        return """
            {"type": ["VerifiableCredential", "AchievementCredential"], "id": "urn:c:\(number)",
             "issuer": {"id": "did:web:alder.example", "name": "Alder Valley University"},
             "validFrom": "2026-06-03T00:00:00Z"\(further),
             "credentialSubject": {"type": ["AchievementSubject"], "term": "Autumn 2024",
               "creditsEarned": 4, "result": [{"type": ["Result"], "resultDescription": "urn:g",
                 "value": "A"}]\(subject),
               "achievement": {"id": "urn:a:\(number)", "type": ["Achievement"], \(language)
                 "achievementType": "\(kind)", "humanCode": "PH \(number)", "name": \(quoted(name)),
                 "description": "Measures of disease.",
                 "criteria": {"narrative": "Two examinations."},
                 "resultDescription": [{"id": "urn:g", "type": ["ResultDescription"],
                   "name": "Grade", "resultType": "LetterGrade",
                   "allowedValue": ["C", "B", "A"], "requiredValue": "C"}]}}}
            """
    }

    static func record(
        _ achievements: [String], learner: String = "Iris Tamm",
        name: String = "Degree and courses",
        further: String = ""
    ) -> String {
        """
        {"@context": ["https://www.w3.org/ns/credentials/v2"], "id": "urn:uuid:1",
         "type": ["VerifiableCredential", "ClrCredential"], "name": \(quoted(name)),
         "issuer": {"id": "did:web:alder.example", "type": ["Profile"],
           "name": "Alder Valley University", "url": "https://alder.example/a(b)'c"},
         "validFrom": "2026-06-03T00:00:00Z"\(further),
         "credentialSubject": {"id": "did:example:iris", "type": ["ClrSubject"],
           "identifier": [{"type": "IdentityObject", "hashed": false, "identityType": "name",
             "identityHash": \(quoted(learner))}],
           "verifiableCredential": [\(achievements.joined(separator: ",\n"))]}}
        """
    }

    static let plain = record([
        achievement(210, name: "Epidemiology"),
        achievement(
            7, name: "First aid", kind: "Certificate",
            further: #"""
                , "evidence": {"id": "https://alder.example/report", "type": "Evidence",
                  "name": "Field report"},
                "endorsement": {"type": ["VerifiableCredential", "EndorsementCredential"],
                  "issuer": {"id": "did:web:health.example", "name": "County Health"},
                  "credentialSubject": {"id": "urn:c:7", "type": "EndorsementSubject",
                    "endorsementComment": "Well taught."}}
                """#),
    ])

    static func verdict(
        _ answer: VerdictView.Answer, count: Int, inner: VerdictView.Answer = .verified
    ) -> VerdictView {
        let checks = [
            CheckView(
                name: "proof", question: "intact",
                outcome: answer == .verified ? .passed : .failed,
                code: answer == .verified ? nil : "proof.signature-invalid",
                message: answer == .verified ? nil : "the signature fits other words",
                spec: "VER-08")
        ]
        return VerdictView(
            answer: answer, kind: "ClrCredential", standard: "CLR 2.0", id: "urn:uuid:1",
            name: "Degree and courses",
            issuer: .init(
                id: "did:web:alder.example", name: "Alder Valley University",
                domain: "alder.example"), subjectID: "did:example:iris",
            checkedAt: "2026-11-23T09:41:00Z", checks: checks,
            contents: (0..<count).map { index in
                VerdictView(
                    answer: inner, kind: "AchievementCredential", standard: "OB 3.0",
                    at: "/credentialSubject/verifiableCredential/\(index)", checks: checks)
            })
    }

    static func document(
        _ text: String = plain, answer: VerdictView.Answer = .verified,
        inner: VerdictView.Answer = .verified
    ) throws -> RecordDocument {
        let bytes = Array(text.utf8)
        let credential = try JSONDocument(parsing: bytes).root
        let count = credential["credentialSubject"]?["verifiableCredential"]?.count ?? 0
        return RecordDocument(
            RecordPage(
                RecordPageInput(
                    verdict: verdict(answer, count: count, inner: inner), credential: credential,
                    source: bytes)),
            original: .init(bytes: bytes, fileName: fileName, mediaType: "application/json"))
    }

    static func quoted(_ text: String) -> String {
        String(decoding: JSON.string(text).serialized(), as: UTF8.self)
    }
}

extension RecordDocument {
    /// All lines in order, for tests of what is said.
    var lines: [Line] {
        pieces.flatMap { piece -> [Line] in
            switch piece {
            case .verdict(let panel): [panel.lead] + panel.lines
            case .heading(let heading): [heading.line]
            case .text(let lines, _): lines
            case .table(let table): table.rows.flatMap { $0.cells.flatMap(\.self) }
            case .space: []
            }
        }
    }
}
