import Credentials
import JSONText
import TestSupport
import Testing

@testable import Conversion

@Suite struct `Conversion of Open Badges 2.0` {
    static let source = """
        {"@context": "https://w3id.org/openbadges/v2", "type": "Assertion",
        "id": "https://hollin.example/a/1", "issuedOn": "2020-05-01T10:00Z",
        "expires": "2030-05-01T10:00:00Z", "narrative": "Sailed alone", "revoked": false,
        "recipient": {"type": "email", "hashed": true, "salt": "s", "identity": "sha256$ab"},
        "image": {"id": "https://hollin.example/a/1.png", "caption": null, "author": "x"},
        "evidence": ["https://hollin.example/log", {"id": "_:b1", "narrative": "n"}],
        "verification": {"type": "hosted"}, "extensions:x": {"type": ["Extension"], "n": 1},
        "endorsement": [{"id": "https://friend.example/e", "type": "Endorsement",
          "issuedOn": "2020-06-01T10:00:00Z", "issuer": "https://friend.example/",
          "claim": {"id": "https://hollin.example/a/1", "endorsementComment": "good"}}],
        "badge": {"type": "BadgeClass", "id": "https://hollin.example/b/1", "name": "Sailor",
          "@language": "en", "version": "2", "description": "Sails", "tags": ["sea"],
          "image": "data:image/png;base64,AA==", "criteria": "https://hollin.example/c",
          "alignment": {"targetName": "n", "targetUrl": "https://case.example/1"},
          "related": {"id": "https://hollin.example/b/2", "@language": "fr"},
          "issuer": {"type": "Issuer", "id": "https://hollin.example/i", "name": "Hollin",
            "url": "https://hollin.example/", "email": "a@hollin.example", "telephone": "1",
            "publicKey": "https://hollin.example/k"}}}
        """

    @Test func `gives each member its place in 3.0 (section 7.2, UPG-01 … UPG-06)`()
        async throws
    {
        let source = try Accounts.json(Self.source)
        let converted = try Conversion(badge2: source, newID: Accounts.identifiers())
        let made = try Accounts.read(converted.record)
        Generations.expectWhole(source, converted.report, made)
        #expect(await Accounts.shapeFaults(made) == [])
        #expect(try await Generations.signingFault(made) == nil)
        func at(_ place: String) -> String? { JSONPointer(place).flatMap { made[$0] }?.string }
        #expect(at("/evidence/0/id") == "https://hollin.example/a/1")
        #expect(at("/evidence/0/type/1") == "https://w3id.org/openbadges#Assertion")
        #expect(at("/evidence/1/id") == "https://hollin.example/log")
        #expect(at("/validFrom") == "2020-05-01T10:00:00Z")
        #expect(at("/issuer/phone") == "1")
        #expect(at("/credentialSubject/identifier/0/identityType") == "emailAddress")
        let achievement = "/credentialSubject/achievement"
        #expect(at("\(achievement)/criteria/id") == "https://hollin.example/c")
        #expect(at("\(achievement)/creator/id") == "https://hollin.example/i")
        #expect(at("\(achievement)/related/1/id") == "https://hollin.example/b/1")
        #expect(at("\(achievement)/related/1/version") == "Open Badges v2p0")
        #expect(at("\(achievement)/inLanguage") == "en")
        #expect(at("/endorsement/0/issuer/id") == "https://friend.example/")
        #expect(made["proof"] == nil)
        #expect(made["id"]?.string != source["id"]?.string)
    }

    @Test func `becomes a CLR 2.0 through 3.0, with one report on both`() async throws {
        let source = try Accounts.json(Self.source)
        let ids = Accounts.identifiers()
        let converted = try Conversion(badge2: source, newID: ids).gathered(newID: ids)
        let made = try Accounts.read(converted.record)
        Generations.expectWhole(source, converted.report, made)
        #expect(await Accounts.shapeFaults(made) == [])
        #expect(try await Generations.signingFault(made) == nil)
    }

    @Test func `keeps the signed text as evidence`() throws {
        let source = try Accounts.json(Self.source)
        let converted = try Conversion(
            badge2: source, token: Array("a.b.c".utf8), newID: Accounts.identifiers())
        let made = try Accounts.read(converted.record)
        #expect(made["evidence"]?.oneOrMore.last?["id"]?.string == "data:application/jose,a.b.c")
    }

    @Test func `asks for what is only linked, and takes it where it is given`() throws {
        let text = """
            {"type": "Assertion", "id": "urn:x:1", "issuedOn": "2020-05-01T10:00:00Z",
            "recipient": {"type": "email", "identity": "a@b.example"}, "badge": "https://b.example"}
            """
        let source = try Accounts.json(text)
        #expect(throws: ConversionError.link("https://b.example", place: "/badge")) {
            try Conversion(badge2: source, newID: Accounts.identifiers())
        }
        var linked = LinkedDocuments()
        linked.add(
            try Accounts.json(
                "{\"type\": \"BadgeClass\", \"name\": \"B\", \"issuer\": \"https://i.example\"}"),
            address: "https://b.example")
        linked.add(try Accounts.json("{\"id\": \"https://i.example\", \"name\": \"I\"}"))
        let whole = try #require(linked.embedded(in: source))
        let made = try Conversion(badge2: whole.root, newID: Accounts.identifiers())
        #expect(try Accounts.read(made.record)["issuer"]?["name"]?.string == "I")
    }

    @Test func `refuses what is no assertion, and what was revoked`() throws {
        let ids = Accounts.identifiers()
        let badge = try Accounts.json("{\"type\": \"BadgeClass\", \"name\": \"B\"}")
        #expect(throws: ConversionError.notBadge2) { try Conversion(badge2: badge, newID: ids) }
        let text = Self.source.replacing("\"revoked\": false", with: "\"revoked\": true")
        let revoked = try Accounts.json(text)
        #expect(throws: ConversionError.revoked) { try Conversion(badge2: revoked, newID: ids) }
    }

    @Test(.enabled(if: Standards.present))
    func `accounts for every member of real badges`() async throws {
        let folder = "samples/ob20/validator"
        var linked = LinkedDocuments()
        for name in try Standards.files("\(folder)/assets", ending: ".json") {
            linked.add(
                try Generations.sample("ob20/validator/assets/\(name)"),
                address: name == "altbadgeurl.json" ? "http://example.org/\(name)" : nil)
            linked.add(
                try Generations.sample("ob20/validator/assets/\(name)"),
                address: "https://example.org/\(name)")
        }
        var count = 0
        var inputs: [(String, ConversionInput)] = []
        for name in try Standards.files(folder, ending: ".json") {
            inputs.append((name, ConversionInput(try Generations.sample("ob20/validator/\(name)"))))
        }
        inputs.append(
            (
                "jwt",
                try ConversionInput(reading: Standards.bytes("\(folder)/simple-not-revoked.jwt"))
            ))
        for (name, input) in inputs where input.value["type"]?.string == "Assertion" {
            let whole = linked.embedded(in: input.value)?.root ?? input.value
            let converted = try Conversion(
                badge2: whole, token: input.token, newID: Accounts.identifiers())
            let made = try Accounts.read(converted.record)
            Generations.expectWhole(whole, converted.report, made)
            let faults = await Accounts.shapeFaults(made)
            #expect(faults == [], "\(name)")
            let fault = try await Generations.signingFault(made)
            if name == "basic-assertion-expired-before-issued.json" {
                // What had ended before it began is not issued anew.
                #expect(fault?.contains("period.expired") == true)
            } else {
                #expect(fault == nil, "\(name)")
            }
            count += 1
        }
        #expect(count == 15)
    }
}
