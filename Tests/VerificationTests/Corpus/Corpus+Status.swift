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
}
