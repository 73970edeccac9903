import Credentials
import JSONText
import Testing

@testable import Issuance
@testable import Verification

/// The steps of section 3.5, each with what goes wrong in it. Where the standard names the error,
/// so does the test.
@Suite struct `Bitstring status lists` {
    private func problems(
        _ list: [UInt8]?, _ index: Int = 42, now: Timestamp = Fixture.now
    ) async throws -> [String] {
        let credential = try await StatusFixture.credential(index)
        return await StatusFixture.verdict(credential, list, now: now).problems
    }

    private func entry(_ members: String) -> String {
        """
        {"credentialStatus": {"type": "BitstringStatusListEntry",
         "statusListCredential": "\(StatusFixture.url)", \(members)}}
        """
    }

    private func codes(_ members: String, _ list: [UInt8]) async throws -> [String] {
        try await StatusFixture.answers(
            entry(members), documents: [(StatusFixture.url, list)]
        ).map(\.code)
    }

    // MARK: - BSL-01, BSL-02

    @Test(arguments: ["refresh", "message", "membership"])
    func `BSL-01: a purpose that decides nothing stops nothing`(purpose: String) async throws {
        let credential = try await StatusFixture.credential(purpose: purpose)
        let verdict = await StatusFixture.verdict(credential, nil)
        #expect(verdict.problems == [])
        #expect(verdict.codes.contains("status.other-purpose"))
    }

    @Test func `BSL-02, STATUS_RETRIEVAL_ERROR: the list cannot be had`() async throws {
        let verdict = await StatusFixture.verdict(try await StatusFixture.credential(), nil)
        #expect(verdict.problems == ["status.list-unavailable"])
        #expect(verdict.verdict == .undetermined)
        #expect(verdict.checks.contains { $0.message.contains(StatusFixture.url) })
    }

    // MARK: - BSL-03

