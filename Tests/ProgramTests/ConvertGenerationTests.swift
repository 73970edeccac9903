import Foundation
import JSONText
import Testing

@Suite struct `Converting older generations` {
    private let badge = """
        {"type": "Assertion", "id": "urn:x:1", "issuedOn": "2020-05-01T10:00:00Z",
        "recipient": {"type": "email", "identity": "a@b.example", "hashed": false},
        "badge": "https://hollin.example/b"}
        """
    private let badgeClass = """
        {"type": "BadgeClass", "id": "https://hollin.example/b", "name": "Sailor", "description":
        "Sails", "criteria": "https://hollin.example/c", "issuer": "https://hollin.example/"}
        """

    @Test func `a badge with a linked class becomes 3.0 and a record, with the report in words`()
        throws
    {
        let folder = try TemporaryFolder()
        let file = try folder.file("badge.json", badge)
        let linked = try folder.file("class.json", badgeClass)
        let refused = try RunningProgram.run("convert", "--to", "ob3", file)
        #expect(refused.status == 1)
        #expect(refused.messages.contains("/badge"))
        #expect(refused.messages.contains("--linked"))
        let report = folder.path("report.txt")
        let run = try RunningProgram.run(
            "convert", "--to", "ob3", file, "--linked", linked, "--report", report)
        #expect(run.status == 0, "\(run.messages)")
        let name = try run.json()["credentialSubject"]?["achievement"]?["name"]?.string
        #expect(name == "Sailor")
        #expect(try String(contentsOfFile: report, encoding: .utf8).contains("/badge/criteria -> "))
        let record = try RunningProgram.run(
            "convert", "--to", "clr2", file, "--linked", "https://hollin.example/b=\(linked)",
            "--issuer", "https://union.example/", "--name", "Record of A")
        #expect(try record.json()["name"]?.string == "Record of A")
        #expect(try record.json()["issuer"]?["id"]?.string == "https://union.example/")
    }

    @Test func `signed badges become one signed record, and all proofs hold`() throws {
        let folder = try TemporaryFolder()
        let key = folder.path("key.jwk")
        #expect(try RunningProgram.run("key", "generate", "-o", key).status == 0)
        var files: [String] = []
        for (number, learner) in ["ada", "ada", "eve"].enumerated() {
            let draft = try folder.file(
                "draft\(number).json",
                """
                {"name": "B", "credentialSubject": {"id": "did:example:\(learner)", "type":
                ["AchievementSubject"], "achievement": {"id": "urn:uuid:\(number)", "type":
                ["Achievement"], "name": "B", "description": "d", "criteria": {"narrative": "c"}}}}
                """)
            let signed = folder.path("signed\(number).json")
            let run = try RunningProgram.run("issue", draft, "--key", key, "-o", signed)
            #expect(run.status == 0, "\(run.messages)")
            files.append(signed)
        }
        let wrong = try RunningProgram.run(["convert", "--to", "clr2"] + files)
        #expect(wrong.status == 1)
        #expect(wrong.messages.contains("credential 3 is about did:example:eve"))
        let draft = folder.path("record.json")
        let run = try RunningProgram.run(
            ["convert", "--to", "clr2", "-o", draft] + files.prefix(2))
        #expect(run.status == 0, "\(run.messages)")
        let record = folder.path("signed-record.json")
        let issued = try RunningProgram.run("issue", draft, "--key", key, "-o", record)
        #expect(issued.status == 0, "\(issued.messages)")
        let verdict = try RunningProgram.run("verify", record, "--json")
        #expect(try verdict.json()["aggregate"]?.string == "verified")
    }

    @Test func `a transcript becomes CLR 1.0, and what is new is left alone`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file(
            "transcript.json",
            """
            {"createdAt": "2018-05-01T00:00:00Z", "person": {"id": "urn:x:1", "fullName": "A"},
            "issuer": {"id": "urn:x:2", "name": "I"}, "transcriptEntities": {}, "records": [{"id":
            "urn:x:3", "date": "2018-05-01T00:00:00Z", "result": "B"}]}
            """)
        let run = try RunningProgram.run("convert", "--to", "clr1", file, "--json")
        #expect(run.status == 0, "\(run.messages)")
        #expect(try run.json()["record"]?["learner"]?["name"]?.string == "A")
        let draft = folder.path("draft.json")
        #expect(try RunningProgram.run("convert", "--to", "clr2", file, "-o", draft).status == 0)
        let again = try RunningProgram.run("convert", "--to", "clr2", draft)
        #expect(again.status == 1)
        #expect(again.messages.contains("a CLR 2.0 already"))
    }
}

@Suite struct `Converting older generations to other forms` {
    private let record = """
        {"id": "urn:x:r", "type": "Clr", "issuedOn": "2021-05-01T10:00:00Z", "house:mood": "calm",
        "learner": {"id": "urn:x:ada", "name": "Ada Berg"},
        "publisher": {"id": "urn:x:hollin", "name": "Hollin"}, "assertions": [{"id": "urn:x:1",
        "achievement": {"id": "urn:x:a", "name": "Tides", "achievementType": "Course"}}]}
        """

    @Test(arguments: ["elm", "ler-rs", "pesc", "csv", "text"])
    func `takes one call, and reports on the old record`(form: String) throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("old.json", record)
        let made = folder.path("made")
        let report = folder.path("report.json")
        let run = try RunningProgram.run(
            "convert", "--to", form, file, "-o", made, "--report", report)
        #expect(run.status == 0, "\(run.messages)")
        #expect(try String(contentsOfFile: made, encoding: .utf8).contains("Tides"))
        let account = try JSONDocument(parsing: [UInt8](Data(contentsOf: URL(filePath: report))))
        let places = account.root["entries"]?.elements.compactMap { $0["from"]?.string } ?? []
        #expect(places.contains("/assertions/0/achievement/name"))
        #expect(places.contains("/house:mood"))
    }

    @Test
    func `losses are told with what stood there; --lossless refuses, with the report written`()
        throws
    {
        let folder = try TemporaryFolder()
        let file = try folder.file("old.json", record)
        let run = try RunningProgram.run("convert", "--to", "pesc", file)
        #expect(run.status == 0)
        #expect(run.messages.contains("Lost, the worst first:"))
        #expect(run.messages.contains("/learner/id, \"urn:x:ada\": "))
        let made = folder.path("made.xml")
        let report = folder.path("report.txt")
        let refused = try RunningProgram.run(
            "convert", "--to", "pesc", file, "-o", made, "--lossless", "--report", report)
        #expect(refused.status == 1)
        #expect(refused.messages.contains("nothing was written"))
        #expect(refused.output.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: made))
        #expect(try String(contentsOfFile: report, encoding: .utf8).contains("lost     "))
        let whole = try RunningProgram.run("convert", "--to", "clr2", file, "--lossless")
        #expect(whole.status == 0, "\(whole.messages)")
    }
}
