import Foundation
import JSONText
import Testing

@Suite struct `The status commands` {
    private let folder: TemporaryFolder
    private let key: String
    private let list: String
    private static let url = "https://hollin.example/status/1"

    init() throws {
        folder = try TemporaryFolder()
        key = folder.path("key.jwk")
        list = folder.path("list.json")
        #expect(try RunningProgram.run("key", "generate", "-o", key).status == 0)
    }

    private func create(_ more: String...) throws -> RunningProgram {
        try RunningProgram.run(
            ["status", "create", "--url", Self.url, "--key", key, "-o", list] + more)
    }

    private func entry() throws -> JSONValue {
        let run = try RunningProgram.run("status", "entry", list, "--json")
        #expect(run.status == 0, "\(run.messages)")
        return try run.json()
    }

    private func credential(_ entry: JSONValue) throws -> String {
        let draft = try folder.file(
            "draft.json",
            """
            {"type": ["VerifiableCredential", "AchievementCredential"], "name": "A course",
             "credentialStatus": \(String(decoding: entry.bytes, as: UTF8.self)),
             "credentialSubject": {"id": "urn:uuid:2f7c1f6e-0d0a-4c0e-9c0a-000000000001",
               "type": ["AchievementSubject"],
               "achievement": {"id": "urn:uuid:2f7c1f6e-0d0a-4c0e-9c0a-000000000002",
                 "type": ["Achievement"], "name": "Soil science", "description": "Soils.",
                 "criteria": {"narrative": "A written examination."}}}}
            """)
        let path = folder.path("credential.json")
        let run = try RunningProgram.run("issue", draft, "--key", key, "-o", path)
        #expect(run.status == 0, "\(run.messages)")
        return path
    }

