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
