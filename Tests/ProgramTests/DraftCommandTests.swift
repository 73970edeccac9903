import Foundation
import JSONText
import Testing

@Suite struct `Drafts that people write` {
    private static let examples = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Examples/drafts")
    private let draft = examples.appendingPathComponent("record.yaml").path
    private let templates = ["--templates", examples.appendingPathComponent("templates").path]

    private func key(_ folder: TemporaryFolder, _ type: String) throws -> String {
        let path = folder.path("\(type).jwk")
        let made = try RunningProgram.run("key", "generate", "--type", type, "-o", path)
        #expect(made.status == 0)
        return path
    }

    @Test func `are shown without a key, as an outline and as a page`() throws {
        let folder = try TemporaryFolder()
        let page = folder.path("page.html")
        let run = try RunningProgram.run(["issue", draft, "--dry-run", "-o", page] + templates)
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.text.contains("Certificate in shore work"))
        #expect(run.messages.contains("Nothing was signed"))
        let html = try String(contentsOfFile: page, encoding: .utf8)
        #expect(html.contains("Mirela Tamm"))
        #expect(html.contains("Tidal ecology"))
    }

    @Test func `are issued in every form from one call`() throws {
        let folder = try TemporaryFolder()
        let out = folder.path("out")
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        let run = try RunningProgram.run(
            [
                "issue", draft, "--key", try key(folder, "Ed25519"), "--proof", "eddsa-rdfc-2022",
                "--proof", "eddsa-jcs-2022", "--proof", "vc-jwt", "-o", out,
            ] + templates)
        #expect(run.status == 0, "\(run.messages)")
        var identifiers: Set<String> = []
        for name in ["credential.json", "credential.jwt"] {
            let verdict = try RunningProgram.run("verify", "\(out)/\(name)", "--json")
            #expect(try verdict.json()["aggregate"]?.string == "verified")
            identifiers.insert(try verdict.json()["id"]?.string ?? name)
        }
        #expect(identifiers.count == 1)
    }

    @Test func `are refused with every line that is wrong, and nothing is written`() throws {
        let folder = try TemporaryFolder()
        let bad = try folder.file(
            "bad.yaml",
            """
            draft: 1
            name: R
            awarded: 2026-05-30
            learner: {name: Ada}
            courses:
              - name: A
                description: d
                criteria: c
                image: none.png
            """)
        let out = folder.path("out.json")
        let looked = try RunningProgram.run("issue", bad, "--dry-run", "--json")
        #expect(looked.status == 1)
        #expect(try looked.json()["problems"]?.count == 2)
        for arguments in [["--dry-run"], ["--key", try key(folder, "Ed25519"), "-o", out]] {
            let run = try RunningProgram.run(["issue", bad] + arguments)
            #expect(run.status == 1)
            #expect(run.messages.contains("line 3, /awarded"))
            #expect(run.messages.contains("line 9, /courses/0/image"))
        }
        #expect(!FileManager.default.fileExists(atPath: out))
        let broken = try folder.file("broken.yaml", "draft: [1\nname: x")
        #expect(try RunningProgram.run("issue", broken, "--dry-run").status == 1)
    }

    @Test func `in the long form are looked at as well`() throws {
        let folder = try TemporaryFolder()
        let long = try folder.file(
            "long.json",
            """
            {"type": ["VerifiableCredential", "ClrCredential"], "credentialSubject":
            {"id": "urn:x:1", "type": ["ClrSubject"], "verifiableCredential": []}}
            """)
        let run = try RunningProgram.run("issue", long, "--dry-run")
        #expect(run.status == 1)
        #expect(run.messages.contains("empty list"))
        #expect(run.messages.contains("\"name\" is missing"))
    }

    @Test
    func `with a context that is not known are told what to do, and issued where it is given`()
        throws
    {
        let folder = try TemporaryFolder()
        let url = "https://context.example/v1"
        let draft = try folder.file(
            "room.json",
            """
            {"@context": ["https://www.w3.org/ns/credentials/v2",
             "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", "\(url)"],
             "name": "A", "room": "12", "credentialSubject": {"id": "urn:uuid:1",
             "type": ["AchievementSubject"], "achievement": {"id": "urn:uuid:2",
             "type": ["Achievement"], "name": "S", "description": "S.",
             "criteria": {"narrative": "W."}}}}
            """)
        _ = try folder.file(
            "context.json", #"{"@context": {"room": "https://context.example/v1#room"}}"#)
        let catalog = try folder.file(
            "catalog.json", #"[{"url": "\#(url)", "file": "context.json"}]"#)
        let issue = ["issue", draft, "--key", try key(folder, "Ed25519")]
        let refused = try RunningProgram.run(issue)
        #expect(refused.status == 1)
        #expect(refused.messages.contains(url) && refused.messages.contains("--documents"))
        let looked = try RunningProgram.run("issue", draft, "--dry-run")
        #expect(looked.status == 1)
        #expect(looked.messages.contains(url))
        let issued = try RunningProgram.run(issue + ["--documents", catalog])
        #expect(issued.status == 0, "\(issued.messages)")
        #expect(try issued.json()["room"]?.string == "12")
        let shown = try RunningProgram.run("issue", draft, "--dry-run", "--documents", catalog)
        #expect(shown.status == 0, "\(shown.messages)")
    }

    @Test func `need an issuer that publishes all keys where there are several`() throws {
        let folder = try TemporaryFolder()
        let keys = try ["Ed25519", "P-256"].flatMap { ["--key", try key(folder, $0)] }
        let none = try RunningProgram.run(["issue", draft] + keys + templates)
        #expect(none.status == 64)
        #expect(none.messages.contains("several keys"))
        let text = try String(contentsOfFile: draft, encoding: .utf8)
        let named = try folder.file("named.yaml", text + "\nissuer: did:web:saltmarsh.example\n")
        try FileManager.default.copyItem(
            at: Self.examples.appendingPathComponent("seal.svg"),
            to: folder.url.appendingPathComponent("seal.svg"))
        let run = try RunningProgram.run(
            ["issue", named, "--proof", "eddsa-rdfc-2022", "--proof", "ecdsa-sd-2023"] + keys
                + templates)
        #expect(run.status == 0, "\(run.messages)")
        #expect(try run.json()["proof"]?.count == 2)
        #expect(try RunningProgram.run(["issue", draft] + templates).status == 64)
    }
}
