import Credentials
import Issuance
import JSONText
import Testing

@testable import Verification

@Suite struct `Status` {
    static let url = "https://hollin.example/status/1"

    private func credential(_ index: Int = 42, purpose: String = "revocation") async throws
        -> [UInt8]
    {
        try await Fixture.issued(
            Fixture.course(),
            statusSlot: StatusSlot(list: Self.url, index: index, purpose: purpose))
    }

    private func list(
        _ set: Set<Int>, purpose: String = "revocation", key seed: UInt8 = 1
    ) async throws -> [UInt8] {
        try await Fixture.issuance([Fixture.issuingKey(seed)]).issue(
            StatusListRequest(url: Self.url, purpose: purpose, setEntries: set)
        ).bytes
    }

    private func problems(_ credential: [UInt8], _ list: [UInt8]?) async -> [String] {
        let documents = list.map { [(url: Self.url, bytes: $0)] } ?? []
        return await Fixture.verify(credential, documents: documents).problems
    }

    @Test func `is undetermined without the list, and the list is named`() async throws {
        let verdict = await Fixture.verify(try await credential())
        #expect(verdict.problems == ["status.list-unavailable"])
        #expect(verdict.checks.contains { $0.message.contains(Self.url) })
    }

    @Test func `passes where the entry is not set`() async throws {
        let list = try await list([41, 43])
        let verdict = await Fixture.verify(
            try await credential(), documents: [(Self.url, list)])
        #expect(verdict.problems == [])
        #expect(verdict.codes.contains("status.not-set"))
    }

    @Test(arguments: [0, 7, 8, 42, 131_071])
    func `is revoked where the entry is set`(index: Int) async throws {
        let problems = await problems(try await credential(index), try await list([index]))
        #expect(problems == ["status.revoked"])
    }

    @Test func `is suspended by a list for suspension`() async throws {
        let problems = await problems(
            try await credential(purpose: "suspension"), try await list([42], purpose: "suspension")
        )
        #expect(problems == ["status.suspended"])
    }

    @Test func `needs a list of the same purpose`() async throws {
        let problems = await problems(
            try await credential(), try await list([], purpose: "suspension"))
        #expect(problems == ["status.purpose-differs"])
    }

    @Test func `needs an entry inside the list`() async throws {
        let problems = await problems(try await credential(131_072), try await list([]))
        #expect(problems == ["status.index-out-of-range"])
    }

    @Test func `needs a list that is itself verified`() async throws {
        let changed = Fixture.replacing(
            "revocation", "suspension", in: try await list([42]))
        #expect(
            await problems(try await credential(), changed) == ["status.list-not-verified"])
    }

    @Test func `notes a list by somebody else`() async throws {
        let verdict = await Fixture.verify(
            try await credential(), documents: [(Self.url, try await list([], key: 2))])
        #expect(verdict.problems == [])
        #expect(verdict.codes.contains("status.list-by-another-issuer"))
    }

    @Test(arguments: ["<html>", "{}", "[1]"])
    func `needs a list that can be read`(text: String) async throws {
        let problems = await problems(try await credential(), Array(text.utf8))
        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix("status.list-") == true)
    }

    @Test func `needs a list whose bits can be unpacked`() async throws {
        let draft = """
            {"type": ["VerifiableCredential", "BitstringStatusListCredential"],
             "credentialSubject": {"type": "BitstringStatusList", "statusPurpose": "revocation",
             "encodedList": "uAAAA"}}
            """
        let list = try await Fixture.issued(draft)
        #expect(await problems(try await credential(), list) == ["status.list-malformed"])
    }

    @Test func `is not asked for a forgery`() async throws {
        let forged = Fixture.replacing("Algebra", "Alchemy", in: try await credential())
        let verdict = await Fixture.verify(forged)
        #expect(verdict.codes.contains("status.not-asked"))
    }
}
