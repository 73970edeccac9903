import Credentials
import JSONText
import KeyMaterial
import Testing
import Verification

@testable import Issuance

@Suite struct `A status list` {
    private static let url = "https://hollin.example/status/1"
    private static let start = Timestamp("2026-03-01T12:00:00Z") ?? Timestamp(seconds: 0)
    private static let later = start.adding(seconds: 3_600)

    private static func signer(_ seed: UInt8) throws -> PrivateKey {
        try PrivateKey(type: .ed25519, secret: [UInt8](repeating: seed, count: 32))
    }

    private static func own(_ seed: UInt8 = 1) throws -> IssuingKey {
        IssuingKey(selfContained: try signer(seed))
    }

    private static func web(_ seed: UInt8 = 1) throws -> IssuingKey {
        let signer = try signer(seed)
        return IssuingKey(
            signer: signer, issuer: "did:web:hollin.example",
            verificationMethod: "did:web:hollin.example#key-\(seed)")
    }

    private func issuance(_ key: IssuingKey, now: Timestamp = start) -> Issuance {
        Issuance(keys: [key], clock: { now }, randomness: { [UInt8](repeating: 1, count: $0) })
    }

    private func made(_ request: StatusListRequest, key: IssuingKey? = nil) async throws -> [UInt8]
    {
        try await issuance(key ?? Self.own()).issue(request).bytes
    }

    private func read(_ bytes: [UInt8]) throws -> (credential: Credential, list: StatusList) {
        let credential = try CredentialDocument(reading: bytes).credential
        return (credential, try StatusList(reading: credential, at: Self.url))
    }

    private func fault(
        _ change: StatusListChange, _ key: IssuingKey? = nil, now: Timestamp = later
    ) async throws -> StatusListFault? {
        do {
            _ = try await issuance(key ?? Self.own(), now: now).issue(change)
            return nil
        } catch IssuanceError.statusList(let fault) {
            #expect(!fault.description.isEmpty)
            return fault
        }
    }

    @Test func `BSL-10: is long enough, has its end and its hint`() async throws {
        let end = Self.later
        let (credential, list) = try read(
            await made(
                StatusListRequest(url: Self.url, size: 1, ttl: 300_000, validUntil: end)))
        #expect(list.bits.count(entryBits: 1) == 131_072)
        #expect(list.ttl == 300_000)
        #expect(credential.validUntil == end)
        #expect(credential.id == Self.url)
        let wide = try read(await made(StatusListRequest(url: Self.url, entryBits: 4)))
        #expect(wide.list.bits.count(entryBits: 4) == 131_072)
    }

