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

    /// VER-09: a newer version exists, and this changed.
    @Test func `has its answer in the verdict where a newer version was asked for`() throws {
        let folder = try TemporaryFolder()
        let key = folder.path("key.jwk")
        #expect(try RunningProgram.run("key", "generate", "-o", key).status == 0)
        let url = "https://records.example/1"
        func issued(_ name: String, _ title: String, from: String) throws -> String {
            let draft = try folder.file(
                "\(name).draft.json",
                """
                {"type": ["VerifiableCredential", "AchievementCredential"], "name": "Soil science",
                 "id": "urn:uuid:2f7c1f6e-0d0a-4c0e-9c0a-000000000009", "validFrom": "\(from)",
                 "refreshService": {"id": "\(url)", "type": "1EdTechCredentialRefresh"},
                 "credentialSubject": {"id": "did:example:ada", "type": ["AchievementSubject"],
                  "achievement": {"id": "urn:uuid:2f7c1f6e-0d0a-4c0e-9c0a-000000000002",
                   "type": ["Achievement"], "name": "\(title)", "description": "Soils.",
                   "criteria": {"narrative": "A written examination."}}}}
                """)
            let run = try RunningProgram.run(
                "issue", draft, "--key", key, "-o", folder.path("\(name).json"))
            #expect(run.status == 0, "\(run.messages)")
            return folder.path("\(name).json")
        }
        let old = try issued("old", "Soil science", from: "2026-01-01T00:00:00Z")
        _ = try issued("new", "Soil science II", from: "2026-02-01T00:00:00Z")
        let catalog = try folder.file(
            "catalog.json", "[{\"url\": \"\(url)\", \"file\": \"new.json\"}]")
        let run = try RunningProgram.run(
            "verify", old, "--documents", catalog, "--now", "2026-03-01T00:00:00Z", "--json")
        #expect(run.status == 0)
        let refresh = try #require(
            try run.json()["checks"]?.elements.first { $0["name"]?.string == "refresh" })
        #expect(refresh["code"]?.string == "refresh.newer-version")
        let changed = try #require(refresh["difference"]?["content"]?.elements.first { _ in true })
        #expect(changed["kind"]?.string == "achievement")
        #expect(changed["name"]?.string == "Soil science II")
        let page = try RunningProgram.run(
            "view", old, "--documents", catalog, "--now", "2026-03-01T00:00:00Z")
        #expect(page.text.contains("achievement “Soil science II”: name changed"))
    }
}
