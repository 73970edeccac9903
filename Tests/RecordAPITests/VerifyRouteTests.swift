import Baking
import Hummingbird
import HummingbirdTesting
import JSONText
import Testing
import Trust

@Suite struct `Asking for a verdict` {
    @Test func `verifies the whole record and all in it`() async throws {
        let record = try #require(try await Stage.records().first)
        let response = try await ask(record.bytes, "application/vc+ld+json")
        #expect(response.status == .ok)
        #expect(response.headers[.contentType] == "application/json")
        let verdict = try response.json
        #expect(verdict["verdict"]?.string == "verified")
        #expect(verdict["aggregate"]?.string == "verified")
        #expect(verdict["kind"]?.string == "ClrCredential")
        #expect(verdict["contents"]?.count == 23)
    }

    @Test func `asks the same trust policy in the API and for the page`() async throws {
        let record = try #require(try await Stage.records().first)
        let parsed = try JSONDocument(parsing: record.bytes).root
        let issuer = try #require(parsed["issuer"]?["id"]?.string)
        let rules = """
            {"name": "Admissions", "require": {"trust": true}, "allow": [{"issuer": "\(issuer)",
            "name": "The registered name", "since": "2024-09-01"}]}
            """
        let policy = try TrustPolicy(reading: Array(rules.utf8)) { _ in nil }
        let server = try Stage.server(of: try await Stage.store(), trust: policy)
        let response = try await Stage.ask(
            server, .post, "/api/verify", [.contentType: "application/json"], body: record.bytes)
        let verdict = try response.json
        #expect(verdict["verdict"]?.string == "verified")
        let check = verdict["checks"]?.elements.first { $0["name"]?.string == "trust" }
        #expect(check?["vouchers"]?.elements.first { _ in true }?["by"]?.string == "Admissions")
        let page = try await Stage.ask(
            server, .post, "/verify", [.contentType: Form.multipartType],
            body: Form.multipart(file: record.bytes))
        let text = page.text
        let vouched = text.firstRange(
            of: "Admissions vouches for the issuer as The registered name")
        let name = text.firstRange(of: "<p class=\"name\">")
        let start = try #require(vouched?.lowerBound)
        let end = try #require(name?.lowerBound)
        #expect(start < end)
    }

    /// Whatever begins like a credential has a verdict, under any type that text may have.
    @Test(arguments: [
        "{", "{}", "[]", "null", "12", "\"text\"", #"{"a": 1, "a": 2}"#, #"{"type": ["#,
        "eyJhbGciOiJub25lIn0.eyJpc3MiOiJhIn0.", "eyJhbGciOiJub25lIn0", "\u{FEFF}{}",
        String(repeating: "[", count: 100_000),
        String(repeating: "{\"a\":", count: 100_000),
    ])
    func `answers with a verdict of failure`(_ body: String) async throws {
        for type in ["application/json", "application/x-www-form-urlencoded", "text/plain", nil] {
            let response = try await ask(Array(body.utf8), type)
            #expect(response.status == .ok)
            #expect(try response.json["verdict"]?.string == "failed")
        }
    }

    /// A picture is something in which a credential may be, so that it has a verdict.
    @Test(
        arguments: [
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0], "image/png"),
            (Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8), "image/svg+xml"),
            (Array("<?xml version='1.0'?>\n<svg/>".utf8), "application/octet-stream"),
        ] as [([UInt8], String)])
    func `has a verdict on pictures too`(_ image: [UInt8], _ type: String) async throws {
        let response = try await ask(image, type)
        #expect(response.status == .ok)
        #expect(try response.json["verdict"]?.string == "failed")
        let check = try response.json["checks"]?.elements.first { _ in true }
        #expect(check?["code"]?.string?.hasPrefix("readable.image-") == true)
    }

    @Test func `verifies a record that is baked into a picture`() async throws {
        let record = try #require(try await Stage.records().first)
        let empty = Array("<svg xmlns='http://www.w3.org/2000/svg'></svg>".utf8)
        let image = try Picture(reading: empty)
            .baking(Bakeable(standard: .clr2, text: record.bytes, isToken: false))
        let response = try await ask(image, "image/svg+xml")
        #expect(response.status == .ok)
        #expect(try response.json["verdict"]?.string == "verified")
        #expect(try response.json["contents"]?.count == 23)
        let page = try await Stage.ask(
            .post, "/verify", [.contentType: Form.multipartType, .accept: "text/html"],
            body: Form.multipart(file: image))
        #expect(page.status == .ok)
        #expect(page.text.contains("Ilse Marchetti-Okoro"))
        #expect(page.text.contains("Verified"))
    }

    @Test(arguments: [
        "", " \r\n\t ", "<!doctype html><title>Not found</title>", "hello", "PK\u{3}\u{4}",
        "<?xml version='1.0'?><a/>",
    ])
    func `refuses what is no credential from its start`(_ body: String) async throws {
        let response = try await ask(Array(body.utf8), "application/json")
        #expect(response.status == .badRequest)
        #expect(response.headers[.contentType] == "application/problem+json")
        let problem = try response.json
        #expect(problem["status"]?.integer == 400)
        #expect(problem["title"]?.string?.isEmpty == false)
        #expect(problem["detail"]?.string?.isEmpty == false)
        #expect(problem["where"]?.string == "body")
        #expect(problem["whatToDo"]?.elements.first { _ in true } != nil)
    }

    @Test(arguments: [
        "application/pdf", "image/jpeg", "video/mp4", "application/zip", "application/xml",
    ])
    func `refuses types that can hold no credential`(_ type: String) async throws {
        #expect(try await ask(Array("{}".utf8), type).status == .unsupportedMediaType)
    }

    @Test func `refuses a packed body`() async throws {
        let headers: HTTPFields = [.contentType: "application/json", .contentEncoding: "gzip"]
        let response = try await Stage.ask(
            .post, "/api/verify", headers, body: Array("{}".utf8))
        #expect(response.status == .unsupportedMediaType)
    }

    @Test func `refuses what is over the limit`() async throws {
        let body = [UInt8](repeating: 0x20, count: (1 << 20) + 1)
        let response = try await ask(body, "application/json")
        #expect(response.status == .contentTooLarge)
        #expect(response.headers[.connection] == "close")
        #expect(try response.json["status"]?.integer == 413)
        let atLimit = try await ask([0x7B] + body.dropFirst(2), "application/json")
        #expect(atLimit.status == .ok)
    }

    @Test func `takes a form as well`() async throws {
        let response = try await ask(
            Form.multipart(file: Array("{}".utf8)), Form.multipartType)
        #expect(response.status == .ok)
        let cut = try await ask(Array("--nothing".utf8), Form.multipartType)
        #expect(cut.status == .badRequest)
    }

    private func ask(_ body: [UInt8], _ type: String?) async throws -> TestResponse {
        let headers: HTTPFields = type.map { [.contentType: $0] } ?? [:]
        return try await Stage.ask(.post, "/api/verify", headers, body: body)
    }
}

