import Credentials
import JSONText
import TestSupport
import Testing
import Verification

@testable import Conversion

@Suite struct `Conversion of CLR 1.0` {
    private static let source = """
        {"@context": "https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld",
        "id": "urn:uuid:old", "type": "Clr", "issuedOn": "2021-05-01T10:00:00",
        "learner": {"id": "urn:uuid:ada", "name": "Ada", "birthdate": "2001-02-03T00:00:00"},
        "publisher": {"id": "https://hollin.example/", "name": "Hollin", "telephone": "1",
          "sourcedId": "h"},
        "signedAssertions": ["eyJh.eyJi.c2ln"],
        "endorsements": [{"id": "urn:uuid:e", "type": "Endorsement", "issuedOn": "2021-05-02",
          "issuer": {"id": "https://friend.example/"}, "verification": {"type": "Hosted"},
          "claim": {"id": "urn:uuid:ada", "endorsementComment": "good"}}],
        "house:pet": {"name": "Rex", "ages": [1, 2]},
        "assertions": [
          {"id": "urn:uuid:a", "startDate": "2020-01-01T00:00:00Z", "creditsEarned": 4.50,
          "recipient": {"type": "email", "identity": "sha256$ab", "hashed": true, "salt": "s"},
          "achievement": {"id": "urn:uuid:b", "name": "Alg\\u0065bra", "level": "2",
            "achievementType": "Co-Curricular", "tags": "maths",
            "issuer": {"id": "https://other.example/"},
            "associations": [{"associationType": "exemplar", "targetId": "urn:uuid:c",
              "title": "C"}],
            "alignments": {"targetName": "n", "targetUrl": "https://case.example/1",
              "frameworkName": "F"}},
          "evidence": [{"name": "E", "artifacts": [{"url": "https://a.example/1"},
            {"url": "https://a.example/2", "name": "two"}]}]},
          {"id": "urn:uuid:gone", "revoked": true}]}
        """

    private func convert(_ bytes: [UInt8]) throws -> (JSONValue, JSONValue, LossReport) {
        let source = try JSONDocument(parsing: bytes).root
        var next = 0
        let made = try Conversion(learnerRecord1: source) { () -> String in
            next += 1
            return "urn:uuid:00000000-0000-4000-8000-\(100_000_000_000 + next)"
        }
        return (source, try JSONDocument(parsing: made.record.serialized()).root, made.report)
    }

    /// Every place of the source that the report does not name.
    private func unaccounted(
        _ value: JSONValue, _ place: String, _ report: LossReport
    ) -> [String] {
        LossReport.children(of: value).reduce(report.accounts(for: place) ? [] : [place]) {
            $0 + unaccounted($1.value, place + $1.token, report)
        }
    }

    /// Entries that say a value went somewhere, where nothing stands; and carried scalars that
    /// differ from the source.
    private func untrue(_ report: LossReport, _ source: JSONValue, _ made: JSONValue) -> [String] {
        report.entries.compactMap { entry in
            let from = JSONPointer(entry.source).flatMap { source[$0] }
            switch entry.fate {
            case .lost: return nil
            case .changed(let place, _):
                return JSONPointer(place).flatMap { made[$0] } == nil
                    ? "\(entry.source) > \(place)" : nil
            case .carried(let place):
                guard let there = JSONPointer(place).flatMap({ made[$0] }) else {
                    return "\(entry.source) > \(place)"
                }
                let same = there.string?.isSame(as: from?.string ?? "") ?? true
                return same && there.numberText == from?.numberText
                    ? nil : "\(entry.source) differs at \(place)"
            }
        }
    }

