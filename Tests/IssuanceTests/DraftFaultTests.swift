import Credentials
import DIDs
import Foundation
import JSONText
import KeyMaterial
import Synchronization
import Testing
import Verification

@testable import Issuance

@Suite struct `The faults of a draft` {
    private static let now = Timestamp(seconds: 1_780_000_000)

    private func issuance(
        at now: Timestamp = now, source: any DocumentSource = NoDocuments(), seed: UInt8 = 1,
        issuer: String? = nil
    ) throws -> Issuance {
        let signer = try PrivateKey(type: .ed25519, secret: [UInt8](repeating: seed, count: 32))
        let key = issuer.map {
            IssuingKey(signer: signer, issuer: $0, verificationMethod: "\($0)#key")
        }
        let count = Mutex<UInt8>(0)
        return Issuance(
            keys: [key ?? IssuingKey(selfContained: signer)], source: source, clock: { now },
            randomness: { octets in
                let number = count.withLock { count in
                    count &+= 1
                    return count
                }
                return [seed] + [UInt8](repeating: number, count: octets - 1)
            })
    }

    private func request(_ text: String) throws -> IssuanceRequest {
        IssuanceRequest(draft: try JSONDocument(parsing: Array(text.utf8)))
    }

    private func badge(
        _ members: String = "", achievement: String = "", name: String = "\"name\": \"A\""
    ) -> String {
        """
        {"type": ["AchievementCredential"], "name": "A"\(members), "credentialSubject": {
        "id": "did:example:ada", "type": ["AchievementSubject"], "achievement": {
        "id": "urn:x:a", "type": ["Achievement"], \(name), "description": "d",
        "criteria": {"narrative": "n"}\(achievement)}}}
        """
    }

    private func record(_ parts: [String], _ members: String = "") -> String {
        """
        {"type": ["ClrCredential"], "name": "R"\(members), "credentialSubject": {
        "id": "did:example:ada", "type": ["ClrSubject"],
        "verifiableCredential": [\(parts.joined(separator: ", "))]}}
        """
    }

