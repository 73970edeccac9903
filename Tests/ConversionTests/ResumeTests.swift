import Credentials
import JSONSchema
import JSONText
import TestSupport
import Testing

@testable import Conversion

@Suite struct `A record as an LER-RS` {
    private func check(_ source: JSONValue) throws -> (JSONValue, LossReport) {
        let made = try Conversion(resumeOf: source, newID: Accounts.identifiers())
        let root = try Accounts.read(made.record)
        #expect(Accounts.unaccounted(source, "", made.report) == [])
        #expect(
            Accounts.untrue(
                made.report, from: Accounts.scalar(source), to: Accounts.scalar(root),
                exists: Accounts.exists(root)) == [])
        return (root, made.report)
    }

    @Test func `holds each credential as it is, with its proof`() throws {
        let source = try Accounts.record()
        let (root, _) = try check(source)
        let subject = try #require(root["credentialSubject"])
        let first = try #require(
            JSONPointer("/credentialSubject/verifiableCredential/1").flatMap { source[$0] })
        let kept = try #require(
            JSONPointer("/certifications/0/verifications/0").flatMap { subject[$0] })
        #expect(Array(kept.bytes) == Array(first.bytes))
        #expect(subject["skills"]?.oneOrMore.first?["name"]?.string == "Sampling")
        #expect(subject["person"]?["name"]?["formattedName"]?.string == "Mirela Tamm")
        #expect(root["proof"] == nil)
        #expect(
            JSONPointer("/certifications/1/verifications/0").flatMap { subject[$0] }?.string
                == "eyJh.eyJi.c2ln")
    }

    @Test(.enabled(if: Standards.present), arguments: Accounts.samples)
    func `accounts for every member of real records`(name: String) throws {
        _ = try check(
            JSONDocument(parsing: Standards.bytes("samples/clr20/\(name).json")).root)
    }

    /// Each member name of what is written stands in an official sample of LER-RS 4.5, outside
    /// the credentials that are carried whole.
    @Test(.enabled(if: Standards.present))
    func `uses names that the official samples use`() throws {
        var known: Set<String> = []
        for file in try Standards.files("samples/ler-rs/validator", ending: ".json") {
            let sample = try JSONDocument(
                parsing: Standards.bytes("samples/ler-rs/validator/\(file)"))
            names(sample.root, into: &known, insideVerifications: true)
        }
        // Resumes of LER-RS have them; the three samples do not.
        known.formUnion(["skills"])
        var used: Set<String> = []
        names(try check(Accounts.record()).0, into: &used)
        #expect(used.subtracting(known).subtracting(["expirationDate"]) == [])
    }

    /// LER-RS 4.5 takes the schemas of 1EdTech for what stands under `verifications`; they are
    /// those of VCDM 1.1. Of a credential of VCDM 2.0 they find what the schema of Open Badges 3.0 finds
    /// too, beside the date of the older model.
    @Test(
        .enabled(if: Standards.present),
        arguments: Accounts.samples + ["validator/simple.jwt"])
    func `holds credentials that fit the schemas that LER-RS takes, but for their model`(
        name: String
    ) throws {
        let file = name.hasSuffix(".jwt") ? name : "\(name).json"
        let source = try ConversionInput(reading: Standards.bytes("samples/clr20/\(file)")).value
        let (root, _) = try check(source)
        let base = "ob_v3p0_achievementcredential_schema"
        let older = try schema("ler-rs-1edtech/\(base)_draft4.json")
        let newer = try schema("ob-v3p0/\(base).json")
        func problems(_ value: JSONValue, _ schema: Schema) throws -> Set<JSONPointer> {
            let found = try schema.validate(value)
            return Set(found.filter { $0.reason != .missing("issuanceDate") }.map(\.instance))
        }
        let lists = ["educationAndLearnings", "certifications"].flatMap {
            root["credentialSubject"]?[$0]?.oneOrMore ?? []
        }
        for item in lists {
            let kept = try #require(item["verifications"]?.oneOrMore.first)
            let token = kept.string.flatMap { try? CompactToken(reading: Array($0.utf8)) }
            let credential = token?.credential ?? kept
            let found = try problems(credential, older)
            let isOld = credential["issuanceDate"] != nil
            // The newer schema may say of a whole list what the older one says of an element.
            let known = isOld ? [] : try problems(credential, newer).map(\.description)
            // The older schema has no name of an endorsement, which Open Badges 3.0 asks for, and
            // fewer types of identifiers.
            let rest = found.filter { place in
                let text = place.description
                return !known.contains { !$0.isEmpty && text.hasPrefix($0) }
                    && !["/endorsement/0/name", "/identityType"].contains { text.hasSuffix($0) }
            }
            #expect(rest == [], "\(name)")
        }
    }

    private func schema(_ file: String) throws -> Schema {
        try Schema(compiling: JSONDocument(parsing: Standards.bytes("schemas/\(file)")).root)
    }

    private func names(
        _ value: JSONValue, into names: inout Set<String>, insideVerifications: Bool = false
    ) {
        for member in value.members {
            names.insert(member.name)
            guard insideVerifications || !member.hasName("verifications") else { continue }
            self.names(member.value, into: &names, insideVerifications: insideVerifications)
        }
        for element in value.elements {
            self.names(element, into: &names, insideVerifications: insideVerifications)
        }
    }
}
