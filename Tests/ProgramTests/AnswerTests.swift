import Foundation
import JSONText
import Testing

@Suite struct `With --json, standard output` {
    private let folder: TemporaryFolder
    private let key: String
    private let draft: String

    init() throws {
        folder = try TemporaryFolder()
        key = folder.path("k.json")
        _ = try RunningProgram.run("key", "generate", "-o", key)
        var members: [(name: String, value: JSON)] = []
        if case .object(let all) = BadInput.Course().badge(0) {
            members = all.filter { $0.name != "issuer" }
        }
        draft = try folder.file("draft.json", JSON.object(members).serialized()).path
    }

    private func run(_ arguments: String..., status: Int32 = 0) throws -> RunningProgram {
        let run = try RunningProgram.run(arguments)
        #expect(run.status == status, "\(run.messages)")
        return run
    }

    @Test func `has the verdict on what is too large or not at hand`() throws {
        let large = folder.path("large.json")
        _ = try folder.file("large.json", "{")
        #expect(truncate(large, off_t(Limits.jsonBytes + 1)) == 0)
        let tooLarge = try run("verify", large, "--json", status: 1).json()
        #expect(tooLarge["verdict"]?.string == "failed")
        #expect(tooLarge.at("/checks/0/name")?.string == "readable")
        let url = "https://a.example/credentials/1"
        let absent = try run("verify", url, "--json", status: 2).json()
        #expect(absent["verdict"]?.string == "undetermined")
        #expect(absent.at("/checks/0/code")?.string == "readable.not-at-hand")
        #expect(absent.at("/checks/0/message")?.string?.contains(url) == true)
    }

    @Test func `says what, where and why of an error`() throws {
        let broken = try folder.file("broken.json", "{\"a\": }")
        let commands = [
            ["inspect", broken], ["convert", "--to", "clr2", broken],
            ["schema", "validate", "--schema", draft, broken], ["json", "canonicalize", broken],
        ]
        for command in commands {
            let error = try RunningProgram.run(command + ["--json"]).json()["error"]
            #expect(error?["at"]?.string == broken)
            #expect(error?["status"]?.integer == 1)
            #expect(error?["message"]?.string?.isEmpty == false)
        }
        let unreadable = try run("diff", draft, broken, "--json", status: 2).json()
        #expect(unreadable["error"]?["kind"]?.string == "could-not-tell")
        let did = "did:web:a.example"
        let resolved = try run("did", "resolve", did, "--json", status: 2).json()
        #expect(resolved["error"]?["at"]?.string == did)
        let usage = try run("inspect", "--nothing", "--json", status: 64).json()
        #expect(usage["error"]?["kind"]?.string == "usage")
    }

    @Test func `holds a token as a member, and names a file`() throws {
        let token = try run("issue", draft, "--key", key, "--proof", "vc-jwt", "--json").json()
        #expect(token["credential"]?.string?.hasPrefix("ey") == true)
        let plain = try run("issue", draft, "--key", key, "--proof", "vc-jwt").text
        #expect(plain.hasPrefix("ey"))
        let file = folder.path("c.json")
        let issued = try run("issue", draft, "--key", key, "-o", file, "--json").json()
        #expect(issued["file"]?.string == file)
        #expect(try run("issue", draft, "--key", key, "--json").json()["proof"] != nil)
        let presented = try run(
            "present", file, "--key", key, "--proof", "vc-jwt", "--json"
        ).json()
        #expect(presented["presentation"]?.string?.hasPrefix("ey") == true)
        let picture = try folder.file("p.png", BadInput.png()).path
        let baked = folder.path("baked.png")
        #expect(
            try run("bake", picture, file, "-o", baked, "--json").json()["file"]?.string == baked)
        let inline = try run("bake", picture, file, "--json").json()
        let octets = try Data(contentsOf: URL(fileURLWithPath: baked))
        #expect(inline["picture"]?.string == octets.base64EncodedString())
        #expect(inline["mediaType"]?.string == "image/png")
        let out = folder.path("out.json")
        #expect(try run("unbake", baked, "-o", out, "--json").json()["file"]?.string == out)
        #expect(try run("unbake", baked, "--json").json()["proof"] != nil)
        let jwk = try run("key", "convert", key, "--public", "--to", "jwk", "--json").json()
        #expect(jwk["form"]?.string == "jwk")
        #expect(jwk["key"]?["kty"]?.string == "OKP")
        let shown = try run("key", "show", key, "--show-private", "--json").json()
        #expect(shown["privateKeyJwk"]?["d"] != nil)
        #expect(shown["did"] != nil)
    }
}