    @Test func `BSL-03, STATUS_VERIFICATION_ERROR: the list was changed`() async throws {
        let revoked = try await StatusFixture.list([42: 1])
        let clean = try await StatusFixture.list()
        func encoded(_ list: [UInt8]) throws -> String {
            try #require(
                JSONDocument(parsing: list).root["credentialSubject"]?["encodedList"]?.string)
        }
        let forged = Fixture.replacing(try encoded(revoked), try encoded(clean), in: revoked)
        #expect(forged != revoked)
        #expect(try await problems(forged) == ["status.list-not-verified"])
    }

    @Test func `BSL-03, STATUS_VERIFICATION_ERROR: the list is not signed`() async throws {
        let members = try JSONDocument(parsing: await StatusFixture.list()).root.members
            .filter { !$0.hasName("proof") }.map { ($0.name, JSON.verbatim($0.value)) }
        let unsigned = JSON.object(members).serialized()
        #expect(try await problems(unsigned) == ["status.list-not-verified"])
    }

    @Test func `BSL-03: whether the list is genuine cannot be told`() async throws {
        let list = try await StatusFixture.list(key: Fixture.webKey())
        #expect(try await problems(list) == ["status.list-undetermined"])
    }

    @Test func `BSL-03: the list may be a JWT`() async throws {
        func token(_ values: [Int: UInt64]) async throws -> [UInt8] {
            try StatusFixture.token(of: await StatusFixture.list(values))
        }
        let good = try await token([41: 1])
        #expect(try await problems(good) == [])
        let set = try await token([42: 1])
        #expect(try await problems(set) == ["status.revoked"])
        var forged = good
        forged[forged.count - 5] ^= 1
        #expect(try await problems(forged) == ["status.list-not-verified"])
    }

    // MARK: - BSL-04, BSL-05

    @Test func `BSL-04, STATUS_VERIFICATION_ERROR: the list serves another purpose`() async throws {
        let list = try await StatusFixture.list(purpose: "suspension")
        #expect(try await problems(list) == ["status.purpose-differs"])
    }

    @Test func `BSL-04: a list may serve several purposes`() async throws {
        let plain = try await StatusFixture.list([42: 1])
        let members = try JSONDocument(parsing: plain).root.members
            .filter { !$0.hasName("proof") }.map { ($0.name, JSON.verbatim($0.value)) }
        let text = String(decoding: JSON.object(members).serialized(), as: UTF8.self)
            .replacing("\"revocation\"", with: "[\"suspension\",\"revocation\"]")
        let list = try StatusFixture.signed(text)
        #expect(try await problems(list) == ["status.revoked"])
    }

    @Test func `BSL-05, STATUS_DECODING: the bits cannot be unpacked`() async throws {
        let whole = StatusBits(entries: 131_072, entryBits: 1).encoded
        for encoded in ["", "u", "u!", "uAAAA", "z6Mk", String(whole.dropLast(8)), whole + "AAAA"] {
            let list = try await StatusFixture.list(encoded: encoded)
            #expect(try await problems(list) == ["status.list-malformed"], "\(encoded)")
        }
        for encoded in [whole, String(whole.dropFirst()), whole + "=="] {
            let list = try await StatusFixture.list(encoded: encoded)
            #expect(try await problems(list) == [], "\(encoded)")
        }
    }

    @Test func `BSL-05: the bits are inflated up to the limit, and no further`() async throws {
        let limit = Limits.inflatedStatusListBytes
        for (octets, expected) in [(limit, []), (limit + 1, ["status.list-too-large"])] {
            let packed = StatusBits([UInt8](repeating: 0, count: octets)).encoded
            let list = try await StatusFixture.list(encoded: packed)
            #expect(try await problems(list) == expected)
        }
    }

    // MARK: - BSL-06, BSL-07, BSL-08

    /// A warning: lists in use are shorter, and say what they say all the same.
    @Test func `BSL-06, STATUS_LIST_LENGTH_ERROR: the list is too short to hide in`() async throws {
        let short = StatusBits(entries: Limits.shortestStatusListBits - 8, entryBits: 1)
        let list = try await StatusFixture.list(encoded: short.encoded)
        let verdict = await StatusFixture.verdict(try await StatusFixture.credential(), list)
        #expect(verdict.problems == [])
        #expect(verdict.codes.contains("status.list-too-short"))
        let whole = try await StatusFixture.list()
        let one = "\"statusPurpose\": \"revocation\", \"statusListIndex\": \"1\""
        #expect(try await codes(one, whole) == ["status.not-set"])
        #expect(
            try await codes(one + ", \"statusSize\": 2", whole)
                == ["status.not-set", "status.list-too-short"])
    }

    @Test func `BSL-07, RANGE_ERROR: the entry lies beyond the end`() async throws {
        let list = try await StatusFixture.list()
        #expect(try await problems(list, 131_071) == [])
        #expect(try await problems(list, 131_072) == ["status.index-out-of-range"])
        for (index, size, code) in [
            ("65535", 2, "status.not-set"), ("65536", 2, "status.index-out-of-range"),
            ("9223372036854775807", 1, "status.index-out-of-range"),
            ("9223372036854775807", 63, "status.index-out-of-range"),
            ("9223372036854775808", 1, "status.entry-malformed"),
        ] {
            let members =
                "\"statusPurpose\": \"revocation\", \"statusListIndex\": \"\(index)\", "
                + "\"statusSize\": \(size)"
            #expect(try await codes(members, list).first == code, "\(index) \(size)")
        }
    }

    @Test(arguments: [
        "\"-1\"", "\"+1\"", "\"1.0\"", "\"\"", "\" 1\"", "\"0x1\"", "-1", "1.5", "[1]",
    ])
    func `BSL-07: the index is a number that is not negative`(index: String) async throws {
        let list = try await StatusFixture.list()
        let members = "\"statusPurpose\": \"revocation\", \"statusListIndex\": \(index)"
        #expect(try await codes(members, list) == ["status.entry-malformed"])
    }

    @Test(arguments: ["0", "-1", "64", "1.5", "\"x\"", "null"])
    func `BSL-07: the size is a number of bits`(size: String) async throws {
        let list = try await StatusFixture.list()
        let members =
            "\"statusPurpose\": \"revocation\", \"statusListIndex\": \"1\", \"statusSize\": \(size)"
        #expect(try await codes(members, list) == ["status.entry-malformed"])
    }

    @Test func `BSL-07: the first bit is the highest of the first octet`() async throws {
        var octets = [UInt8](repeating: 0, count: 16_384)
        octets[0] = 0x80
        octets[1] = 0x01
        let list = try await StatusFixture.list(encoded: StatusBits(octets).encoded)
        for (index, expected) in [
            (0, ["status.revoked"]), (1, []), (7, []), (8, []), (15, ["status.revoked"]),
        ] {
            #expect(try await problems(list, index) == expected)
        }
    }

    @Test func `BSL-08: an entry that is not zero is set`() async throws {
        for value: UInt64 in 0...3 {
            let list = try await StatusFixture.list([42: value], bits: 2)
            let credential = try await StatusFixture.credential(
                bits: 2, messages: ["good", "stolen", "lost", "replaced"])
            let verdict = await StatusFixture.verdict(credential, list)
            #expect(verdict.problems == (value == 0 ? [] : ["status.revoked"]))
            guard value > 0 else { continue }
            let check = verdict.checks.first { $0.code == "status.revoked" }
            let message = ["good", "stolen", "lost", "replaced"][Int(value)]
            #expect(check?.message.contains("(\(message))") == true)
        }
    }

    // MARK: - BSL-09, BSL-11

    @Test func `BSL-09: a list by somebody else is told`() async throws {
        let list = try await StatusFixture.list(key: Fixture.issuingKey(2))
        let verdict = await StatusFixture.verdict(try await StatusFixture.credential(), list)
        #expect(verdict.problems == [])
        #expect(verdict.codes.contains("status.list-by-another-issuer"))
    }

    @Test func `BSL-11: a list is never used past its own end, nor before its start`() async throws
    {
        let end = try #require(Timestamp("2026-04-01T00:00:00Z"))
        let list = try await StatusFixture.list(ttl: 1, validUntil: end)
        #expect(try await problems(list, now: end.adding(seconds: -1)) == [])
        #expect(
            try await problems(list, now: end.adding(seconds: 1)) == ["status.list-not-verified"])
        let text = """
            {"@context": ["https://www.w3.org/ns/credentials/v2"], "id": "\(StatusFixture.url)",
             "type": ["VerifiableCredential", "BitstringStatusListCredential"],
             "issuer": "\(try Fixture.issuingKey().issuer)", "validFrom": "2027-01-01T00:00:00Z",
             "credentialSubject": {"type": "BitstringStatusList", "statusPurpose": "revocation",
             "encodedList": "\(StatusBits(entries: 131_072, entryBits: 1).encoded)"}}
            """
        let early = try StatusFixture.signed(text)
        #expect(try await problems(early) == ["status.list-not-verified"])
    }

    @Test func `BSL-11: the hint for copies is read`() async throws {
        let bytes = try await StatusFixture.list(ttl: 300_000)
        let credential = try CredentialDocument(reading: bytes).credential
        #expect(try StatusList(reading: credential, at: "").ttl == 300_000)
    }
}

@Suite struct `The bits of a status list` {
    @Test(arguments: 1...8)
    func `hold a value for each entry, and leave the others alone`(size: Int) {
        var bits = StatusBits(entries: 100, entryBits: size)
        func set(_ index: Int, _ value: UInt64) -> Bool {
            bits.set(index, to: value, entryBits: size)
        }
        let count = bits.count(entryBits: size)
        #expect(count >= 100)
        let most = UInt64(1) << UInt64(size) - 1
        let taken = [set(7, most), set(99, 1)]
        #expect(taken == [true, true])
        #expect(bits.entries(entryBits: size).map(\.index) == [7, 99])
        #expect(bits.value(at: 7, entryBits: size) == most)
        let refused = [set(7, most + 1), set(count, 1), set(-1, 1), set(.max, 1)]
        #expect(refused == [false, false, false, false])
        let isCleared = set(7, 0)
        #expect(isCleared)
        #expect(bits.entries(entryBits: size).map(\.value) == [1])
    }
}
