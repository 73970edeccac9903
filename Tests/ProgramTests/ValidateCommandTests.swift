import Foundation
import JSONText
import Testing

@Suite struct `The command validate` {
    private static let profile =
        #"{"id":"https://uni.example/","type":["Profile"],"name":"Hollin"}"#

    private func validate(_ text: String, _ options: String...) throws -> RunningProgram {
        try RunningProgram.run(["validate", "-"] + options, input: Array(text.utf8))
    }

    @Test func `says that a document is valid, and as what`() throws {
        let run = try validate(Self.profile, "--class", "Profile")
        #expect(run.status == 0, "\(run.text)")
        #expect(run.text.hasPrefix("Valid: Profile, CLR 2.0"))
    }

    @Test func `names the place, the reason and the requirement`() throws {
        let changed = Self.profile.replacing("\"id\"", with: "\"url\"")
        let run = try validate(changed, "--class", "Profile")
        #expect(run.status == 1)
        #expect(run.text.hasPrefix("Not valid: Profile"))
        #expect(run.text.contains("/id: \"id\" is missing; a Profile must have it. [OB3-M-68]"))
    }

    @Test func `answers in JSON`() throws {
        let text = """
            {"learner":{"id":"urn:x:1"},"publisher":{"id":"https://uni.example/"},
             "id":"https://uni.example/clrs/1","issuedOn":"yesterday","shoe":7,
             "@context":"https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld"}
            """
        let run = try validate(text, "--json")
        #expect(run.status == 1)
        let answer = try run.json()
        #expect(answer["valid"]?.bool == false)
        #expect(answer["class"]?.string == "ClrDocument")
        #expect(answer["standard"]?.string == "clr-1.0")
        #expect(answer["problemCount"]?.integer == answer["problems"]?.count)
        let unknown = answer["problems"]?.elements.first { $0["at"]?.string == "/shoe" }
        #expect(unknown?["message"]?.string?.contains("\"shoe\"") == true)
        #expect(answer["notes"]?.elements.contains { $0["at"]?.string == "/issuedOn" } == true)
    }

    @Test func `cannot tell without a schema that the document names`() throws {
        let text = """
            {"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential"],
             "issuer":"https://uni.example/","credentialSubject":{"id":"urn:x:1"},
             "credentialSchema":{"id":"https://uni.example/s.json","type":"JsonSchema"}}
            """
        let run = try validate(text)
        #expect(run.status == 2, "\(run.text)")
        #expect(run.text.hasPrefix("Could not tell: VerifiableCredential"))
        #expect(run.text.contains("https://uni.example/s.json"))
        let folder = try TemporaryFolder()
        _ = try folder.file("s.json", #"{"required":["id"]}"#)
        let catalog = try folder.file(
            "catalog.json", #"[{"url":"https://uni.example/s.json","file":"s.json"}]"#)
        let given = try validate(text, "--documents", catalog)
        #expect(given.status == 1, "\(given.text)")
    }

    @Test(arguments: [
        ("", "nothing here"), ("{", "cut off"), ("[]", "in braces"),
        (#"{"type":"Shoe"}"#, "--class"),
    ])
    func `answers bad input with a reason`(text: String, words: String) throws {
        let run = try validate(text)
        #expect(run.status == 1)
        #expect(run.text.contains(words), "\(run.text)")
    }

    @Test func `refuses a class or standard that is none`() throws {
        #expect(try validate(Self.profile, "--class", "Shoe").status == 64)
        #expect(try validate(Self.profile, "--standard", "clr-1.0").status == 64)
        #expect(try validate(Self.profile, "--class", "Profile", "--standard", "x").status == 64)
    }
}

@Suite struct `The command schema show` {
    @Test func `prints a schema that its own class is held against`() throws {
        let run = try RunningProgram.run("schema", "show", "Profile")
        #expect(run.status == 0)
        #expect(try run.json()["$defs"]?["Profile"]?["required"]?.count == 2)
        let folder = try TemporaryFolder()
        let schema = try folder.file("profile.json", run.text)
        for (text, status) in [
            (#"{"id":"urn:x:1","type":["Profile"]}"#, 0), (#"{"type":["Profile"]}"#, 1),
        ] as [(String, Int32)] {
            let checked = try RunningProgram.run(
                "schema", "validate", "-", "--schema", schema, input: Array(text.utf8))
            #expect(checked.status == status, "\(checked.messages)")
        }
    }

    @Test func `lists the classes of the standards`() throws {
        let all = try RunningProgram.run("schema", "show")
        #expect(all.status == 0)
        for line in ["clr-2.0  ", "  ClrCredential", "et-1.0  ", "  ExtendedTranscript"] {
            #expect(all.text.contains(line))
        }
        let one = try RunningProgram.run("schema", "show", "--standard", "ob-2.0")
        #expect(one.text.contains("  BadgeClass"))
        #expect(!one.text.contains("ClrCredential"))
        #expect(try RunningProgram.run("schema", "show", "Shoe").status == 64)
    }
}
