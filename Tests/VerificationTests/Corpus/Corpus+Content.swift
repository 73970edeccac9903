import Credentials
import Issuance
import JSONText

@testable import Verification

extension Corpus {
    private static let extensions = "\"https://purl.imsglobal.org/spec/ob/v3p0/extensions.json\""
    private static let badges = "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\""
    private static let model = "\"https://www.w3.org/ns/credentials/v2\""
    private static let schema = "https://purl.imsglobal.org/spec/ob/v3p0/schema"

    /// Signed over its JSON, so that only the contexts or terms are wrong.
    private static func signed(_ old: String, _ new: String) async throws -> [UInt8] {
        try await Workshop.signed(Workshop.badge(), changed: [(old, new)])
    }

    /// Signed over the statements, and changed afterwards.
    private static func forged(_ old: String, _ new: String) async throws -> [UInt8] {
        try await Workshop.forged(Workshop.badge(), (old, new))
    }

    @Sendable static func contextsAndTerms() async throws -> [CorpusRecord] {
        let hobby = extensions + ",\n    {\"hobby\": \"https://hollin.example/terms#hobby\"}"
        let own = "https://hollin.example/context.json"
        return [
            CorpusRecord(
                "own-term", "A term of the issuer's own, defined in the credential.", .verified,
                ["terms.all-defined"],
                try Workshop.signed(
                    try Workshop.changed(
                        Workshop.unsigned(try await Workshop.issued(Workshop.badge())),
                        [
                            (extensions, hobby),
                            ("\"name\": \"Algebra\",\n  \"cred", "\"hobby\": \"chess\",\n  \"cred"),
                        ]),
                    suite: Suites.rdf)),
            CorpusRecord(
                "own-context", "A context of the issuer's own, which the reader has.", .verified,
                ["terms.all-defined"], try await signed(extensions, extensions + ", \"\(own)\""),
                for: .init(documents: [
                    (
                        own,
                        Array(
                            #"{"@context": {"hobby": "https://hollin.example/terms#hobby"}}"#.utf8)
                    )
                ])),
            CorpusRecord(
                "context-missing", "There is no context.", .failed,
                [
                    "context.missing", "shape.member-missing", "proof.not-canonicalizable",
                    "terms.undefined", "schema.does-not-fit"],
                try await forged("\"@context\"", "\"context\"")),
            CorpusRecord(
                "first-context-unknown", "The first context is none of the standard's.", .failed,
                ["context.unknown-first", "context.unavailable", "terms.context-unavailable", "schema.does-not-fit"],
                try await signed(model, "\"https://elsewhere.example/\"")),
            CorpusRecord(
                "contexts-in-another-order", "The contexts stand in another order.", .failed,
                ["context.wrong-order", "schema.does-not-fit"], try await signed(badges, extensions)),
            CorpusRecord(
                "context-unavailable", "A context could not be had.", .undetermined,
                ["context.unavailable", "terms.context-unavailable"],
                try await signed(extensions, "\"https://nowhere.example/context.json\"")),
            CorpusRecord(
                "context-invalid", "A context that does not follow JSON-LD.", .failed,
                ["context.invalid"],
                try await signed(extensions, extensions + ", {\"@version\": 7}")),
            CorpusRecord(
                "protected-term-redefined", "A context redefines a term of the standard.",
                .failed, ["context.protected-term-redefined"],
                try await signed(
                    extensions, extensions + ", {\"name\": \"https://evil.example/name\"}")),
            CorpusRecord(
                "term-undefined", "A member that no context defines was put in.", .failed,
                ["terms.undefined", "proof.not-canonicalizable"],
                try await forged(
                    "\"name\": \"Algebra\",\n  \"cred",
                    "\"name\": \"Algebra\",\n  \"hobby\": \"chess\",\n  \"cred")),
            CorpusRecord(
                "term-undefined-in-signed-json",
                "A member that no context defines: the signature over the JSON covers it.",
                .verified, ["terms.undefined-but-signed-as-text"],
                try await signed(
                    "\"name\": \"Algebra\",\n  \"cred",
                    "\"name\": \"Algebra\",\n  \"hobby\": \"chess\",\n  \"cred")),
            CorpusRecord(
                "not-json-ld", "A number stands where JSON-LD wants an identifier.", .failed,
                ["terms.invalid-json-ld", "proof.not-canonicalizable", "shape.wrong-json-type", "schema.does-not-fit"],
                try await forged("\"id\": \"did:example:ada\"", "\"id\": 7")),
        ]
    }

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
                "class-unknown", "A class that is not known here, with the schema of another.", .failed,
                ["type.no-known-class", "terms.undefined-but-signed-as-text", "schema.does-not-fit"],
                try await signed("\"AchievementCredential\"", "\"LibraryCard\"")),
            CorpusRecord(
                "member-missing", "An achievement without criteria.", .failed,
                ["shape.member-missing", "schema.does-not-fit"], try await signed("\"criteria\"", "\"criterion\"")),
            CorpusRecord(
                "description-a-number", "The description is a number.", .failed,
                ["shape.wrong-json-type", "schema.does-not-fit"],
                try await signed("\"description\": \"Groups and rings.\"", "\"description\": 7")),
            CorpusRecord(
                "class-of-the-subject", "The subject is of another class.", .failed,
                ["shape.wrong-class", "schema.does-not-fit"], try await signed("\"AchievementSubject\"", "\"Subject\"")),
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
        "\(schema)/json/ob_v3p0_achievementcredential_schema.json"
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

