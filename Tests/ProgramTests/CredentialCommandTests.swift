import Foundation
import JSONText
import TestSupport
import Testing

@Suite struct `The credential commands` {
    private static let draft = """
        {"type": ["VerifiableCredential", "ClrCredential"], "name": "A record",
         "credentialSubject": {"id": "urn:uuid:2f7c1f6e-0d0a-4c0e-9c0a-000000000001",
           "type": ["ClrSubject"],
           "verifiableCredential": [
             {"type": ["VerifiableCredential", "AchievementCredential"], "name": "A course",
              "credentialSubject": {"id": "urn:uuid:2f7c1f6e-0d0a-4c0e-9c0a-000000000001",
                "type": ["AchievementSubject"], "creditsEarned": 3.5,
                "achievement": {"id": "urn:uuid:2f7c1f6e-0d0a-4c0e-9c0a-000000000002",
                  "type": ["Achievement"], "name": "Soil science", "description": "Soils.",
                  "criteria": {"narrative": "A written examination."}}}}]}}
        """

    /// A fresh key and a record issued with it.
    private func issued(_ folder: TemporaryFolder, draft: String = Self.draft) throws -> String {
        let key = folder.path("key.jwk")
        #expect(try RunningProgram.run("key", "generate", "-o", key).status == 0)
        let draft = try folder.file("draft.json", draft)
        let record = folder.path("record.json")
        let run = try RunningProgram.run("issue", draft, "--key", key, "-o", record)
        #expect(run.status == 0, "\(run.messages)")
        return record
    }

