import Credentials
import Issuance
import JSONText
import KeyMaterial

extension Seeds {
    static func draft() -> [[UInt8]] {
        bytes([
            #"""
            {"draft": 1, "name": "Record", "learner": {"name": "A", "email": "a@b.example",
            "studentId": 7, "hashed": true}, "courses": [{"template": "T@1", "key": "t",
            "term": "Spring", "earned": 2, "grade": "B", "results": [{"key": "n", "level": "Good"}],
            "awarded": "2026-06-12T12:00:00+01:00", "parent": "c"}], "achievements": [{"key": "c",
            "type": "Certificate", "name": "C", "description": "d", "criteria": {"url":
            "https://a.example/c"}, "outcome": "Completed", "evidence": {"text": "seen"}}],
            "associations": [{"from": "t", "relation": "precedes", "to": "c"}],
            "endorsements": [{"target": "c", "comment": "yes"}], "validUntil":
            "2030-01-01T00:00:00Z", "refresh": "https://a.example/r", "status": {"list":
            "https://a.example/s", "index": 3}, "vocabularies": {"terms": ["Spring"]}}
            """#,
            #"""
            {"draft": 1, "kind": "badge", "issuer": {"id": "did:web:a.example", "name": "A"},
            "learner": {"id": "urn:uuid:1"}, "achievements": {"name": "B", "description": "d",
            "criteria": "c", "image": {"file": "<svg xmlns='http://www.w3.org/2000/svg'></svg>"},
            "percent": 50, "gpa": "3.5", "alignment": {"name": "x", "url": "https://a.example/x"}}}
            """#,
            #"{"draft": 1, "endorse": {"target": "urn:x:1", "comment": "good"}, "name": "E"}"#,
        ])
    }

    static func templates() -> [JSONDocument] {
        let texts = [
            #"""
            {"template": "T", "version": "1", "name": "T", "description": "d", "criteria": "c",
            "credits": 3, "results": [{"key": "grade", "type": "LetterGrade", "allowed":
            ["C", "B", "A"]}, {"key": "n", "rubric": [{"name": "Good"}, {"name": "Best"}]}]}
            """#
        ]
        return texts.compactMap { try? JSONDocument(parsing: Array($0.utf8)) }
    }

    /// A key under whatever name the draft has for its issuer.
    static func draftKey(for draft: JSONValue) -> IssuingKey? {
        let secret = [UInt8](repeating: 3, count: 32)
        guard let signer = try? PrivateKey(type: .ed25519, secret: secret) else { return nil }
        guard let issuer = Credential(draft).issuerID else {
            return IssuingKey(selfContained: signer)
        }
        return IssuingKey(signer: signer, issuer: issuer, verificationMethod: "\(issuer)#1")
    }
}
