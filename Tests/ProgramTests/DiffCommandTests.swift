import Foundation
import JSONText
import Testing

@Suite struct `The command that compares two versions` {
    private static func record(_ grade: String, proof: String, extra: String = "") -> String {
        """
        {"id": "urn:uuid:r", "type": ["VerifiableCredential", "ClrCredential"], "name": "A record",
         "credentialSubject": {"id": "did:example:ada", "achievement": [\(extra)
           {"id": "urn:uuid:a", "name": "Soil science", "tag": ["one", "two"]}],
           "result": [{"resultDescription": "urn:uuid:d", "value": "\(grade)"}]},
         "proof": {"proofValue": "\(proof)"}}
        """
    }

    @Test func `says yes where both say the same, however they are signed`() throws {
        let folder = try TemporaryFolder()
        let before = try folder.file("a.json", Self.record("A", proof: "z1"))
        let after = try folder.file(
            "b.json",
            Self.record("A", proof: "z2").replacing("\"one\", \"two\"", with: "\"two\", \"one\""))
        let same = try RunningProgram.run("diff", before, before)
        #expect(same.status == 0 && same.text.hasPrefix("Both say the same, and nothing"))
        let run = try RunningProgram.run("diff", before, after)
        #expect(run.status == 0)
        #expect(run.text.contains("record “A record”\n  changed proof:"))
        let json = try RunningProgram.run("diff", before, after, "--json").json()
        #expect(json["same"]?.bool == true)
        #expect(json["envelope"]?.count == 1)
    }

    @Test func `says no where they do not, and what, with both places`() throws {
        let folder = try TemporaryFolder()
        let before = try folder.file("a.json", Self.record("A", proof: "z1"))
        let extra = "{\"id\": \"urn:uuid:b\", \"name\": \"\\u001b[31mRocks\"},"
        let after = Self.record("B", proof: "z1", extra: extra)
        let run = try RunningProgram.run(
            ["diff", before, "-", "--json"], input: Array(after.utf8))
        #expect(run.status == 1 && run.messages.isEmpty)
        let groups = Array(try #require(try run.json()["content"]).elements)
        #expect(groups.compactMap { $0["kind"]?.string } == ["achievement", "result"])
        let change = try #require(groups[1]["changes"]?.elements.first { _ in true })
        #expect(change["change"]?.string == "changed")
        #expect(change["before"]?["at"]?.string == "/credentialSubject/result/0/value")
        #expect(change["after"]?["value"]?.string == "B")
        let people = try RunningProgram.run(["diff", before, "-"], input: Array(after.utf8))
        #expect(people.text.hasPrefix("The later one says 2 things otherwise."))
        #expect(people.text.contains("  changed value: \"A\" -> \"B\""))
        #expect(!people.text.contains("\u{1B}"))
    }

    @Test func `could not tell where one cannot be read, and asks for two`() throws {
        let folder = try TemporaryFolder()
        let record = try folder.file("a.json", Self.record("A", proof: "z1"))
        let broken = try folder.file("b.json", "{\"type\": ")
        #expect(try RunningProgram.run("diff", record, broken).status == 2)
        #expect(try RunningProgram.run("diff", record, folder.path("none.json")).status == 64)
        #expect(try RunningProgram.run("diff", record).status == 64)
        #expect(try RunningProgram.run("diff", "-", "-").status == 64)
    }
}
