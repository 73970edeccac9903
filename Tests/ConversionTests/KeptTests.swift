import JSONText
import Multiformat
import TestSupport
import Testing

@testable import Conversion

@Suite struct `What an older record says that has no place of its own` {
    private static func token(_ payload: String) -> String {
        ["{\"alg\":\"RS256\"}", payload, "s"].map { Base64URL.encode(Array($0.utf8)) }
            .joined(separator: ".")
    }

    private static func endorsement(_ name: String) -> String {
        token(
            """
            {"id": "urn:x:\(name)", "type": "Endorsement", "issuedOn": "2021-05-02T00:00:00Z",
            "issuer": {"id": "https://friend.example/", "type": "EndorsementProfile", "name": "F"},
            "verification": {"type": "Signed"}, "house:mood": "\(name)",
            "claim": {"id": "urn:x:about", "type": "EndorsementClaim",
              "endorsementComment": "good \(name)"}}
            """)
    }

    private static func signed(_ name: String) -> String {
        "\"signedEndorsements\": [\"\(endorsement(name))\"]"
    }

    private static let source = """
        {"id": "urn:uuid:old", "type": "Clr", "issuedOn": "2021-05-01T10:00:00Z",
        "learner": {"id": "urn:uuid:ada", "name": "Ada", \(signed("learner")),
          "image": "https://hollin.example/ada.png"},
        "publisher": {"id": "https://hollin.example/", "name": "Hollin", \(signed("publisher"))},
        "signedEndorsements": ["\(endorsement("record"))", "\(token("[]"))", "no token"],
        "house:pet": {"@context": {"name": "https://house.example/name"}, "name": "Rex"},
        "assertions": [{"id": "urn:uuid:a", \(signed("assertion")),
          "evidence": [{"id": "https://hollin.example/e", "name": "E", "house:size": 2,
            "artifacts": [{"url": "https://hollin.example/1"}, {"url": "https://hollin.example/2"}]}],
          "achievement": {"id": "urn:uuid:b", "name": "Tides", \(signed("achievement")),
            "issuer": {"id": "https://hollin.example/", "name": "Hollin"},
            "associations": [
              {"associationType": "precedes", "targetId": "urn:uuid:b", "title": "Tides"},
              {"associationType": "precedes", "targetId": "urn:uuid:z", "title": "Zones"}]}}]}
        """

    private func convert(_ text: String) throws -> (JSONValue, JSONValue, LossReport) {
        let source = try Accounts.json(text)
        let made = try Conversion(learnerRecord1: source, newID: Accounts.identifiers())
        return (source, try Accounts.read(made.record), made.report)
    }

