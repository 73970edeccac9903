import Credentials
import Issuance
import JSONText
import Testing

@testable import Verification

/// A finding of the official validator, made of a good credential by one change, and the answer
/// that it gets here.
struct Finding: Sendable, CustomTestStringConvertible {
    let probe: String
    let code: String
    let old: String
    let new: String
    var isOfRecord = false

    init(_ probe: String, _ code: String, _ old: String, _ new: String) {
        self.probe = probe
        self.code = code
        self.old = old
        self.new = new
    }

    func inRecord() -> Finding {
        var finding = self
        finding.isOfRecord = true
        return finding
    }

    var testDescription: String { "\(probe) \(code) \(new)" }
}

/// docs/validator-parity.md names these for each probe.
@Suite struct `What the official validator finds` {
    private static let achievement = """
        {"id": "urn:uuid:00000000-0000-4000-8000-000000000001", "type": ["Achievement"],
         "name": "Algebra", "description": "Groups and rings.",
         "criteria": {"narrative": "Pass the examination."},
         "resultDescription": [{"id": "urn:uuid:00000000-0000-4000-8000-00000000000a",
           "type": ["ResultDescription"], "name": "Grade", "resultType": "LetterGrade"}]}
        """

    /// What the probes look at, all of it there and right.
    private static func draft(isRecord: Bool) throws -> String {
        let issuer = try Fixture.issuingKey().issuer
        let identifier = """
            "identifier": [{"type": "IdentityObject", "hashed": false,
              "identityHash": "ada@hollin.example", "identityType": "emailAddress"}]
            """
        let subject =
            isRecord
            ? """
            {"type": ["ClrSubject"], \(identifier), "achievement": [\(achievement)],
             "verifiableCredential": [\(Fixture.course())]}
            """
            : """
            {"type": ["AchievementSubject"], \(identifier), "achievement": \(achievement),
             "source": {"id": "https://faculty.example/", "type": ["Profile"]},
             "result": [{"type": ["Result"], "value": "A",
               "resultDescription": "urn:uuid:00000000-0000-4000-8000-00000000000a"}]}
            """
        let evidence = isRecord ? "" : ", \"evidence\": [{\"type\": [\"Evidence\"]}]"
        let kind = isRecord ? "ClrCredential" : "AchievementCredential"
        return """
            {"type": ["VerifiableCredential", "\(kind)"], "name": "Algebra",
             "issuer": {"id": "\(issuer)", "type": ["Profile"],
              "otherIdentifier": [{"type": "IdentifierEntry", "identifier": "7",
                "identifierType": "systemId"}],
              "parentOrg": {"id": "https://state.example/", "type": ["Profile"]}},
             "validUntil": "2027-01-01T00:00:00Z", "credentialSubject": \(subject)\(evidence)}
            """
    }

    private static let badge = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
    private static let record = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
    private static let subjects = "\"identifier\":[{\"type\":\"IdentityObject\""