    @Sendable static func dates() async throws -> [CorpusRecord] {
        let start = "\"validFrom\": \"2026-03-01T12:00:00Z\""
        return [
            CorpusRecord(
                "in-force", "Between its start and its end.", .verified, ["period.in-force"],
                try await Workshop.issued(
                    Workshop.badge(top: #""validUntil": "2030-01-01T00:00:00Z""#))),
            CorpusRecord(
                "with-another-zone", "Its start is written in the zone of Newfoundland.",
                .verified, ["period.in-force"],
                try await signed(start, "\"validFrom\": \"2026-03-01T08:30:00-03:30\"")),
            CorpusRecord(
                "expired", "It has ended.", .failed, ["period.expired"],
                try await Workshop.issued(
                    Workshop.badge(top: #""validUntil": "2026-03-02T00:00:00Z""#)), for: later),
            CorpusRecord(
                "not-yet", "It has not begun.", .failed, ["period.not-yet-valid"],
                try await signed(start, "\"validFrom\": \"2096-03-01T12:00:00Z\"")),
            CorpusRecord(
                "thirteenth-month", "It begins in the thirteenth month.", .failed,
                ["period.invalid-date"],
                try await signed(start, "\"validFrom\": \"2026-13-01T12:00:00Z\"")),
            CorpusRecord(
                "without-a-zone", "Its start has no time zone.", .verified,
                ["period.zone-missing"],
                try await signed(start, "\"validFrom\": \"2026-03-01T12:00:00\"")),
            CorpusRecord(
                "without-a-start", "It does not say when it begins.", .failed,
                ["period.no-start", "shape.member-missing", "schema.does-not-fit"],
                try await signed(start + ",\n  ", "")),
            CorpusRecord(
                "end-before-start", "It ends before it begins.", .failed,
                ["dates.end-before-start", "period.expired"],
                try await signed(start, "\"validUntil\": \"2020-01-01T00:00:00Z\", " + start)),
            CorpusRecord(
                "activity-backwards", "The course ended before it began.", .verified,
                ["dates.end-before-start"],
                try await Workshop.issued(
                    Workshop.badge(
                        subject:
                            #""activityStartDate": "2026-02-01T00:00:00Z", "activityEndDate": "2025-02-01T00:00:00Z""#
                    ))),
        ]
    }

    @Sendable static func controllers() async throws -> [CorpusRecord] {
        let badge = try await Workshop.issued(Workshop.badge(), by: [Workshop.published()])
        let web = "did:web:hollin.example"
        let multikey = try Workshop.document(key: "Mill")
        let otherKey = "https://hollin.example/keys/1"
        let own = try Workshop.key("Hollin published").publicKey.multibase
        let named = IssuingKey(
            signer: try Workshop.key("Hollin published"), issuer: Workshop.address,
            verificationMethod: otherKey,
            profile: Workshop.profile(Workshop.address, "Hollin University"))
        let single = """
            {"id": "\(otherKey)", "type": "Multikey", "controller": "\(Workshop.address)",
            "publicKeyMultibase": "\(own)"}
            """
        let contradicting = """
            {"id": "\(Workshop.address)", "assertionMethod": [
            \(single.replacing(own, with: try Workshop.key("Mill").publicKey.multibase))]}
            """
        return [
            CorpusRecord(
                "by-address", "The issuer's document lists the key.", .verified,
                ["controller.is-the-issuer"], badge,
                for: .init(documents: [try Workshop.document()])),
            CorpusRecord(
                "by-did-web", "The issuer is a did:web, and its document lists the key.",
                .verified, ["controller.is-the-issuer"],
                try await Workshop.issued(Workshop.badge(), by: [Workshop.published(web)]),
                for: .init(documents: [
                    try Workshop.document(web, at: "https://hollin.example/.well-known/did.json")
                ])),
            CorpusRecord(
                "by-did-jwk", "The issuer is a did:jwk.", .verified, ["controller.is-the-issuer"],
                try await Workshop.issued(
                    Workshop.badge(), by: [CorpusKeys.issuer(Workshop.key("jwk"))])),
            CorpusRecord(
                "key-retired-later", "The key was withdrawn after this was signed.", .verified,
                ["controller.is-the-issuer"], badge,
                for: .init(
                    now: later.now,
                    documents: [
                        try Workshop.document(ending: #""revoked": "2026-04-01T00:00:00Z""#)
                    ])),
            CorpusRecord(
                "key-retired-before", "The key had been withdrawn when this was signed.", .failed,
                ["controller.key-retired"], badge,
                for: .init(
                    now: later.now,
                    documents: [
                        try Workshop.document(ending: #""revoked": "2026-02-01T00:00:00Z""#)
                    ])),
            CorpusRecord(
                "document-unavailable", "The issuer's document could not be had.", .undetermined,
                ["controller.document-unavailable", "proof.key-unavailable"], badge),
            CorpusRecord(
                "document-of-somebody-else", "What stands there is somebody else's.", .failed,
                ["controller.document-unusable", "proof.key-invalid"], badge,
                for: .init(documents: [
                    try Workshop.document(controller: "https://elsewhere.example/")
                ])),
            CorpusRecord(
                "key-not-listed", "The issuer's document lists another key.", .failed,
                ["controller.key-not-listed"],
                try await Workshop.token(
                    Workshop.badge(),
                    by: IssuingKey(
                        signer: Workshop.key("Hollin published"), issuer: Workshop.address,
                        verificationMethod: "\(Workshop.address)#\(own)",
                        profile: Workshop.profile(Workshop.address, "Hollin University"))),
                for: .init(documents: [multikey])),
            CorpusRecord(
                "key-for-another-purpose", "The key is listed to authenticate.", .failed,
                ["controller.key-not-for-purpose"], badge,
                for: .init(documents: [try Workshop.document(purpose: "authentication")])),
            CorpusRecord(
                "key-differs", "The issuer lists another key under this name.", .failed,
                ["controller.key-differs"],
                try await Workshop.issued(Workshop.badge(), by: [named]),
                for: .init(documents: [
                    (otherKey, Array(single.utf8)), (Workshop.address, Array(contradicting.utf8)),
                ])),
            CorpusRecord(
                "another-issuers-key", "The key is another issuer's.", .failed,
                ["controller.not-the-issuer"],
                try Workshop.signed(
                    try Workshop.unsigned(try await Workshop.issued(Workshop.badge())),
                    by: Workshop.university(name: "Mill of Degrees"))),
            CorpusRecord(
                "method-unsupported", "A DID method that is not supported here.", .undetermined,
                ["controller.did-method-unsupported", "proof.key-unavailable"],
                try await Workshop.issued(
                    Workshop.badge(), by: [Workshop.published("did:example:hollin")])),
            CorpusRecord(
                "method-is-none", "The name of the key is no URL.", .failed,
                ["controller.verification-method-invalid", "proof.key-invalid"],
                try await Workshop.signed(
                    Workshop.badge(), changed: [], options: { $0.verificationMethod = "my key" })),
            CorpusRecord(
                "issuer-not-named", "The credential names no issuer.", .failed,
                ["controller.issuer-not-named", "shape.member-missing", "schema.does-not-fit"],
                try await signed("\"issuer\"", "\"publisher\"")),
        ]
    }
}
