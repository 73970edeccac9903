import DIDs
import Foundation
import JSONText
import TestSupport
import Testing

@testable import Fetching

/// What a server may do to its caller, and what comes of it.
@Suite(.serialized) struct `A server` {
    private func fetch(
        _ server: HostileServer, as kind: DocumentKind = .keys,
        limits: FetchLimits = testLimits(), path: String = "/did.json"
    ) async throws -> Result<String, FetchError> {
        try await Stage([server], limits: limits)
            .fetch("http://127.0.0.1:\(server.port)\(path)", as: kind)
    }

    @Test func `that answers by the rules is read`() async throws {
        let server = try HostileServer(answer: answer("{\"a\": 1}"))
        #expect(try await fetch(server, path: "/a/did.json?b=c").text == "{\"a\": 1}")
        let request = try #require(server.requests.first)
        #expect(request.hasPrefix("GET /a/did.json?b=c HTTP/1.1\r\n"))
        #expect(request.contains("Host: 127.0.0.1:\(server.port)\r\n"))
        #expect(request.contains("Accept-Encoding: identity\r\n"))
        #expect(request.contains("Connection: close\r\n"))
        #expect(!request.lowercased().contains("cookie"))
    }

    @Test(arguments: DocumentKind.allCases)
    func `is told which types would fit`(kind: DocumentKind) async throws {
        let server = try HostileServer(answer: answer("{}"))
        #expect(try await fetch(server, as: kind).text == "{}")
        #expect(server.requests.first?.contains("Accept: \(kind.accept)\r\n") == true)
    }

