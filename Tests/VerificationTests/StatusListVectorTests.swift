import Credentials
import JSONText
import Multiformat
import TestSupport
import Testing

@testable import Issuance
@testable import Verification

/// Lists of Status List 2021, which came before; they are read and not made.
@Suite struct `Lists of Status List 2021` {
    private static let url = "https://hollin.example/status/2021"

    private func list(encoded: String, issued: String = "2026-01-01T00:00:00Z") throws -> [UInt8] {
        try StatusFixture.signed(
            """
            {"@context": ["https://www.w3.org/2018/credentials/v1",
              "https://w3id.org/vc/status-list/2021/v1",
              "https://w3id.org/security/data-integrity/v2"],
             "id": "\(Self.url)", "type": ["VerifiableCredential", "StatusList2021Credential"],
             "issuer": "\(Fixture.issuingKey().issuer)", "issuanceDate": "\(issued)",
             "credentialSubject": {"id": "\(Self.url)#list", "type": "StatusList2021",
              "statusPurpose": "revocation", "encodedList": "\(encoded)"}}
            """)
    }

    private func codes(_ list: [UInt8], _ index: Int) async throws -> [String] {
        try await StatusFixture.answers(
            """
            {"credentialStatus": {"type": "StatusList2021Entry", "statusPurpose": "revocation",
             "statusListIndex": "\(index)", "statusListCredential": "\(Self.url)"}}
            """, documents: [(Self.url, list)]
        ).map(\.code)
    }

    private func packed() -> [UInt8] {
        var bits = StatusBits(entries: 131_072, entryBits: 1)
        for index in [3, 5_000, 77_777, 131_071] { _ = bits.set(index, to: 1, entryBits: 1) }
        return GZipWriter.deflated(bits.octets)
    }

    @Test func `are read in either alphabet of base 64, and verified`() async throws {
        for encoded in [Base64URL.encode(packed()), Base64.encode(packed())] {
            let list = try list(encoded: encoded)
            #expect(try await codes(list, 3) == ["status.revoked"])
            #expect(try await codes(list, 131_071) == ["status.revoked"])
            #expect(try await codes(list, 4) == ["status.not-set"])
            #expect(try await codes(list, 131_072) == ["status.index-out-of-range"])
        }
    }

    @Test func `may be the claim of a JWT`() async throws {
        let list = try StatusFixture.token(
            of: list(encoded: Base64URL.encode(packed())),
            claims: [
                ("iss", .string(Fixture.issuingKey().issuer)), ("jti", .string(Self.url)),
                ("sub", .string(Self.url + "#list")), ("nbf", 1_767_225_600),
            ])
        #expect(try await codes(list, 3) == ["status.revoked"])
        #expect(try await codes(list, 4) == ["status.not-set"])
    }

    @Test func `are refused where they were changed`() async throws {
        let list = try list(encoded: Base64URL.encode(packed()))
        let changed = Fixture.replacing(
            "2026-01-01T00:00:00Z\"", "2025-01-01T00:00:00Z\"", in: list)
        #expect(changed != list)
        #expect(try await codes(changed, 3) == ["status.list-not-verified"])
    }
}

@Suite(.enabled(if: Standards.present, "the standards folder is not here"))
struct `The official status lists` {
    private static let suite = "suites/vc-bitstring-status-list"

    /// The examples of the standard are not signed; their bits are what they say.
    @Test(arguments: ["02", "04"])
    func `of the standard's examples are unpacked`(name: String) throws {
        let bytes = try Standards.bytes("\(Self.suite)/spec-examples/\(name).json")
        let list = try StatusList(
            reading: CredentialDocument(reading: bytes).credential, at: "")
        #expect(list.purposes == ["revocation"])
        #expect(list.bits == StatusBits(entries: 131_072, entryBits: 1))
    }

    @Test func `of the standard's examples do not count, since nobody signed them`() async throws {
        let list = try Standards.bytes("\(Self.suite)/spec-examples/02.json")
        let example = try Standards.bytes("\(Self.suite)/spec-examples/03.json")
        let answers = try await StatusFixture.answers(
            String(decoding: example, as: UTF8.self),
            documents: [("https://example.com/credentials/status/3", list)])
        #expect(answers.map(\.code) == ["status.list-not-verified"])
    }

    @Test(arguments: [
        ("e5WK8CbZ1GjycuPombrj", "status.not-set"), ("expired", "status.list-not-verified"),
        ("notYetValid", "status.list-not-verified"), ("tampered", "status.list-not-verified"),
        ("missingBitStringType", "status.list-malformed"),
    ])
    func `of the DCC are judged`(name: String, code: String) async throws {
        let list = try Standards.bytes(
            "\(Self.suite)/dcc-status-lists/didkey-ed25519Signature2020/\(name)")
        let url = try #require(JSONDocument(parsing: list).root["id"]?.string)
        let answers = try await StatusFixture.answers(
            """
            {"credentialStatus": {"type": "BitstringStatusListEntry",
             "statusPurpose": "revocation", "statusListIndex": "1",
             "statusListCredential": "\(url)"}}
            """, documents: [(url, list)])
        #expect(answers.first?.code == code, "\(answers.map(\.message))")
    }
}
