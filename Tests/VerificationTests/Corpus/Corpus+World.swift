import Credentials
import DataIntegrity
import JSONText

@testable import Issuance
@testable import Verification

/// The suites with which the workshop signs what Issuance would refuse.
enum Suites {
    static let rdf = EdDSARDFC2022()
}

extension Corpus {
    private static let list = "https://hollin.example/status/1"

    private static func listed(
        _ purpose: String = "revocation", _ index: Int = 42, bits: Int = 1, messages: [String] = []
    ) async throws -> [UInt8] {
        try await Workshop.issued(
            Workshop.badge(),
            slot: StatusSlot(
                list: list, index: index, purpose: purpose, bits: bits, messages: messages))
    }

    private static func withEntry(_ entry: String) async throws -> [UInt8] {
        try await Workshop.signed(
            Workshop.badge(),
            changed: [
                ("\"credentialSchema\"", "\"credentialStatus\": \(entry),\n  \"credentialSchema\"")
            ])
    }

    private static func statusList(
        _ values: [Int: UInt64] = [:], _ purpose: String = "revocation", bits: Int = 1,
        by key: IssuingKey? = nil, validUntil: Timestamp? = nil
    ) async throws -> [UInt8] {
        let key = try key ?? Workshop.university()
        return try await Workshop.issuance([key], "list \(purpose) \(values.keys.sorted())").issue(
            StatusListRequest(
                url: list, purpose: purpose, entryBits: bits, values: values,
                validUntil: validUntil)
        ).bytes
    }

    private static func encodedList(_ encoded: String) async throws -> [UInt8] {
        try await Workshop.issued(
            """
            {"id": "\(list)", "type": ["VerifiableCredential", "BitstringStatusListCredential"],
             "credentialSubject": {"type": "BitstringStatusList", "statusPurpose": "revocation",
             "encodedList": "\(encoded)"}}
            """)
    }

    private static func given(_ list: [UInt8], at url: String = list) -> CorpusRecord.Reader {
        .init(documents: [(url, list)])
    }

