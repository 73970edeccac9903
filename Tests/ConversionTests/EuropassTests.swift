import JSONText
import TestSupport
import Testing

@testable import Conversion

@Suite struct `A record as a European Digital Credential` {
    private func export(_ source: JSONValue) throws -> (JSONValue, LossReport) {
        let made = try Conversion(europassOf: source, newID: Accounts.identifiers())
        let root = try Accounts.read(made.record)
        #expect(Accounts.unaccounted(source, "", made.report) == [])
        #expect(untrue(made.report, source, root) == [])
        return (root, made.report)
    }

    private func back(_ source: JSONValue) async throws -> (JSONValue, LossReport) {
        let made = try Conversion(europass: source, newID: Accounts.identifiers())
        let root = try Accounts.read(made.record)
        #expect(Accounts.unaccounted(source, "", made.report) == [])
        #expect(untrue(made.report, source, root) == [])
        let faults = await Accounts.shapeFaults(root)
        #expect(faults == [], "\(faults)")
        return (root, made.report)
    }

    private func untrue(
        _ report: LossReport, _ source: JSONValue, _ made: JSONValue
    ) -> [String] {
        Accounts.untrue(
            report, from: Accounts.scalar(source), to: Accounts.scalar(made),
            exists: Accounts.exists(made))
    }

