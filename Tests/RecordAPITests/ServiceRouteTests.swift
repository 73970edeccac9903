import Hummingbird
import HummingbirdTesting
import JSONText
import RecordAPI
import Storage
import Testing

@Suite struct `The server` {
    @Test func `links to the demonstration's records, the whole one first`() async throws {
        let front = try await Stage.ask(.get, "/")
        #expect(front.status == .ok)
        var rest = Substring(front.text)
        for record in try await Stage.records() {
            let link = try #require(rest.firstRange(of: "href=\"/records/\(record.id.text)\""))
            rest = rest[link.upperBound...]
        }
        #expect(front.text.contains("The whole record"))
    }

    @Test func `lists no records where they are not a demonstration`() async throws {
        let server = try Stage.server(of: try await Stage.store(), isDemonstration: false)
        let front = try await Stage.ask(server, .get, "/")
        #expect(front.status == .ok)
        #expect(!front.text.contains("/records/"))
        #expect(try await Stage.ask(server, .get, "/demo.json").status == .notFound)
    }

    @Test func `names the demonstration's learner, and says that signing in comes later`()
        async throws
    {
        let demo = try await Stage.ask(.get, "/demo.json").json
        #expect(demo["url"]?.string == Stage.publicURL)
        let learner = try #require(demo["demo"]?["learner"])
        #expect(learner["username"]?.string == "ilse")
        #expect(learner["name"]?.string == "Ilse Marchetti-Okoro")
        #expect(learner["password"]?.string?.isEmpty == false)
    }

    @Test func `says that it runs and that its store answers`() async throws {
        #expect(try await Stage.ask(.get, "/healthz").status == .ok)
        #expect(try await Stage.ask(.get, "/readyz").status == .ok)
        let broken = try Stage.server(of: try await Stage.store(), fault: .busy)
        #expect(try await Stage.ask(broken, .get, "/healthz").status == .ok)
        let response = try await Stage.ask(broken, .get, "/readyz")
        #expect(response.status == .serviceUnavailable)
        #expect(response.headers[.retryAfter] != nil)
    }

    @Test(arguments: [
        "/issuers/eskerholt/did.json", "/issuers/eskerholt", "/issuers/lowmere/did.json",
        "/status/1",
    ])
    func `publishes what verifiers fetch, to anybody`(_ path: String) async throws {
        let response = try await Stage.ask(.get, path)
        #expect(response.status == .ok)
        let kept = try await Stage.store().tenant(.main).document(path: Text(path))
        #expect(response.bytes == kept?.bytes)
        #expect(response.headers[.contentType] == kept?.mediaType.text)
        #expect(response.headers[.cacheControl] == "public, max-age=60")
        #expect(response.headers[.accessControlAllowOrigin] == "*")
        let tag = try #require(response.headers[.eTag])
        let again = try await Stage.ask(.get, path, [.ifNoneMatch: tag])
        #expect(again.status == .notModified)
    }

    @Test(arguments: [
        "/issuers/nobody/did.json", "/issuers", "/issuers/../records", "/status/2",
        "/.well-known/did.json", "/assets/record.txt", "/nothing",
    ])
    func `says where there is nothing`(_ path: String) async throws {
        #expect(try await Stage.ask(.get, path).status == .notFound)
    }

    @Test(arguments: ["/assets/record.css", "/assets/record.js"])
    func `gives the pages their files`(_ path: String) async throws {
        let response = try await Stage.ask(.get, path)
        #expect(response.status == .ok)
        #expect(response.headers[.contentType]?.hasPrefix("text/") == true)
        let tag = try #require(response.headers[.eTag])
        let again = try await Stage.ask(.get, path, [.ifNoneMatch: tag])
        #expect(again.status == .notModified)
    }