    @Test func `that is told the types of status lists is told those of the standard`() {
        #expect(
            DocumentKind.statusList.accept
                == "application/vc, application/vc+ld+json, application/ld+json, "
                + "application/json, application/vc+jwt, text/plain")
    }

    @Test func `that sends chunks, or ends with the connection, is read`() async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
        let chunked = try HostileServer(
            answer: head + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n")
        #expect(try await fetch(chunked).text == "{}")
        let closing = try HostileServer(answer: head + "\r\n{}")
        #expect(try await fetch(closing).text == "{}")
    }

    // MARK: - Time

    @Test func `that says nothing is given up`() async throws {
        let server = try HostileServer { $0.waitForTheEnd() }
        #expect(
            try await fetch(server, limits: testLimits { $0.idleMilliseconds = 300 }).error
                == .tooSlow(.waiting, milliseconds: 300))
    }

    @Test func `that sends its head bit by bit is given up`() async throws {
        let server = try HostileServer {
            $0.say("HTTP/1.1 200 OK\r\n")
            $0.sayForever("X: y\r\n", everyMilliseconds: 40)
        }
        let limits = testLimits { $0.documentMilliseconds = 600 }
        #expect(
            try await fetch(server, limits: limits).error
                == .tooSlow(.document, milliseconds: 600))
    }

    @Test func `that sends its body bit by bit is given up`() async throws {
        let server = try HostileServer {
            $0.say("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
            $0.sayForever(" ", everyMilliseconds: 40)
        }
        let limits = testLimits { $0.documentMilliseconds = 600 }
        #expect(
            try await fetch(server, limits: limits).error
                == .tooSlow(.document, milliseconds: 600))
    }

    @Test func `that falls silent in its body is given up`() async throws {
        let server = try HostileServer {
            $0.say("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
            $0.waitForTheEnd()
        }
        #expect(
            try await fetch(server, limits: testLimits { $0.idleMilliseconds = 300 }).error
                == .tooSlow(.waiting, milliseconds: 300))
    }

    @Test func `that is given up is given up for good`() async throws {
        let began = ContinuousClock.now
        let server = try HostileServer { $0.waitForTheEnd() }
        _ = try await fetch(server, limits: testLimits { $0.idleMilliseconds = 300 })
        // Far beyond the limit, and far from hanging.
        #expect(ContinuousClock.now - began < .seconds(30))
    }

    // MARK: - Size

    @Test func `whose body is as large as the limit is read, and one octet more is not`()
        async throws
    {
        let limits = testLimits { $0.keyBytes = 1_000 }
        let body = String(repeating: " ", count: 1_000)
        let fits = try HostileServer(answer: answer(body))
        #expect(try await fetch(fits, limits: limits).text == body)
        let larger = try HostileServer(answer: answer(body + " "))
        #expect(try await fetch(larger, limits: limits).error == .bodyTooLarge(limit: 1_000))
        let undeclared = try HostileServer(answer: "HTTP/1.1 200 OK\r\n\r\n" + body + " ")
        #expect(try await fetch(undeclared, limits: limits).error == .bodyTooLarge(limit: 1_000))
    }

    @Test func `is held to the size of the kind`() async throws {
        let server = try HostileServer(answer: answer("12345678"))
        for kind in DocumentKind.allCases {
            let fitting = testLimits { Self.set(&$0, kind, 8) }
            #expect(try await fetch(server, as: kind, limits: fitting).text == "12345678")
            let short = testLimits { Self.set(&$0, kind, 7) }
            #expect(
                try await fetch(server, as: kind, limits: short).error == .bodyTooLarge(limit: 7))
        }
    }

    private static func set(_ limits: inout FetchLimits, _ kind: DocumentKind, _ octets: Int) {
        switch kind {
        case .keys: limits.keyBytes = octets
        case .context: limits.contextBytes = octets
        case .schema: limits.schemaBytes = octets
        case .statusList, .revocationList, .registry: limits.statusListBytes = octets
        case .credential, .any: limits.credentialBytes = octets
        }
    }

    @Test func `whose body has no end is left`() async throws {
        let server = try HostileServer {
            $0.say("HTTP/1.1 200 OK\r\n\r\n")
            $0.sayForever(String(repeating: " ", count: 10_000))
        }
        #expect(try await fetch(server).error == .bodyTooLarge(limit: FetchLimits().keyBytes))
    }

    @Test func `whose chunks have no end is left`() async throws {
        let server = try HostileServer {
            $0.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            $0.sayForever("1;\(String(repeating: "x", count: 1_000))\r\n \r\n")
        }
        #expect(
            try await fetch(server).error == .framingTooLarge(limit: FetchLimits().framingBytes))
    }

    @Test func `may send so much around the body, and nine octets for each of its own`() {
        let limits = FetchLimits()
        var octets = OctetCount(limits: limits)
        octets.add(100)
        #expect(octets.fault(isHeadRead: true, bodyBytes: 0) == nil)
        octets.add(limits.framingBytes)
        #expect(octets.fault(isHeadRead: true, bodyBytes: 0) == nil)
        octets.add(9)
        #expect(octets.fault(isHeadRead: true, bodyBytes: 1) == nil)
        octets.add(1)
        #expect(
            octets.fault(isHeadRead: true, bodyBytes: 1)
                == .framingTooLarge(limit: limits.framingBytes))
    }

    @Test func `whose trailers have no end is left`() async throws {
        let server = try HostileServer {
            $0.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n0\r\n")
            $0.sayForever("X: \(String(repeating: "y", count: 100))\r\n")
        }
        let error = try await fetch(server).error
        #expect(
            error == .framingTooLarge(limit: FetchLimits().framingBytes)
                || error == .headerTooLarge(limit: 32 << 10))
    }

    @Test(arguments: ["X: \(String(repeating: "y", count: 100))\r\n", "y", " y\r\n"])
    func `whose head has no end is left`(part: String) async throws {
        let server = try HostileServer {
            $0.say("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nX: ")
            $0.sayForever(part)
        }
        let error = try await fetch(server).error
        #expect(error == .headerTooLarge(limit: 32 << 10) || error == .notHTTP)
        let early = try HostileServer { $0.sayForever("HTTP/1.1 100 Continue\r\n\r\n") }
        #expect(try await fetch(early).error == .headerTooLarge(limit: 32 << 10))
    }

    @Test func `whose head is as large as the limit is read`() async throws {
        let limits = testLimits { $0.headerBytes = 4_000 }
        func padded(_ count: Int) -> String {
            let rest = answer("{}", fields: ["X: "])
            return answer(
                "{}", fields: ["X: " + String(repeating: "y", count: count - rest.utf8.count + 2)])
        }
        let fits = try HostileServer(answer: padded(4_000))
        #expect(try await fetch(fits, limits: limits).text == "{}")
        let larger = try HostileServer {
            $0.say("HTTP/1.1 200 OK\r\n")
            $0.say("X: \(String(repeating: "y", count: 4_001))\r\n")
            $0.waitForTheEnd()
        }
        #expect(try await fetch(larger, limits: limits).error == .headerTooLarge(limit: 4_000))
    }

    @Test(arguments: ["gzip", "deflate", "br", "zstd", "compress", "identity, gzip"])
    func `that compresses without being asked is refused`(coding: String) async throws {
        // A kilobyte that would become a megabyte.
        let bomb = String(repeating: "\u{1}", count: 1_000)
        let server = try HostileServer(
            answer: answer(bomb, fields: ["Content-Encoding: \(coding)"]))
        let name = coding.split(separator: " ").last.map(String.init) ?? ""
        #expect(try await fetch(server).error == .encoded(name))
    }

    // MARK: - The rules of HTTP

    @Test func `that ends before its length is refused`() async throws {
        let server = try HostileServer(
            answer: "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}")
        #expect(try await fetch(server).error == .endedEarly)
    }

    @Test func `that ends inside its chunks is refused`() async throws {
        let server = try HostileServer(
            answer: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n")
        #expect(try await fetch(server).error == .endedEarly)
    }

    @Test func `that sends more than its length is read to its length`() async throws {
        let server = try HostileServer(answer: answer("{}") + "HTTP/1.1 200 OK\r\n\r\nmore")
        #expect(try await fetch(server).text == "{}")
    }

    @Test func `that closes without a word is refused`() async throws {
        let server = try HostileServer { _ in }
        #expect(try await fetch(server).error == .endedEarly)
        let half = try HostileServer {
            $0.shutDownWriting()
            $0.waitForTheEnd()
        }
        #expect(try await fetch(half).error == .endedEarly)
    }

    @Test(arguments: [
        "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 abc OK\r\n\r\n", "\u{0}\u{1}\u{2}\u{3}\r\n\r\n",
        "200 OK\r\n\r\n{}", "+PONG\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n{}",
    ])
    func `that does not speak HTTP is refused`(text: String) async throws {
        let server = try HostileServer {
            $0.say(text)
            $0.waitForTheEnd()
        }
        let error = try await fetch(server).error
        #expect(error == .notHTTP || error == .endedEarly, "\(String(describing: error))")
    }

    @Test func `that frames its body in two ways is refused`() async throws {
        let server = try HostileServer(
            answer: "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "2\r\n{}\r\n0\r\n\r\n")
        #expect(try await fetch(server).error == .notHTTP)
    }

    @Test func `that answers 304 without being asked, or 204, is refused`() async throws {
        let unasked = try HostileServer(answer: "HTTP/1.1 304 Not Modified\r\n\r\n")
        #expect(try await fetch(unasked).error == .unaskedNotModified)
        let empty = try HostileServer(answer: "HTTP/1.1 204 No Content\r\n\r\n")
        #expect(try await fetch(empty).error == .noContent)
    }

    @Test(arguments: [400, 401, 403, 404, 410, 429, 500, 503, 206, 300])
    func `that answers with an error is quoted`(code: Int) async throws {
        let server = try HostileServer(answer: answer("{}", status: "\(code) X"))
        #expect(try await fetch(server).error == .status(code))
    }

    /// Of what a host says is gone for good something follows; of every other error nothing.
    @Test(arguments: [404, 410, 500])
    func `that says that it is gone is told apart from one that fails`(code: Int) async throws {
        let server = try HostileServer(answer: answer("{}", status: "\(code) X"))
        let named = try #require(NamedHost("127.0.0.1:\(server.port)"))
        let fetcher = try Fetcher(
            policy: FetchPolicy(namedHosts: [named]), limits: testLimits(), clock: { 0 })
        let found = await FetchingSource(fetcher).document(
            at: Text("http://127.0.0.1:\(server.port)/assertions/7"))
        let reason = FetchError.status(code).description
        #expect(found == (code == 410 ? .gone(reason: reason) : .unavailable(reason: reason)))
    }

    // MARK: - Types

    @Test func `that answers with a web page is told so`() async throws {
        let page = "<!DOCTYPE html><title>404</title>"
        let honest = try HostileServer(answer: answer(page, type: "text/html; charset=utf-8"))
        #expect(try await fetch(honest).error == .webPage)
        let wrong = try HostileServer(answer: answer("\n" + page, type: "application/json"))
        #expect(try await fetch(wrong).error == .webPage)
        #expect(FetchError.webPage.description.contains("web page (HTML)"))
    }

    @Test(arguments: [
        ("application/ld+json", DocumentKind.context, true),
        ("application/json; charset=utf-8", .context, true), ("text/plain", .context, true),
        ("image/png", .context, false), ("application/vc+jwt", .context, false),
        ("application/schema+json", .schema, true), ("application/javascript", .schema, false),
        ("application/did+json", .keys, true), ("application/jwk-set+json", .keys, true),
        ("application/did", .keys, true), ("text/css", .keys, false),
        ("application/vc+jwt", .statusList, true), ("application/vc", .statusList, true),
        ("text/plain", .statusList, true), ("video/mp4", .statusList, false),
        ("application/json", .revocationList, true),
        ("application/entity-statement+jwt", .registry, true), ("image/png", .registry, false),
        ("image/png", .credential, true),
        ("Image/SVG+XML", .credential, true), ("application/pdf", .credential, false),
    ])
    func `is held to the types of the kind`(
        type: String, kind: DocumentKind, fits: Bool
    ) async throws {
        let server = try HostileServer(answer: answer("{}", type: type))
        let result = try await fetch(server, as: kind)
        #expect((result.text == "{}") == fits)
        if !fits { #expect(result.error == .mediaType(type.lowercased(), wanted: kind)) }
    }

    // MARK: - None

    @Test func `that is not there is said to be unreachable`() async throws {
        let port = try HostileServer { _ in }.port
        let named = try #require(NamedHost("127.0.0.1:\(port)"))
        let fetcher = try Fetcher(
            policy: FetchPolicy(namedHosts: [named]), limits: testLimits(), clock: { 0 })
        let answer = await FetchingSource(fetcher).document(
            at: Text("http://127.0.0.1:\(port)/secret?token=1"))
        guard case .unavailable(let reason) = answer else {
            Issue.record("\(answer)")
            return
        }
        #expect(reason == "no connection to 127.0.0.1 could be made")
    }
}