@Suite struct `The form on the first page` {
    @Test func `shows the record that was chosen`() async throws {
        let record = try #require(try await Stage.records().first)
        let response = try await send(Form.multipart(file: record.bytes))
        #expect(response.status == .ok)
        #expect(response.headers[.contentType] == "text/html; charset=utf-8")
        #expect(response.text.contains("Ilse Marchetti-Okoro"))
        #expect(response.text.contains("Verified"))
    }

    @Test func `shows the record that was pasted, from either kind of form`() async throws {
        let text = #"{"type": ["VerifiableCredential"]}"#
        let multipart = try await send(Form.multipart(text: text))
        #expect(multipart.status == .ok)
        #expect(multipart.text.contains("Not verified"))
        let body = "credential=%7B%22type%22%3A+%5B%22VerifiableCredential%22%5D%7D"
        let encoded = try await Stage.ask(
            .post, "/verify", [.contentType: "application/x-www-form-urlencoded"],
            body: Array(body.utf8))
        #expect(encoded.status == .ok)
        #expect(encoded.text.contains("Not verified"))
    }

    @Test func `shows a page of what was cut off or nested too deep`() async throws {
        for text in [#"{"type": ["Verif"#, String(repeating: "[", count: 100_000)] {
            let response = try await send(Form.multipart(text: text))
            #expect(response.status == .ok)
            #expect(response.text.contains("Not verified"))
        }
    }

    @Test func `keeps what was typed where it is no record`() async throws {
        let typed = "<p>Dear & \"friends\"</p></textarea><script>alert(1)</script>"
        let response = try await send(Form.multipart(text: typed))
        #expect(response.status == .badRequest)
        #expect(response.text.contains("&lt;p&gt;Dear &amp;"))
        #expect(!response.text.contains("<script>alert"))
    }

    @Test func `asks for something where nothing was given`() async throws {
        let response = try await send(Form.multipart(file: [], text: ""))
        #expect(response.status == .badRequest)
        #expect(response.text.contains("There was nothing to check"))
        #expect(response.text.contains("<form"))
    }

    @Test func `tells an address from a record`() async throws {
        let response = try await send(Form.multipart(text: " https://a.example/r/1\r\n"))
        #expect(response.status == .badRequest)
        #expect(response.text.contains("This is an address, not the record itself"))
        #expect(response.text.contains("https://a.example/r/1"))
    }

    @Test func `refuses what is too large, malformed, or no form`() async throws {
        let large = [UInt8](repeating: 0x20, count: 1 << 20)
        #expect(try await send(Form.multipart(file: large)).status == .contentTooLarge)
        #expect(try await send(Array("--other".utf8)).status == .badRequest)
        let json = try await Stage.ask(
            .post, "/verify", [.contentType: "application/json"], body: Array("{}".utf8))
        #expect(json.status == .unsupportedMediaType)
    }

    @Test func `begins anew when its answer is loaded again`() async throws {
        let response = try await Stage.ask(.get, "/verify")
        #expect(response.status == .seeOther)
        #expect(response.headers[.location] == "/")
    }

    private func send(_ body: [UInt8]) async throws -> TestResponse {
        let headers: HTTPFields = [.contentType: Form.multipartType, .accept: "text/html"]
        return try await Stage.ask(.post, "/verify", headers, body: body)
    }
}

/// Forms as browsers send them.
enum Form {
    static let multipartType = "multipart/form-data; boundary=----Boundary7"

    static func multipart(file: [UInt8] = [], text: String = "") -> [UInt8] {
        let line = "------Boundary7\r\nContent-Disposition: form-data; name="
        let first = line + "\"file\"; filename=\"r.json\"\r\nContent-Type: text/plain\r\n\r\n"
        let second = "\r\n" + line + "\"credential\"\r\n\r\n" + text + "\r\n------Boundary7--\r\n"
        return Array(first.utf8) + file + second.utf8
    }
}