    @Test func `gives every value a place or a reason, and new identifiers (UP-01, UP-06)`()
        async throws
    {
        let (source, made, report) = try convert(Array(Self.source.utf8))
        #expect(unaccounted(source, "", report) == [])
        #expect(untrue(report, source, made) == [])
        #expect(await Accounts.shapeFaults(made) == [])
        let lost = report.entries.filter { $0.fate.name == "lost" }.map(\.source)
        #expect(!lost.contains("/house:pet/ages/1"))
        #expect(lost.contains("/assertions/1/id"))
        #expect(made["id"]?.string != "urn:uuid:old")
        #expect(made["evidence"]?.oneOrMore.first?["id"]?.string == "urn:uuid:old")
        #expect(made["proof"] == nil)
        #expect(made["validFrom"]?.string == "2021-05-01T10:00:00Z")
    }

    @Test func `renames what CLR 2.0 names otherwise (section 8.3)`() throws {
        let (_, made, _) = try convert(Array(Self.source.utf8))
        func at(_ place: String) -> String? {
            let value = JSONPointer(place).flatMap { made[$0] }
            return value?.string ?? value?.numberText
        }
        let credential = "/credentialSubject/verifiableCredential/0"
        let achievement = "\(credential)/credentialSubject/achievement"
        #expect(at("\(credential)/issuer/id") == "https://other.example/")
        #expect(at("\(credential)/credentialSubject/creditsEarned") == "4.50")
        #expect(at("\(credential)/credentialSubject/identifier/0/identityType") == "emailAddress")
        #expect(at("\(credential)/evidence/1/id") == "https://a.example/1")
        #expect(at("\(credential)/evidence/2/name") == "two")
        #expect(at("\(achievement)/achievementType") == "CoCurricular")
        #expect(at("\(achievement)/tag/0") == "maths")
        #expect(at("\(achievement)/tag/1") == "level:2")
        #expect(at("\(achievement)/alignment/0/targetFramework") == "F")
        #expect(at("/credentialSubject/association/0/associationType") == "isRelatedTo")
        #expect(at("/credentialSubject/association/0/sourceId") == "urn:uuid:b")
        #expect(at("/issuer/phone") == "1")
        #expect(at("/endorsement/0/credentialSubject/endorsementComment") == "good")
        #expect(at("/evidence/1/id") == "data:application/jose,eyJh.eyJi.c2ln")
        #expect(at("\(credential)/issuer/name") == nil)
        #expect(at("/awardedDate") == at("/validFrom"))
    }

    @Test func `refuses what is no CLR 1.0`() throws {
        #expect(throws: ConversionError.notLearnerRecord1) { try convert(Array("[]".utf8)) }
        let bare = "{\"learner\": {}, \"publisher\": {}}"
        #expect(throws: ConversionError.missing("issuedOn")) { try convert(Array(bare.utf8)) }
    }

    @Test func `makes nothing anew that was revoked`() throws {
        let text = "{\"revoked\": true, \"learner\": {}, \"publisher\": {}}"
        #expect(throws: ConversionError.revoked) { try convert(Array(text.utf8)) }
    }

    @Test func `refuses a report far larger than its source (Limits.reportedPlaces)`() throws {
        let name = String(repeating: "a", count: 10_000)
        let values = Array(repeating: "1", count: Limits.reportedPlaces / 10_000 + 1)
        let text =
            "{\"learner\": {}, \"publisher\": {}, \"\(name)\": [\(values.joined(separator: ","))]}"
        #expect(throws: ConversionError.reportTooLarge) { try convert(Array(text.utf8)) }
    }

    @Test(
        .enabled(if: Standards.present),
        arguments: [
            "CLRdemo1", "CLRdemo3", "CLRdemo4", "CLRdemo13", "transcript-clr-example",
            "james-clr-transcript", "nd-clr-transcript", "nd-transcript-with-pdf",
        ])
    func `accounts for every member of real records`(name: String) async throws {
        let (source, made, report) = try convert(
            Standards.bytes("samples/clr10/randa/\(name).json"))
        #expect(unaccounted(source, "", report) == [])
        #expect(untrue(report, source, made) == [])
        #expect(await Accounts.shapeFaults(made) == [])
    }
}
