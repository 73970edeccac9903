import Credentials
import Issuance
import JSONText
import Testing

@testable import Verification

@Suite struct `What a set entry means` {
    private func check(
        _ code: String, purpose: String, value: UInt64, bits: Int = 1, messages: [String] = [],
        references: [String] = []
    ) async throws -> Check? {
        let credential = try await StatusFixture.credential(
            purpose: purpose, bits: bits, messages: messages, references: references)
        let list = try await StatusFixture.list([42: value], purpose: purpose, bits: bits)
        let verdict = await StatusFixture.verdict(credential, list)
        return verdict.checks.first { $0.code == code }
    }

    @Test func `is that the credential was revoked or suspended`() async throws {
        let revoked = try await check("status.revoked", purpose: "revocation", value: 1)
        #expect(revoked?.outcome == .failed)
        let suspended = try await check("status.suspended", purpose: "suspension", value: 1)
        #expect(suspended?.outcome == .failed)
    }

    @Test func `is that there is a newer version, which stops nothing`() async throws {
        let newer = try await check("status.newer-version", purpose: "refresh", value: 1)
        #expect(newer?.outcome == .warning)
        #expect(try await check("status.other-purpose", purpose: "refresh", value: 0) != nil)
    }

    @Test func `is a message of the issuer, which stops nothing`() async throws {
        let messages = ["valid", "under review", "name changed", "see reference"]
        for value: UInt64 in 1...3 {
            let told = try await check(
                "status.message", purpose: "message", value: value, bits: 2, messages: messages,
                references: ["https://hollin.example/messages"])
            #expect(told?.outcome == .warning)
            #expect(told?.message.contains(messages[Int(value)]) == true)
            #expect(told?.message.contains("https://hollin.example/messages") == true)
        }
        let none = try await check(
            "status.other-purpose", purpose: "message", value: 0, bits: 2, messages: messages)
        #expect(none?.message.contains("valid") == true)
        let unnamed = try await check("status.message", purpose: "message", value: 1)
        #expect(unnamed?.message.contains("0x1") == true)
    }

    @Test func `says where to read more`() async throws {
        let revoked = try await check(
            "status.revoked", purpose: "revocation", value: 1,
            references: ["https://hollin.example/why", "https://hollin.example/how"])
        #expect(revoked?.message.contains("https://hollin.example/why") == true)
    }

    /// Values of messages are hexadecimal; leading zeros and capitals do not matter.
    @Test(arguments: ["0xA", "0xa", "0x0a"])
    func `has the message of its value`(status: String) async throws {
        let entry = """
            {"credentialStatus": {"type": "BitstringStatusListEntry", "statusSize": 4,
             "statusPurpose": "revocation", "statusListIndex": "42",
             "statusListCredential": "\(StatusFixture.url)",
             "statusMessage": [{"status": "x", "message": "no"}, {"status": "10", "message": "no"},
               {"status": "\(status)", "message": "ten"}]}}
            """
        let list = try await StatusFixture.list([42: 10], bits: 4)
        let answers = try await StatusFixture.answers(
            entry, documents: [(StatusFixture.url, list)])
        #expect(answers.first?.message.contains("(ten)") == true)
    }

    @Test func `is asked for each of several entries`() async throws {
        let entry = { (purpose: String, index: Int) in
            """
            {"type": "BitstringStatusListEntry", "statusPurpose": "\(purpose)",
             "statusListIndex": "\(index)", "statusListCredential": "\(StatusFixture.url)"}
            """
        }
        let list = try await StatusFixture.list([7: 1])
        let credential = try await StatusFixture.credential(
            entry: "[\(entry("revocation", 6)), \(entry("revocation", 7))]")
        let verdict = await StatusFixture.verdict(credential, list)
        #expect(verdict.problems == ["status.revoked"])
        #expect(verdict.codes.contains("status.not-set"))
        #expect(
            verdict.checks.first { $0.code == "status.revoked" }?.at?.description
                == "/credentialStatus/1")
    }

    @Test func `is told of an entry that decides nothing, even where the list is at fault`()
        async throws
    {
        let other = try await StatusFixture.list(purpose: "revocation")
        let refresh = await StatusFixture.verdict(
            try await StatusFixture.credential(purpose: "refresh"), other)
        #expect(refresh.problems == [])
        let beyond = await StatusFixture.verdict(
            try await StatusFixture.credential(131_072, purpose: "message"),
            try await StatusFixture.list(purpose: "message"))
        #expect(beyond.problems == [])
    }
}