    @Test(
        arguments: [
            (.post, "/", "GET, HEAD"), (.delete, "/records/0000000000000000000000", "GET, HEAD"),
            (.get, "/api/verify", "POST"), (.put, "/verify", "GET, POST, HEAD"),
            (.post, "/healthz", "GET, HEAD"),
        ] as [(HTTPRequest.Method, String, String)])
    func `names the methods of an address`(
        _ method: HTTPRequest.Method, _ path: String, _ allowed: String
    ) async throws {
        let response = try await Stage.ask(method, path)
        #expect(response.status == .methodNotAllowed)
        #expect(response.headers[.allow] == allowed)
    }

    @Test(
        arguments: [
            (.get, "/"), (.get, "/verify"), (.post, "/verify"), (.post, "/api/verify"),
            (.get, "/healthz"), (.get, "/assets/record.js"), (.get, "/status/1"),
            (.get, "/nothing"),
            (.put, "/"), (.get, "/records/x"), (.get, "/demo.json"), (.head, "/"),
        ] as [(HTTPRequest.Method, String)])
    func `keeps browsers safe with every answer`(
        _ method: HTTPRequest.Method, _ path: String
    ) async throws {
        let headers = try await Stage.ask(method, path).headers
        let policy = try #require(headers[.contentSecurityPolicy])
        #expect(policy.contains("default-src 'none'"))
        #expect(!policy.contains("unsafe"))
        #expect(headers[.xContentTypeOptions] == "nosniff")
        for name in [
            "Referrer-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy",
            "Permissions-Policy",
        ] {
            #expect(headers[try #require(HTTPFields.Element.Name(name))] != nil)
        }
        #expect(headers[.strictTransportSecurity] == nil)
    }

    @Test func `tells browsers to keep to https where it is reached so`() async throws {
        let server = try Stage.server(
            of: try await Stage.store(), publicURL: "https://records.example/")
        #expect(server.url == "https://records.example")
        let response = try await Stage.ask(server, .get, "/healthz")
        #expect(response.headers[.strictTransportSecurity] != nil)
    }

    @Test func `serves at a free port and says which`() async throws {
        let server = try Stage.server(of: try await Stage.store(), publicURL: nil)
        let (ports, running) = AsyncStream.makeStream(of: Int.self)
        let application = server.application(port: 0) { _, port in running.yield(port) }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { try? await application.run() }
            let port = await ports.first { _ in true }
            #expect((port ?? 0) > 0)
            #expect(server.url == "http://127.0.0.1:\(port ?? 0)")
            group.cancelAll()
        }
    }

    @Test func `takes what is as large as the limit, and no more`() async throws {
        let server = try Stage.server(
            of: try await Stage.store(), uploadBytes: Limits.uploadBytes)
        for (octets, fits) in [(Limits.uploadBytes, true), (Limits.uploadBytes + 1, false)] {
            let answer = try await Stage.ask(
                server, .post, "/api/verify", body: [UInt8](repeating: 0x20, count: octets))
            #expect((answer.status != .contentTooLarge) == fits)
        }
    }

    @Test func `answers over a connection, also what is too large`() async throws {
        let server = try Stage.server(of: try await Stage.store(), uploadBytes: 1_000)
        try await server.application().test(.live) { client in
            let large = ByteBuffer(repeating: 0x20, count: 300_000)
            let refused = try await client.execute(
                uri: "/api/verify", method: .post, body: large)
            #expect(refused.status == .contentTooLarge)
        }
        // A refusal may close the connection: each has one of its own.
        for (octets, fits) in [(1_000, true), (1_001, false)] {
            try await server.application().test(.live) { client in
                let answer = try await client.execute(
                    uri: "/api/verify", method: .post,
                    body: ByteBuffer(repeating: 0x20, count: octets))
                #expect((answer.status != .contentTooLarge) == fits)
            }
        }
        try await server.application().test(.live) { client in
            let response = try await client.execute(uri: "/healthz", method: .get)
            #expect(response.status == .ok)
        }
    }
}