@Suite struct `Catalogs of documents` {
    @Test func `may name files by their whole path, and must be JSON`() throws {
        let folder = try TemporaryFolder()
        let other = try TemporaryFolder()
        let context = try other.file(
            "context.json", "{\"@context\": {\"a\": \"https://a.example/a\"}}")
        let document = try folder.file(
            "d.json", "{\"@context\": \"https://a.example/context\", \"a\": \"1\"}")
        func catalog(_ file: String) throws -> String {
            try folder.file(
                "catalog.json",
                "[{\"url\": \"https://a.example/context\", \"file\": \"\(file)\"}]")
        }
        let whole = try catalog(context)
        let run = try RunningProgram.run("jsonld", "expand", document, "--documents", whole)
        #expect(run.status == 0, "\(run.messages)")
        _ = try folder.file("broken.json", "{")
        let broken = try RunningProgram.run(
            "jsonld", "expand", document, "--documents", catalog("broken.json"))
        #expect(broken.status == 64)
        #expect(broken.messages.contains("https://a.example/context"))
        #expect(broken.messages.contains("not JSON"))
        for (option, command) in [
            ("--documents", ["verify"]), ("--schema", ["schema", "validate"]),
        ] {
            let bad = folder.path("broken.json")
            let run = try RunningProgram.run(command + [document, option, bad])
            #expect(run.status == 64)
        }
    }

    @Test func `answer for schemas that the program knows`() throws {
        let folder = try TemporaryFolder()
        let url =
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"
        _ = try folder.file("schema.json", "{\"required\": [\"shoeSize\"]}")
        let catalog = try folder.file(
            "catalog.json", "[{\"url\": \"\(url)\", \"file\": \"schema.json\"}]")
        var course = BadInput.Course()
        course.outer = [
            ("credentialSchema", ["id": .string(url), "type": "1EdTechJsonSchemaValidator2019"])
        ]
        let file = try folder.file("c.json", course.badge(0).serialized()).path
        func codes(_ more: [String]) throws -> [String] {
            try RunningProgram.run(["verify", file, "--json"] + more).json()["checks"]?.elements
                .filter { $0["name"]?.string == "schema" }.compactMap { $0["code"]?.string } ?? []
        }
        #expect(try codes([]) == ["schema.fits"])
        #expect(try codes(["--documents", catalog]) == ["schema.does-not-fit"])
    }
}

