import Credentials
import DIDs
import Issuance
import JSONText
import Synchronization
import Testing

@testable import Verification

@Suite struct `Refreshing` {
    static let url = "https://hollin.example/credentials/1"
    static let id = "urn:uuid:00000000-0000-4000-8000-000000000009"

    private func credential(
        _ name: String = "Algebra", id: String = id, from: String = "2026-01-01T00:00:00Z",
        key: UInt8 = 1, type: String = "1EdTechCredentialRefresh", extra: String = ""
    ) async throws -> [UInt8] {
        let draft = Fixture.course(
            extra: ", \"id\": \"\(id)\", \"validFrom\": \"\(from)\", \"refreshService\": "
                + "{\"id\": \"\(Self.url)\", \"type\": \"\(type)\"}\(extra)"
        ).replacing("\"name\": \"Algebra\"", with: "\"name\": \"\(name)\"")
        return try await Fixture.issued(draft, with: [Fixture.issuingKey(key)])
    }

    private func answer(
        to credential: [UInt8], _ newer: [UInt8]?, isOnline: Bool = false
    ) async -> (verdict: Verdict, check: Check?) {
        var policy = VerificationPolicy()
        policy.isOnline = isOnline
        let documents = newer.map { [(url: Self.url, bytes: $0)] } ?? []
        let verdict = await Fixture.verify(credential, documents: documents, policy: policy)
        return (verdict, verdict.checks.first { $0.name == .refresh })
    }

    @Test func `tells that this is the newest version`() async throws {
        let bytes = try await credential()
        let (verdict, check) = await answer(to: bytes, bytes)
        #expect(check?.code == "refresh.current")
        #expect(verdict.verdict == .verified)
        let anew = try await credential()
        #expect(await answer(to: bytes, anew).check?.code == "refresh.current")
    }

    @Test func `tells that there is a newer version, and judges the one that was given`()
        async throws
    {
        let newer = try await credential("Algebra II", from: "2026-02-01T00:00:00Z")
        let (verdict, check) = await answer(to: try await credential(), newer)
        #expect(check?.code == "refresh.newer-version")
        #expect(check?.message.contains(Self.url) == true)
        #expect(verdict.verdict == .verified)
        #expect(verdict.name == "Algebra")
    }

    /// VER-09: and this changed.
    @Test func `says what the newer version says otherwise`() async throws {
        let given = try await credential()
        let newer = try await credential("Algebra II", from: "2026-02-01T00:00:00Z")
        let check = try #require(await answer(to: given, newer).check)
        #expect(check.message.contains("record “Algebra II”: name changed"))
        #expect(check.message.contains("achievement “Algebra II”: name changed"))
        let difference = try #require(check.difference)
        #expect(difference.content.map(\.thing.kind) == [.record, .achievement])
        #expect(difference.envelope[0].changes.map(\.member).contains("validFrom"))
        let json = try JSONDocument(parsing: check.json.serialized()).root
        #expect(json["difference"]?["same"]?.bool == false)
        #expect(json["difference"]?["content"]?.count == 2)
        let anew = try await credential(from: "2026-02-01T00:00:00Z")
        let same = try #require(await answer(to: given, anew).check)
        #expect(same.code == "refresh.newer-version")
        #expect(same.difference?.saysTheSame == true)
        #expect(same.message.contains("it says the same"))
    }

    @Test func `takes a change without a new date for a newer version`() async throws {
        let newer = try await credential("Algebra II")
        #expect(
            await answer(to: try await credential(), newer).check?.code == "refresh.newer-version")
    }

    @Test func `takes nothing for a newer version that is not one`() async throws {
        let given = try await credential()
        let others = [
            try await credential(id: "urn:uuid:00000000-0000-4000-8000-000000000008"),
            try await credential(from: "2025-12-31T00:00:00Z"),
            try await credential("Algebra II", key: 2),
            Fixture.replacing("Algebra", "Alchemy", in: given), Array("<html>".utf8),
            Array("{}".utf8), Array("[1]".utf8), [],
        ]
        for other in others {
            let (verdict, check) = await answer(to: given, other, isOnline: true)
            #expect(check?.code == "refresh.not-usable")
            #expect(verdict.verdict == .verified)
        }
    }

    @Test func `says where the service gives nothing, and judges the one that was given`()
        async throws
    {
        let (verdict, check) = await answer(to: try await credential(), nil, isOnline: true)
        #expect(check?.code == "refresh.unavailable")
        #expect(verdict.verdict == .verified)
    }

    @Test func `is not done offline, of unknown services, or where the signature does not hold`()
        async throws
    {
        let given = try await credential()
        #expect(await answer(to: given, nil).check?.code == "refresh.not-asked")
        let unknown = try await credential(type: "1EdTechJsonSchemaValidator2019")
        #expect(await answer(to: unknown, unknown).check?.code == "refresh.not-asked")
        let forged = Fixture.replacing("Algebra", "Alchemy", in: given)
        #expect(await answer(to: forged, given).check?.code == "refresh.not-asked")
    }

    @Test func `is not done of a forgery, nor more than once`() async throws {
        let given = try await credential()
        let newer = try await credential("Algebra II", from: "2026-02-01T00:00:00Z")
        let forged = Fixture.replacing("Algebra", "Alchemy", in: given)
        for (bytes, count) in [(given, 1), (forged, 0)] {
            let source = Asked(newer)
            _ = await Verifier(source: source, clock: { Fixture.now }).verify(bytes)
            #expect(source.urls.filter { $0 == Text(Self.url) }.count == count)
        }
    }

    /// Gives one document for every URL, and remembers what it was asked for.
    private final class Asked: DocumentSource {
        private let asked = Mutex<[Text]>([])
        private let bytes: [UInt8]
        var urls: [Text] { asked.withLock { $0 } }

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        func document(at url: Text) async -> DocumentAnswer {
            asked.withLock { $0.append(url) }
            return .found(bytes, mediaType: nil)
        }
    }
}