    private func catalog() throws -> String {
        try folder.file("catalog.json", #"[{"url": "\#(Self.url)", "file": "list.json"}]"#)
    }

    @Test func `give places to credentials that are issued at the same time, none twice`() throws {
        #expect(try create().status == 0)
        let draft = try folder.file(
            "draft.json",
            """
            {"name": "A course", "credentialSubject": {"id": "urn:uuid:1",
             "type": ["AchievementSubject"], "achievement": {"id": "urn:uuid:2",
             "type": ["Achievement"], "name": "S", "description": "S.",
             "criteria": {"narrative": "W."}}}}
            """)
        let processes = try (0..<12).map { number in
            let process = Process()
            process.executableURL = RunningProgram.path
            process.arguments = [
                "issue", draft, "--key", key, "--status-file", list, "-o",
                folder.path("c\(number).json"),
            ]
            process.standardError = FileHandle.nullDevice
            try process.run()
            return process
        }
        var indices: Swift.Set<String> = []
        for (number, process) in processes.enumerated() {
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            let bytes = [UInt8](
                try Data(contentsOf: URL(fileURLWithPath: folder.path("c\(number).json"))))
            let entry = try JSONDocument(parsing: bytes).root["credentialStatus"]
            #expect(entry?["statusListCredential"]?.string == Self.url)
            indices.insert(try #require(entry?["statusListIndex"]?.string))
        }
        #expect(indices.count == 12)
        let both = try RunningProgram.run(
            "issue", draft, "--key", key, "--status-file", list, "--status-list", Self.url,
            "--status-index", "1")
        #expect(both.status == 64)
    }

    @Test func `give a place to each part of a short draft that names the list`() throws {
        #expect(try create().status == 0)
        func draft(_ status: String) throws -> String {
            try folder.file(
                "short.yaml",
                """
                draft: 1
                name: R
                learner: {name: Ada}
                status: \(status)
                courses:
                  - {name: A, description: d, criteria: c, status: \(status)}
                  - {name: B, description: d, criteria: c, status: \(status)}
                """)
        }
        let beside = list + ".entries"
        let before = try String(contentsOfFile: beside, encoding: .utf8)
        let looked = try RunningProgram.run("issue", draft("list.json"), "--dry-run")
        #expect(looked.status == 0, "\(looked.messages)")
        #expect(try String(contentsOfFile: beside, encoding: .utf8) == before)
        var indices: Swift.Set<String> = []
        for (status, options) in [
            ("list.json", []), ("{file: list.json, purpose: revocation}", []),
            (Self.url, ["--status-file", list]),
        ] {
            let run = try RunningProgram.run(
                ["issue", try draft(status), "--key", key] + options)
            #expect(run.status == 0, "\(run.messages)")
            let root = try run.json()
            let parts =
                root["credentialSubject"]?["verifiableCredential"]?.elements.map { $0 } ?? []
            for part in [root] + parts {
                let entry = part["credentialStatus"]
                #expect(entry?["statusListCredential"]?.string == Self.url)
                indices.insert(try #require(entry?["statusListIndex"]?.string))
            }
        }
        #expect(indices.count == 9)
        let unknown = try RunningProgram.run("issue", draft(Self.url), "--key", key)
        #expect(unknown.status == 1)
        #expect(unknown.messages.contains("line 4, /status"))
        #expect(unknown.messages.contains("--status-file"))
        let twice = try RunningProgram.run(
            "issue", draft("{list: \"\(Self.url)\", index: 1}"), "--key", key)
        #expect(twice.status == 1)
        #expect(twice.messages.contains("would revoke both"))
    }

    @Test func `are full once every place of theirs was chosen`() throws {
        #expect(try create().status == 0)
        let path = list + ".entries"
        let record = try JSONDocument(parsing: Array(Data(contentsOf: URL(filePath: path)))).root
        let all = Data(repeating: 0xFF, count: 131_072 / 8).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        let members = record.members.map { member in
            member.hasName("handedOut")
                ? (name: member.name, value: JSON.string(all))
                : (name: member.name, value: JSON.verbatim(member.value))
        }
        try Data(JSON.object(members).serialized()).write(to: URL(filePath: path))
        let draft = try folder.file(
            "short.yaml",
            """
            draft: 1
            name: R
            learner: {name: Ada}
            status: list.json
            courses: {name: A, description: d, criteria: c}
            """)
        let run = try RunningProgram.run("issue", draft, "--key", key)
        #expect(run.status == 1)
        #expect(run.messages.contains("make another list"))
    }

    @Test func `revoke a credential from beginning to end`() throws {
        let made = try create("--json")
        #expect(made.status == 0, "\(made.messages)")
        #expect(try made.json()["entries"]?.integer == 131_072)
        #expect(try RunningProgram.run("verify", list).status == 0)
        let handed = try entry()
        let index = try #require(handed["index"]?.integer)
        let credential = try credential(#require(handed["entry"]))
        let catalog = try catalog()
        #expect(try RunningProgram.run("verify", credential, "--documents", catalog).status == 0)
        let set = try RunningProgram.run("status", "set", list, "\(index)", "--key", key, "--json")
        #expect(set.status == 0, "\(set.messages)")
        #expect(try set.json()["changed"]?.elements.first { $0["new"]?.integer == 1 } != nil)
        #expect(set.messages.contains("\(index) was 0 and is 1"))
        let revoked = try RunningProgram.run(
            "verify", credential, "--documents", catalog, "--json")
        #expect(revoked.status == 1)
        #expect(revoked.text.contains("status.revoked"))
        #expect(try RunningProgram.run("status", "show", list, "\(index)").text == "1\n")
        let shown = try RunningProgram.run("status", "show", list, "--json").json()
        #expect(shown["set"]?.count == 1)
        let undone = try RunningProgram.run("status", "set", list, "\(index)", "0", "--key", key)
        #expect(undone.status == 1)
        #expect(undone.messages.contains("not reversible"))
        let same = try RunningProgram.run("status", "set", list, "\(index)", "--key", key)
        #expect(same.status == 0)
        #expect(same.messages.contains("already"))
    }

    @Test func `tell the message of an entry of several bits`() throws {
        let made = try create(
            "--purpose", "suspension", "--bits", "2", "--message", "fine", "--message", "unpaid",
            "--message", "under review", "--message", "lost")
        #expect(made.status == 0, "\(made.messages)")
        let handed = try entry()
        #expect(handed["entry"]?["statusSize"]?.integer == 2)
        let index = try #require(handed["index"]?.integer)
        let credential = try credential(#require(handed["entry"]))
        let catalog = try catalog()
        let set = try RunningProgram.run("status", "set", list, "\(index)", "0x2", "--key", key)
        #expect(set.status == 0, "\(set.messages)")
        let suspended = try RunningProgram.run("verify", credential, "--documents", catalog)
        #expect(suspended.status == 1)
        #expect(suspended.text.contains("under review"))
        #expect(
            try RunningProgram.run("status", "show", list, "\(index)").text == "2 (under review)\n")
        let lifted = try RunningProgram.run("status", "set", list, "\(index)", "0", "--key", key)
        #expect(lifted.status == 0, "\(lifted.messages)")
        #expect(try RunningProgram.run("verify", credential, "--documents", catalog).status == 0)
    }

    /// BSL-10, with many asking at once.
    @Test func `hand out every place once`() async throws {
        #expect(try create().status == 0)
        let list = list
        let indices = try await withThrowingTaskGroup(of: Int?.self) { group in
            for _ in 0..<24 {
                group.addTask {
                    try RunningProgram.run("status", "entry", list, "--json").json()["index"]?
                        .integer
                }
            }
            return try await group.reduce(into: [Int?]()) { $0.append($1) }
        }
        #expect(indices.compactMap { $0 }.count == 24)
        #expect(Set(indices.compactMap { $0 }).count == 24)
        #expect(indices.compactMap { $0 }.contains { $0 > 24 })
    }

    @Test func `lose no change where several are made at once`() async throws {
        #expect(try create().status == 0)
        let (list, key) = (list, key)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 100..<108 {
                group.addTask {
                    let run = try RunningProgram.run(
                        "status", "set", list, "\(index)", "--key", key)
                    #expect(run.status == 0, "\(run.messages)")
                }
            }
            try await group.waitForAll()
        }
        let shown = try RunningProgram.run("status", "show", list, "--json").json()
        #expect(
            shown["set"]?.elements.compactMap { $0["index"]?.integer } == Array(100..<108))
        #expect(try RunningProgram.run("verify", list).status == 0)
    }

    @Test func `refuse with a sentence, and leave the list as it is`() throws {
        #expect(try create().status == 0)
        let before = try Data(contentsOf: URL(fileURLWithPath: list))
        let beyond = try RunningProgram.run("status", "set", list, "131072", "--key", key)
        #expect(beyond.status == 1)
        #expect(beyond.messages.contains("0 to 131071"))
        let other = folder.path("other.jwk")
        _ = try RunningProgram.run("key", "generate", "-o", other)
        let foreign = try RunningProgram.run("status", "set", list, "1", "--key", other)
        #expect(foreign.status == 1)
        #expect(foreign.messages.contains("belongs to did:key:"))
        #expect(try RunningProgram.run("status", "set", list, "1", "x", "--key", key).status == 64)
        #expect(try RunningProgram.run("status", "set", list, "1", "2", "--key", key).status == 1)
        #expect(try RunningProgram.run("status", "show", list, "131072").status == 1)
        #expect(try create().status == 64)
        #expect(try Data(contentsOf: URL(fileURLWithPath: list)) == before)
        let entries = URL(fileURLWithPath: list + ".entries")
        let record = try String(contentsOf: entries, encoding: .utf8)
        try Data(record.replacingOccurrences(of: "status/1", with: "status/2").utf8)
            .write(to: entries)
        let mixed = try RunningProgram.run("status", "entry", list)
        #expect(mixed.status == 1)
        #expect(mixed.messages.contains("another list"))
        try FileManager.default.removeItem(at: entries)
        let lost = try RunningProgram.run("status", "entry", list)
        #expect(lost.status == 2)
        #expect(lost.messages.contains(".entries"))
        let forged = String(decoding: before, as: UTF8.self)
            .replacingOccurrences(of: "\"revocation\"", with: "\"suspension\"")
        try Data(forged.utf8).write(to: URL(fileURLWithPath: list))
        let changed = try RunningProgram.run("status", "set", list, "1", "--key", key)
        #expect(changed.status == 1)
        #expect(changed.messages.contains("not genuine"))
    }

    @Test(arguments: [
        ["--size", "1000"], ["--bits", "0"], ["--bits", "9"], ["--bits", "2"],
        ["--message", "only one"], ["--purpose", "decoration"], ["--valid-until", "tomorrow"],
        ["--size", "99999999999"], ["--ttl", "-1"],
    ])
    func `do not begin a list that is at fault`(options: [String]) throws {
        let run = try RunningProgram.run(
            ["status", "create", "--url", Self.url, "--key", key, "-o", list] + options)
        #expect(run.status == 64, "\(run.messages)")
        #expect(!FileManager.default.fileExists(atPath: list))
    }

    @Test func `make a list of a did:jwk`() throws {
        let did = try RunningProgram.run("did", "create", "jwk", "--key", key)
        let name = did.text.trimmingCharacters(in: .newlines)
        #expect(try create("--issuer", name).status == 0)
        #expect(try RunningProgram.run("status", "set", list, "5", "--key", key).status == 0)
        #expect(try RunningProgram.run("verify", list).status == 0)
    }

    @Test func `make a list of an issuer on the web`() throws {
        let issuer = "did:web:hollin.example"
        #expect(try create("--issuer", issuer, "--ttl", "300").status == 0)
        let set = try RunningProgram.run("status", "set", list, "5", "--key", key)
        #expect(set.status == 0, "\(set.messages)")
        let shown = try RunningProgram.run("status", "show", list, "--json").json()
        #expect(shown["issuer"]?.string == issuer)
        #expect(shown["ttl"]?.integer == 300_000)
        #expect(try RunningProgram.run("verify", list, "--json").status == 2)
    }
}