@Suite struct `Issuing around what fails` {
    @Test func `is refused unless it was allowed`() throws {
        let folder = try TemporaryFolder()
        let key = folder.path("k.json")
        _ = try RunningProgram.run("key", "generate", "-o", key)
        func members(_ json: JSON, without names: [String]) -> JSON {
            guard case .object(let all) = json else { return json }
            return .object(all.filter { member in !names.contains { $0 == member.name } })
        }
        let badge = members(BadInput.Course().badge(0), without: ["issuer"])
        let draft = try folder.file("badge.json", badge.serialized()).path
        let signed = try RunningProgram.run("issue", draft, "--key", key)
        #expect(signed.status == 0, "\(signed.messages)")
        let forged = signed.text.replacingOccurrences(of: "Soils.", with: "Spoils.")
        let part = JSON.verbatim(try JSONDocument(parsing: Array(forged.utf8)).root)
        let record = try JSONDocument(parsing: BadInput.record([part])).root
        let bare = JSON.object(
            record.members.filter { $0.name != "issuer" }
                .map { (name: $0.name, value: .verbatim($0.value)) })
        let file = try folder.file("record.json", bare.serialized()).path
        let refused = try RunningProgram.run("issue", file, "--key", key)
        #expect(refused.status == 1)
        #expect(refused.output.isEmpty)
        #expect(
            refused.messages.contains("/credentialSubject/verifiableCredential/0 is not verified"))
        #expect(refused.messages.contains("--allow-failing-contents"))
        let looked = try RunningProgram.run("issue", file, "--dry-run", "--json")
        #expect(looked.status == 1)
        #expect(
            try looked.json().at("/problems/0/at")?.string
                == "/credentialSubject/verifiableCredential/0")
        let out = folder.path("out.json")
        let allowed = try RunningProgram.run(
            "issue", file, "--key", key, "--allow-failing-contents", "-o", out, "--json")
        #expect(allowed.status == 0)
        #expect(allowed.messages.contains("is not verified"))
        #expect(try allowed.json()["failingContents"]?.count == 1)
    }

    @Test func `are none of the draft's own faults`() throws {
        let folder = try TemporaryFolder()
        let key = folder.path("k.json")
        _ = try RunningProgram.run("key", "generate", "-o", key)
        func record(_ achievement: String, _ members: String = "") throws -> String {
            let text = """
                {"type": ["ClrCredential"], "name": "R"\(members), "credentialSubject": {
                "id": "did:example:ada", "type": ["ClrSubject"], "verifiableCredential": [{
                "type": ["AchievementCredential"], "name": "A", "credentialSubject": {
                "id": "did:example:ada", "type": ["AchievementSubject"], "achievement": {
                "type": ["Achievement"], "description": "d"\(achievement)}}}]}}
                """
            return try folder.file("r.json", Array(text.utf8)).path
        }
        let whole = ", \"name\": \"A\", \"criteria\": {\"narrative\": \"n\"}"
        #expect(try RunningProgram.run("issue", record(whole), "--key", key).status == 0)
        #expect(try RunningProgram.run("issue", record(whole), "--dry-run").status == 0)
        for flags in [[], ["--allow-failing-contents"]] {
            let run = try RunningProgram.run(
                ["issue", try record(", \"criteria\": {}"), "--key", key] + flags)
            #expect(run.status == 1)
            #expect(run.messages.contains("\"name\" is missing"))
            #expect(run.messages.contains("shape.criteria-empty"))
            #expect(run.output.isEmpty)
        }
        // All of it at once, and not the first alone.
        let two = try record(", \"criteria\": {}", ", \"foo\": \"x\"")
        for flags in [["--key", key], ["--dry-run"]] {
            let run = try RunningProgram.run(["issue", two] + flags)
            #expect(run.status == 1)
            for text in ["\"foo\"", "\"name\" is missing", "neither \"id\" nor"] {
                #expect(run.messages.contains(text), "\(text) in \(run.messages)")
            }
        }
        // The dry run refuses what signing would.
        for members in [
            ", \"foo\": \"x\"", ", \"validUntil\": \"soon\"",
            ", \"evidence\": [{\"id\": \"https://u.example/a b\", \"type\": [\"Evidence\"]}]",
        ] {
            let file = try record(whole, members)
            #expect(try RunningProgram.run("issue", file, "--key", key).status == 1, "\(members)")
            #expect(try RunningProgram.run("issue", file, "--dry-run").status == 1, "\(members)")
        }
    }
}

@Suite struct `A draft in the long form` {
    private let text = """
        {"type": ["ClrCredential"], "name": "R", "telephone": "1", "issuer": "ISSUER",
        "credentialSubject": {"id": "learner-17", "type": ["ClrSubject"], "verifiableCredential": [
        {"type": ["AchievementCredential"], "naem": "A", "credentialSubject": {
        "id": "did:example:ada", "type": ["AchievementSubject"], "achievement": {
        "id": "https://u.example/a b", "type": ["Achievment"], "name": "A", "description": "d",
        "criteria": {"narrative": null}}}}]}}
        """