    @Test func `is signed again with other entries, and is the same list otherwise`() async throws {
        let before = try await made(
            StatusListRequest(
                url: Self.url, purpose: "suspension", entryBits: 2, values: [5: 3, 9: 1],
                ttl: 60_000)
        )
        let changed = try await issuance(Self.own(), now: Self.later).issue(
            StatusListChange(list: before, values: [5: 0, 9: 1, 131_071: 2], entryBits: 2))
        #expect(
            changed.changes == [
                .init(index: 5, old: 3, new: 0), .init(index: 131_071, old: 0, new: 2),
            ])
        let (credential, list) = try read(changed.issued.bytes)
        #expect(credential.id == Self.url)
        #expect(credential.validFrom == Self.later)
        #expect(list.purposes == ["suspension"])
        #expect(list.ttl == 60_000)
        #expect(list.bits.entries(entryBits: 2).map(\.index) == [9, 131_071])
        #expect(changed.issued.checked.verdict.verdict == .verified)
        let again = try await issuance(Self.own(), now: Self.later).issue(
            StatusListChange(list: changed.issued.bytes, values: [9: 0], entryBits: 2))
        #expect(again.changes.count == 1)
    }

    @Test func `is not changed where the entry or value does not exist`() async throws {
        let list = try await made(StatusListRequest(url: Self.url))
        func change(_ values: [Int: UInt64], _ bits: Int = 1) -> StatusListChange {
            StatusListChange(list: list, values: values, entryBits: bits)
        }
        #expect(try await fault(change([131_071: 1])) == nil)
        #expect(
            try await fault(change([131_072: 1])) == .outOfRange(131_072, entries: 131_072))
        #expect(try await fault(change([-1: 1])) == .outOfRange(-1, entries: 131_072))
        #expect(try await fault(change([65_536: 1], 2)) == .outOfRange(65_536, entries: 65_536))
        #expect(try await fault(change([1: 2])) == .valueTooLarge(2, bits: 1))
        #expect(try await fault(change([1: 1], 9)) == .entryBits(9))
        #expect(try await fault(change([1: 1], 0)) == .entryBits(0))
    }

    @Test func `keeps what is not reversible`() async throws {
        for (purpose, isFinal) in [
            ("revocation", true), ("refresh", true), ("suspension", false), ("message", false),
        ] {
            let list = try await made(
                StatusListRequest(url: Self.url, purpose: purpose, values: [7: 1]))
            let fault = try await fault(StatusListChange(list: list, values: [7: 0]))
            #expect(fault == (isFinal ? .notReversible(7, purpose: purpose) : nil))
        }
    }

    @Test func `is not signed again unless it is genuine and ours`() async throws {
        let list = try await made(StatusListRequest(url: Self.url, values: [7: 1]))
        func change(_ list: [UInt8]) -> StatusListChange {
            StatusListChange(list: list, values: [1: 1])
        }
        let text = String(decoding: list, as: UTF8.self)
        let forged = Array(text.replacing("\"revocation\"", with: "\"suspension\"").utf8)
        guard case .notGenuine(let reason)? = try await fault(change(forged)) else {
            Issue.record("a forged list was not refused")
            return
        }
        #expect(reason.contains("proof.signature-invalid"))
        let members = try JSONDocument(parsing: list).root.members
            .filter { !$0.hasName("proof") }.map { ($0.name, JSON.verbatim($0.value)) }
        #expect(
            try await fault(change(JSON.object(members).serialized())) == .unsigned)
        let issuers = try [Self.own(1).issuer, Self.own(2).issuer]
        #expect(
            try await fault(change(list), Self.own(2))
                == .otherIssuer(issuers[0], ours: [issuers[1]]))
        guard case .unreadable? = try await fault(change(Array("<html>".utf8))) else {
            Issue.record("a page was not refused")
            return
        }
    }

    @Test func `is changed only while it can be in force`() async throws {
        let list = try await made(
            StatusListRequest(url: Self.url, validUntil: Self.start.adding(seconds: 60)))
        var change = StatusListChange(list: list, values: [1: 1])
        #expect(try await fault(change) == .ended(Self.start.adding(seconds: 60)))
        change.validUntil = Self.later.adding(seconds: 60)
        #expect(try await fault(change) == nil)
        #expect(
            try await fault(change, now: Self.start.adding(seconds: -5)) == .fromFuture(Self.start))
    }

    /// The issuer's document is not at hand; its key is.
    @Test func `of an issuer on the web needs the key that signed it`() async throws {
        let list = try await made(StatusListRequest(url: Self.url), key: Self.web())
        let change = StatusListChange(list: list, values: [1: 1])
        #expect(try await fault(change, Self.web()) == nil)
        guard case .notGenuine? = try await fault(change, Self.web(2)) else {
            Issue.record("a list under another key was not refused")
            return
        }
        let pretender = IssuingKey(
            signer: try Self.signer(2), issuer: "did:web:hollin.example",
            verificationMethod: "did:web:hollin.example#key-1")
        guard case .notGenuine? = try await fault(change, pretender) else {
            Issue.record("a list under another key was not refused")
            return
        }
    }

    @Test func `gives entries their size, messages and references`() throws {
        let slot = StatusSlot(
            list: Self.url, index: 3, purpose: "message", bits: 2,
            messages: ["a", "b", "c", "d"], references: ["https://x.example/"])
        let entry = try JSONDocument(parsing: slot.entry.serialized()).root
        #expect(entry["statusSize"]?.integer == 2)
        #expect(entry["statusListIndex"]?.string == "3")
        #expect(entry["statusMessage"]?.count == 4)
        #expect(entry["statusReference"]?.string == "https://x.example/")
    }
}