@Suite struct `A context that was looked up` {
    static let url = "https://hollin.example/context.json"

    private func credential() throws -> Credential {
        Credential(
            try Fixture.document(
                """
                {"@context": ["https://www.w3.org/ns/credentials/v2", "\(Self.url)"],
                 "type": ["VerifiableCredential"], "faculty": "Arts",
                 "issuer": "https://hollin.example/", "credentialSubject": {"id": "urn:x:1"}}
                """
            ).root)
    }

    private func message(_ documents: [(url: String, bytes: [UInt8])]) async throws -> String {
        let bytes = Array(try credential().json.bytes)
        let verdict = await Fixture.verify(bytes, documents: documents)
        return verdict.checks.filter { $0.name == .context }.map(\.message).joined()
    }

    @Test func `is named in the verdict, with its digest`() async throws {
        let context = "{\"@context\": {\"faculty\": \"https://hollin.example/terms#faculty\"}}"
        let message = try await message([(Self.url, Array(context.utf8))])
        #expect(message.contains(Self.url))
        let digest = try #require(message.split(separator: "SHA-256 ").last).prefix(64)
        #expect(digest.allSatisfy { $0.isHexDigit } && digest.count == 64)
    }

    @Test func `is not spoken of where there is none`() async throws {
        let bytes = try await Fixture.issued(Fixture.course())
        let verdict = await Fixture.verify(bytes)
        #expect(!verdict.checks.contains { $0.message.contains("SHA-256") })
    }

    @Test func `says why it could not be had`() async throws {
        #expect(try await message([]).contains("(not at hand)"))
    }

    @Test func `goes from the shelf before the shelf grows past its limit`() {
        let shelf = ContextShelf()
        let size = Limits.shelvedContextBytes / 2
        let large = Array("{\"@context\": \"\(String(repeating: "x", count: size))\"}".utf8)
        #expect(shelf.add(Array("{}".utf8), at: "https://a.example/"))
        #expect(shelf.add(large, at: "https://b.example/"))
        #expect(shelf.context(at: "https://a.example/") != nil)
        #expect(shelf.add(large, at: "https://c.example/"))
        #expect(shelf.context(at: "https://a.example/") == nil)
        #expect(shelf.context(at: "https://c.example/") != nil)
    }
}

@Suite struct `What one verification may cost` {
    /// Says how many documents it has given since a verification began.
    private struct Counting: DocumentSource {
        private final class Count: Sendable {
            let value = Mutex(0)
        }
        private let count = Count()

        func document(at url: Text) async -> DocumentAnswer {
            let number = count.value.withLock { value in
                value += 1
                return value
            }
            return .unavailable(reason: "number \(number)")
        }

        func forOneVerification() -> any DocumentSource { Counting() }
    }

    @Test func `is counted anew for each`() async throws {
        let key = try Fixture.webKey()
        let bytes = try await Fixture.issuance(
            [key], source: CatalogSource([try Fixture.controllerDocument()])
        ).issue(IssuanceRequest(draft: Fixture.document(Fixture.course()), layout: .compact)).bytes
        let verifier = Verifier(
            source: SourceChain([CatalogSource(), Counting()]), clock: { Fixture.now })
        for _ in 0..<2 {
            let verdict = await verifier.verify(bytes).verdict
            let controller = verdict.checks.first { $0.name == .controller }
            #expect(controller?.message.contains("number 1") == true)
        }
    }
}