    @Test func `is told everything that it has wrong, by the dry run and by the issue`() throws {
        let folder = try TemporaryFolder()
        let key = folder.path("k.json")
        _ = try RunningProgram.run("key", "generate", "-o", key)
        let own = text.replacingOccurrences(of: ", \"issuer\": \"ISSUER\"", with: "")
        let file = try folder.file("r.json", own)
        let part = "/credentialSubject/verifiableCredential/0"
        let places = [
            "/telephone", "/credentialSubject/id", "\(part)/naem",
            "\(part)/credentialSubject/achievement/id",
            "\(part)/credentialSubject/achievement/type/0",
            "\(part)/credentialSubject/achievement/criteria/narrative",
        ]
        let looked = try RunningProgram.run("issue", file, "--dry-run", "--json")
        #expect(looked.status == 1)
        let told = try #require(try looked.json()["problems"]?.elements)
        #expect(told.map { $0["at"]?.string ?? "" } == places)
        let signed = try RunningProgram.run("issue", file, "--key", key)
        #expect(signed.status == 1)
        #expect(signed.output.isEmpty)
        let lines = signed.messages.split(separator: "\n")
        #expect(lines.count == places.count + 1)
        for (line, place) in zip(lines.dropFirst(), places) {
            #expect(line.contains("(at \(place))"))
        }
        for words in ["Is it \"name\"?", "\"https://u.example/a b\"", "written %20", "learner-17"] {
            #expect(signed.messages.contains(words), "\(words)")
        }
    }

    @Test func `says of a part that could not be verified here that it could not`() throws {
        let folder = try TemporaryFolder()
        let key = folder.path("k.json")
        _ = try RunningProgram.run("key", "generate", "-o", key)
        let badge = """
            {"type": ["AchievementCredential"], "name": "A", "issuer": "did:web:away.example",
            "credentialSubject": {"id": "did:example:ada", "type": ["AchievementSubject"],
            "achievement": {"id": "urn:x:a", "type": ["Achievement"], "name": "A",
            "description": "d", "criteria": {"narrative": "n"}}}}
            """
        let part = folder.path("part.json")
        let away = try folder.file("badge.json", badge)
        #expect(try RunningProgram.run("issue", away, "--key", key, "-o", part).status == 0)
        let signed = try String(contentsOfFile: part, encoding: .utf8)
        let record = """
            {"type": ["ClrCredential"], "name": "R", "credentialSubject": {"id": "did:example:ada",
            "type": ["ClrSubject"], "verifiableCredential": [\(signed)]}}
            """
        let file = try folder.file("r.json", record)
        let place = "/credentialSubject/verifiableCredential/0"
        let out = folder.path("out.json")
        for arguments in [["--dry-run"], ["--key", key, "-o", out]] {
            let run = try RunningProgram.run(["issue", file, "--json"] + arguments)
            #expect(run.status == 0, "\(run.messages)")
            #expect(run.messages.contains("\(place) could not be verified here"))
            #expect(run.messages.contains("https://away.example/"))
            let told = try run.json()["undeterminedContents"]
            #expect(told?.count == 1)
            #expect(told?.elements.first { _ in true }?["at"]?.string == place)
        }
    }

    @Test func `has the same words for what is no identifier as every command`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file(
            "d.json",
            "{\"https://a.example/p\": {\"@id\": \"https://u.example/a b\", "
                + "\"https://a.example/q\": 1}}")
        let run = try RunningProgram.run("jsonld", "to-rdf", file, "--safe")
        #expect(run.status == 1)
        #expect(
            run.messages.hasPrefix(
                "clr: dropped value: \"https://u.example/a b\" is no identifier"))
        #expect(run.messages.contains("(at /https:~1~1a.example~1p/@id)"))
    }
}

