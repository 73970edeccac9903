import Credentials
import DIDs
import Foundation
import Issuance
import JSONLD
import JSONText
import Testing

@testable import Verification

/// A signed course with something changed, and the code that the change brings.
struct Change: Sendable, CustomTestStringConvertible {
    let code: String
    let old: String
    let new: String

    init(_ code: String, _ old: String, _ new: String) {
        self.code = code
        self.old = old
        self.new = new
    }

    var testDescription: String { code }
}

@Suite struct `Every code` {
    static let secondContext = "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\""
    static let firstContext = "\"https://www.w3.org/ns/credentials/v2\""
    static let extensions = "\"https://purl.imsglobal.org/spec/ob/v3p0/extensions.json\""
    private static let awarded = "\"awardedDate\":\"2026-03-01T12:00:00Z\""
    static let subject = "\"id\":\"did:example:ada\","

    static let changes: [Change] = [
        Change("type.no-known-class", "\"AchievementCredential\"", "\"LibraryCard\""),
        Change("context.missing", "\"@context\"", "\"context\""),
        Change("context.unknown-first", firstContext, "\"https://x.example/\""),
        Change("context.wrong-order", secondContext, extensions),
        Change("context.older-version", "context-3.0.3", "context-3.0.2"),
        Change("context.invalid", extensions, "{\"@version\": 7}"),
        Change("context.unavailable", extensions, "\"https://x.example/\""),
        Change("terms.context-unavailable", extensions, "\"https://x.example/\""),
        Change("proof.context-unavailable", extensions, "\"https://x.example/\""),
        Change("terms.invalid-json-ld", subject, "\"id\":7,"),
        Change("proof.not-canonicalizable", subject, "\"id\":7,"),
        Change("terms.says-nothing", "\"validFrom\":", "\"evidence\":[],\"validFrom\":"),
        Change(
            "terms.not-covered", extensions + "]",
            extensions + ",{\"@vocab\":\"https://x.example/\"}],\"zzz\":null"),
        Change(
            "context.inline-not-signed", extensions,
            extensions + ",{\"hobby\":\"https://x.example/hobby\"}"),
        Change("shape.member-missing", "\"criteria\"", "\"criterion\""),
        Change(
            "shape.wrong-json-type", "\"description\":\"Groups and rings.\"", "\"description\":7"),
        Change("shape.wrong-class", "[\"AchievementSubject\"]", "[\"Subject\"]"),
        Change("shape.subject-not-identified", subject, ""),
        Change("shape.subject-identifier-empty", subject, "\"identifier\":[],"),
        Change("shape.tolerated", "\"name\":\"Grade\"", "\"name\":{\"en\":\"Grade\"}"),
        Change(
            "shape.member-unknown", subject,
            "\"identifier\":[{\"type\":\"IdentityObject\",\"hashed\":false,\"identityHash\":\"x\","
                + "\"identityType\":\"name\",\"shoeSize\":\"7\"}],"),
        Change("shape.not-in-vocabulary", "\"LetterGrade\"", "\"Letter\""),
        Change("shape.criteria-empty", "{\"narrative\":\"Pass the examination.\"}", "{}"),
        Change("proof.malformed", "\"proofValue\":\"z", "\"proofValue\":\"y"),
        Change("proof.unsupported", "eddsa-rdfc-2022", "eddsa-rdf-2022"),
        Change("proof.none-supported", "eddsa-rdfc-2022", "eddsa-rdf-2022"),
        Change(
            "proof.key-unavailable", "\"verificationMethod\":\"",
            "\"verificationMethod\":\"urn:x:y\",\"nonce\":\""),
        Change("proof.key-invalid", "#z6Mk", "#z6Mz"),
        Change("controller.did-method-unsupported", "\"did:key:", "\"did:example:"),
        Change(
            "controller.verification-method-invalid", "\"verificationMethod\":\"did:key:",
            "\"verificationMethod\":\""),
        Change("controller.issuer-not-named", "\"issuer\"", "\"publisher\""),
        Change("purpose.wrong", "assertionMethod", "authentication"),
        Change(
            "purpose.proof-expired", "\"created\"",
            "\"expires\":\"2020-01-01T00:00:00Z\",\"created\""),
        Change(
            "purpose.created-in-future", "\"created\":\"2026", "\"created\":\"2096"),
        Change("period.not-yet-valid", "\"validFrom\":\"2026", "\"validFrom\":\"2096"),
        Change("period.invalid-date", "\"validFrom\":\"2026-03", "\"validFrom\":\"2026-13"),
        Change(
            "period.zone-missing", "\"validFrom\":\"2026-03-01T12:00:00Z",
            "\"validFrom\":\"2026-03-01T12:00:00"),
        Change("period.no-start", "\"validFrom\"", "\"validSince\""),
        Change(
            "results.unresolved", "\"resultDescription\":\"urn:uuid:0",
            "\"resultDescription\":\"urn:uuid:9"),
        Change("results.value-not-allowed", "\"value\":\"A\"", "\"value\":\"F\""),
        Change("results.status-missing", "\"LetterGrade\"", "\"Status\""),
        Change(
            "dates.end-before-start", "\"validFrom\":",
            "\"validUntil\":\"2020-01-01T00:00:00Z\",\"validFrom\":"),
        Change("results.values-reversed", "[\"C\",\"B\",\"A\"]", "[\"A\",\"B\",\"C\"]"),
        Change(
            "results.range-reversed", "\"allowedValue\":",
            "\"valueMin\":\"2\",\"valueMax\":\"1\",\"allowedValue\":"),
        Change(
            "results.requirement-impossible", "\"allowedValue\":",
            "\"requiredValue\":\"A*\",\"allowedValue\":"),
        Change(
            "results.below-required", "[\"C\",\"B\",\"A\"]",
            "[\"C\",\"A\",\"A+\"],\"requiredValue\":\"A+\""),
        Change(
            "dates.awarded-after-start", awarded, "\"awardedDate\":\"2026-03-01T12:00:01Z\""),
        Change(
            "dates.awarded-in-future", awarded, "\"awardedDate\":\"2096-03-01T12:00:01Z\""),
        Change(
            "dates.zone-missing", awarded, "\"awardedDate\":\"2026-01-01T12:00:00\""),
        Change(
            "dates.not-a-date", awarded, "\"awardedDate\":\"\""),
        Change("credits.negative", "\"creditsEarned\":", "\"creditsEarned\":-"),
        Change(
            "credits.more-than-available", "\"description\":",
            "\"creditsAvailable\":3,\"description\":"),
        Change(
            "identities.empty", subject, "\"identifier\":[{\"identityHash\":\"\"}],"),
        Change(
            "identities.malformed-hash", subject,
            "\"identifier\":[{\"hashed\":true,\"identityHash\":\"x\"}],"),
        Change(
            "identities.hash-not-declared", subject,
            "\"identifier\":[{\"hashed\":false,\"identityHash\":\"md5$"
                + "00112233445566778899aabbccddeeff\"}],"),
        Change(
            "languages.not-well-formed", "\"description\":",
            "\"inLanguage\":\"en_US\",\"description\":"),
        Change("evidence.empty", "\"validFrom\":", "\"evidence\":[{}],\"validFrom\":"),
        Change(
            "evidence.no-address", "\"validFrom\":",
            "\"evidence\":[{\"id\":\"x\"}],\"validFrom\":"),
        Change(
            "evidence.unsafe-address", "\"validFrom\":",
            "\"evidence\":[{\"id\":\"file:x\"}],\"validFrom\":"),
        Change(
            "evidence.private-address", "\"validFrom\":",
            "\"evidence\":[{\"id\":\"https://localhost/\"}],\"validFrom\":"),
        Change(
            "evidence.not-encrypted", "\"validFrom\":",
            "\"evidence\":[{\"id\":\"http://x.example/\"}],\"validFrom\":"),
        Change("readable.json", "x", "x"), Change("type.known", "x", "x"),
        Change("context.in-order", "x", "x"), Change("terms.all-defined", "x", "x"),
        Change("shape.fits", "x", "x"), Change("schema.fits", "x", "x"),
        Change(
            "schema.does-not-fit", "\"description\":\"Groups and rings.\"", "\"description\":7"),
        Change("schema.not-asked", "ob_v3p0_achievementcredential_schema", "another_schema"),
        Change("schema.type-unsupported", "1EdTechJsonSchemaValidator2019", "Shacl2017"),
        Change("proof.signature-fits", "x", "x"), Change("controller.is-the-issuer", "x", "x"),
        Change("purpose.fits", "x", "x"), Change("period.in-force", "x", "x"),
        Change("status.none", "x", "x"), Change("trust.not-checked", "x", "x"),
        Change("entitlement.not-checked", "x", "x"),
        Change(
            "refresh.not-asked", "\"validFrom\":",
            "\"refreshService\":{\"id\":\"https://x.example/\",\"type\":\"X\"},\"validFrom\":"),
    ]

