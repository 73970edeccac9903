import JSONText
import Testing

@testable import Fetching

@Suite struct `A URL` {
    private func fault(_ url: String, named: [String] = []) -> FetchError? {
        let policy = FetchPolicy(namedHosts: named.compactMap { NamedHost($0) })
        do throws(FetchError) {
            _ = try FetchTarget(Text(url), policy, FetchLimits())
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        "https://university.example/did.json", "https://UNIVERSITY.example",
        "https://university.example:443/a?b=c#d", "https://8.8.8.8/", "https://[2606:4700::1]/",
        "https://xn--mnchen-3ya.example/", "HTTPS://university.example/",
    ])
    func `of https and a public host may be asked`(url: String) {
        #expect(fault(url) == nil)
    }

    @Test(arguments: [
        "http://university.example/", "ftp://university.example/", "file:///etc/passwd",
        "gopher://university.example/", "data:,x", "javascript:1", "urn:uuid:1",
        "did:web:university.example", "/etc/passwd", "", "//university.example/", "https:",
        "https://", "https:///path", "https:university.example",
    ])
    func `of anything else may not`(url: String) {
        #expect(fault(url) != nil)
    }

    @Test(arguments: [
        "https://127.1/", "https://2130706433/", "https://0x7f000001/", "https://0x7f.0.0.1/",
        "https://0177.0.0.1/", "https://127.0.0.01/", "https://127.0.0.1./",
        "https://university.example./", "https://1.2.3/", "https://256.1.1.1/",
        "https://[::1/", "https://[::1]x/", "https://[fe80::1%25eth0]/", "https://[127.0.0.1]/",
        "https://a..example/", "https://.example/", "https://-a.example/",
        "https://university%2eexample/", "https://uni_versity.example/",
        "https://university.example:/", "https://university.example:0443/",
        "https://university.example:65536/", "https://university.example:4 43/",
        "https://a.0x1/", "https://a.1/",
    ])
    func `of an odd spelling is refused`(url: String) {
        #expect(fault(url) != nil)
    }

    @Test(arguments: [
        "https://university.example@127.0.0.1/", "https://user:secret@university.example/",
        "https://@university.example/",
    ])
    func `of a user is refused`(url: String) {
        #expect(fault(url) == .userInformation)
    }

    @Test(arguments: [
        "https://university.example\\@evil.example/", "https://university.example/a b",
        "https://university.example/\r\nX: y", "https://☃.example/",
        "https://university.example/\u{0}", "https://university.example\u{FF0F}x/",
    ])
    func `of characters that a URL does not have is refused`(url: String) {
        #expect(fault(url) == .notAURL)
    }

    @Test func `of a host in other letters is asked for by its registered name`() throws {
        let target = try FetchTarget("https://univérsity.example/a", FetchPolicy(), FetchLimits())
        #expect(target.host.text == "xn--univrsity-e4a.example")
        #expect(target.url == "https://xn--univrsity-e4a.example/a")
        // Letters that stand for those of a local name do not hide it.
        #expect(fault("https://\u{212A}.local/") == .localName("k.local"))
    }

    @Test(arguments: [
        "localhost", "LOCALHOST", "a.localhost", "printer.local", "db.internal", "intranet",
        "router.home.arpa", "x.lan", "metadata.google.internal", "localhost.localdomain",
    ])
    func `of a local name is refused`(host: String) {
        #expect(fault("https://\(host)/") == .localName(host.lowercased()))
    }

    @Test(arguments: [22, 80, 8443, 6379])
    func `of another port is refused`(port: Int) {
        #expect(fault("https://university.example:\(port)/") == .port(port))
    }

    @Test func `of a named host may say http, and a port`() {
        #expect(fault("http://localhost:8080/x", named: ["localhost:8080"]) == nil)
        #expect(fault("https://[::1]:8080/x", named: ["[::1]:8080"]) == nil)
        #expect(fault("http://localhost:8081/x", named: ["localhost:8080"]) == .notSecure)
        #expect(fault("http://records.example/x", named: ["records.example"]) == nil)
        #expect(fault("http://a.records.example/x", named: ["records.example"]) == .notSecure)
    }

    @Test func `is bounded on both sides`() {
        let start = "https://university.example/"
        let room = FetchLimits().urlBytes - start.utf8.count
        #expect(fault(start + String(repeating: "a", count: room)) == nil)
        #expect(
            fault(start + String(repeating: "a", count: room + 1))
                == .urlTooLong(limit: FetchLimits().urlBytes))
    }
}
