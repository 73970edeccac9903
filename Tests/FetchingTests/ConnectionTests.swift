import Foundation
import JSONText
import TestSupport
import Testing

@testable import Fetching

/// Where the connection goes, whatever names and redirects say.
@Suite(.serialized) struct `The connection` {
    @Test func `goes to the address that was judged, also where the name changes its answer`()
        async throws
    {
        let judged = try HostileServer(answer: answer("\"judged\""))
        let other = try HostileServer(
            on: "127.0.0.2", port: judged.port, answer: answer("\"other\""))
        let resolver = ScriptedResolver(["records.example": [["127.0.0.1"], ["127.0.0.2"]]])
        let stage = try Stage([judged], names: ["records.example"], resolver: resolver)
        let url = "http://records.example:\(judged.port)/did.json"
        #expect(await stage.fetch(url).text == "\"judged\"")
        #expect(resolver.questions == ["records.example"])
        #expect(judged.requests.count == 1)
        #expect(other.requests.isEmpty)
        #expect(judged.requests.first?.contains("Host: records.example:\(judged.port)\r\n") == true)
    }

    @Test func `is not made where a name changes its answer to a secret place`() async throws {
        let server = try HostileServer(
            answer: redirect(to: "/again"))
        let resolver = ScriptedResolver([
            "records.example": [["127.0.0.1"], ["169.254.169.254"]]
        ])
        let stage = try Stage([server], names: ["records.example"], resolver: resolver)
        let error = await stage.fetch("http://records.example:\(server.port)/did.json").error
        let metadata = try #require(IPAddress("169.254.169.254"))
        #expect(
            error
                == .redirected(
                    to: "records.example",
                    .refusedAddress(host: "records.example", metadata, .metadata)))
        #expect(server.requests.count == 1)
    }

    @Test(arguments: [
        ["127.0.0.1"], ["10.0.0.1"], ["::1"], ["::ffff:127.0.0.1"], ["93.184.215.14", "127.0.0.1"],
        ["2606:4700::1", "fe80::1"], ["64:ff9b::a00:1"],
    ])
    func `is not made where one address of the name is refused`(addresses: [String]) async throws {
        let resolver = ScriptedResolver(["evil.example": [addresses]])
        let stage = try Stage(resolver: resolver)
        guard
            case .refusedAddress(let host, _, _) = await stage.fetch("https://evil.example/").error
        else {
            Issue.record("not refused")
            return
        }
        #expect(host == "evil.example")
    }

    @Test(arguments: [
        "https://127.0.0.1/", "https://[::1]/", "https://10.0.0.1/", "https://169.254.169.254/",
        "https://[::ffff:7f00:1]/", "https://[fd00:ec2::254]/", "https://0.0.0.0/",
    ])
    func `is not made to an address of one's own`(url: String) async throws {
        guard case .refusedAddress = try await Stage().fetch(url).error else {
            Issue.record("not refused")
            return
        }
    }

    @Test func `tries the next address where nobody listens at the first`() async throws {
        let server = try HostileServer(on: "127.0.0.3", answer: answer("{}"))
        let resolver = ScriptedResolver(["records.example": [["127.0.0.9", "127.0.0.3"]]])
        let stage = try Stage([server], names: ["records.example"], resolver: resolver)
        #expect(await stage.fetch("http://records.example:\(server.port)/").text == "{}")
    }

    @Test func `is given up where it does not come about`() async throws {
        let full = try FullPort()
        let named = try #require(NamedHost("127.0.0.1:\(full.port)"))
        let limits = testLimits { $0.connectMilliseconds = 300 }
        let fetcher = try Fetcher(
            policy: FetchPolicy(namedHosts: [named]), limits: limits, clock: { 0 })
        var fault: FetchError?
        do throws(FetchError) {
            _ = try await fetcher.document(
                at: Text("http://127.0.0.1:\(full.port)/"), as: .keys, FetchAllowance(limits))
        } catch {
            fault = error
        }
        #expect(fault == .tooSlow(.connecting, milliseconds: 300))
    }

    @Test func `is not made where a name has no address`() async throws {
        let error = try await Stage().fetch("https://nowhere.example/").error
        #expect(error == .noAddress(host: "nowhere.example"))
    }

    @Test func `is not waited for where a name is never looked up`() async throws {
        struct Silent: HostResolver {
            func addresses(of name: String) async -> [IPAddress] {
                try? await Task.sleep(for: .seconds(3))
                return []
            }
        }
        let stage = try Stage(
            resolver: Silent(), limits: testLimits { $0.documentMilliseconds = 200 })
        let error = await stage.fetch("https://slow.example/").error
        #expect(error == .tooSlow(.name, milliseconds: 200))
    }

    /// A name with addresses where nobody listens, and one where somebody does after those.
    @Test func `is tried at so many addresses of a name, and no more`() async throws {
        let limit = FetchLimits().addresses
        let server = try HostileServer(on: "127.0.0.99", answer: answer("{}"))
        func fetch(after count: Int) async throws -> Result<String, FetchError> {
            let addresses = (0..<count).map { "127.0.0.\(100 + $0)" } + ["127.0.0.99"]
            let resolver = ScriptedResolver(["many.example": [addresses]])
            let stage = try Stage([server], names: ["many.example"], resolver: resolver)
            return await stage.fetch("http://many.example:\(server.port)/did.json")
        }
        #expect(try await fetch(after: limit - 1).text == "{}")
        #expect(try await fetch(after: limit).error == .noConnection(host: "many.example"))
        #expect(server.requests.count == 1)
    }

    // MARK: - Redirects

    @Test func `follows redirects, and no more than the limit`() async throws {
        let server = try HostileServer { connection in connection.say(redirect(to: "/next")) }
        let stage = try Stage([server])
        let error = await stage.fetch("http://127.0.0.1:\(server.port)/").error
        let limit = FetchLimits().redirects
        #expect(error == .tooManyRedirects(limit: limit))
        #expect(server.requests.count == limit + 1)
    }

    @Test func `reaches a document behind as many redirects as the limit`() async throws {
        let counter = Counter()
        let limit = FetchLimits().redirects
        let server = try HostileServer { connection in
            let count = counter.next()
            connection.say(count < limit ? redirect(to: "/\(count)") : answer("{}"))
        }
        let stage = try Stage([server])
        #expect(await stage.fetch("http://127.0.0.1:\(server.port)/").text == "{}")
    }

    @Test(arguments: [
        "https://127.0.0.1/", "https://10.0.0.1/", "https://[::1]/", "https://169.254.169.254/x",
        "https://inside.example/", "http://169.254.169.254/latest/meta-data/",
        "https://2130706433/", "//10.0.0.1/",
    ])
    func `does not follow a redirect into the own network`(location: String) async throws {
        let server = try HostileServer(answer: redirect(to: location))
        let resolver = ScriptedResolver(["inside.example": [["192.168.1.1"]]])
        let stage = try Stage([server], resolver: resolver)
        guard case .redirected = await stage.fetch("http://127.0.0.1:\(server.port)/").error else {
            Issue.record("followed")
            return
        }
    }

    @Test(arguments: [
        "file:///etc/passwd", "ftp://university.example/x", "gopher://x.example/", "data:,x",
        "javascript:alert(1)", "jar:file:///x", "https://user@university.example/", "\\\\x\\y",
    ])
    func `does not follow a redirect to anything but a URL of https`(location: String) async throws
    {
        let server = try HostileServer(answer: redirect(to: location))
        let stage = try Stage([server])
        guard case .redirected = await stage.fetch("http://127.0.0.1:\(server.port)/").error else {
            Issue.record("followed")
            return
        }
    }

    @Test func `does not go by a redirect to nowhere`() async throws {
        let server = try HostileServer(answer: "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n")
        let error = try await Stage([server]).fetch("http://127.0.0.1:\(server.port)/").error
        #expect(error == .redirectWithoutTarget)
    }

    // MARK: - How many

    @Test func `is made so often for one verification, and no more`() async throws {
        let server = try HostileServer(answer: answer("{}"))
        let limits = testLimits { $0.requests = 3 }
        let stage = try Stage([server], limits: limits)
        let allowance = FetchAllowance(limits)
        var results: [FetchError?] = []
        for number in 1...4 {
            let url = "http://127.0.0.1:\(server.port)/\(number)"
            results.append(await stage.fetch(url, as: .keys, allowance).error)
        }
        #expect(results == [nil, nil, nil, .tooManyRequests(limit: 3)])
        #expect(await stage.fetch("http://127.0.0.1:\(server.port)/5").text == "{}")
    }

    @Test func `is made for so long for one verification, and no longer`() async throws {
        let server = try HostileServer(answer: answer("{}"))
        let limits = testLimits { $0.verificationMilliseconds = 0 }
        let error = try await Stage([server], limits: limits)
            .fetch("http://127.0.0.1:\(server.port)/").error
        #expect(error == .tooSlow(.verification, milliseconds: 0))
    }

    @Test func `is one of so many at once, and the others wait their turn`() async throws {
        let busy = Counter()
        let most = Counter()
        let server = try HostileServer { connection in
            most.raise(to: busy.next() + 1)
            usleep(50_000)
            busy.back()
            connection.say(answer("{}"))
        }
        let stage = try Stage([server], limits: testLimits { $0.concurrentRequests = 2 })
        let url = "http://127.0.0.1:\(server.port)/"
        let texts = await withTaskGroup(of: String?.self) { group in
            for _ in 0..<8 { group.addTask { await stage.fetch(url).text } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(texts == [String?](repeating: "{}", count: 8))
        #expect(most.value <= 2)
    }

    @Test func `is refused where too many wait already`() async throws {
        let server = try HostileServer { connection in
            usleep(100_000)
            connection.say(answer("{}"))
        }
        let limits = testLimits {
            $0.concurrentRequests = 1
            $0.waitingRequests = 1
        }
        let stage = try Stage([server], limits: limits)
        let url = "http://127.0.0.1:\(server.port)/"
        let errors = await withTaskGroup(of: FetchError?.self) { group in
            for _ in 0..<6 { group.addTask { await stage.fetch(url).error } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(errors.contains(.busy))
        #expect(errors.contains(nil))
    }
}
