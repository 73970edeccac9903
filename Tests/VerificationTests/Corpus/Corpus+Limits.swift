import Credentials
import Issuance
import JSONText

@testable import Verification

extension Corpus {
    @Sendable static func limits() async throws -> [CorpusRecord] {
        let deep = """
            {"type": ["VerifiableCredential"], "credentialSubject": {"verifiableCredential": [
            """
        let many = Array(repeating: "{}", count: Limits.embeddedCredentials + 1)
        return [
            CorpusRecord(
                "embedded-too-deep", "Credentials in credentials a hundred times.", .failed,
                ["readable.embedded-too-deep"],
                String(repeating: deep, count: 100) + String(repeating: "]}}", count: 100)),
            CorpusRecord(
                "embedded-too-often", "More credentials inside than the limit.", .failed,
                ["readable.too-many-embedded"],
                """
                {"type": ["VerifiableCredential", "ClrCredential"], "credentialSubject":
                {"verifiableCredential": [\(many.joined(separator: ","))]}}
                """),
            CorpusRecord(
                "objects-too-deep", "Objects in objects three hundred times.", .failed,
                ["terms.limit-exceeded", "proof.too-complex"], try await nested(300)),
        ]
    }

    private static func nested(_ depth: Int) async throws -> [UInt8] {
        let context = "\"https://purl.imsglobal.org/spec/ob/v3p0/extensions.json\""
        let objects =
            String(repeating: "{\"inside\":", count: depth) + "\"\""
            + String(repeating: "}", count: depth)
        return try await Workshop.forged(
            Workshop.badge(),
            (context, context + ",\n    {\"inside\": \"https://hollin.example/terms#inside\"}"),
            ("\"name\": \"Algebra\",\n  \"cred", "\"inside\": \(objects),\n  \"cred"))
    }
}
