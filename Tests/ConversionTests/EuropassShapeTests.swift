import JSONText
import TestSupport
import Testing

@testable import Conversion

/// ELM 3 by what its application profile asks for, class by class.
@Suite struct `A credential of ELM that is made` {
    private func check(_ source: JSONValue) throws -> (root: JSONValue, report: LossReport) {
        let made = try ConversionRoute.route(.json(source), to: .europass)(
            .json(source), newID: Accounts.identifiers())
        let root = try Generations.read(made)
        var shapes = EuropassShapes()
        let faults = shapes.faults(of: root)
        let lacking = Set(made.report.lacking.map(\.place))
        // What is not as asked for is absent, and the report says that it is to be put in.
        let untold = faults.filter { fault in
            fault.what != "is absent"
                || !fault.places.contains { lacking.contains("\($0)/\(fault.property)") }
        }
        #expect(untold.map(\.description) == [])
        let absent = Set(faults.flatMap { fault in fault.places.map { "\($0)/\(fault.property)" } })
        #expect(lacking.subtracting(absent) == [])
        return (root, made.report)
    }

    @Test(.enabled(if: Standards.present), arguments: Accounts.samples)
    func `is as its classes ask, or the report says what to put in`(name: String) throws {
        _ = try check(
            JSONDocument(parsing: Standards.bytes("samples/clr20/\(name).json")).root)
    }

    @Test(
        .enabled(if: Standards.present),
        arguments: [
            "clr10/randa/CLRdemo1", "clr10/randa/CLRdemo3", "clr10/randa/nd-clr-transcript",
            "clr10/randa/transcript-clr-example", "extended-transcript/my-first-transcript",
            "ob30/badge-engine/openbadge-3-complete", "ob30/validator/complete",
        ])
    func `is so of older records and badges too`(name: String) throws {
        _ = try check(JSONDocument(parsing: Standards.bytes("samples/\(name).json")).root)
    }

    @Test func `says the country, the language and the legal identifier where the record does`()
        throws
    {
        let source = try Accounts.json(
            """
            {"@context": ["https://www.w3.org/ns/credentials/v2"], "id": "urn:x:r",
            "type": ["VerifiableCredential", "ClrCredential"], "name": "Register",
            "validFrom": "2026-01-01T00:00:00Z", "issuer": {"id": "urn:x:i", "type": ["Profile"],
              "name": "Kool", "image": {"id": "data:image/png;base64,AA==", "type": "Image"},
              "otherIdentifier": [{"type": "IdentifierEntry", "identifier": "VATEE-1",
                "identifierType": "ext:eIDASIdentifier"}],
              "address": {"type": ["Address"], "streetAddress": "1 Sadam", "addressCountryCode":
                "EE"}},
            "credentialSubject": {"id": "urn:x:l", "type": ["ClrSubject"], "verifiableCredential":
            [{"id": "urn:x:c", "type": ["VerifiableCredential", "AchievementCredential"],
              "issuer": {"id": "urn:x:i", "type": ["Profile"]}, "validFrom": "2026-01-01T00:00:00Z",
              "credentialSubject": {"id": "urn:x:l", "type": ["AchievementSubject"],
              "creditsEarned": 6, "activityEndDate": "2025-12-20",
              "result": [{"type": ["Result"], "status": "Completed"}],
              "achievement": {"id": "urn:x:a", "type": ["Achievement"], "name": "Mered",
              "inLanguage": "et", "tag": ["creditFramework:http://data.example/ects"],
              "alignment": [{"type": ["Alignment"], "targetUrl": "https://case.example/1"}],
              "criteria": {"narrative": "c"}}}}]}}
            """)
        let (root, report) = try check(source)
        func at(_ place: String) -> String? { JSONPointer(place).flatMap { root[$0] }?.string }
        let authority = "http://publications.europa.eu/resource/authority"
        #expect(report.lacking.map(\.place) == ["/displayParameter/individualDisplay"])
        #expect(at("/displayParameter/primaryLanguage/id") == "\(authority)/language/EST")
        #expect(at("/issuer/eIDASIdentifier/notation") == "VATEE-1")
        #expect(at("/issuer/eIDASIdentifier/spatial/id") == "\(authority)/country/EST")
        #expect(
            at("/issuer/location/0/address/0/countryCode/id") == "\(authority)/country/EST")
        #expect(at("/issuer/logo/content") == "AA==")
        let claim = "/credentialSubject/hasClaim/0"
        #expect(at("\(claim)/creditReceived/0/framework/id") == "http://data.example/ects")
        #expect(at("\(claim)/influencedBy/0/temporal/0/endDate") == "2025-12-20T00:00:00Z")
        #expect(at("\(claim)/provenBy/0/grade/noteLiteral/et/0") == "Completed")
        let back = try Accounts.read(
            Conversion(europass: root, newID: Accounts.identifiers()).record)
        func again(_ place: String) -> String? { JSONPointer(place).flatMap { back[$0] }?.string }
        #expect(again("/issuer/address/addressCountryCode") == "EE")
        #expect(again("/issuer/image/id") == "data:image/png;base64,AA==")
        #expect(again("/issuer/otherIdentifier/0/identifier") == "VATEE-1")
        #expect(
            again("/credentialSubject/verifiableCredential/0/credentialSubject/achievement/tag/0")
                == "creditFramework:http://data.example/ects")
    }

    @Test(.enabled(if: Standards.present))
    func `the shapes themselves accept what the issuer of Europass made`() throws {
        for name in ["ELM__01_separated__AA-Annex1-MC-unsigned-PROD"] {
            let source = try JSONDocument(
                parsing: Standards.bytes("samples/ob30/dc-bootcamp/\(name).json")
            ).root
            var shapes = EuropassShapes()
            let faults = shapes.faults(of: source["credential"] ?? source)
            // It is not sealed yet, and has no issuer.
            #expect(faults.map(\.description) == ["/issuer is absent"])
        }
    }
}
