import Credentials
import JSONText
import Testing
import Trust

@testable import Verification

/// VER-19: who vouches for an issuer, and what it may award, by the reader's policy.
@Suite struct `The trust policy in the verdict` {
    private func verdict(
        _ text: String, file: String = "", draft: String = Fixture.course(),
        documents: [(url: String, bytes: [UInt8])] = [], change: (String, String) = ("", "")
    ) async throws -> Verdict {
        var policy = VerificationPolicy()
        policy.trust = try TrustPolicy(reading: Array(text.utf8)) { _ in Array(file.utf8) }
        var bytes = try await Fixture.issued(draft, with: [Fixture.webKey()])
        if !change.0.isEmpty { bytes = Fixture.replacing(change.0, change.1, in: bytes) }
        let all = [try Fixture.controllerDocument()] + documents
        return await Fixture.verify(bytes, documents: all, policy: policy)
    }

    static let registry = """
        {"registry": {"https://hollin.example/issuers/1": {"name": "Hollin University"}}}
        """

    private func policy(_ require: Bool, _ rest: String) -> String {
        "{\"require\": {\"trust\": \(require)}\(rest.isEmpty ? "" : ", ")\(rest)}"
    }

    private func registries(_ more: String) -> String {
        "\"registries\": [{\"name\": \"R\", \"kind\": \"dcc-issuers\", \(more)}]"
    }

    @Test(arguments: [
        ("\"allow\": [\"hollin.example\"]", "trust.vouched", "trust.vouched"),
        ("", "trust.nobody-vouches", "trust.nobody-known"),
        (
            "\"deny\": [\"*.example\"], \"allow\": [\"hollin.example\"]", "trust.denied",
            "trust.denied"
        ),
    ])
    func `vouches, denies or knows nobody`(rest: String, required: String, asked: String)
        async throws
    {
        for (require, code) in [(true, required), (false, asked)] {
            let verdict = try await verdict(policy(require, rest))
            let check = try #require(verdict.checks.first { $0.name == .trust })
            #expect(check.code == code)
            #expect((verdict.verdict == .failed) == (check.outcome == .failed))
        }
    }

    @Test func `says who vouches, since when and under which rule, in message and member`()
        async throws
    {
        let text = #"""
            {"name": "Admissions", "allow": [{"issuer": "hollin.example", "name": "Hollin",
            "since": "2024-09-01"}]}
            """#
        let verdict = try await verdict(text)
        let check = try #require(verdict.checks.first { $0.name == .trust })
        #expect(check.message.contains("Admissions vouches for it as Hollin, since 2024-09-01"))
        let json = String(decoding: verdict.json.serialized(), as: UTF8.self)
        #expect(
            json.contains(
                "\"vouchers\":[{\"by\":\"Admissions\",\"name\":\"Hollin\","
                    + "\"since\":\"2024-09-01T00:00:00Z\",\"rule\":\"allow hollin.example\"}]"))
    }

    @Test func `never turns green by a test registry`() async throws {
        let rest = registries("\"file\": \"r\", \"test\": true")
        let required = try await verdict(policy(true, rest), file: Self.registry)
        #expect(required.codes.contains("trust.test-registry-only"))
        #expect(required.verdict == .failed)
        let asked = try await verdict(policy(false, rest), file: Self.registry)
        #expect(asked.codes.contains("trust.test-registry"))
        #expect(asked.outcome(.trust) == .warning)
    }

    @Test func `is undetermined with the URL of a registry that could not be had`() async throws {
        let rest = registries("\"url\": \"https://r.example/i.json\", \"test\": false")
        let required = try await verdict(policy(true, rest))
        #expect(required.problems == ["trust.registry-unavailable"])
        #expect(required.verdict == .undetermined)
        #expect(
            required.checks.first { $0.name == .trust }?.message
                .contains("https://r.example/i.json") == true)
        let asked = try await verdict(policy(false, rest))
        #expect(asked.codes.contains("trust.registry-not-at-hand"))
        #expect(asked.verdict == .verified)
        let given = try await verdict(
            policy(true, rest),
            documents: [("https://r.example/i.json", Array(Self.registry.utf8))])
        #expect(given.codes.contains("trust.vouched"))
        #expect(given.verdict == .verified)
    }

    @Test func `asks nobody about an issuer whose signature does not hold`() async throws {
        let verdict = try await verdict(
            policy(true, "\"allow\": [\"hollin.example\"]"), change: ("Groups", "Rings"))
        #expect(verdict.codes.contains("trust.not-asked"))
        #expect(verdict.codes.contains("entitlement.not-asked"))
        #expect(verdict.verdict == .failed)
    }

    @Test func `asks about each issuer inside by itself, and not about what only the record names`()
        async throws
    {
        let inner = Fixture.replacing(
            "{\"type\": [\"VerifiableCredential\"",
            """
            {"issuer": {"id": "https://other.example/", "type": ["Profile"]},
             "@context": ["https://www.w3.org/ns/credentials/v2",
              "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
             "id": "urn:uuid:7", "validFrom": "2026-01-01T00:00:00Z", "type": ["VerifiableCredential"
            """,
            in: Array(Fixture.course().utf8))
        let verdict = try await verdict(
            policy(true, "\"allow\": [\"*.example\", \"hollin.example\"]"),
            draft: Fixture.record(contents: [String(decoding: inner, as: UTF8.self)]))
        #expect(verdict.codes.contains("trust.vouched"))
        #expect(verdict.codes.contains("entitlement.not-checked"))
        for content in verdict.contents where content.codes.contains("proof.vouched-by-record") {
            #expect(content.codes.contains("trust.not-asked"))
        }
    }

    @Test func `tells the right to award from being known`() async throws {
        let course = Fixture.course().replacing(
            "\"name\": \"Algebra\", \"description\"",
            with: "\"achievementType\": \"Degree\", \"name\": \"Algebra\", \"description\"")
        func text(_ require: Bool, _ rule: String) -> String {
            """
            {"require": {"entitlement": \(require)}, "allow": ["hollin.example"],
            "entitlement": [{"name": "Degrees", \(rule)}],
            "registries": [{"name": "A", "kind": "dcc-issuers", "test": false,
            "purpose": "entitlement", "url": "https://a.example/"}]}
            """
        }
        let cases: [(Bool, String, String, Verdict.Answer)] = [
            (true, "\"issuers\": [\"hollin.example\"]", "entitlement.entitled", .verified),
            (true, "\"issuers\": [\"else.example\"]", "entitlement.not-entitled", .failed),
            (false, "\"issuers\": [\"else.example\"]", "entitlement.not-shown", .verified),
            (true, "\"registries\": [\"A\"]", "entitlement.registry-unavailable", .undetermined),
            (false, "\"registries\": [\"A\"]", "entitlement.registry-not-at-hand", .verified),
            (
                true, "\"achievementTypes\": [\"Course\"], \"issuers\": [\"x.example\"]",
                "entitlement.no-rule", .verified
            ),
        ]
        for (require, rule, code, answer) in cases {
            let verdict = try await verdict(text(require, rule), draft: course)
            #expect(verdict.codes.contains("trust.vouched"))
            #expect(verdict.codes.contains(code), "\(verdict.codes)")
            #expect(verdict.verdict == answer, "\(code)")
        }
    }
}
