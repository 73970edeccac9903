import Credentials
import Issuance
import JSONText

@testable import Verification

extension Corpus {
    @Sendable static func shape() async throws -> [CorpusRecord] {
        let identity = """
            "identifier": [{"type": "IdentityObject", "hashed": false, "identityHash": "1",
            "identityType": "name", "shoeSize": "7"}], "type": [
                  "AchievementSubject"
            """
        return [
            CorpusRecord(
                "no-type", "There is no type.", .failed,
                [
                    "type.missing", "context.missing", "shape.no-model", "proof.missing",
                    "period.no-start",
                ],
                "{}"),
            CorpusRecord(
                "no-credential", "A type, and not a credential's.", .failed,
                ["type.not-a-credential", "context.missing", "proof.missing", "period.no-start"],
                #"{"type": "Assertion"}"#),
            CorpusRecord(
                "class-unknown", "A class that is not known here, with the schema of another.",
                .failed,
                [
                    "type.no-known-class", "terms.undefined-but-signed-as-text",
                    "schema.does-not-fit",
                ],
                try await signed("\"AchievementCredential\"", "\"LibraryCard\"")),
            CorpusRecord(
                "member-missing", "An achievement without criteria.", .failed,
                ["shape.member-missing", "schema.does-not-fit"],
                try await signed("\"criteria\"", "\"criterion\"")),
            CorpusRecord(
                "description-a-number", "The description is a number.", .failed,
                ["shape.wrong-json-type", "schema.does-not-fit"],
                try await signed("\"description\": \"Groups and rings.\"", "\"description\": 7")),
            CorpusRecord(
                "class-of-the-subject", "The subject is of another class.", .failed,
                ["shape.wrong-class", "schema.does-not-fit"],
                try await signed("\"AchievementSubject\"", "\"Subject\"")),
            CorpusRecord(
                "member-of-a-closed-class", "An identifier with a member that it does not know.",
                .failed, ["shape.member-unknown", "schema.does-not-fit"],
                try await signed("\"type\": [\n      \"AchievementSubject\"", identity)),
            CorpusRecord(
                "term-of-no-list", "A kind of result that the list of such kinds does not have.",
                .failed, ["shape.not-in-vocabulary", "schema.does-not-fit"],
                try await Workshop.signed(
                    graded(
                        "Grade", described: #""resultType": "LetterGrade""#,
                        achieved: #""value": "A""#),
                    changed: [("\"LetterGrade\"", "\"Letter\"")])),
            CorpusRecord(
                "identifiers-empty", "Nobody is named, in an empty list.", .failed,
                ["shape.subject-identifier-empty"],
                try await signed("\"id\": \"did:example:ada\"", "\"identifier\": []")),
            CorpusRecord(
                "criteria-empty", "Criteria that say nothing.", .failed, ["shape.criteria-empty"],
                try await signed("\"narrative\": \"Pass the examination.\"", "")),
            CorpusRecord(
                "name-in-languages", "A name as a map of languages, read all the same.",
                .verified, ["shape.tolerated"],
                try await signed(
                    "\"name\": \"Algebra\",\n      \"desc",
                    "\"name\": {\"en\": \"Algebra\", \"ar\": \"الجبر\"},\n      \"desc")),
        ]
    }

    private static let published =
        "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"
    private static let course = "https://schemas.hollin.example/course.json"

    /// A badge that names a schema of the issuer's own.
    private static func underSchema(_ kind: String = "1EdTechJsonSchemaValidator2019") async throws
        -> [UInt8]
    {
        try await Workshop.signed(
            Workshop.badge(),
            changed: [(published, course), ("1EdTechJsonSchemaValidator2019", kind)])
    }

    /// The JSON Schemas that a credential names.
    @Sendable static func schemas() async throws -> [CorpusRecord] {
        func demanding(_ member: String) -> CorpusRecord.Reader {
            let text = """
                {"$schema": "https://json-schema.org/draft/2020-12/schema",
                 "required": ["\(member)"]}
                """
            return .init(documents: [(course, Array(text.utf8))])
        }
        return [
            CorpusRecord(
                "fits", "A schema of the issuer's own, which it fits.", .verified,
                ["schema.fits"], try await underSchema(), for: demanding("name")),
            CorpusRecord(
                "does-not-fit", "A schema of the issuer's own wants a member more.", .failed,
                ["schema.does-not-fit"], try await underSchema(), for: demanding("evidence")),
            CorpusRecord(
                "unavailable", "A schema that has to be run could not be had.", .undetermined,
                ["schema.unavailable"], try await underSchema()),
            CorpusRecord(
                "not-at-hand", "A schema that may be left out could not be had.", .verified,
                ["schema.not-at-hand"], try await underSchema("JsonSchema")),
            CorpusRecord(
                "of-another-kind", "A schema of a kind that is not run here.", .verified,
                ["schema.type-unsupported"], try await underSchema("ShaclShapes")),
            CorpusRecord(
                "not-asked-for-a-forgery", "Whoever forged it is not asked for a schema.", .failed,
                ["schema.not-asked", "proof.signature-invalid"],
                try Workshop.changed(try await underSchema(), [("Groups", "Lattices")])),
        ]
    }
}
