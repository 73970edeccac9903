import Credentials
import Issuance
import JSONText

@testable import Verification

extension Corpus {
    private static let extensions = "\"https://purl.imsglobal.org/spec/ob/v3p0/extensions.json\""
    private static let badges = "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\""
    private static let model = "\"https://www.w3.org/ns/credentials/v2\""

    /// Signed over its JSON, so that only what was changed before is wrong.
    static func signed(_ old: String, _ new: String) async throws -> [UInt8] {
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
                ["terms.all-defined", "context.inline-not-signed"],
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
                    "terms.undefined", "schema.does-not-fit",
                ],
                try await forged("\"@context\"", "\"context\"")),
            CorpusRecord(
                "first-context-unknown", "The first context is none of the standard's.", .failed,
                [
                    "context.unknown-first", "context.unavailable", "terms.context-unavailable",
                    "schema.does-not-fit",
                ],
                try await signed(model, "\"https://elsewhere.example/\"")),
            CorpusRecord(
                "contexts-in-another-order", "The contexts stand in another order.", .failed,
                ["context.wrong-order", "schema.does-not-fit"], try await signed(badges, extensions)
            ),
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
                "member-empty", "A member with nothing in it was put in.", .verified,
                ["terms.says-nothing"],
                try await forged(
                    "\"name\": \"Algebra\",\n  \"cred",
                    "\"name\": \"Algebra\",\n  \"evidence\": [],\n  \"cred")),
            CorpusRecord(
                "member-empty-and-unknown",
                "A member with nothing in it was put in, and a context that defines it.", .failed,
                ["terms.not-covered", "context.inline-not-signed"],
                try Workshop.changed(
                    try await forged(extensions, hobby),
                    [
                        (
                            "\"name\": \"Algebra\",\n  \"cred",
                            "\"name\": \"Algebra\",\n  \"hobby\": null,\n  \"cred"
                        )
                    ])),
            CorpusRecord(
                "term-undefined-in-signed-json",
                "A member that no context defines: the signature over the JSON covers it.",
                .verified, ["terms.undefined-but-signed-as-text"],
                try await signed(
                    "\"name\": \"Algebra\",\n  \"cred",
                    "\"name\": \"Algebra\",\n  \"hobby\": \"chess\",\n  \"cred")),
            CorpusRecord(
                "not-json-ld", "A number stands where JSON-LD wants an identifier.", .failed,
                [
                    "terms.invalid-json-ld", "proof.not-canonicalizable", "shape.wrong-json-type",
                    "schema.does-not-fit",
                ],
                try await forged("\"id\": \"did:example:ada\"", "\"id\": 7")),
        ]
    }
}