@Suite struct `Options that were let pass` {
    @Test func `are refused or understood`() throws {
        let folder = try TemporaryFolder()
        let text = "{\"https://a.example/p\": {\"@value\": \"x\", \"@direction\": \"rtl\"}}"
        let file = try folder.file("d.json", text)
        let base = try RunningProgram.run("jsonld", "expand", file, "--base", "not an iri")
        #expect(base.status == 64)
        #expect(base.messages.contains("--base"))
        #expect(
            try RunningProgram.run("jsonld", "expand", file, "--base", "https://a.example/")
                .status == 0)
        let lost = try RunningProgram.run("jsonld", "to-rdf", file, "--safe")
        #expect(lost.status == 1)
        #expect(lost.messages.hasPrefix("clr: dropped value:"))
        #expect(lost.messages.contains("--rdf-direction"))
        let kept = try RunningProgram.run(
            "jsonld", "to-rdf", file, "--safe", "--rdf-direction", "i18n-datatype")
        #expect(kept.status == 0)
        #expect(try RunningProgram.run("jsonld", "to-rdf", file).status == 0)
    }

    @Test(arguments: [
        ("2026-06-03t12:00:00z", "2026-06-03T12:00:00Z"),
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
        ("2017-01-01T05:29:60+05:30", "2017-01-01T00:00:00Z"),
    ])
    func `times are those of RFC 3339`(now: String, checkedAt: String) throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("d.json", BadInput.Course().badge(0).serialized()).path
        let run = try RunningProgram.run("verify", file, "--json", "--now", now)
        #expect(try run.json()["checkedAt"]?.string == checkedAt)
        let odd = try RunningProgram.run("verify", file, "--now", "2026-06-03T12:00:60Z")
        #expect(odd.status == 64)
    }

    @Test func `what is wrong is said in words`() throws {
        let folder = try TemporaryFolder()
        let key = folder.path("k.json")
        _ = try RunningProgram.run("key", "generate", "-o", key)
        let broken = try folder.file("broken.json", "{\"a\": }")
        let presented = try RunningProgram.run("present", broken, "--key", key)
        #expect(presented.messages.contains("This is not JSON that can be read"))
        #expect(!presented.messages.contains("notJSON"))
        let did = try RunningProgram.run("key", "show", key, "--json").json()["did"]?.string ?? ""
        let fragment = try RunningProgram.run("did", "resolve", did + "#foo")
        #expect(fragment.status == 64)
        #expect(fragment.messages.contains("names one key of \(did)"))
        let wide = try folder.file("wide.json", Array("{\"a\": 1}".utf8).flatMap { [$0, 0] }).path
        let marked = try folder.file(
            "marked.json", [0xFE, 0xFF] + Array("{\"a\": 1}".utf8).flatMap { [0, $0] }
        ).path
        for file in [wide, marked] {
            let run = try RunningProgram.run("verify", file)
            #expect(run.status == 1)
            #expect(run.text.contains("UTF-16"))
        }
        let rsa = folder.path("rsa.json")
        _ = try RunningProgram.run(
            "key", "generate", "--type", "RSA", "--bits", "2048", "-o", rsa)
        let draft = try folder.file("draft.json", "{\"type\": [\"VerifiableCredential\"]}")
        let embedded = try RunningProgram.run("issue", draft, "--key", rsa)
        #expect(embedded.status == 1)
        let large = try folder.file("large.json", [UInt8](repeating: 0x20, count: 1 << 20)).path
        for command in [["key", "show", large], ["issue", draft, "--key", large]] {
            #expect(try RunningProgram.run(command).status == 64)
        }
        let input = try RunningProgram.run("inspect", "-", input: Array("{".utf8))
        #expect(input.messages.hasPrefix("clr: standard input:"))
    }
}

extension JSONValue {
    fileprivate func at(_ place: String) -> JSONValue? { JSONPointer(place).flatMap { self[$0] } }
}
