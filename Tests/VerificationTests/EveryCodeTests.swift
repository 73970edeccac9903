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

    @Test func `stands in a test, or is listed with its reason`() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.contains(".") }
        let texts = try files.map {
            try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
        }
        for code in Code.allCases {
            #expect(texts.contains { $0.contains(code.rawValue) }, "\(code.rawValue)")
        }
    }
}
