import Foundation
import JSONText
import Testing

@Suite struct `Conversion on the command line` {
    private static let record = """
        {"@context": ["https://www.w3.org/ns/credentials/v2"], "id": "urn:uuid:r",
        "type": ["VerifiableCredential", "ClrCredential"], "name": "Record",
        "validFrom": "2026-01-01T00:00:00Z", "issuer": {"id": "https://hollin.example/",
        "type": ["Profile"], "name": "Hollin"}, "credentialSubject": {"id": "urn:uuid:l",
        "type": ["ClrSubject"], "verifiableCredential": [{"id": "urn:uuid:c", "type":
        ["VerifiableCredential", "AchievementCredential"], "issuer": {"id":
        "https://hollin.example/", "type": ["Profile"]}, "credentialSubject": {"id": "urn:uuid:l",
        "type": ["AchievementSubject"], "creditsEarned": 4, "achievement": {"id": "urn:uuid:a",
        "type": ["Achievement"], "achievementType": "Course", "name": "=Tides", "description": "d",
        "criteria": {"narrative": "c"}}}}]}}
        """

    @Test(arguments: [
        ("csv", "'=Tides"), ("text", "achievement: =Tides"),
        ("pesc", "<CourseTitle>=Tides</CourseTitle>"), ("elm", "EuropeanDigitalCredential"),
        ("ler-rs", "educationAndLearnings"),
    ])
    func `makes each form of a record, and reports on it`(form: String, sign: String) throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("record.json", Self.record)
        let report = folder.path("report.json")
        let run = try RunningProgram.run("convert", "--to", form, file, "--report", report)
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.text.contains(sign))
        #expect(run.messages.contains(" carried, "))
        let account = try JSONDocument(parsing: [UInt8](Data(contentsOf: URL(filePath: report))))
        #expect(account.root["entries"]?.count ?? 0 > 20)
        let both = try RunningProgram.run("convert", "--to", form, file, "--json").json()
        #expect(both["report"]?["counts"]?["lost"] != nil)
        #expect(both["record"] != nil)
    }

    @Test(arguments: ["pesc", "elm"])
    func `makes a record of what it made of one`(form: String) throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("record.json", Self.record)
        let other = folder.path("other")
        #expect(try RunningProgram.run("convert", "--to", form, file, "-o", other).status == 0)
        let run = try RunningProgram.run("convert", "--to", "clr2", other)
        #expect(run.status == 0, "\(run.messages)")
        let made = try run.json()["credentialSubject"]?["verifiableCredential"]?.oneOrMore.first
        #expect(made?["credentialSubject"]?["achievement"]?["name"]?.string == "=Tides")
    }

    @Test func `says what it cannot convert, where and why`() throws {
        let folder = try TemporaryFolder()
        for (name, format, text, words) in [
            ("a.json", "clr2", "{}", ["none of the documents that are converted", "PESC"]),
            ("b.xml", "clr2", "<a>\n<b></a>", ["line 2, column 4", "the element b is open"]),
            ("c.xml", "clr2", "<!DOCTYPE a><a/>", ["line 1, column 1", "document type"]),
            (
                "d.json", "clr1", #"{"type": "EuropeanDigitalCredential"}"#,
                ["from ELM 3 to clr1", "only to clr2"]
            ),
            ("e.txt", "clr2", "nothing", ["e.txt"]),
        ] {
            let file = try folder.file(name, text)
            let run = try RunningProgram.run("convert", "--to", format, file)
            #expect(run.status == 1)
            #expect(run.output.isEmpty)
            for word in words { #expect(run.messages.contains(word), "\(run.messages)") }
        }
    }
}
