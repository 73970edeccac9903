import Credentials
import Foundation
import JSONText
import KeyMaterial
import Synchronization
import Testing
import Verification

@testable import Issuance

@Suite struct `Issuing` {
    private static let now = Timestamp("2026-03-01T12:00:00.5Z") ?? Timestamp(seconds: 0)

    private func issuance(_ seeds: [UInt8] = [1]) throws -> Issuance {
        let keys = try seeds.map { seed in
            IssuingKey(
                selfContained: try PrivateKey(
                    type: .ed25519, secret: [UInt8](repeating: seed, count: 32)))
        }
        return Issuance(
            keys: keys, clock: { Self.now }, randomness: { [UInt8](repeating: 0xFF, count: $0) })
    }

    private static let subject = """
        {"id": "did:example:ada", "type": ["AchievementSubject"], "creditsEarned": 4.50,
        "achievement": {"id": "urn:uuid:1", "type": ["Achievement"], "name": "Alg\\u0065bra",
        "description": "x", "criteria": {"narrative": "y"}}}
        """

    private func draft(_ members: String) throws -> JSONDocument {
        let text = "{\"credentialSubject\": \(Self.subject)\(members)}"
        return try JSONDocument(parsing: Array(text.utf8))
    }

    @Test func `fills in what is missing, and keeps what is there`() async throws {
        let issued = try await issuance().issue(IssuanceRequest(draft: draft("")))
        let value = try JSONDocument(parsing: issued.bytes).root
        #expect(
            value.members.map(\.name) == [
                "@context", "id", "type", "issuer", "validFrom", "awardedDate",
                "credentialSubject", "credentialSchema", "proof",
            ])
        #expect(issued.id == "urn:uuid:ffffffff-ffff-4fff-bfff-ffffffffffff")
        #expect(value["validFrom"]?.string == "2026-03-01T12:00:00Z")
        #expect(value["credentialSubject"]?["creditsEarned"]?.numberText == "4.50")
        let text = String(decoding: issued.bytes, as: UTF8.self)
        #expect(text.contains("Alg\\u0065bra"))
        #expect(issued.checked.verdict.verdict == .verified)
        #expect(!issued.readingsMayDiffer)
    }

    @Test func `gives an achievement an id where it has none`() async throws {
        let text = """
            {"credentialSubject": {"id": "did:example:ada", "type": ["AchievementSubject"],
            "achievement": {"type": ["Achievement"], "name": "Algebra", "description": "x",
            "criteria": {"narrative": "y"}}}}
            """
        let draft = try JSONDocument(parsing: Array(text.utf8))
        let count = Mutex(UInt8(0))
        let issuance = Issuance(
            keys: try issuance().keys, clock: { Self.now },
            randomness: { octets in
                count.withLock { $0 += 1 }
                return [UInt8](repeating: count.withLock { $0 }, count: octets)
            })
        let issued = try await issuance.issue(IssuanceRequest(draft: draft))
        let achievement = try JSONDocument(parsing: issued.bytes).root["credentialSubject"]?[
            "achievement"]
        #expect(achievement?.members.map(\.name).first == "id")
        #expect(achievement?["id"]?.string == "urn:uuid:02020202-0202-4202-8202-020202020202")
        #expect(issued.checked.verdict.verdict == .verified)
    }

    @Test func `gives out no record that is nobody's`() async throws {
        func record(_ subject: String) throws -> IssuanceRequest {
            let text = """
                {"type": ["ClrCredential"], "name": "R", "credentialSubject": {\(subject)
                "type": ["ClrSubject"], "verifiableCredential": [{
                "id": "urn:uuid:2", "type": ["AchievementCredential"], "name": "A",
                "credentialSubject": \(Self.subject)}]}}
                """
            return IssuanceRequest(draft: try JSONDocument(parsing: Array(text.utf8)))
        }
        let issuance = try issuance()
        await #expect {
            _ = try await issuance.issue(record(""))
        } throws: { error in
            guard case .refused(let faults)? = error as? IssuanceError else { return false }
            return faults.map(\.code) == ["shape.subject-not-identified"]
        }
        #expect(await issuance.preview(try record("")).problems.count == 1)
        let issued = try await issuance.issue(record("\"id\": \"did:example:ada\","))
        #expect(issued.checked.verdict.aggregate == .verified)
    }

    @Test func `signs endorsements at whatever node they stand, before the whole`() async throws {
        func endorsement(_ number: Int) -> String {
            """
            {"id": "urn:uuid:e\(number)", "type": ["VerifiableCredential", "EndorsementCredential"],
            "name": "E",
            "credentialSubject": {"id": "urn:uuid:1", "type": ["EndorsementSubject"],
            "endorsementComment": "Well made."}}
            """
        }
        let text = """
            {"name": "A", "issuer": {"id": "ISSUER", "type": ["Profile"], "name": "I",
            "endorsement": [\(endorsement(1))]}, "credentialSubject": {"id": "did:example:ada",
            "type": ["AchievementSubject"], "achievement": {"id": "urn:uuid:1",
            "type": ["Achievement"], "name": "Algebra", "description": "x",
            "criteria": {"narrative": "y"}, "endorsement": [\(endorsement(2))]}},
            "endorsement": \(endorsement(3))}
            """
        let issuance = try issuance()
        let named = text.replacingOccurrences(of: "ISSUER", with: issuance.keys[0].issuer)
        let issued = try await issuance.issue(
            IssuanceRequest(draft: JSONDocument(parsing: Array(named.utf8))))
        let value = try JSONDocument(parsing: issued.bytes).root
        for place in [
            "/endorsement/0", "/issuer/endorsement/0",
            "/credentialSubject/achievement/endorsement/0",
        ] {
            let pointer = try #require(JSONPointer(place))
            #expect(value[pointer]?["proof"]?.isObject == true, "\(place)")
            let part = issued.checked.verdict.contents.first { $0.at?.description == place }
            #expect(part?.verdict == .verified, "\(place)")
        }
    }

    @Test func `of a context that can be looked up signs what it defines`() async throws {
        let url = "https://context.example/v1"
        let context = #"{"@context": {"room": "https://context.example/v1#room"}}"#
        let text = """
            {"@context": ["https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", "\(url)"],
            "name": "A", "room": "12", "credentialSubject": \(Self.subject)}
            """
        let request = IssuanceRequest(draft: try JSONDocument(parsing: Array(text.utf8)))
        let key = try issuance().keys[0]
        let issued = try await Issuance(
            keys: [key], source: CatalogSource([(url, Array(context.utf8))]),
            clock: { Self.now }, randomness: { [UInt8](repeating: 0xFF, count: $0) }
        ).issue(request)
        #expect(issued.checked.verdict.verdict == .verified)
        let error = await #expect(throws: IssuanceError.self) {
            _ = try await issuance().issue(request)
        }
        #expect(error?.description.contains("--documents") == true)
        #expect(error?.description.contains(url) == true)
    }

    @Test func `adds the place on a status list`() async throws {
        let slot = StatusSlot(list: "https://hollin.example/status/1", index: 7)
        let issued = try await issuance().issue(
            IssuanceRequest(draft: draft(""), statusSlot: slot, layout: .compact))
        let entry = try JSONDocument(parsing: issued.bytes).root["credentialStatus"]
        #expect(entry?["statusListIndex"]?.string == "7")
        #expect(issued.checked.verdict.verdict == .undetermined)
    }

    @Test func `signs what stands inside first, and embeds the signed verbatim`() async throws {
        let signed = try await issuance([2]).issue(IssuanceRequest(draft: draft(""))).bytes
        let record = """
            {"id": "urn:uuid:1", "name": "Record", "credentialSubject": {"id": "did:example:ada",
            "verifiableCredential": [{"id": "urn:uuid:2", "name": "Own", "credentialSubject": \(Self.subject)}]}}
            """
        let issued = try await issuance().issue(
            IssuanceRequest(
                draft: JSONDocument(parsing: Array(record.utf8)), contents: [signed]))
        let verdict = issued.checked.verdict
        #expect(verdict.verdict == .verified)
        #expect(verdict.aggregate == .verified)
        #expect(verdict.contents.count == 2)
        #expect(verdict.contents.allSatisfy { $0.verdict == .verified })
        let text = String(decoding: issued.bytes, as: UTF8.self)
        #expect(text.contains(String(decoding: signed, as: UTF8.self)))
    }

    @Test(arguments: [
        (", \"name\": null", "emptyValue"), (", \"evidence\": []", "emptyValue"),
        (", \"proof\": {}", "alreadySigned"), (", \"unheardOf\": 1", "notSignable"),
        (", \"issuer\": \"did:example:somebody\"", "issuerDiffers"),
        (", \"validFrom\": \"yesterday\"", "refused"),
        (", \"@context\": [\"https://unknown.example/\"]", "contextUnknown"),
        (", \"validUntil\": \"2020-01-01T00:00:00Z\"", "refused"),
    ])
    func `refuses a faulty draft`(members: String, error name: String) async throws {
        let draft = try draft(members)
        let error = await #expect(throws: IssuanceError.self) {
            _ = try await issuance().issue(IssuanceRequest(draft: draft))
        }
        let first = try #require(error?.each.first)
        #expect("\(Mirror(reflecting: first).children.first?.label ?? "")" == name)
        #expect(error?.description.isEmpty == false)
    }

    @Test func `of an undefined term names it and its place`() async throws {
        let draft = try draft(", \"evidence\": [{\"type\": [\"Evidence\"], \"unheardOf\": 1}]")
        let error = await #expect(throws: IssuanceError.self) {
            _ = try await issuance().issue(IssuanceRequest(draft: draft))
        }
        #expect(error?.description.contains("unheardOf") == true)
        #expect(error?.description.contains("/evidence/0") == true)
    }

    @Test func `makes a status list`() async throws {
        let list = try await issuance().issue(
            StatusListRequest(url: "https://hollin.example/status/1", setEntries: [0, 131_071]))
        #expect(list.checked.verdict.verdict == .verified)
        #expect(list.checked.verdict.kind == "BitstringStatusListCredential")
        #expect(list.bytes.count < 1_500)
    }
}
