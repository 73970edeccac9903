import DIDs
import Foundation
import JSONText
import NIOHTTP1
import TestSupport
import Testing

@testable import Fetching

@Suite(.serialized) struct `The cache` {
    let folder = Folder()

    private func stage(_ server: HostileServer, limits: FetchLimits = testLimits()) throws -> Stage
    {
        try Stage([server], limits: limits, cacheFolder: folder.path)
    }

    private func url(_ server: HostileServer, _ path: String = "/did.json") -> String {
        "http://127.0.0.1:\(server.port)\(path)"
    }

    @Test func `answers for as long as the server says`() async throws {
        let server = try HostileServer(
            answer: answer("{}", fields: ["Cache-Control: max-age=60", "Age: 10"]))
        let stage = try stage(server)
        for _ in 0..<3 { #expect(await stage.fetch(url(server)).text == "{}") }
        stage.clock.pass(49)
        #expect(await stage.fetch(url(server)).text == "{}")
        #expect(server.requests.count == 1)
        stage.clock.pass(1)
        #expect(await stage.fetch(url(server)).text == "{}")
        #expect(server.requests.count == 2)
    }

    @Test func `answers after the process has ended`() async throws {
        let server = try HostileServer(
            answer: answer("{}", fields: ["Cache-Control: max-age=60"]))
        #expect(try await stage(server).fetch(url(server)).text == "{}")
        #expect(try await stage(server).fetch(url(server)).text == "{}")
        #expect(server.requests.count == 1)
    }

    @Test(arguments: [
        "Cache-Control: no-store, max-age=60", "Vary: *", "Cache-Control: no-cache, max-age=60",
        "Cache-Control: max-age=0", "Cache-Control: max-age=x", "Cache-Control: public",
        "Cache-Control: max-age=60\r\nAge: 60", "Cache-Control: s-maxage=60", "X: y",
        "Cache-Control: max-age=60, max-age=0",
    ])
    func `does not answer where the server does not say so`(field: String) async throws {
        let server = try HostileServer(answer: answer("{}", fields: [field]))
        let stage = try stage(server)
        for _ in 0..<2 { #expect(await stage.fetch(url(server)).text == "{}") }
        #expect(server.requests.count == 2)
    }

    @Test func `keeps nothing that must not be stored`() async throws {
        let server = try HostileServer(answer: answer("{}", fields: ["Cache-Control: no-store"]))
        #expect(try await stage(server).fetch(url(server)).text == "{}")
        #expect(folder.files("answers") == [] && folder.files("bodies") == [])
    }

    @Test func `keeps no credential of a learner`() async throws {
        let server = try HostileServer(
            answer: answer("{}", fields: ["Cache-Control: max-age=60"]))
        #expect(try await stage(server).fetch(url(server), as: .credential).text == "{}")
        #expect(folder.files("answers") == [] && folder.files("bodies") == [])
    }

    /// What an answer may be kept for whose server names so many seconds.
    private func seconds(_ kind: DocumentKind, _ age: Int) -> Int {
        let limit = kind.freshnessLimit(FetchLimits(), for: [])
        return Freshness(["Cache-Control": "max-age=\(age)"], limit: limit).seconds
    }

    @Test func `believes a server up to the limit of what is asked for`() {
        let limits = FetchLimits()
        for kind in [DocumentKind.keys, .context, .schema] {
            let limit = limits.freshnessSeconds
            #expect(seconds(kind, limit - 1) == limit - 1)
            #expect(seconds(kind, limit) == limit)
            #expect(seconds(kind, limit + 1) == limit)
        }
        for kind in [DocumentKind.statusList, .revocationList] {
            let limit = limits.statusFreshnessSeconds
            #expect(seconds(kind, limit - 1) == limit - 1)
            #expect(seconds(kind, limit) == limit)
            #expect(seconds(kind, limit + 1) == limit)
        }
    }

    @Test func `never believes a server for longer than the limit`() {
        let headers: HTTPHeaders = ["Cache-Control": "max-age=99999999999"]
        #expect(Freshness(headers, limit: 86_400).seconds == 86_400)
        #expect(Freshness(["Cache-Control": "max-age=\"60\""], limit: 86_400).seconds == 60)
        #expect(Freshness(["Cache-Control": "MAX-AGE = 60"], limit: 86_400).seconds == 60)
        #expect(Freshness(["Cache-Control": "max-age=-5"], limit: 86_400).seconds == 0)
        #expect(
            Freshness(["Cache-Control": "max-age=60", "Age": "-9"], limit: 86_400).seconds == 60)
    }

    @Test(arguments: [
        ("ETag: \"v1\"", "If-None-Match: \"v1\""),
        (
            "Last-Modified: Wed, 03 Jun 2026 12:00:00 GMT",
            "If-Modified-Since: Wed, 03 Jun 2026 12:00:00 GMT"
        ),
    ])
    func `asks whether what it has still holds`(field: String, condition: String) async throws {
        let counter = Counter()
        let server = try HostileServer { connection in
            connection.say(
                counter.next() == 0
                    ? answer("{}", type: "application/did+json", fields: [field])
                    : "HTTP/1.1 304 Not Modified\r\nCache-Control: max-age=60\r\n\r\n")
        }
        let stage = try stage(server)
        for _ in 0..<3 { #expect(await stage.fetch(url(server)).text == "{}") }
        #expect(server.requests.count == 2)
        #expect(server.requests.last?.contains("\(condition)\r\n") == true)
    }

    @Test func `takes what is new where what it has does not hold`() async throws {
        let counter = Counter()
        let server = try HostileServer { connection in
            connection.say(answer("\(counter.next())", fields: ["ETag: \"x\""]))
        }
        let stage = try stage(server)
        #expect(await stage.fetch(url(server)).text == "0")
        #expect(await stage.fetch(url(server)).text == "1")
    }

    @Test func `serves no stale list where the server cannot be reached`() async throws {
        let list: String
        let clock = TestClock()
        let port: Int
        do {
            let server = try HostileServer(
                answer: answer("[]", fields: ["Cache-Control: max-age=60", "ETag: \"a\""]))
            port = server.port
            list = url(server)
            let stage = try Stage([server], cacheFolder: folder.path, clock: clock)
            #expect(await stage.fetch(list, as: .statusList).text == "[]")
        }
        let named = try #require(NamedHost("127.0.0.1:\(port)"))
        let fetcher = try Fetcher(
            policy: FetchPolicy(namedHosts: [named]), limits: testLimits(),
            cacheFolder: folder.path, clock: { clock.now })
        let ask = { () async -> DocumentAnswer in
            await FetchingSource(fetcher).document(at: Text(list), as: .statusList)
        }
        #expect(await ask() == .found(Array("[]".utf8), mediaType: "application/json"))
        clock.pass(60)
        #expect(
            await ask() == .unavailable(reason: "no connection to 127.0.0.1 could be made"))
    }

    @Test(arguments: [
        ("{\"credentialSubject\": {\"ttl\": 20000}}", 20), ("[]", 3_600),
        ("{\"credentialSubject\": {\"ttl\": 99999999999}}", 3_600),
        ("{\"credentialSubject\": {\"ttl\": -1}}", 0), ("eyJhbGciOiJFUzI1NiJ9.e30.x", 3_600),
    ])
    func `keeps no status list for longer than its own ttl, or than an hour`(
        list: String, seconds: Int
    ) async throws {
        let server = try HostileServer(
            answer: answer(list, fields: ["Cache-Control: max-age=80000"]))
        let stage = try stage(server)
        #expect(await stage.fetch(url(server), as: .statusList).text == list)
        stage.clock.pass(max(0, seconds - 1))
        #expect(await stage.fetch(url(server), as: .statusList).text == list)
        #expect(server.requests.count == (seconds > 0 ? 1 : 2))
        stage.clock.pass(1)
        #expect(await stage.fetch(url(server), as: .statusList).text == list)
        #expect(server.requests.count == (seconds > 0 ? 2 : 3))
    }

    @Test func `says nothing in a request that an answer could have smuggled in`() {
        let answer = CachedAnswer(
            url: "https://a.example/", digest: "", headers: ["ETag": "\"a\"\r\nX: y"],
            freshness: Freshness([:], limit: 0), now: 0)
        #expect(answer.conditions.isEmpty)
    }

    @Test func `takes what is damaged as not there`() async throws {
        let server = try HostileServer(
            answer: answer("{\"a\": 1}", fields: ["Cache-Control: max-age=60"]))
        let stage = try stage(server)
        for part in ["bodies", "answers"] {
            #expect(await stage.fetch(url(server)).text == "{\"a\": 1}")
            let files = folder.files(part)
            #expect(files.count == 1)
            for file in files { try Data("{}".utf8).write(to: URL(fileURLWithPath: file)) }
        }
        #expect(await stage.fetch(url(server)).text == "{\"a\": 1}")
        #expect(server.requests.count == 3)
    }

    @Test func `is for its owner only`() async throws {
        let server = try HostileServer(
            answer: answer("{}", fields: ["Cache-Control: max-age=60"]))
        #expect(try await stage(server).fetch(url(server)).text == "{}")
        let file = try #require(folder.files("bodies").first)
        let facts = try FileManager.default.attributesOfItem(atPath: file)
        #expect(facts[.posixPermissions] as? Int == 0o600)
    }

    @Test func `stays within its size, and the oldest goes`() async throws {
        let server = try HostileServer { connection in
            let name = connection.socket
            connection.say(
                answer(
                    "\"\(name) \(UUID()) \(String(repeating: "x", count: 1_000))\"",
                    fields: ["Cache-Control: max-age=60"]))
        }
        let limits = testLimits { $0.cacheBytes = 20_000 }
        let stage = try stage(server, limits: limits)
        for number in 0..<40 { _ = await stage.fetch(url(server, "/\(number)")) }
        let octets = (folder.files("bodies") + folder.files("answers")).reduce(0) { sum, file in
            let facts = try? FileManager.default.attributesOfItem(atPath: file)
            return sum + (facts?[.size] as? Int ?? 0)
        }
        #expect(octets <= 20_000)
        #expect(octets > 5_000)
        let files = testLimits { $0.cacheFiles = 8 }
        let few = try self.stage(server, limits: files)
        for number in 100..<120 { _ = await few.fetch(url(server, "/\(number)")) }
        #expect(folder.files("bodies").count + folder.files("answers").count <= 8)
    }

    @Test func `can be shared by several at once`() async throws {
        let server = try HostileServer(
            answer: answer("{\"a\": 1}", fields: ["Cache-Control: max-age=60"]))
        let stages = try (0..<4).map { _ in try stage(server) }
        let texts = await withTaskGroup(of: String?.self) { group in
            for stage in stages {
                for kind in [DocumentKind.keys, .context] {
                    group.addTask { await stage.fetch(url(server), as: kind).text }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(texts == [String?](repeating: "{\"a\": 1}", count: 8))
        #expect(folder.files("pins").count == 1)
        #expect(folder.files("bodies").count == 1)
        #expect(folder.files("answers").count == 2)
    }
}

@Suite(.serialized) struct `A pin` {
    let folder = Folder()

    /// A server that gives one text first, and another one afterwards.
    private func changing(fields: [String] = []) throws -> HostileServer {
        let counter = Counter()
        return try HostileServer { connection in
            connection.say(answer("{\"version\": \(min(counter.next(), 1))}", fields: fields))
        }
    }

    private func url(_ server: HostileServer) -> String { "http://127.0.0.1:\(server.port)/c" }

    @Test(arguments: [DocumentKind.context, .schema])
    func `keeps what was seen first, and both digests are named`(kind: DocumentKind) async throws {
        let server = try changing()
        let stage = try Stage([server], cacheFolder: folder.path)
        #expect(await stage.fetch(url(server), as: kind).text == "{\"version\": 0}")
        let old = Digest.hex("{\"version\": 0}".utf8)
        let new = Digest.hex("{\"version\": 1}".utf8)
        for _ in 0..<2 {
            let error = await stage.fetch(url(server), as: kind).error
            #expect(error == .pinDiffers(pinned: old, found: new))
            #expect(error?.description.contains(old) == true)
            #expect(error?.description.contains(new) == true)
        }
    }

    @Test func `can be given up`() async throws {
        let server = try changing()
        let stage = try Stage([server], cacheFolder: folder.path)
        _ = await stage.fetch(url(server), as: .context)
        #expect(await stage.fetch(url(server), as: .context).text == nil)
        let cache = CacheFolder(path: folder.path)
        #expect(cache.giveUpPin(of: Text(url(server))))
        #expect(!cache.giveUpPin(of: Text(url(server))))
        #expect(await stage.fetch(url(server), as: .context).text == "{\"version\": 1}")
    }

    @Test func `is not made for what changes by its nature`() async throws {
        let server = try changing()
        let stage = try Stage([server], cacheFolder: folder.path)
        #expect(await stage.fetch(url(server), as: .keys).text == "{\"version\": 0}")
        #expect(await stage.fetch(url(server), as: .keys).text == "{\"version\": 1}")
        #expect(folder.files("pins") == [])
    }

    @Test func `lets the copy stand in where the server cannot be reached`() async throws {
        let counter = Counter()
        let server = try HostileServer { connection in
            if counter.next() == 0 { connection.say(answer("{}")) }
        }
        let stage = try Stage([server], cacheFolder: folder.path)
        #expect(await stage.fetch(url(server), as: .context).text == "{}")
        #expect(await stage.fetch(url(server), as: .context).text == "{}")
        #expect(server.requests.count == 2)
    }

    @Test func `that is damaged is not made anew by itself`() async throws {
        let server = try HostileServer(answer: answer("{}"))
        let stage = try Stage([server], cacheFolder: folder.path)
        #expect(await stage.fetch(url(server), as: .context).text == "{}")
        let file = try #require(folder.files("pins").first)
        try Data("{".utf8).write(to: URL(fileURLWithPath: file))
        #expect(await stage.fetch(url(server), as: .context).error == .pinNotKept)
        #expect(CacheFolder(path: folder.path).giveUpPin(of: Text(url(server))))
        #expect(await stage.fetch(url(server), as: .context).text == "{}")
    }

    @Test func `is refused past the limit`() async throws {
        let server = try HostileServer(answer: answer("{}"))
        let limits = testLimits { $0.pins = 1 }
        let stage = try Stage([server], limits: limits, cacheFolder: folder.path)
        #expect(await stage.fetch(url(server) + "1", as: .context).text == "{}")
        #expect(await stage.fetch(url(server) + "1", as: .context).text == "{}")
        #expect(await stage.fetch(url(server) + "2", as: .context).error == .pinsFull(limit: 1))
    }

    @Test func `that cannot be kept is no pin, and the document is not taken`() async throws {
        let server = try HostileServer(answer: answer("{}"))
        let stage = try Stage([server], cacheFolder: "/proc/none")
        #expect(await stage.fetch(url(server), as: .context).error == .pinNotKept)
        #expect(await stage.fetch(url(server), as: .keys).text == "{}")
    }
}
