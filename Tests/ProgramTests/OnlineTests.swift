import Foundation
import JSONText
import TestSupport
import Testing

@Suite(.serialized) struct `With --online, the program` {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// The options that let it go to a server of this machine.
    private func online(_ server: HostileServer) -> [String] {
        ["--online", "--allow-host", "127.0.0.1:\(server.port)", "--cache", folder.path("cache")]
    }

    private func url(_ server: HostileServer, _ path: String) -> String {
        "http://127.0.0.1:\(server.port)\(path)"
    }

    private func issued(_ name: String, refreshingAt url: String) throws -> [UInt8] {
        let key = folder.path("key.jwk")
        if !FileManager.default.fileExists(atPath: key) {
            #expect(try RunningProgram.run("key", "generate", "-o", key).status == 0)
        }
        let draft = try folder.file(
            "draft.json",
            """
            {"type": ["VerifiableCredential", "AchievementCredential"], "name": "\(name)",
             "id": "urn:uuid:00000000-0000-4000-8000-000000000009",
             "validFrom": "2026-01-01T00:00:00Z",
             "refreshService": {"id": "\(url)", "type": "1EdTechCredentialRefresh"},
             "credentialSubject": {"id": "did:example:ada", "type": ["AchievementSubject"],
              "achievement": {"id": "urn:uuid:00000000-0000-4000-8000-000000000001",
               "type": ["Achievement"], "name": "Algebra", "description": "Groups and rings.",
               "criteria": {"narrative": "Pass the examination."}}}}
            """)
        let run = try RunningProgram.run("issue", draft, "--key", key, "-o", "-")
        #expect(run.status == 0, "\(run.messages)")
        return run.output
    }

    private func refreshCode(_ run: RunningProgram) throws -> String? {
        try run.json()["checks"]?.elements.first { $0["name"]?.string == "refresh" }?["code"]?
            .string
    }

    @Test func `verifies what stands at a URL, and looks for a newer version`() throws {
        let store = Published()
        let server = try HostileServer { connection in
            connection.say(answer(store.text, type: "application/vc"))
        }
        let place = url(server, "/credentials/1")
        let first = try issued("Algebra", refreshingAt: place)
        store.text = String(decoding: first, as: UTF8.self)
        let run = try RunningProgram.run(["verify", place, "--json"] + online(server))
        #expect(run.status == 0, "\(run.messages)")
        #expect(try refreshCode(run) == "refresh.current")

        store.text = String(
            decoding: try issued("Algebra II", refreshingAt: place), as: UTF8.self)
        let file = try folder.file("first.json", first).path
        let newer = try RunningProgram.run(["verify", file, "--json"] + online(server))
        #expect(newer.status == 0)
        #expect(try refreshCode(newer) == "refresh.newer-version")

        let count = server.requests.count
        let offline = try RunningProgram.run("verify", file, "--json")
        #expect(offline.status == 0)
        #expect(try refreshCode(offline) == "refresh.not-asked")
        #expect(server.requests.count == count)
    }

    @Test func `goes nowhere without it, and not into the own network with it`() throws {
        let server = try HostileServer(answer: answer("{}"))
        let place = url(server, "/credentials/1")
        let offline = try RunningProgram.run("verify", place)
        #expect(offline.status == 2)
        #expect(offline.text.contains("--online"))
        let refused = try RunningProgram.run(
            "verify", place, "--online", "--cache", folder.path("cache"))
        #expect(refused.status == 2)
        #expect(refused.text.contains("only https: is asked"))
        let loopback = try RunningProgram.run(
            "verify", "https://127.0.0.1/x", "--online", "--cache", folder.path("cache"))
        #expect(loopback.status == 2)
        #expect(loopback.text.contains("127.0.0.1 is an address of this machine itself"))
        #expect(server.requests == [])
        #expect(try RunningProgram.run("verify", "-", "--online", "--offline").status == 64)
        #expect(try RunningProgram.run("verify", "-", "--repin", place).status == 64)
        #expect(
            try RunningProgram.run("verify", "-", "--online", "--allow-host", "a@b").status == 64)
    }

    @Test func `asks the catalogs first`() throws {
        let server = try HostileServer(answer: answer("{}"))
        let place = url(server, "/credentials/1")
        _ = try folder.file("one.json", try issued("Algebra", refreshingAt: place))
        let catalog = try folder.file(
            "catalog.json", "[{\"url\": \"\(place)\", \"file\": \"one.json\"}]")
        let run = try RunningProgram.run(
            ["verify", place, "--documents", catalog, "--json"] + online(server))
        #expect(run.status == 0, "\(run.messages)")
        #expect(try refreshCode(run) == "refresh.current")
        #expect(server.requests == [])
    }

    @Test func `serves only where it is told plainly whether to go out`() throws {
        let file = try folder.file("settings.json", "{\"online\": \"perhaps\"}")
        let run = try RunningProgram.run(
            "serve", "--config", file, "--data", folder.path("data"))
        #expect(run.status == 64)
        #expect(run.messages.contains("online must be true or false"))
    }

    @Test func `fetches a context, pins it, and takes another text only when told`() throws {
        let store = Published()
        let server = try HostileServer { connection in
            connection.say(answer(store.text, type: "application/ld+json"))
        }
        let place = url(server, "/context.json")
        func context(_ term: String) -> String {
            "{\"@context\": {\"name\": \"https://terms.example/\(term)\"}}"
        }
        store.text = context("one")
        let document = Array("{\"@context\": \"\(place)\", \"name\": \"Ada\"}".utf8)
        let command = ["jsonld", "expand", "-"]
        #expect(try RunningProgram.run(command, input: document).status == 1)
        let first = try RunningProgram.run(command + online(server), input: document)
        #expect(first.status == 0, "\(first.messages)")
        #expect(first.text.contains("https://terms.example/one"))

        store.text = context("two")
        let changed = try RunningProgram.run(command + online(server), input: document)
        #expect(changed.status == 1)
        #expect(changed.messages.hasPrefix("clr: loading remote context failed"))
        #expect(changed.messages.contains("the pinned SHA-256 is"))
        let told = try RunningProgram.run(
            command + online(server) + ["--repin", place], input: document)
        #expect(told.status == 0, "\(told.messages)")
        #expect(told.text.contains("https://terms.example/two"))
    }

    @Test func `fetches the schemas that a schema refers to`() throws {
        let server = try HostileServer(
            answer: answer("{\"type\": \"integer\"}", type: "application/schema+json"))
        let schema = try folder.file(
            "schema.json", "{\"$ref\": \"\(url(server, "/integer.json"))\"}")
        let command = ["schema", "validate", "-", "--schema", schema]
        #expect(try RunningProgram.run(command, input: Array("1".utf8)).status == 2)
        let fits = try RunningProgram.run(command + online(server), input: Array("1".utf8))
        #expect(fits.status == 0, "\(fits.messages)")
        let not = try RunningProgram.run(command + online(server), input: Array("\"a\"".utf8))
        #expect(not.status == 1)
    }

    @Test func `finds a key document`() throws {
        let store = Published()
        let server = try HostileServer { $0.say(answer(store.text)) }
        let place = url(server, "/issuers/1")
        let key = "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi"
        store.text = """
            {"id": "\(place)", "verificationMethod": [{"id": "\(place)#1", "type": "Multikey",
             "controller": "\(place)", "publicKeyMultibase": "\(key)"}],
             "assertionMethod": ["\(place)#1"]}
            """
        #expect(try RunningProgram.run("did", "resolve", place).status == 2)
        let run = try RunningProgram.run(["did", "resolve", place] + online(server))
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.text.contains(key))
    }
}