    @Test func `make a key that only its owner can read, and show its public part`() throws {
        let folder = try TemporaryFolder()
        let key = folder.path("key.jwk")
        let made = try RunningProgram.run("key", "generate", "-o", key, "--json")
        #expect(made.status == 0)
        let mode = try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions]
        #expect((mode as? NSNumber)?.intValue == 0o600)
        let secret = try JSONDocument(parsing: [UInt8](Data(contentsOf: URL(fileURLWithPath: key))))
            .root["d"]?.string
        let shown = try RunningProgram.run("key", "show", key, "--json")
        #expect(shown.text == made.text)
        #expect(!shown.text.contains(try #require(secret)))
        let did = try #require(try shown.json()["did"]?.string)
        let resolved = try RunningProgram.run("did", "resolve", did, "--json")
        #expect(try resolved.json()["id"]?.string == did)
        #expect(try resolved.json()["assertionMethod"]?.count == 1)
    }

    @Test func `issue a record that verifies, with what it contains`() throws {
        let folder = try TemporaryFolder()
        let record = try issued(folder)
        let run = try RunningProgram.run("verify", record, "--json", "--require-contents")
        #expect(run.status == 0)
        let verdict = try run.json()
        #expect(verdict["verdict"]?.string == "verified")
        #expect(verdict["aggregate"]?.string == "verified")
        #expect(verdict["standard"]?.string == "CLR 2.0")
        #expect(verdict["contents"]?.count == 1)
        let people = try RunningProgram.run("verify", record)
        #expect(people.text.hasPrefix("Verified. "))
        let outline = try RunningProgram.run("inspect", record, "--json")
        #expect(try outline.json()["contents"]?.count == 1)
        #expect(try RunningProgram.run("inspect", record).text.contains("Soil science"))
    }

    /// The kind before the colon, or as an option of its own; what is no kind is the id.
    @Test func `tell whether a record is a person's`() throws {
        let folder = try TemporaryFolder()
        let identifier = """
            "identifier": [{"type": "IdentityObject", "hashed": false, "identityType":
            "emailAddress", "identityHash": "ada@hollin.example"}], "type": ["ClrSubject"]
            """
        let draft = Self.draft.replacing("\"type\": [\"ClrSubject\"]", with: identifier)
        let record = try issued(folder, draft: draft)
        let learner = "urn:uuid:2f7c1f6e-0d0a-4c0e-9c0a-000000000001"
        let answers: [([String], Int32, String)] = [
            (["--recipient", learner], 0, "recipient.matches"),
            (["--recipient", "emailAddress:ada@hollin.example"], 0, "recipient.matches"),
            (
                ["--recipient", "emailAddress:Ada@hollin.example"], 0,
                "recipient.matches-without-case"
            ),
            (
                ["--recipient", "ada@hollin.example", "--recipient-type", "emailAddress"], 0,
                "recipient.matches"
            ),
            (["--recipient", "userName:ada@hollin.example"], 1, "recipient.differs"),
            (["--recipient", "emailAddress:bob@hollin.example"], 1, "recipient.differs"),
            (["--recipient", "did:example:bob"], 1, "recipient.differs"),
        ]
        for (options, status, code) in answers {
            let run = try RunningProgram.run(["verify", record, "--json"] + options)
            #expect(run.status == status, "\(options)")
            let checks = try #require(try run.json()["checks"])
            #expect(checks.elements.contains { $0["code"]?.string == code }, "\(options)")
        }
    }

    @Test(arguments: ["", "bogus", "emailAddress:", ":"])
    func `refuse a recipient that is neither an id nor a kind and a value`(text: String) throws {
        let run = try RunningProgram.run(
            "verify", "-", "--recipient", text, input: Array("{}".utf8))
        #expect(run.status == 64, "\(text)")
        #expect(run.messages.contains("TYPE:VALUE"), "\(run.messages)")
    }

    @Test func `make a page of a record that needs no server`() throws {
        let folder = try TemporaryFolder()
        let record = try issued(folder)
        let page = folder.path("record.html")
        let run = try RunningProgram.run("view", record, "-o", page, "--json")
        #expect(run.status == 0, "\(run.messages)")
        #expect(try run.json()["verdict"]?["verdict"]?.string == "verified")
        let html = String(decoding: try Data(contentsOf: URL(fileURLWithPath: page)), as: UTF8.self)
        #expect(html.contains("<strong>Verified.</strong>"))
        #expect(html.contains("Soil science"))
        let text = try RunningProgram.run("view", record, "--format", "text")
        #expect(text.text.hasPrefix("Verified. "))
        let broken = try folder.file("broken.json", "{\"type\": ")
        let answer = try RunningProgram.run("view", broken, "--format", "text")
        #expect(answer.status == 0)
        #expect(answer.text.hasPrefix("Not verified. "))
        #expect(try RunningProgram.run("view", folder.path("none.json")).status == 64)
    }

    @Test func `say who vouches for the issuer before its own name, by a policy in YAML or JSON`()
        throws
    {
        let folder = try TemporaryFolder()
        let record = try issued(folder)
        let verdict = try RunningProgram.run("verify", record, "--json").json()
        let issuer = try #require(verdict["issuer"]?["id"]?.string)
        let registry = "{\"registry\": {\"\(issuer)\": {\"name\": \"Hollin University\"}}}"
        _ = try folder.file("members.json", registry)
        let policy = try folder.file(
            "policy.yaml",
            """
            require: {trust: true}
            registries:
              - name: Members
                kind: dcc-issuers
                file: members.json
                test: false
            """)
        let run = try RunningProgram.run("verify", record, "--trust", policy)
        #expect(run.status == 0, "\(run.text)")
        #expect(
            run.text.hasPrefix("Verified. It was issued by \(issuer), Hollin University in Mem"))
        let deny = try folder.file("deny.json", "{\"deny\": [\"\(issuer)\"]}")
        let denied = try RunningProgram.run("verify", record, "--trust", deny)
        #expect(denied.status == 1)
        #expect(denied.text.contains("trust.denied"))
        let wrong = try folder.file("wrong.yaml", "require:\n  trsut: true")
        let stopped = try RunningProgram.run("verify", record, "--trust", wrong)
        #expect(stopped.status == 64)
        #expect(stopped.messages.contains("line 2"))
        #expect(stopped.messages.contains("/require/trsut"))
    }

    @Test func `derive what the holder chooses, and say what cannot be`() throws {
        let folder = try TemporaryFolder()
        let key = folder.path("key.jwk")
        #expect(try RunningProgram.run("key", "generate", "--type", "P-256", "-o", key).status == 0)
        let draft = try folder.file("draft.json", Self.draft)
        let record = folder.path("record.json")
        let issue = ["issue", draft, "--key", key, "--proof", "ecdsa-sd-2023", "-o", record]
        let made = try RunningProgram.run(issue + ["--mandatory", "/credentialSchema"])
        #expect(made.status == 0, "\(made.messages)")
        let base = try RunningProgram.run("verify", record, "--json")
        #expect(base.status == 0)
        #expect(base.text.contains("proof.base-proof"))
        let shown = folder.path("shown.json")
        let course = "/credentialSubject/verifiableCredential/0/credentialSubject/achievement"
        let derived = try RunningProgram.run(
            "derive", record, "--reveal", course + "/name", course + "/description", "-o", shown)
        #expect(derived.status == 0, "\(derived.messages)")
        #expect(try RunningProgram.run("verify", shown).status == 0)
        let text = String(
            decoding: try Data(contentsOf: URL(fileURLWithPath: shown)), as: UTF8.self)
        #expect(text.contains("Soil science"))
        #expect(!text.contains("A written examination"))
        for choice in [[], ["--reveal", "/name"]] {
            let none = folder.path("none.json")
            let few = try RunningProgram.run(["derive", record, "-o", none] + choice)
            #expect(few.status == 1)
            #expect(few.messages.contains("/credentialSubject/verifiableCredential/0"))
            #expect(!FileManager.default.fileExists(atPath: none))
        }
        let nowhere = try RunningProgram.run("derive", record, "--reveal", "/nowhere")
        #expect(nowhere.status == 1)
        #expect(nowhere.messages.contains("/nowhere"))
        #expect(try RunningProgram.run("derive", record, "--reveal", "nowhere").status == 64)
        #expect(try RunningProgram.run("derive", shown, "--reveal", "/name").status == 1)
        #expect(try RunningProgram.run("derive", draft, "--reveal", "/name").status == 1)
    }

    @Test func `bake a record into a picture that verifies, and take it out again`() throws {
        let folder = try TemporaryFolder()
        let record = try issued(folder)
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: record)))
        let drawing = "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0h9v9z'/></svg>\n"
        let plain = try folder.file("plain.svg", drawing)
        let image = folder.path("record.svg")
        let made = try RunningProgram.run("bake", plain, record, "-o", image)
        #expect(made.status == 0, "\(made.messages)")
        #expect(made.messages.isEmpty)
        let verdict = try RunningProgram.run("verify", image, "--json", "--require-contents")
        #expect(verdict.status == 0)
        #expect(try verdict.json()["aggregate"]?.string == "verified")
        #expect(verdict.text.contains("readable.read-from-image"))
        #expect(try RunningProgram.run("inspect", image).text.contains("JSON in SVG"))
        let picture = folder.path("picture.svg")
        let taken = try RunningProgram.run("unbake", image, "--picture", picture)
        #expect(taken.output == bytes)
        #expect(try String(contentsOfFile: picture, encoding: .utf8) == drawing)
        let again = try RunningProgram.run("bake", "-", image, input: Array(drawing.utf8))
        #expect(again.output == [UInt8](try Data(contentsOf: URL(fileURLWithPath: image))))
    }

    @Test func `bake nothing but credentials, and warn of one without a signature`() throws {
        let folder = try TemporaryFolder()
        let drawing = "<svg xmlns='http://www.w3.org/2000/svg'></svg>"
        let plain = try folder.file("plain.svg", drawing)
        let draft = try folder.file("draft.json", Self.draft)
        let unsigned = try RunningProgram.run("bake", plain, draft)
        #expect(unsigned.status == 0)
        #expect(unsigned.messages.contains("not signed"))
        let out = folder.path("out.svg")
        for text in ["not json", "[]", "{}", "{\"type\": \"VerifiableCredential\"}", drawing] {
            let other = try folder.file("other", text)
            let run = try RunningProgram.run("bake", plain, other, "-o", out)
            #expect(run.status == 1)
            #expect(run.messages.hasPrefix("clr: "))
        }
        for text in ["{}", "GIF89a", "<svg/>", drawing + "x"] {
            let other = try folder.file("other", text)
            #expect(try RunningProgram.run("bake", other, draft, "-o", out).status == 1)
            #expect(try RunningProgram.run("unbake", other, "-o", out).status == 1)
        }
        #expect(!FileManager.default.fileExists(atPath: out))
        #expect(try RunningProgram.run("unbake", plain).messages.contains("without a credential"))
        #expect(try RunningProgram.run("bake", "-", "-").status == 64)
    }

    @Test func `see a change in what was signed, at any depth`() throws {
        let folder = try TemporaryFolder()
        let record = try issued(folder)
        let text = String(
            decoding: try Data(contentsOf: URL(fileURLWithPath: record)), as: UTF8.self)
        for (old, new) in [
            ("A record", "A better record"), ("Soil science", "Rocket science"), ("3.5", "30.5"),
            ("\"name\": \"A course\"", "\"name\": \"A course\", \"grade\": \"A\""),
        ] {
            let changed = text.replacingOccurrences(of: old, with: new)
            #expect(changed != text)
            let run = try RunningProgram.run("verify", "--json", input: Array(changed.utf8))
            #expect(run.status == 1)
            #expect(try run.json()["verdict"]?.string == "failed")
        }
    }

    @Test(arguments: [
        ("Ed25519", [], ["eddsa-rdfc-2022"]), ("P-384", [], ["ecdsa-rdfc-2019"]),
        ("Ed25519", ["eddsa-jcs-2022"], ["eddsa-jcs-2022"]),
        ("P-256", ["ecdsa-jcs-2019"], ["ecdsa-jcs-2019"]),
        ("P-256", ["ecdsa-rdfc-2019", "ecdsa-jcs-2019"], ["ecdsa-rdfc-2019", "ecdsa-jcs-2019"]),
    ])
    func `issue with the proofs that are asked for, or that fit the key`(
        type: String, asked: [String], suites: [String]
    ) throws {
        let folder = try TemporaryFolder()
        let key = folder.path("key.jwk")
        _ = try RunningProgram.run("key", "generate", "--type", type, "-o", key)
        let draft = try folder.file("draft.json", Self.draft)
        let options = asked.flatMap { ["--proof", $0] }
        let run = try RunningProgram.run(["issue", draft, "--key", key] + options)
        #expect(run.status == 0, "\(run.messages)")
        let record = try run.json()
        let inside = record["credentialSubject"]?["verifiableCredential"]?.oneOrMore.first
        for credential in [record, inside] {
            let made = credential?["proof"]?.oneOrMore.map { $0["cryptosuite"]?.string }
            #expect(made == suites)
        }
        let verified = try RunningProgram.run(
            ["verify", "--json", "--require-contents"], input: run.output)
        #expect(verified.status == 0)
    }

    @Test func `say which key a proof needs`() throws {
        let folder = try TemporaryFolder()
        let key = folder.path("key.jwk")
        _ = try RunningProgram.run("key", "generate", "--type", "P-256", "-o", key)
        let draft = try folder.file("draft.json", Self.draft)
        let run = try RunningProgram.run(
            "issue", draft, "--key", key, "--proof", "eddsa-jcs-2022")
        #expect(run.status == 64)
        #expect(
            run.messages.contains(
                "eddsa-jcs-2022 needs a key of the type Ed25519; this one is P-256."))
        let unknown = try RunningProgram.run("issue", draft, "--key", key, "--proof", "of-tomorrow")
        #expect(unknown.status == 64)
        #expect(unknown.messages.contains("ecdsa-jcs-2019"))
    }

    @Test func `refuse to sign what the signature would not cover`() throws {
        let folder = try TemporaryFolder()
        let key = folder.path("key.jwk")
        _ = try RunningProgram.run("key", "generate", "-o", key)
        let text = Self.draft.replacingOccurrences(
            of: "\"creditsEarned\": 3.5", with: "\"creditsErned\": 3.5")
        let draft = try folder.file("draft.json", text)
        let run = try RunningProgram.run("issue", draft, "--key", key, "-o", folder.path("out"))
        #expect(run.status == 1)
        #expect(run.messages.contains("creditsErned"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
    }

    @Test(arguments: [
        "not json", "", "<html></html>", String(repeating: "[", count: 100_000),
        "{\"a\":1,\"a\":2}", "{\"@context\":", "eyJhbGciOiJub25lIn0.e30.",
        "eyJhbGciOiJIUzI1NiJ9.e30.AAAA", "[]", "null", "{}",
    ])
    func `answer bad input with a verdict`(text: String) throws {
        let run = try RunningProgram.run("verify", "--json", input: Array(text.utf8))
        #expect(run.status == 1)
        let verdict = try run.json()
        #expect(verdict["verdict"]?.string == "failed")
        let failed = verdict["checks"]?.elements.first { $0["outcome"]?.string == "failed" }
        #expect(failed?["message"]?.string?.isEmpty == false)
    }

    @Test(.enabled(if: Standards.present, "the standards folder is not here"))
    func `need the issuer's key document for the official example, and name it`() throws {
        let sample = try Standards.url("samples/clr20/validator/simple.json").path
        let run = try RunningProgram.run("verify", sample, "--json")
        #expect(run.status == 2)
        let checks = try #require(try run.json()["checks"])
        let missing = checks.elements.first { $0["outcome"]?.string == "undetermined" }
        #expect(missing?["name"]?.string == "controller")
        #expect(missing?["message"]?.string?.contains("https://example.edu/issuers/565049") == true)
        let proof = checks.elements.first { $0["name"]?.string == "proof" }
        #expect(proof?["outcome"]?.string == "passed")

        let folder = try TemporaryFolder()
        let outer = "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi"
        _ = try folder.file(
            "issuer.json",
            """
            {"id": "https://example.edu/issuers/565049",
             "verificationMethod": [{"id": "https://example.edu/issuers/565049#\(outer)",
               "type": "Multikey", "controller": "https://example.edu/issuers/565049",
               "publicKeyMultibase": "\(outer)"}],
             "assertionMethod": ["https://example.edu/issuers/565049#\(outer)"]}
            """)
        let catalog = try folder.file(
            "catalog.json",
            #"[{"url": "https://example.edu/issuers/565049", "file": "issuer.json"}]"#)
        let complete = try RunningProgram.run("verify", sample, "--documents", catalog, "--json")
        #expect(complete.status == 0)
        #expect(try complete.json()["verdict"]?.string == "verified")
        #expect(try complete.json()["aggregate"]?.string == "undetermined")
    }
}