    private func refusal(_ text: String, _ issuance: Issuance? = nil) async throws -> IssuanceError
    {
        let issuance = try issuance ?? self.issuance()
        return try #require(
            await #expect(throws: IssuanceError.self) {
                _ = try await issuance.issue(request(text))
            })
    }

    // MARK: - All at once

    @Test func `are told all at once, in the order of the text, each with its place`()
        async throws
    {
        let inner = "/credentialSubject/verifiableCredential"
        let text = record(
            [
                badge(", \"grade\": 1", achievement: ", \"tag\": [], \"descripton\": \"x\""),
                badge(
                    ", \"evidence\": [{\"type\": [\"Evidence\"], \"id\": \"urn:x: \"}]",
                    achievement: ", \"alignment\": [{\"type\": [\"Alignmnet\"], "
                        + "\"targetName\": \"t\", \"targetUrl\": \"https://t.example\", \"foo\": 1}]"
                ),
                badge(
                    achievement: ", \"creator\": {\"id\": \"school\", \"type\": [\"Profile\"]}"),
            ], ", \"image\": null, \"unheard\": {\"bar\": 1}, \"@id\": \"urn:x:r\"")
        let places = [
            "/image", "/unheard", "/@id", "\(inner)/0/grade",
            "\(inner)/0/credentialSubject/achievement/tag",
            "\(inner)/0/credentialSubject/achievement/descripton", "\(inner)/1/evidence/0/id",
            "\(inner)/1/credentialSubject/achievement/alignment/0/type/0",
            "\(inner)/1/credentialSubject/achievement/alignment/0/foo",
            "\(inner)/2/credentialSubject/achievement/creator/id",
        ]
        let error = try await refusal(text)
        #expect(error.each.compactMap { $0.place?.description } == places)
        let preview = await (try issuance()).preview(try request(text))
        #expect(preview.refusals.compactMap { $0.place?.description } == places)
        #expect("\(error)".contains("Is it \"description\"?"))
        #expect("\(error)".contains("Is it \"Alignment\"?"))
    }

    @Test func `are told once`() async throws {
        let text = badge(
            ", \"unheard\": null", achievement: ", \"foo\": 1", name: "\"naem\": \"A\""
        )
        .replacingOccurrences(of: "\"narrative\"", with: "\"narative\"")
        .replacingOccurrences(of: "[\"Achievement\"]", with: "[\"Achievment\"]")
        let preview = await (try issuance()).preview(try request(text))
        let achievement = "/credentialSubject/achievement"
        #expect(
            preview.refusals.compactMap { $0.place?.description } == [
                "/unheard", "\(achievement)/type/0", "\(achievement)/naem",
                "\(achievement)/criteria/narative", "\(achievement)/foo",
            ])
        // Neither is the name missing, nor is the criterion empty: they are misspelt.
        #expect(preview.problems.map(\.code) == [])
    }

    @Test func `of one part in place of a list stand where the draft has them`() async throws {
        let text = record([badge(", \"foo\": 1")]).replacingOccurrences(of: "[{", with: "{")
            .replacingOccurrences(of: "}]}}", with: "}}}")
        let error = try await refusal(text)
        #expect(error.place?.description == "/credentialSubject/verifiableCredential/foo")
        let type = try await refusal(
            badge().replacingOccurrences(of: "Credential\"]", with: "Credential\", \"Course\"]"))
        #expect(type.place?.description == "/type/1")
    }

    @Test func `are told up to a limit, and how many more there are`() async throws {
        let members = (0..<Limits.draftProblems + 30).map { ", \"m\($0)x\": 1" }.joined()
        let error = try await refusal(badge(members))
        #expect(error.each.count == Limits.draftProblems)
        #expect(error.omitted == 30)
        #expect("\(error)".hasSuffix("And 30 more."))
    }

    @Test func `name every context that is not at hand`() async throws {
        let contexts =
            "\"https://www.w3.org/ns/credentials/v2\", \"https://a.example/1\", "
            + "\"https://a.example/2\""
        let preview = await (try issuance()).preview(
            try request(badge(", \"@context\": [\(contexts)]")))
        #expect(
            preview.refusals.compactMap { $0.place?.description } == ["/@context/1", "/@context/2"])
    }

    /// A token covers its text, whatever that means.
    @Test func `hang on the form that is asked for`() async throws {
        let draft = try request(badge(", \"foo\": 1"))
        let issuance = try issuance()
        #expect(await issuance.preview(draft, as: TokenRequest()).isSound)
        #expect(try await issuance.issue(draft, as: TokenRequest()).bytes.isEmpty == false)
        let embedding = TokenRequest(embedsProof: true)
        #expect(await !issuance.preview(draft, as: embedding).isSound)
        await #expect(throws: IssuanceError.self) {
            _ = try await issuance.issue(draft, as: embedding)
        }
    }

    // MARK: - When it was awarded

    @Test(arguments: [
        ("", "2026-05-28T20:26:40Z"),
        (", \"validFrom\": \"2026-02-01T01:00:00+01:00\"", "2026-02-01T00:00:00Z"),
        (", \"awardedDate\": \"2020-01-01T00:00:00+00:00\"", "2020-01-01T00:00:00+00:00"),
        (", \"id\": \"urn:x:1\"", "2026-05-28T20:26:40Z"),
        // It may be a newer version of what was awarded before.
        (", \"id\": \"urn:x:1\", \"validFrom\": \"2026-02-01T00:00:00Z\"", nil),
        // The context in which the term is none.
        (
            ", \"@context\": [\"https://www.w3.org/ns/credentials/v2\", "
                + "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json\"]", nil
        ),
    ])
    func `the time of the award is filled in, and never changed`(
        members: String, awarded: String?
    ) async throws {
        let issued = try await issuance().issue(request(badge(members)))
        let root = try JSONDocument(parsing: issued.bytes).root
        #expect(root["awardedDate"]?.string == awarded)
        #expect(issued.checked.verdict.verdict == .verified)
    }

    @Test func `parts of a record were awarded too, endorsements were not`() async throws {
        let endorsement = """
            , "endorsement": [{"type": ["EndorsementCredential"], "name": "E", "credentialSubject": {
            "id": "urn:x:a", "type": ["EndorsementSubject"]}}]
            """
        let issued = try await issuance().issue(
            request(record([badge(achievement: endorsement)])))
        let root = try JSONDocument(parsing: issued.bytes).root
        let part = root[JSONPointer("/credentialSubject/verifiableCredential/0") ?? JSONPointer()]
        #expect(root["awardedDate"] != nil)
        #expect(part?["awardedDate"] != nil)
        let inner = part?[
            JSONPointer("/credentialSubject/achievement/endorsement/0") ?? JSONPointer()]
        #expect(inner?["validFrom"] != nil)
        #expect(inner?["awardedDate"] == nil)
    }

    // MARK: - When it is judged

    private func dated(_ from: String, _ until: String? = nil) -> String {
        ", \"validFrom\": \"\(from)T00:00:00Z\""
            + (until.map { ", \"validUntil\": \"\($0)T00:00:00Z\"" } ?? "")
    }

    @Test func `what has ended meanwhile does not pass for its record's earlier start`()
        async throws
    {
        let ended = badge(dated("2020-01-01", "2021-01-01"))
        let text = record([ended], dated("2020-06-01"))
        let error = try await refusal(text)
        guard case .contentsRefused(let parts) = error else { throw error }
        #expect(parts.map(\.place.description) == ["/credentialSubject/verifiableCredential/0"])
        #expect(parts.flatMap(\.checks).map(\.code) == ["period.expired"])
        let preview = await (try issuance()).preview(try request(text))
        #expect(preview.failingContents.count == 1)
        #expect(preview.isSound)
        var allowed = try request(text)
        allowed.allowsFailingContents = true
        let issued = try await issuance().issue(allowed)
        #expect(issued.failingContents.count == 1)
        #expect(issued.checked.verdict.verdict == .verified)
    }

    @Test func `what is dated back is issued, what begins later is judged at its start`()
        async throws
    {
        for start in ["2020-06-01", "2030-06-01"] {
            let issued = try await issuance().issue(
                request(record([badge(dated("2020-01-01"))], dated(start))))
            #expect(issued.checked.verdict.aggregate == .verified)
            #expect(
                await (try issuance()).preview(
                    try request(record([badge(dated("2020-01-01"))], dated(start)))
                ).isSound)
        }
        guard
            case .refused(let checks) = try await refusal(badge(dated("2020-01-01", "2021-01-01")))
        else {
            Issue.record("issued")
            return
        }
        #expect(checks.map(\.code) == ["period.expired"])
    }

    // MARK: - What others signed

    @Test func `what others signed is told apart from what the draft says`() async throws {
        let other = try issuance(seed: 2)
        let signed = String(
            decoding: try await other.issue(request(badge())).bytes, as: UTF8.self)
        let another = String(
            decoding: try await other.issue(request(badge())).bytes, as: UTF8.self)
        let forged = another.replacingOccurrences(of: "\"d\"", with: "\"e\"")
        let away = try await issuance(seed: 3, issuer: "did:web:away.example")
            .issue(request(badge())).bytes
        let text = record([signed, forged, String(decoding: away, as: UTF8.self), badge()])
        let error = try await refusal(text)
        guard case .contentsRefused(let parts) = error else { throw error }
        #expect(parts.map(\.place.description) == ["/credentialSubject/verifiableCredential/1"])
        #expect("\(error)".contains("proof.signature-invalid"))
        var allowed = try request(text)
        allowed.allowsFailingContents = true
        let issued = try await issuance().issue(allowed)
        #expect(issued.failingContents.count == 1)
        #expect(
            issued.undeterminedContents.map(\.place.description)
                == ["/credentialSubject/verifiableCredential/2"])
        #expect(issued.undeterminedContents.first?.description.contains("away.example") == true)
        let preview = await (try issuance()).preview(allowed)
        #expect(preview.undeterminedContents.count == 1)
        #expect(preview.failingContents.count == 1)
        let token = try await issuance().issue(allowed, as: TokenRequest())
        #expect(token.failingContents.count == 1)
    }

    @Test func `what was given beside the draft is judged as well`() async throws {
        let other = try issuance(seed: 2)
        let signed = try await other.issue(request(badge())).bytes
        let another = try await other.issue(request(badge())).bytes
        let forged = Array(
            String(decoding: another, as: UTF8.self)
                .replacingOccurrences(of: "\"d\"", with: "\"e\"").utf8)
        var both = try request(record([badge()]))
        both.contents = [signed, forged]
        await #expect {
            _ = try await issuance().issue(both)
        } throws: { error in
            guard case .contentsRefused(let parts)? = error as? IssuanceError else { return false }
            return parts.map(\.place.description)
                == ["/credentialSubject/verifiableCredential/2"]
        }
    }
}