    static let findings: [Finding] = [
        Finding("VAL-02", "terms.undefined", "\"narrative\"", "\"story\""),
        Finding(
            "VAL-02", "terms.undefined",
            ",\"https://purl.imsglobal.org/spec/ob/v3p0/extensions.json\"", ""),
        Finding("VAL-03", "context.missing", "\"@context\"", "\"context\""),
        Finding("VAL-03", "context.unknown-first", "credentials/v2", "credentials/v3"),
        Finding("VAL-03", "context.wrong-order", badge, "https://x.example/context.json"),
        Finding("VAL-03", "context.older-version", "context-3.0.3", "context-3.0.2"),
        Finding("VAL-03", "context.wrong-order", record, badge).inRecord(),
        Finding("VAL-03", "context.older-version", "context-2.0.1", "context").inRecord(),
        Finding("VAL-04", "type.not-a-credential", "\"VerifiableCredential\",", ""),
        Finding("VAL-04", "type.no-known-class", "\"AchievementCredential\"", "\"Achievement\""),
        Finding(
            "VAL-04", "type.missing", "\"type\":[\"VerifiableCredential\"",
            "\"kind\":[\"VerifiableCredential\""),
        Finding("VAL-05", "shape.wrong-json-type", "\"Groups and rings.\"", "[{}]"),
        Finding("VAL-05", "shape.member-missing", "\"description\"", "\"about\""),
        Finding("VAL-05", "shape.tolerated", "\"name\":\"Grade\"", "\"name\":{\"en\":\"Grade\"}"),
        Finding("VAL-07", "shape.wrong-class", "[\"AchievementSubject\"]", "[\"Person\"]"),
        Finding("VAL-07", "shape.subject-not-identified", subjects, "\"x\":[{\"type\":\"Y\""),
        Finding("VAL-07", "shape.wrong-class", "\"IdentityObject\"", "\"Identity\""),
        Finding("VAL-07", "shape.wrong-class", "[\"Result\"]", "[\"Grade\"]"),
        Finding("VAL-07", "shape.wrong-class", "[\"ResultDescription\"]", "[\"Scale\"]"),
        Finding(
            "VAL-07", "shape.criteria-empty", "{\"narrative\":\"Pass the examination.\"}", "{}"),
        Finding("VAL-07", "shape.member-missing", "\"achievement\"", "\"achieved\""),
        Finding(
            "VAL-07", "shape.wrong-class", "\"https://faculty.example/\",\"type\":[\"Profile\"]",
            "\"https://faculty.example/\",\"type\":[\"Faculty\"]"),
        Finding("VAL-08", "shape.wrong-class", "[\"ClrSubject\"]", "[\"AchievementSubject\"]")
            .inRecord(),
        Finding("VAL-08", "shape.wrong-class", "\"IdentityObject\"", "\"Identity\"").inRecord(),
        Finding("VAL-08", "shape.wrong-class", "[\"ResultDescription\"]", "[\"Scale\"]")
            .inRecord(),
        Finding(
            "VAL-08", "shape.criteria-empty", "{\"narrative\":\"Pass the examination.\"}", "{}"
        ).inRecord(),
        Finding("VAL-09", "shape.wrong-class", "[\"Evidence\"]", "[\"Essay\"]"),
        Finding("VAL-10", "controller.issuer-not-named", "\"issuer\"", "\"publisher\""),
        Finding(
            "VAL-10", "shape.wrong-class", "\"type\":[\"Profile\"],\"otherIdentifier\"",
            "\"type\":[\"School\"],\"otherIdentifier\""),
        Finding("VAL-10", "shape.wrong-class", "\"IdentifierEntry\"", "\"Identifier\""),
        Finding(
            "VAL-10", "shape.wrong-class", "\"https://state.example/\",\"type\":[\"Profile\"]",
            "\"https://state.example/\",\"type\":[\"State\"]"),
        Finding("VAL-12", "proof.missing", "\"proof\"", "\"seal\""),
        Finding("VAL-12", "purpose.wrong", "assertionMethod", "authentication"),
        Finding("VAL-12", "proof.none-supported", "eddsa-rdfc-2022", "eddsa-xyz"),
        Finding(
            "VAL-12", "controller.verification-method-invalid", "\"verificationMethod\":\"did:key:",
            "\"verificationMethod\":\""),
        Finding(
            "VAL-12", "proof.key-unavailable", "\"verificationMethod\":\"",
            "\"verificationMethod\":\"urn:x:y\",\"nonce\":\""),
        Finding(
            "VAL-12", "controller.did-method-unsupported", "\"verificationMethod\":\"did:key:",
            "\"verificationMethod\":\"did:unheard:"),
        Finding(
            "VAL-12", "controller.not-the-issuer", "\"issuer\":{\"id\":\"did:key:z",
            "\"issuer\":{\"id\":\"did:key:y"),
        Finding("VAL-12", "proof.signature-invalid", "Groups", "Loops"),
        Finding("VAL-12", "proof.malformed", "\"proofValue\":\"z", "\"proofValue\":\"y"),
        Finding("VAL-15", "period.expired", "\"validUntil\":\"2027", "\"validUntil\":\"2020"),
        Finding("VAL-15", "period.invalid-date", "\"validUntil\":\"2027", "\"validUntil\":\"soon"),
        Finding("VAL-16", "period.not-yet-valid", "\"validFrom\":\"2026", "\"validFrom\":\"2096"),
        Finding("VAL-16", "period.invalid-date", "\"validFrom\":\"2026", "\"validFrom\":\"soon"),
    ]

