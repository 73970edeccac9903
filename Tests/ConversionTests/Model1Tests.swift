import Foundation
import JSONText
import TestSupport
import Testing

@testable import Conversion

@Suite struct `Conversion of VCDM 1.1` {
    private static let source = """
        {"@context": ["https://www.w3.org/2018/credentials/v1",
          "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
          "https://w3id.org/security/suites/ed25519-2020/v1"],
        "id": "https://hollin.example/1", "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "Sailor", "issuer": {"id": "https://hollin.example/", "type": ["Profile"]},
        "issuanceDate": "2022-05-01T10:00:00Z", "expirationDate": "2032-05-01T10:00:00Z",
        "credentialSchema": [{"type": "1EdTechJsonSchemaValidator2019", "id":
          "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_anyachievementcredential_schema.json"}],
        "credentialStatus": [
          {"id": "https://hollin.example/s#3", "type": "StatusList2021Entry", "statusListIndex": 3,
           "statusPurpose": "revocation", "statusListCredential": "https://hollin.example/s"},
          {"id": "https://hollin.example/r", "type": "1EdTechRevocationList"}],
        "evidence": {"type": ["Evidence"], "name": "Log"},
        "credentialSubject": {"id": "did:example:ada", "type": ["AchievementSubject"],
          "achievement": {"id": "urn:uuid:1", "type": ["Achievement"], "name": "Sailor",
            "description": "Sails", "criteria": {"narrative": "Sail"}}},
        "proof": {"type": "Ed25519Signature2020", "proofValue": "z1"}}
        """

    @Test func `renames what VCDM 2.0 names otherwise, and leaves the proof (UPG-20, UPG-21)`()
        async throws
    {
        let source = try Accounts.json(Self.source)
        let converted = try Conversion(model1: source, newID: Accounts.identifiers())
        let made = try Accounts.read(converted.record)
        Generations.expectWhole(source, converted.report, made)
        #expect(await Accounts.shapeFaults(made) == [])
        func at(_ place: String) -> String? { JSONPointer(place).flatMap { made[$0] }?.string }
        #expect(at("/@context/0") == "https://www.w3.org/ns/credentials/v2")
        #expect(made["@context"]?.count == 2)
        #expect(at("/validFrom") == "2022-05-01T10:00:00Z")
        #expect(at("/validUntil") == "2032-05-01T10:00:00Z")
        #expect(at("/credentialStatus/0/type") == "BitstringStatusListEntry")
        #expect(at("/credentialStatus/0/statusListIndex") == "3")
        #expect(made["credentialStatus"]?.count == 1)
        #expect(
            at("/credentialSchema/0/id")?.hasSuffix("_achievementcredential_schema.json") == true)
        #expect(at("/evidence/1/id") == "https://hollin.example/1")
        #expect(made["proof"] == nil)
        #expect(at("/id") != "https://hollin.example/1")
        let lost = converted.report.entries.filter { $0.fate.name == "lost" }.map(\.source)
        #expect(lost.contains("/proof/proofValue"))
    }

    @Test func `refuses what is new already: converting twice is converting once`() throws {
        let ids = Accounts.identifiers()
        let once = try Conversion(model1: Accounts.json(Self.source), newID: ids)
        let made = try Accounts.read(once.record)
        #expect(throws: ConversionError.alreadyNew("an Open Badge 3.0 of VCDM 2.0")) {
            try Conversion(model1: made, newID: ids)
        }
    }

    @Test(.enabled(if: Standards.present))
    func `accounts for every member of real credentials`() async throws {
        var count = 0
        for path in try Self.oldSamples() {
            let source = try Generations.sample(path)
            let converted = try Conversion(model1: source, newID: Accounts.identifiers())
            let made = try Accounts.read(converted.record)
            Generations.expectWhole(source, converted.report, made)
            #expect(ModelUpgrade.isOld(made) == false)
            // What was wrong with the original stays wrong; no conversion adds a fault.
            let before = Set(await Accounts.shapeFaults(source))
            let added = await Accounts.shapeFaults(made).filter { !before.contains($0) }
            #expect(added == [], "\(path)")
            if before.isEmpty {
                let fault = try await Generations.signingFault(made)
                #expect(fault == nil, "\(path)")
            }
            count += 1
        }
        #expect(count > 20)
    }

    /// Every sample of VCDM 1.1 that is a badge or a record, in JSON.
    private static func oldSamples() throws -> [String] {
        var found: [String] = []
        for folder in ["ob30", "clr20"] {
            let root = try Standards.url("samples/\(folder)")
            let walk = FileManager.default.enumerator(atPath: root.path)
            while let name = walk?.nextObject() as? String {
                guard name.hasSuffix(".json"),
                    let value = try? Generations.sample("\(folder)/\(name)"),
                    ModelUpgrade.isOld(value)
                else { continue }
                let kind = ConversionSource(.json(value))
                if kind == .badge3 || kind == .learnerRecord2 { found.append("\(folder)/\(name)") }
            }
        }
        return found.sorted()
    }
}