    @Test func `signed endorsements are made anew without a proof, and kept whole (8.1, 8.3)`()
        async throws
    {
        let (source, made, report) = try convert(Self.source)
        Generations.expectWhole(source, report, made)
        #expect(await Accounts.shapeFaults(made) == [])
        let fault = try await Generations.signingFault(made)
        #expect(fault == nil)
        let credential = "/credentialSubject/verifiableCredential/0"
        for (name, from, place) in [
            ("record", "", "/endorsement/0"), ("learner", "/learner", "/endorsement/1"),
            ("publisher", "/publisher", "/issuer/endorsement/0"),
            ("assertion", "/assertions/0", "\(credential)/endorsement/0"),
            (
                "achievement", "/assertions/0/achievement",
                "\(credential)/credentialSubject/achievement/endorsement/0"
            ),
        ] {
            let endorsement = try #require(JSONPointer(place).flatMap { made[$0] }, "\(name)")
            #expect(
                endorsement["credentialSubject"]?["endorsementComment"]?.string == "good \(name)")
            #expect(endorsement["issuer"]?["id"]?.string == "https://friend.example/")
            #expect(endorsement["proof"] == nil)
            #expect(endorsement["id"]?.string != "urn:x:\(name)")
            let evidence = endorsement["evidence"]?.elements.compactMap { $0["id"]?.string }
            #expect(
                evidence == [
                    "urn:x:\(name)", "data:application/jose,\(Self.endorsement(name))",
                ])
            let token = "\(from)/signedEndorsements/0"
            #expect(report.fate(of: token)?.target == place)
            #expect(
                report.fate(of: "\(token)/claim/endorsementComment")
                    == .carried(to: "\(place)/credentialSubject/endorsementComment"))
            #expect(
                report.fate(of: "\(token)/house:mood")
                    == .changed(
                        to: "\(place)/evidence/1/id", how: "in the signed text, which is kept whole"
                    )
            )
        }
        // Those that cannot be read are kept too.
        let target = try #require(report.fate(of: "/signedEndorsements/1")?.target)
        let text = source["signedEndorsements"]?.elements.map(\.string)[1]
        let id = JSONPointer(target).flatMap { made[$0] }?.string
        #expect(id == text.flatMap { $0 }.map { "data:application/jose,\($0)" })
        #expect(try Self.kept(made)["/signedEndorsements/2"]?.string == "no token")
    }

    @Test func `a revoked endorsement and a revoked signed assertion are not made anew`() throws {
        let revoked = Self.token(
            "{\"id\": \"urn:x:1\", \"revoked\": true, \"achievement\": {\"id\": \"urn:x:2\"}}")
        let gone = Self.token("{\"id\": \"urn:x:3\", \"revoked\": true}")
        let (_, made, report) = try convert(
            Self.source.replacing(
                "\"house:pet\"",
                with: "\"signedAssertions\": [\"\(revoked)\"], \"house:pet\""
            ).replacing(Self.endorsement("learner"), with: gone))
        for place in ["/signedAssertions/0", "/learner/signedEndorsements/0"] {
            #expect(report.fate(of: place)?.name == "lost", "\(place)")
        }
        #expect(!String(decoding: made.bytes, as: UTF8.self).contains(revoked))
    }

    @Test func `stands whole in the evidence, under its old place (UP-06)`() throws {
        let (source, made, report) = try convert(Self.source)
        let kept = try Self.kept(made)
        #expect(
            kept.members.map(\.name) == [
                "/learner/image", "/signedEndorsements/2", "/house:pet",
                "/assertions/0/evidence/0/house:size",
                "/assertions/0/achievement/associations/1/title",
            ])
        for member in kept.members {
            let from = JSONPointer(member.name).flatMap { source[$0] }
            #expect(from.map { Array($0.bytes) } == Array(member.value.bytes))
            #expect(report.fate(of: member.name)?.name == "changed")
        }
        #expect(
            report.fate(of: "/assertions/0/achievement/associations/0/title")
                == .lost(why: "the name of the target says it"))
    }

    @Test func `evidence with a page and artifacts is a piece for each (8.3)`() throws {
        let (_, made, _) = try convert(Self.source)
        let evidence = JSONPointer("/credentialSubject/verifiableCredential/0/evidence")
            .flatMap { made[$0] }?.elements.dropFirst()
        #expect(
            evidence?.map { $0["id"]?.string } == [
                "https://hollin.example/e", "https://hollin.example/1", "https://hollin.example/2",
            ])
        #expect(evidence?.map { $0["name"]?.string } == ["E", "E", "E"])
    }

    /// The evidence that holds it.
    private static func kept(_ made: JSONValue) throws -> JSONValue {
        let start = "data:application/json;base64,"
        let ids = made["evidence"]?.elements.compactMap { $0["id"]?.string } ?? []
        let id = try #require(ids.first { $0.hasPrefix(start) })
        return try JSONDocument(parsing: Base64.decode(id.utf8.dropFirst(start.utf8.count))).root
    }

    @Test func `an extension of a badge 2.0 is kept with its own context`() async throws {
        let source = try Accounts.json(`Conversion of Open Badges 2.0`.source)
        let converted = try Conversion(badge2: source, newID: Accounts.identifiers())
        let made = try Accounts.read(converted.record)
        let kept = try Self.kept(made)
        #expect(kept["/extensions:x"]?["n"]?.numberText == "1")
        #expect(kept["/image/author"]?.string == "x")
        #expect(try await Generations.signingFault(made) == nil)
    }

    private static let reasons = [
        "it says nothing", "it says what names mean in the original",
        "the new form is checked by a proof and a status of its own",
        "keys and status are found through the issuer's own identifier",
        "the name of the target says it", "revoked assertions are not made anew",
        "a proof covers the original, and nothing that was made from it",
        "it is a service for the original, and says nothing of what was made from it",
        "it only says of which class this part of the original is",
    ]

    /// Nothing is lost of any real record but what the new form has in a way of its own.
    @Test(
        .enabled(if: Standards.present),
        arguments: [
            "CLRdemo1", "CLRdemo3", "CLRdemo4", "CLRdemo13", "transcript-clr-example",
            "james-clr-transcript", "nd-clr-transcript", "nd-transcript-with-pdf",
            "signedVC-ClrSet", "vc-wrapped-clr", "vc-wrapped-clr-with-pdf",
            "vc-3451d19e-0c04-4001-af2c-36a7098bce4a",
        ])
    func `of real records nothing is lost but how the original is checked`(name: String) throws {
        let source = try Generations.sample("clr10/randa/\(name).json")
        let route = try ConversionRoute.route(.json(source), to: .learnerRecord2)
        let report = try route(.json(source), newID: Accounts.identifiers()).report
        for entry in report.entries {
            guard case .lost(let why) = entry.fate else { continue }
            let isKnown = Self.reasons.contains(why)
            #expect(isKnown, "\(entry.source): \(why)")
        }
    }
}