    /// Codes of findings that the validator itself makes a warning, or does not make.
    private static let notes: Set<Text> = [
        "context.older-version", "type.no-known-class", "shape.tolerated",
        "shape.subject-not-identified",
    ]

    @Test(arguments: findings)
    func `is found here, and stops what it stops there`(finding: Finding) async throws {
        let bytes = try await Fixture.issued(Self.draft(isRecord: finding.isOfRecord))
        let changed = Fixture.replacing(finding.old, finding.new, in: bytes)
        #expect(changed != bytes)
        let verdict = await Fixture.verify(changed)
        #expect(verdict.codes.contains(finding.code), "\(verdict.codes)")
        let outcome = verdict.checks.first { $0.code == finding.code }?.outcome
        let isNote = Self.notes.contains(Text(finding.code))
        #expect(isNote == (outcome == .warning))
    }

    @Test(arguments: [false, true])
    func `is nothing of what is right`(isRecord: Bool) async throws {
        let verdict = await Fixture.verify(
            try await Fixture.issued(Self.draft(isRecord: isRecord)))
        #expect(verdict.verdict == .verified)
        #expect(!verdict.checks.contains { $0.outcome == .warning && $0.name == .shape })
    }

    /// VAL-23: its own check of the subject's identity fires for an empty list only.
    @Test(arguments: [false, true])
    func `VAL-07, VAL-08: is a subject whose list of identifiers is empty`(
        isRecord: Bool
    ) async throws {
        let draft = try Self.draft(isRecord: isRecord)
        let bytes = try await Fixture.issued(draft)
        let text = String(decoding: bytes, as: UTF8.self)
        let start = try #require(text.range(of: "\"identifier\":[{\"type\":\"IdentityObject\""))
        let end = try #require(text[start.upperBound...].range(of: "}]"))
        let emptied =
            text[..<start.lowerBound] + "\"identifier\":[]" + text[end.upperBound...]
        let verdict = await Fixture.verify(Array(emptied.utf8))
        #expect(verdict.problems.contains("shape.subject-identifier-empty"))
    }

    /// VAL-24: its inspector for records knows no such token.
    @Test func `VAL-24: is not this, a whole record as the payload of a token`() async throws {
        let token = try await Fixture.token(Fixture.record(contents: [Fixture.course()]))
        let verdict = await Fixture.verify(token)
        #expect(verdict.verdict == .verified && verdict.aggregate == .verified)
        #expect(verdict.kind.isSame(as: "ClrCredential"))
    }

    /// VAL-02 is not asked of a record there.
    @Test func `VAL-02: is not this, an undefined member of a record itself`() async throws {
        let bytes = try await Fixture.issued(Fixture.record(contents: [Fixture.course()]))
        let verdict = await Fixture.verify(
            Fixture.replacing("{\"@context\"", "{\"shoeSize\":7,\"@context\"", in: bytes))
        #expect(verdict.problems.contains("terms.undefined"))
    }

    /// VAL-28, VAL-29: neither a universal resolver nor a redirected context.
    @Test func `VAL-28: is undetermined for a DID method that is not known here`() async throws {
        let bytes = try await Fixture.issued(Fixture.course())
        let verdict = await Fixture.verify(
            Fixture.replacing("did:key:", "did:velocity:", in: bytes))
        #expect(verdict.problems.contains("controller.did-method-unsupported"))
    }
}