    @Test(arguments: changes)
    func `is given for its reason`(change: Change) async throws {
        let bytes = try await Fixture.issued(Fixture.course())
        let changed = Fixture.replacing(change.old, change.new, in: bytes)
        #expect((changed == bytes) == (change.old == change.new))
        let verdict = await Fixture.verify(changed)
        #expect(verdict.codes.contains(change.code), "\(verdict.problems)")
        let blocks = verdict.checks.first { $0.code == change.code }?.outcome
        if blocks == .failed { #expect(verdict.verdict == .failed) }
        if blocks == .undetermined { #expect(verdict.verdict != .verified) }
    }

    /// Entries of `credentialStatus`, in a credential whose signature holds.
    @Test(arguments: [
        ("{\"type\": \"1EdTechRevocationList\"}", "status.entry-malformed"),
        ("{\"type\": \"Telegram\"}", "status.type-unsupported"),
        (
            "{\"type\": \"BitstringStatusListEntry\", \"statusPurpose\": \"revocation\", "
                + "\"statusListIndex\": \"-1\", \"statusListCredential\": \"https://x.example/\"}",
            "status.entry-malformed"
        ),
        (
            "{\"type\": \"BitstringStatusListEntry\", \"statusPurpose\": \"refresh\", "
                + "\"statusListIndex\": \"1\", \"statusListCredential\": \"https://x.example/\"}",
            "status.other-purpose"
        ),
    ])
    func `of a status entry is given for its reason`(entry: String, code: String) async throws {
        let status = try JSONDocument(parsing: Array("{\"credentialStatus\": \(entry)}".utf8)).root
        let examination = Examination(
            policy: VerificationPolicy(), now: Fixture.now, source: CatalogSource(),
            contexts: ContextShelf())
        let answers = await StatusChecks(
            credential: Credential(status), examination: examination
        ).answers()
        #expect(answers.map(\.code) == [code])
    }

    private static func associated(_ source: Int, _ type: String, _ target: Int) -> String {
        SenseFixture.record(
            [SenseFixture.course(1), SenseFixture.course(2)],
            subject: SenseFixture.associations([SenseFixture.association(source, type, target)]))
    }

    /// A course of an issuer with a name.
    private static func named(_ number: Int, _ name: String) -> String {
        SenseFixture.course(number).replacing(
            "{\"id\": \"https://hollin.example/\"",
            with: "{\"name\": \"\(name)\", \"id\": \"https://h\(number).example/\"")
    }

    private static func degree(_ members: String, _ achievement: String = "") -> String {
        SenseFixture.record(
            [
                SenseFixture.course(
                    1, subject: "\"creditsEarned\": 3, \(graded)", achievement: grade),
                SenseFixture.course(2, subject: members, achievement: achievement),
            ],
            subject: SenseFixture.associations([SenseFixture.association(1, "isPartOf", 2)]))
    }

    private static let graded =
        "\"result\": [{\"resultDescription\": \"urn:x:g\", \"value\": \"B\"}], "
    private static let grade =
        "\"resultDescription\": [{\"id\": \"urn:x:g\", \"resultType\": \"LetterGrade\"}], "

    /// Of a record as a whole, and of its parts.
    static let records: [(String, String)] = [
        ("associations.unresolved", associated(1, "precedes", 3)),
        ("associations.cycle", associated(1, "precedes", 1)),
        ("associations.ends-do-not-fit", associated(1, "isPeerOf", 1)),
        (
            "associations.not-an-achievement",
            associated(1, "precedes", 2).replacing(
                "\"sourceId\": \"\(SenseFixture.id(1))", with: "\"sourceId\": \"did:example:ada")
        ),
        (
            "dates.part-after-record",
            associated(1, "precedes", 2).replacing("2026-01-01T00", with: "2026-03-09T00")
        ),
        (
            "dates.awarded-before-activity",
            SenseFixture.course(
                1, credential: "\"awardedDate\": \"2025-01-01T00:00:00Z\", ",
                subject: "\"activityStartDate\": \"2025-01-02T00:00:00Z\", ")
        ),
        ("contents.partial", SenseFixture.record([], credential: "\"partial\": true, ")),
        (
            "contents.same-id-differs",
            associated(1, "precedes", 2).replacing("credential:2", with: "credential:1")
        ),
        (
            "contents.listed-twice",
            SenseFixture.record([SenseFixture.course(1), SenseFixture.course(1)])
        ),
        (
            "contents.another-subject",
            SenseFixture.record([SenseFixture.course(1, learner: "did:example:bob")])
        ),
        (
            "contents.subject-not-shown",
            SenseFixture.record([SenseFixture.course(1)]).replacing(
                "\"id\": \"did:example:ada\", \"type\": [\"ClrSubject\"]",
                with: "\"identifier\": [{\"identityType\": \"name\", \"identityHash\": \"Ada\"}], "
                    + "\"type\": [\"ClrSubject\"]")
        ),
        (
            "contents.endorsement-misplaced",
            SenseFixture.course(
                1,
                achievement: "\"endorsement\": [{\"credentialSubject\": "
                    + "{\"id\": \"did:example:ada\"}}], ")
        ),
        ("credits.sum-differs", degree("\"creditsEarned\": 4, ")),
        (
            "credits.average-differs",
            degree(
                "\"creditsEarned\": 3, \"result\": [{\"resultDescription\": \"urn:x:a\", "
                    + "\"value\": \"4.0\"}], ",
                "\"resultDescription\": [{\"id\": \"urn:x:a\", "
                    + "\"resultType\": \"GradePointAverage\"}], ")
        ),
        ("names.mixed-alphabets", named(1, "H\u{043E}llin")),
        ("names.hidden-characters", named(1, "Hol\u{200B}lin")),
        ("names.shared", SenseFixture.record([named(1, "Hollin"), named(2, "Hollin")])),
        ("names.look-alike", SenseFixture.record([named(1, "Hollin"), named(2, "Ho11in")])),
    ]

    @Test(arguments: records)
    func `of a record is given for its reason`(code: String, text: String) async {
        func all(_ verdict: Verdict) -> [Check] { verdict.checks + verdict.contents.flatMap(all) }
        let told = all(await Fixture.verify(Array(text.utf8))).filter { $0.code == code }
        #expect(!told.isEmpty)
        #expect(told.allSatisfy { $0.outcome == .warning && $0.at != nil && !$0.spec.isEmpty })
    }
}