    @Test func `comes back with what both reports call carried`() async throws {
        let source = try Accounts.record()
        let (there, exported) = try export(source)
        let (again, imported) = try await back(there)
        let broken = Accounts.broken(
            exported, imported, from: Accounts.scalar(source), to: Accounts.scalar(again))
        #expect(broken == [])
        let credential = "/credentialSubject/verifiableCredential/0"
        let achievement = "\(credential)/credentialSubject/achievement"
        // Each of these stands again where it stood.
        for place in [
            "/name", "/validFrom", "/issuer/id", "/issuer/name", "/issuer/email", "/issuer/url",
            "/issuer/otherIdentifier/0/identifier", "/issuer/otherIdentifier/0/identifierType",
            "/credentialSubject/id", "\(credential)/name", "\(credential)/awardedDate",
            "\(credential)/issuer/id", "\(credential)/credentialSubject/creditsEarned",
            "\(credential)/credentialSubject/term", "\(credential)/credentialSubject/role",
            "\(credential)/credentialSubject/licenseNumber",
            "\(credential)/credentialSubject/narrative",
            "\(credential)/credentialSubject/activityStartDate",
            "\(credential)/credentialSubject/activityEndDate",
            "\(credential)/credentialSubject/result/0/value",
            "\(credential)/credentialSubject/result/0/status", "\(achievement)/id",
            "\(achievement)/achievementType", "\(achievement)/name", "\(achievement)/description",
            "\(achievement)/criteria/id", "\(achievement)/criteria/narrative",
            "\(achievement)/humanCode", "\(achievement)/creditsAvailable",
            "\(achievement)/fieldOfStudy", "\(achievement)/tag/0", "\(achievement)/tag/1",
            "\(achievement)/otherIdentifier/0/identifier",
            "\(achievement)/alignment/0/targetName", "\(achievement)/alignment/0/targetUrl",
            "\(achievement)/alignment/0/targetCode", "\(achievement)/alignment/0/targetFramework",
            "\(achievement)/alignment/0/targetDescription", "\(achievement)/creator/id",
            "\(achievement)/creator/name", "\(achievement)/resultDescription/0/name",
            "\(achievement)/resultDescription/0/resultType",
            "/credentialSubject/association/0/sourceId",
            "/credentialSubject/association/0/targetId",
        ] {
            #expect(
                Accounts.scalar(again)(place) == Accounts.scalar(source)(place), "\(place)")
        }
        // UP-01, UP-03: a new identifier, the old one as evidence, no proof.
        #expect(again["id"]?.string != source["id"]?.string)
        let evidence = again["evidence"]?.elements.compactMap { $0["id"]?.string } ?? []
        #expect(evidence.contains("urn:uuid:record"))
        #expect(again["proof"] == nil)
        let names = again["credentialSubject"]?["identifier"]?.elements.compactMap {
            $0["identityHash"]?.string
        }
        #expect(
            Set(names ?? [])
                == ["Mirela", "Tamm", "2001-02-03", "m@hollin.example", "S-42"])
    }

    @Test(.enabled(if: Standards.present), arguments: Accounts.samples)
    func `accounts for every member of real records, there and back`(name: String) async throws {
        let source = try JSONDocument(parsing: Standards.bytes("samples/clr20/\(name).json")).root
        let (there, exported) = try export(source)
        guard there["credentialSubject"]?["hasClaim"]?.count ?? 0 > 0 else { return }
        let (again, imported) = try await back(there)
        let broken = Accounts.broken(
            exported, imported, from: Accounts.scalar(source), to: Accounts.scalar(again))
        #expect(broken == [])
    }

    /// Every member that is written is a term of the application profile's context or of VCDM 1.1.
    @Test(.enabled(if: Standards.present), arguments: Accounts.samples)
    func `uses terms that the context of ELM 3 defines`(name: String) throws {
        var known: Set<String> = ["id", "type", "@context"]
        for file in ["contexts/other/elm-edc-ap.json", "contexts/w3c/credentials-v1.jsonld"] {
            let context = try JSONDocument(parsing: Standards.bytes(file)).root
            names(context, into: &known)
        }
        var used: Set<String> = []
        let source = try JSONDocument(parsing: Standards.bytes("samples/clr20/\(name).json")).root
        names(try export(source).0, into: &used)
        let languages: Set<String> = ["und", "en", "en-GB", "en-US"]
        #expect(used.subtracting(known).subtracting(languages) == [])
    }

    private func names(_ value: JSONValue, into names: inout Set<String>) {
        for member in value.members {
            names.insert(member.name)
            self.names(member.value, into: &names)
        }
        for element in value.elements { self.names(element, into: &names) }
    }

    @Test(
        .enabled(if: Standards.present),
        arguments: [
            "ELM__01_separated__AA-Annex1-MC-unsigned-PROD", "ELM__02_merged__MC",
            "ELM__02_merged__MC_raw",
        ])
    func `real credentials of ELM become records`(name: String) async throws {
        let source = try JSONDocument(
            parsing: Standards.bytes("samples/ob30/dc-bootcamp/\(name).json")
        ).root
        let (made, report) = try await back(source)
        #expect(report.count(of: "carried") > 20)
        let credential = made["credentialSubject"]?["verifiableCredential"]?.oneOrMore.first
        #expect(credential?["credentialSubject"]?["achievement"]?["name"]?.string?.isEmpty == false)
    }

    @Test func `texts in several languages become one, and the others are told as lost`()
        async throws
    {
        let source = try Accounts.json(
            """
            {"id": "urn:x:1", "type": ["VerifiableCredential", "EuropeanDigitalCredential"],
            "validFrom": "2026-01-01T00:00:00", "issuer": {"id": "urn:epass:org:1",
            "legalName": {"et": ["Kool"], "en": ["School"]}},
            "credentialSubject": {"id": "urn:epass:person:1", "fullName": {"ar": "مريم"},
            "hasClaim": {"id": "urn:epass:learningAchievement:1", "type": "LearningAchievement",
            "title": {"et": ["Rand"]}, "hasPart": [{"id": "urn:epass:learningAchievement:2",
            "type": "LearningAchievement", "title": {"en": "Part"}}]}}}
            """)
        let (made, report) = try await back(source)
        #expect(made["issuer"]?["name"]?.string == "School")
        #expect(report.fate(of: "/issuer/legalName/et/0")?.name == "lost")
        #expect(made["validFrom"]?.string == "2026-01-01T00:00:00Z")
        #expect(made["credentialSubject"]?["verifiableCredential"]?.count == 2)
        let association = made["credentialSubject"]?["association"]?.oneOrMore.first
        #expect(association?["associationType"]?.string == "isParentOf")
    }

    @Test func `refuses what makes no claim`() throws {
        for (text, error) in [
            ("{}", ConversionError.notEuropass),
            (#"{"type": "EuropeanDigitalCredential", "credentialSubject": {}}"#, .noClaim),
        ] {
            let source = try Accounts.json(text)
            #expect(throws: error) {
                try Conversion(europass: source, newID: Accounts.identifiers())
            }
        }
    }
}