    /// What a list says of a credential.
    @Sendable static func status() async throws -> [CorpusRecord] {
        let badge = try await listed()
        let plain = #"{"id": "https://hollin.example/revoked", "type": "1EdTechRevocationList"}"#
        let revocable = try await withEntry(plain)
        let id = try JSONDocument(parsing: revocable).root["id"]?.string ?? ""
        func revoked(_ id: String) -> CorpusRecord.Reader {
            given(
                Array("{\"revokedCredential\": [{\"id\": \"\(id)\"}]}".utf8),
                at: "https://hollin.example/revoked")
        }
        let messages = ["valid", "under review", "name changed", "see reference"]
        return [
            CorpusRecord(
                "without-a-status", "It names no list.", .verified, ["status.none"],
                try await Workshop.issued(Workshop.badge())),
            CorpusRecord(
                "not-revoked", "The list does not mark it.", .verified, ["status.not-set"], badge,
                for: given(try await statusList([41: 1, 43: 1]))),
            CorpusRecord(
                "revoked", "The list marks it as revoked.", .failed, ["status.revoked"], badge,
                for: given(try await statusList([42: 1]))),
            CorpusRecord(
                "suspended", "A list marks it as suspended.", .failed, ["status.suspended"],
                try await listed("suspension"),
                for: given(try await statusList([42: 1], "suspension"))),
            CorpusRecord(
                "newer-version-marked", "A list marks that there is a newer version.", .verified,
                ["status.newer-version"], try await listed("refresh"),
                for: given(try await statusList([42: 1], "refresh"))),
            CorpusRecord(
                "newer-version-not-marked", "A list for newer versions does not mark it.",
                .verified, ["status.other-purpose"], try await listed("refresh"),
                for: given(try await statusList([:], "refresh"))),
            CorpusRecord(
                "message", "A list has a message of two bits, which decides nothing.", .verified,
                ["status.message"], try await listed("message", bits: 2, messages: messages),
                for: given(try await statusList([42: 2], "message", bits: 2))),
            CorpusRecord(
                "list-of-1edtech", "It is not on a revocation list of 1EdTech.", .verified,
                ["status.not-set"], revocable, for: revoked("urn:uuid:8")),
            CorpusRecord(
                "revoked-by-a-list-of-1edtech", "It is on a revocation list of 1EdTech.", .failed,
                ["status.revoked"], revocable, for: revoked(id)),
            CorpusRecord(
                "not-asked-for-a-forgery", "Whoever forged it is not asked anything.", .failed,
                ["status.not-asked", "proof.signature-invalid"],
                try Workshop.changed(badge, [("Groups", "Lattices")])),
            CorpusRecord(
                "entry-of-another-kind", "A status entry of a kind that is not known here.",
                .undetermined, ["status.type-unsupported"],
                try await withEntry(#"{"id": "urn:x:1", "type": "Telegram"}"#)),
            CorpusRecord(
                "entry-malformed", "The place on the list is negative.", .failed,
                ["status.entry-malformed"],
                try await withEntry(
                    """
                    {"type": "BitstringStatusListEntry", "statusPurpose": "revocation",
                    "statusListIndex": "-1", "statusListCredential": "\(list)"}
                    """)),
        ]
    }

    /// What can be wrong with a list.
    @Sendable static func statusLists() async throws -> [CorpusRecord] {
        let badge = try await listed()
        let good = try await statusList()
        let short = StatusBits(entries: Limits.shortestStatusListBits - 8, entryBits: 1).encoded
        let large = StatusBits(
            [UInt8](repeating: 0, count: Limits.inflatedStatusListBytes + 1)
        ).encoded
        return [
            CorpusRecord(
                "unavailable", "The list could not be had.", .undetermined,
                ["status.list-unavailable"], badge),
            CorpusRecord(
                "changed", "The list was changed after signing.", .failed,
                ["status.list-not-verified"], badge,
                for: given(try Workshop.changed(good, [("\"revocation\"", "\"suspension\"")]))),
            CorpusRecord(
                "unsigned", "Nobody signed the list.", .failed, ["status.list-not-verified"],
                badge, for: given(try Workshop.unsigned(good))),
            CorpusRecord(
                "expired", "The list has ended.", .failed, ["status.list-not-verified"], badge,
                for: .init(
                    now: later.now,
                    documents: [
                        (list, try await statusList(validUntil: Timestamp("2026-04-01T00:00:00Z")))
                    ])),
            CorpusRecord(
                "of-somebody-unknown", "Whether the list is genuine cannot be told.",
                .undetermined, ["status.list-undetermined"], badge,
                for: given(try await statusList(by: Workshop.published()))),
            CorpusRecord(
                "of-another-issuer", "The list is somebody else's.", .verified,
                ["status.list-by-another-issuer", "status.not-set"], badge,
                for: given(
                    try await statusList(by: Workshop.university(name: "Northgate Academy")))),
            CorpusRecord(
                "for-another-purpose", "The list serves another purpose than the entry.", .failed,
                ["status.purpose-differs"], badge,
                for: given(try await statusList([:], "suspension"))),
            CorpusRecord(
                "no-credential", "What stands there is a web page.", .failed,
                ["status.list-malformed"], badge, for: given(Array("<html>".utf8))),
            CorpusRecord(
                "not-unpacked", "The bits cannot be unpacked.", .failed,
                ["status.list-malformed"], badge, for: given(try await encodedList("uAAAA"))),
            CorpusRecord(
                "short", "The list is shorter than the standard allows.", .verified,
                ["status.list-too-short"], badge, for: given(try await encodedList(short))),
            CorpusRecord(
                "large", "The list inflates beyond the limit.", .failed,
                ["status.list-too-large"], badge, for: given(try await encodedList(large))),
            CorpusRecord(
                "entry-beyond-its-end", "The entry lies beyond the end of the list.", .failed,
                ["status.index-out-of-range"], try await listed("revocation", 131_072),
                for: given(good)),
        ]
    }

    // MARK: - Newer versions

    @Sendable static func refresh() async throws -> [CorpusRecord] {
        let url = "https://hollin.example/credentials/1"
        func version(_ name: String, _ from: String) -> String {
            Workshop.badge(
                name,
                top: """
                    "id": "\(Workshop.uuid("refreshed"))", "validFrom": "\(from)",
                    "refreshService": {"id": "\(url)", "type": "1EdTechCredentialRefresh"}
                    """)
        }
        let first = try await Workshop.issued(version("Algebra", "2026-01-01T00:00:00Z"))
        let second = try await Workshop.issued(version("Algebra II", "2026-02-01T00:00:00Z"))
        return [
            CorpusRecord(
                "newest", "The service gives this version.", .verified, ["refresh.current"],
                first, for: given(first, at: url)),
            CorpusRecord(
                "newer", "The service gives a newer version.", .verified,
                ["refresh.newer-version"], first, for: given(second, at: url)),
            CorpusRecord(
                "older-given", "The service gives an older version.", .verified,
                ["refresh.not-usable"], second, for: given(first, at: url)),
            CorpusRecord(
                "forged-given", "The service gives a forgery.", .verified, ["refresh.not-usable"],
                first, for: given(try Workshop.changed(second, [("Groups", "Lattices")]), at: url)),
            CorpusRecord(
                "nothing-given", "The service gives nothing.", .verified, ["refresh.unavailable"],
                first, for: .init(isOnline: true)),
            CorpusRecord(
                "not-asked", "Nobody looked for a newer version.", .verified,
                ["refresh.not-asked"], first),
        ]
    }

    // MARK: - Trust

    private static let members = """
        {"registry": {"\(Workshop.address)": {"name": "Hollin University"}}}
        """

    private static func believing(
        _ policy: String, files: [(name: String, text: String)] = []
    ) throws -> CorpusRecord.Reader {
        .init(
            documents: [try Workshop.document()], trust: policy + "\n", trustFiles: files)
    }

    private static func registry(_ require: Bool, _ more: String) -> String {
        """
        {"require": {"trust": \(require)},
         "registries": [{"name": "Members", "kind": "dcc-issuers", \(more)}]}
        """
    }

    @Sendable static func trust() async throws -> [CorpusRecord] {
        let badge = try await Workshop.issued(Workshop.badge(), by: [Workshop.published()])
        let file = [(name: "members.json", text: members)]
        let test = #""file": "members.json", "test": true"#
        let real = #""file": "members.json", "test": false"#
        let remote = #""url": "https://registry.example/members.json", "test": false"#
        return [
            CorpusRecord(
                "nobody-asked", "No policy is given.", .verified,
                ["trust.not-checked", "entitlement.not-checked"], badge,
                for: .init(documents: [try Workshop.document()])),
            CorpusRecord(
                "allowed", "The policy names the issuer's domain.", .verified, ["trust.vouched"],
                badge,
                for: try believing(#"{"require": {"trust": true}, "allow": ["hollin.example"]}"#)),
            CorpusRecord(
                "in-a-registry", "A registry knows the issuer.", .verified, ["trust.vouched"],
                badge, for: try believing(registry(true, real), files: file)),
            CorpusRecord(
                "denied", "The policy denies the issuer, whoever vouches.", .failed,
                ["trust.denied"], badge,
                for: try believing(#"{"deny": ["*.example"], "allow": ["hollin.example"]}"#)),
            CorpusRecord(
                "nobody-vouches", "Somebody must vouch, and nobody does.", .failed,
                ["trust.nobody-vouches"], badge,
                for: try believing(#"{"require": {"trust": true}}"#)),
            CorpusRecord(
                "nobody-known", "Nobody vouches, and nobody must.", .verified,
                ["trust.nobody-known"], badge,
                for: try believing(#"{"allow": ["northgate.example"]}"#)),
            CorpusRecord(
                "test-registry-only", "Only a test registry knows the issuer, which is not enough.",
                .failed, ["trust.test-registry-only"], badge,
                for: try believing(registry(true, test), files: file)),
            CorpusRecord(
                "test-registry", "Only a test registry knows the issuer.", .verified,
                ["trust.test-registry"], badge,
                for: try believing(registry(false, test), files: file)),
            CorpusRecord(
                "registry-unavailable", "The registry could not be asked, and must be.",
                .undetermined, ["trust.registry-unavailable"], badge,
                for: try believing(registry(true, remote))),
            CorpusRecord(
                "registry-not-at-hand", "The registry could not be asked.", .verified,
                ["trust.registry-not-at-hand"], badge, for: try believing(registry(false, remote))),
            CorpusRecord(
                "not-asked-for-a-forgery", "Nobody is asked about a forgery's issuer.", .failed,
                ["trust.not-asked", "entitlement.not-asked", "proof.signature-invalid"],
                try Workshop.changed(badge, [("Groups", "Lattices")]),
                for: try believing(#"{"allow": ["hollin.example"]}"#)),
        ] + (try await entitlement())
    }

    private static func entitlement() async throws -> [CorpusRecord] {
        let degree = try await Workshop.issued(
            Workshop.badge(achievement: #""achievementType": "Degree""#),
            by: [Workshop.published()])
        func rule(_ require: Bool, _ rule: String) throws -> CorpusRecord.Reader {
            try believing(
                """
                {"require": {"entitlement": \(require)}, "allow": ["hollin.example"],
                 "entitlement": [{"name": "Degrees", \(rule)}],
                 "registries": [{"name": "Bodies", "kind": "dcc-issuers", "test": false,
                  "purpose": "entitlement", "url": "https://bodies.example/"}]}
                """)
        }
        return [
            CorpusRecord(
                "entitled", "The issuer may award degrees.", .verified, ["entitlement.entitled"],
                degree, for: try rule(true, #""issuers": ["hollin.example"]"#)),
            CorpusRecord(
                "not-entitled", "The issuer may not award degrees.", .failed,
                ["entitlement.not-entitled"], degree,
                for: try rule(true, #""issuers": ["northgate.example"]"#)),
            CorpusRecord(
                "entitlement-not-shown", "Nothing shows that the issuer may award degrees.",
                .verified, ["entitlement.not-shown"], degree,
                for: try rule(false, #""issuers": ["northgate.example"]"#)),
            CorpusRecord(
                "bodies-unavailable", "Who may award degrees could not be asked, and must be.",
                .undetermined, ["entitlement.registry-unavailable"], degree,
                for: try rule(true, #""registries": ["Bodies"]"#)),
            CorpusRecord(
                "bodies-not-at-hand", "Who may award degrees could not be asked.", .verified,
                ["entitlement.registry-not-at-hand"], degree,
                for: try rule(false, #""registries": ["Bodies"]"#)),
            CorpusRecord(
                "no-rule", "No rule speaks of degrees.", .verified, ["entitlement.no-rule"],
                degree,
                for: try rule(
                    true, #""achievementTypes": ["Course"], "issuers": ["northgate.example"]"#)),
        ]
    }

    // MARK: - Limits

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
