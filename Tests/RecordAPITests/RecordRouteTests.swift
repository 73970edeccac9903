import Hummingbird
import HummingbirdTesting
import JSONText
import Storage
import Testing

@Suite struct `The address of a record` {
    @Test(arguments: [
        nil, "*/*", "text/html",
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
    ])
    func `shows a page to people`(_ accept: String?) async throws {
        let response = try await ask(accept)
        #expect(response.status == .ok)
        #expect(response.headers[.contentType] == "text/html; charset=utf-8")
        #expect(response.headers[.vary] == "Accept")
        #expect(response.text.contains("Ilse Marchetti-Okoro"))
        #expect(response.text.contains("Verified"))
    }

    @Test(arguments: [
        "application/vc+ld+json", "application/vc", "application/ld+json", "application/json",
        "application/json, text/plain, */*", "text/html;q=0.2, application/vc;q=0.9",
    ])
    func `gives the octets as they are kept to programs`(_ accept: String) async throws {
        let record = try #require(try await Stage.records().first)
        let response = try await ask(accept)
        #expect(response.status == .ok)
        #expect(response.headers[.contentType] == "application/vc+ld+json")
        #expect(response.headers[.vary] == "Accept")
        #expect(response.bytes == record.bytes)
    }

    @Test(arguments: ["application/jwt", "application/vc+jwt", "text/plain", "application/pdf"])
    func `says what else there is`(_ accept: String) async throws {
        let response = try await ask(accept)
        #expect(response.status == .notAcceptable)
    }

    @Test func `gives a token to those who read tokens, and to nobody JSON of it`() async throws {
        let store = try await Stage.emptyStore()
        let token = Array("eyJhbGciOiJub25lIn0.e30.".utf8)
        let kept = try await store.tenant(.main).put(
            NewRecord(
                clientKey: ClientKey("token"), bytes: token, mediaType: .credentialJWT,
                index: RecordIndex(kind: "VerifiableCredential")),
            EventDraft(who: "test", what: "keep"))
        let server = try Stage.server(of: store, isDemonstration: false)
        let path = "/records/\(kept.id.text)"
        for accept in ["application/vc+jwt", "application/jwt", "text/plain"] {
            let response = try await Stage.ask(server, .get, path, [.accept: accept])
            #expect(response.bytes == token)
            #expect(response.headers[.contentType] == "application/vc+jwt")
        }
        #expect(try await Stage.ask(server, .get, path + ".jwt").bytes == token)
        #expect(try await Stage.ask(server, .get, path + ".json").status == .notAcceptable)
        let json = try await Stage.ask(server, .get, path, [.accept: "application/json"])
        #expect(json.status == .notAcceptable)
        #expect(try json.json["detail"]?.string?.contains("application/vc+jwt") == true)
        #expect(try await Stage.ask(server, .get, path).text.contains("Not verified"))
    }

    @Test func `takes the form as an extension`() async throws {
        let record = try #require(try await Stage.records().first)
        let response = try await Stage.ask(.get, "/records/\(record.id.text).json")
        #expect(response.bytes == record.bytes)
        let disposition = response.headers[.contentDisposition]
        #expect(disposition == "attachment; filename=\"\(record.id.text).json\"")
        let token = try await Stage.ask(.get, "/records/\(record.id.text).jwt")
        #expect(token.status == .notAcceptable)
        let other = try await Stage.ask(.get, "/records/\(record.id.text).exe")
        #expect(other.status == .notFound)
    }

    @Test func `does not send again what the client has`() async throws {
        let record = try #require(try await Stage.records().first)
        let path = "/records/\(record.id.text).json"
        let tag = try #require(try await Stage.ask(.get, path).headers[.eTag])
        #expect(tag == "\"\(record.digest.hexadecimal)\"")
        for known in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
            let again = try await Stage.ask(.get, path, [.ifNoneMatch: known])
            #expect(again.status == .notModified)
            #expect(again.bytes.isEmpty)
            #expect(again.headers[.eTag] == tag)
        }
        let other = try await Stage.ask(.get, path, [.ifNoneMatch: "\"other\""])
        #expect(other.status == .ok)
    }

    @Test func `answers HEAD like GET, without the octets`() async throws {
        let record = try #require(try await Stage.records().first)
        let response = try await Stage.ask(.head, "/records/\(record.id.text).json")
        #expect(response.status == .ok)
        #expect(response.headers[.contentLength] == String(record.bytes.count))
        #expect(response.bytes.isEmpty)
    }

    @Test func `is also found by its older address`() async throws {
        let record = try #require(try await Stage.records().first)
        let response = try await Stage.ask(.get, "/credentials/\(record.id.text).json")
        #expect(response.status == .permanentRedirect)
        #expect(response.headers[.location] == "/records/\(record.id.text).json")
        let strange = try await Stage.ask(.get, "/credentials/%2F%2Fexample.com")
        #expect(strange.status == .notFound)
    }

    @Test(arguments: [
        "/records/", "/records/x", "/records/0000000000000000000000",
        "/records/0000000000000000000000.json", "/records/../healthz", "/records/%00",
        "/records/<script>alert(1)</script>",
    ])
    func `is nothing where nothing is kept`(_ path: String) async throws {
        let page = try await Stage.ask(.get, path, [.accept: "text/html"])
        #expect(page.status == .notFound)
        #expect(!page.text.contains("<script>alert"))
        let problem = try await Stage.ask(.get, path, [.accept: "application/json"])
        #expect(problem.status == .notFound)
        #expect(problem.headers[.contentType] == "application/problem+json")
        #expect(try problem.json["status"]?.integer == 404)
    }

    @Test func `shows what was withdrawn and what is out of date as that`() async throws {
        let records = try await Stage.records()
        #expect(records.count == 3)
        for record in records.dropFirst() {
            let page = try await Stage.ask(.get, "/records/\(record.id.text)")
            #expect(page.status == .ok)
            #expect(page.text.contains("Not verified"))
        }
    }

    private func ask(_ accept: String?) async throws -> TestResponse {
        let record = try #require(try await Stage.records().first)
        let headers: HTTPFields = accept.map { [.accept: $0] } ?? [:]
        return try await Stage.ask(.get, "/records/\(record.id.text)", headers)
    }
}
