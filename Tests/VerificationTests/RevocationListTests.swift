import JSONText
import Testing

@testable import Verification

@Suite struct `Revocation lists of 1EdTech` {
    private func problems(_ list: String?) async throws -> [String] {
        let entry = "{\"id\": \"\(StatusFixture.url)\", \"type\": \"1EdTechRevocationList\"}"
        let credential = try await StatusFixture.credential(entry: entry)
        return await StatusFixture.verdict(credential, list.map { Array($0.utf8) }).problems
    }

    @Test(arguments: ["revokedCredential", "revokedCredentials"])
    func `RVL-03: have their items under either name`(name: String) async throws {
        #expect(
            try await problems("{\"\(name)\": [{\"id\": \"urn:uuid:9\"}]}") == ["status.revoked"])
        #expect(try await problems("{\"\(name)\": [{\"id\": \"urn:uuid:8\"}]}") == [])
        #expect(try await problems("{\"\(name)\": []}") == [])
    }

    @Test func `RVL-04: revoke what is named, unless they say that it is not`() async throws {
        func list(_ more: String) -> String {
            "{\"revokedCredential\": [{\"id\": \"urn:uuid:8\"}, {\"id\": \"urn:uuid:9\"\(more)}]}"
        }
        #expect(try await problems(list("")) == ["status.revoked"])
        #expect(try await problems(list(", \"revoked\": true")) == ["status.revoked"])
        #expect(try await problems(list(", \"revoked\": false")) == [])
        #expect(try await problems(list(", \"revoked\": \"false\"")) == ["status.revoked"])
    }

    @Test func `RVL-05: leave it open where they cannot be had`() async throws {
        #expect(try await problems(nil) == ["status.list-unavailable"])
    }

    @Test(arguments: ["", "<html>", "[]", "{}", "{\"revokedCredential\": [}"])
    func `RVL-03: are objects with a list of what was revoked`(text: String) async throws {
        #expect(try await problems(text) == ["status.list-malformed"])
    }

    @Test func `RVL-01: have their URL in the entry's id`() async throws {
        let codes = try await StatusFixture.answers(
            #"{"id": "urn:uuid:9", "credentialStatus": {"type": "1EdTechRevocationList"}}"#
        ).map(\.code)
        #expect(codes == ["status.entry-malformed"])
    }

    /// Nobody signs such a list: what stands elsewhere is not the issuer's own word.
    @Test(arguments: [
        ("https://hollin.example/1", []), ("did:web:hollin.example", []),
        ("https://other.example/1", ["status.list-by-another-issuer"]),
        ("did:web:other.example", ["status.list-by-another-issuer"]), ("did:key:z6Mk", []),
    ])
    func `RVL-06: stand at the issuer's own address`(issuer: String, more: [String]) async throws {
        let answers = try await StatusFixture.answers(
            """
            {"id": "urn:uuid:9", "issuer": "\(issuer)", "credentialStatus":
             {"id": "\(StatusFixture.url)", "type": "1EdTechRevocationList"}}
            """,
            documents: [(StatusFixture.url, Array("{\"revokedCredential\": []}".utf8))])
        #expect(answers.map(\.code) == ["status.not-set"] + more)
    }
}
