import DIDs
import JSONText
import KeyMaterial
import Testing

@Suite struct `did:web` {
    /// The examples of the method's specification, section 3.2, and a port.
    @Test(
        arguments: [
            ("did:web:w3c-ccg.github.io", "https://w3c-ccg.github.io/.well-known/did.json"),
            (
                "did:web:w3c-ccg.github.io:user:alice",
                "https://w3c-ccg.github.io/user/alice/did.json"
            ),
            (
                "did:web:example.com%3A3000:user:alice",
                "https://example.com:3000/user/alice/did.json"
            ),
            ("did:web:localhost%3a8080", "https://localhost:8080/.well-known/did.json"),
            ("did:web:127.0.0.1%3A8080:a", "https://127.0.0.1:8080/a/did.json"),
            ("did:web:example.com:a%20b", "https://example.com/a%20b/did.json"),
        ] as [(Text, Text)])
    func `says where its document stands`(did: Text, url: Text) throws {
        let did = try #require(DID(did))
        #expect(DIDWeb.documentURL(of: did) == url)
    }

    @Test(
        arguments: [
            "did:web:example.com:..:secret", "did:web:example.com:.", "did:web:example.com::a",
            "did:web:example.com:%2e%2E:a", "did:web:example.com:a%2Fb", "did:web:a%2Fb",
            "did:web:example.com:a%5cb", "did:web:example.com:%252e", "did:web:example.com:%00",
            "did:web:%3A80", "did:web:example.com%3A", "did:web:example.com%3A80a",
            "did:web:example.com%3A99999", "did:web:example.com%3A080",
            "did:web:example.com%40evil.example", "did:web:.example.com", "did:web:example.com.",
        ] as [Text])
    func `leads nowhere else`(text: Text) {
        #expect(DID(text).flatMap(DIDWeb.documentURL) == nil)
    }

    @Test(
        arguments: [
            "did:web:", "did:web:a@b", "did:web:a/b", "did:web:a?b", "did:web:a:", "did:web:a b",
            "did:web:ü.example", "did:web:a%4", "did:Web:a", "web:a", "did::a", "did:web", "",
        ] as [Text])
    func `is a well-formed DID`(text: Text) {
        #expect(DID(text) == nil)
    }

    @Test func `is made of an authority and a path`() throws {
        let did = try #require(DIDWeb.did(authority: "localhost:8080", path: ["issuers", "uni"]))
        #expect(did.text == "did:web:localhost%3A8080:issuers:uni")
        #expect(DIDWeb.documentURL(of: did) == "https://localhost:8080/issuers/uni/did.json")
        #expect(DIDWeb.did(authority: "evil/..", path: []) == nil)
        #expect(DIDWeb.did(authority: "a", path: [".."]) == nil)
    }
}

@Suite struct `Times with their zone` {
    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0, 0), ("2010-01-01T19:23:24Z", 1_262_373_804, 0),
            ("2000-02-29T24:00:00Z", 951_868_800, 0), ("1969-12-31T23:59:59.5Z", -1, 500_000_000),
            ("2023-02-24T23:36:38.123456789999+01:30", 1_677_276_398, 123_456_789),
            ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
            ("-0001-03-01T00:00:00-14:00", -62_193_607_200, 0),
            ("12023-01-01T00:00:00+14:00", 317_242_000_800, 0),
        ])
    func `are read as the calendar has them`(text: String, seconds: Int64, nanos: Int32) {
        #expect(DateTimeStamp(text) == DateTimeStamp(seconds: seconds, nanoseconds: nanos))
    }

    @Test(
        arguments: [
            "", "2010-01-01", "2010-01-01T19:23:24", "2010-1-01T19:23:24Z",
            "2010-01-01 19:23:24Z", "2010-13-01T00:00:00Z", "2011-02-29T00:00:00Z",
            "1900-02-29T00:00:00Z", "2010-04-31T00:00:00Z", "2010-01-01T24:00:01Z",
            "2010-01-01T23:60:00Z", "2010-01-01T23:59:60Z", "2010-01-01T19:23:24z",
            "2010-01-01T19:23:24.Z", "2010-01-01T19:23:24+1:00", "2010-01-01T19:23:24+14:01",
            "2010-01-01T19:23:24+0100", "02010-01-01T00:00:00Z", "٢٠١٠-01-01T00:00:00Z",
            " 2010-01-01T19:23:24Z", "2010-01-01T19:23:24Z ", "99999999999-01-01T00:00:00Z",
        ])
    func `are refused in any other form`(text: String) {
        #expect(DateTimeStamp(text) == nil)
    }
}
