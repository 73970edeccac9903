import Credentials
import DIDs
import Issuance
import JSONText
import Testing
import Trust

@testable import Verification

/// The steps of the standards' algorithm from the refresh on, each by its requirement.
@Suite struct `The steps of a verification` {
    private static let service = "https://hollin.example/credentials/1"
    private static let identified = ", \"id\": \"urn:uuid:00000000-0000-4000-8000-000000000009\""
    private static let refreshed =
        identified + ", \"refreshService\": {\"id\": \"\(service)\", "
        + "\"type\": \"1EdTechCredentialRefresh\"}"
    /// What a part says that nobody but the record signs.
    private static let contexts =
        ", \"@context\": [\"https://www.w3.org/ns/credentials/v2\", "
        + "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"], "
        + "\"validFrom\": \"2026-01-01T00:00:00Z\", "
        + "\"issuer\": {\"id\": \"https://other.example/\", \"type\": [\"Profile\"]}"

    private func codes(_ verdict: Verdict, _ name: CheckName) -> [String] {
        verdict.checks.filter { $0.name == name }.map(\.code)
    }

    /// RFS-02: whatever form it has.
    @Test func `VER-09: a newer version may come as a token, and says of itself nothing more`()
        async throws
    {
        let given = try await Fixture.issued(
            Fixture.course(extra: Self.refreshed + ", \"validFrom\": \"2026-01-01T00:00:00Z\""))
        let newer = try await Fixture.token(
            Fixture.course(extra: Self.refreshed + ", \"validFrom\": \"2026-02-01T00:00:00Z\"")
                .replacing("Groups and rings", with: "Groups, rings and fields"))
        let verdict = await Fixture.verify(given, documents: [(Self.service, newer)])
        let check = try #require(verdict.checks.first { $0.name == .refresh })
        #expect(check.code == "refresh.newer-version")
        #expect(check.difference?.content.map(\.thing.kind) == [.achievement])
        #expect(verdict.verdict == .verified)
    }

    @Test func `VER-10: another issuer's, another's and an older one are no newer version`()
        async throws
    {
        let given = try await Fixture.issued(
            Fixture.course(extra: Self.refreshed + ", \"validFrom\": \"2026-01-01T00:00:00Z\""))
        let older = Self.refreshed + ", \"validFrom\": \"2025-01-01T00:00:00Z\""
        let other = ", \"id\": \"urn:x:other\", \"validFrom\": \"2026-02-01T00:00:00Z\""
        let later = Self.refreshed + ", \"validFrom\": \"2026-02-01T00:00:00Z\""
        for (extra, key) in [(older, 1), (other, 1), (later, 2)] as [(String, UInt8)] {
            let bytes = try await Fixture.issued(
                Fixture.course(extra: extra), with: [Fixture.issuingKey(key)])
            let verdict = await Fixture.verify(given, documents: [(Self.service, bytes)])
            #expect(codes(verdict, .refresh) == ["refresh.not-usable"])
            #expect(verdict.verdict == .verified)
        }
    }

    @Test func `VER-11: what either kind of list names is revoked`() async throws {
        let bits = await StatusFixture.verdict(
            try await StatusFixture.credential(), try await StatusFixture.list([42: 1]))
        #expect(bits.problems == ["status.revoked"])
        let url = "https://hollin.example/revoked"
        let entry = "{\"id\": \"\(url)\", \"type\": \"1EdTechRevocationList\"}"
        let credential = try await StatusFixture.credential(entry: entry)
        let list = "{\"revokedCredential\": [{\"id\": \"urn:uuid:9\"}]}"
        let named = await Fixture.verify(credential, documents: [(url, Array(list.utf8))])
        #expect(named.problems == ["status.revoked"])
    }

    @Test func `VER-12 and VER-13: it is in force from its first to its last moment`() async throws
    {
        let bytes = try await Fixture.issued(
            Fixture.course(
                extra: ", \"validFrom\": \"2026-01-01T00:00:00Z\", "
                    + "\"validUntil\": \"2026-02-01T00:00:00Z\""),
            at: #require(Timestamp("2026-01-15T00:00:00Z")))
        var policy = VerificationPolicy()
        policy.leewaySeconds = 0
        let moments = [
            ("2025-12-31T23:59:59Z", "period.not-yet-valid"),
            ("2026-01-01T00:00:00Z", "period.in-force"),
            ("2026-02-01T00:00:00Z", "period.in-force"),
            ("2026-02-01T00:00:01Z", "period.expired"),
        ]
        for (moment, code) in moments {
            let now = try #require(Timestamp(moment))
            let verdict = await Fixture.verify(bytes, policy: policy, now: now)
            #expect(codes(verdict, .period).contains(code), "\(moment)")
            #expect((verdict.verdict == .verified) == (code == "period.in-force"))
        }
    }

    @Test func `VER-14: whose it is, is asked where somebody is expected, and only then`()
        async throws
    {
        let bytes = try await Fixture.issued(Fixture.course())
        #expect(codes(await Fixture.verify(bytes), .recipient) == [])
        for (id, code) in [
            ("did:example:ada", "recipient.matches"), ("did:example:bea", "recipient.differs"),
        ] {
            var policy = VerificationPolicy()
            policy.recipient = .id(id)
            #expect(codes(await Fixture.verify(bytes, policy: policy), .recipient) == [code])
        }
    }

    private func endorsement(_ id: String, _ number: Int) -> String {
        "{\"id\": \"urn:uuid:00000000-0000-4000-8000-00000000000\(number)\", \"type\": [\"VerifiableCredential\", \"EndorsementCredential\"], \"name\": \"E\", "
            + "\"credentialSubject\": {\"id\": \"\(id)\", \"type\": [\"EndorsementSubject\"]}}"
    }

    @Test func `VER-15: endorsements are judged wherever they stand, as objects and as tokens`()
        async throws
    {
        let achievement = "urn:uuid:00000000-0000-4000-8000-000000000001"
        let issued = [
            try await Fixture.issued(endorsement(achievement, 2)),
            try await Fixture.issued(endorsement(try Fixture.issuingKey().issuer, 3)),
            try await Fixture.token(endorsement("did:example:ada", 4)),
        ]
        let signed = issued.map { String(decoding: $0, as: UTF8.self) }
        let issuer =
            ", \"issuer\": {\"id\": \"\(try Fixture.issuingKey().issuer)\", "
            + "\"type\": [\"Profile\"], \"endorsement\": [\(signed[1])]}"
        let draft = Fixture.course(extra: ", \"endorsementJwt\": [\"\(signed[2])\"]" + issuer)
            .replacing(
                "\"description\": \"Groups",
                with: "\"endorsement\": [\(signed[0])], \"description\": \"Groups")
        let verdict = await Fixture.verify(try await Fixture.issued(draft))
        #expect(verdict.verdict == .verified)
        #expect(
            Set(verdict.contents.map { $0.at?.description }) == [
                "/credentialSubject/achievement/endorsement/0", "/endorsementJwt/0",
                "/issuer/endorsement/0",
            ])
        #expect(verdict.contents.allSatisfy { $0.kind.isSame(as: "EndorsementCredential") })
        #expect(verdict.contents.allSatisfy { $0.outcome(.proof) == .passed })
    }

    @Test func `VER-16: everything in a record is judged, records and other kinds included`()
        async throws
    {
        let inner = Fixture.record(contents: [Fixture.course()])
        let other = """
            {"type": ["VerifiableCredential"], "name": "Library card",
             "credentialSubject": {"id": "did:example:ada"}}
            """
        let bytes = try await Fixture.issued(
            Fixture.record(contents: [Fixture.course(), inner, other]))
        let verdict = await Fixture.verify(bytes)
        #expect(
            verdict.contents.map(\.kind) == [
                "AchievementCredential", "ClrCredential", "VerifiableCredential",
            ])
        #expect(verdict.contents.allSatisfy { $0.outcome(.proof) == .passed })
        #expect(verdict.contents[1].contents.map(\.kind) == ["AchievementCredential"])
        let expired = Fixture.course(
            extra: ", \"validFrom\": \"2020-01-01T00:00:00Z\", "
                + "\"validUntil\": \"2021-01-01T00:00:00Z\"")
        let old = await Fixture.verify(
            try await Fixture.issued(
                Fixture.record(contents: [Fixture.course(), expired]),
                allowingFailingContents: true))
        #expect(old.verdict == .verified && old.aggregate == .problems)
        #expect(old.contents.map(\.problems) == [[], ["period.expired"]])
    }

    @Test func `VER-17: the record vouches for what it holds without a proof`() async throws {
        let part = Fixture.course(extra: Self.identified + Self.contexts)
        let verdict = await Fixture.verify(
            try await Fixture.issued(Fixture.record(contents: [part])))
        #expect(verdict.verdict == .verified && verdict.aggregate == .verified)
        #expect(codes(verdict.contents[0], .proof) == ["proof.vouched-by-record"])
    }

    /// Seven ways of not being verified, no two of which share a code.
    @Test func `VER-18: the reasons can be told apart`() async throws {
        let course = try await Fixture.issued(
            Fixture.course(extra: ", \"validUntil\": \"2027-01-01T00:00:00Z\""))
        let web = try await Fixture.issued(Fixture.course(), with: [Fixture.webKey()])
        let before = try #require(Timestamp("2020-01-01T00:00:00Z"))
        let after = try #require(Timestamp("2030-01-01T00:00:00Z"))
        let listed = try await StatusFixture.credential()
        var strict = VerificationPolicy()
        strict.trust = try TrustPolicy(reading: Array("{\"require\": {\"trust\": true}}".utf8)) {
            _ in []
        }
        let verdicts = [
            await Fixture.verify(course, now: before), await Fixture.verify(course, now: after),
            await StatusFixture.verdict(listed, try await StatusFixture.list([42: 1])),
            await StatusFixture.verdict(
                try await StatusFixture.credential(purpose: "suspension"),
                try await StatusFixture.list([42: 1], purpose: "suspension")),
            await Fixture.verify(Fixture.replacing("Groups", "Loops", in: course)),
            await Fixture.verify(web), await Fixture.verify(course, policy: strict),
        ]
        let codes = verdicts.map(\.problems)
        #expect(
            codes.map { $0.first ?? "" } == [
                "period.not-yet-valid", "period.expired", "status.revoked", "status.suspended",
                "proof.signature-invalid", "controller.document-unavailable",
                "trust.nobody-vouches",
            ])
        #expect(codes.allSatisfy { $0.count == 1 })
    }

    @Test func `VER-19: nothing is said of trust where nobody was asked`() async throws {
        let verdict = await Fixture.verify(try await Fixture.issued(Fixture.course()))
        #expect(codes(verdict, .trust) == ["trust.not-checked"])
        #expect(verdict.outcome(.trust) == .skipped)
        #expect(verdict.verdict == .verified)
    }

    @Test func `VER-20: what could not be had is neither a pass nor a revocation`() async throws {
        let verdict = await StatusFixture.verdict(try await StatusFixture.credential(), nil)
        #expect(verdict.problems == ["status.list-unavailable"])
        #expect(verdict.verdict == .undetermined)
        let web = await Fixture.verify(
            try await Fixture.issued(Fixture.course(), with: [Fixture.webKey()]))
        #expect(web.outcome(.proof) == .passed && web.verdict == .undetermined)
    }
}
