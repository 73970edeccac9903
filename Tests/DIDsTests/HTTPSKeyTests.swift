import DIDs
import JSONText
import KeyMaterial
import Testing

@Suite struct `Keys by https` {
    static let issuer = "https://uni.example/issuers/1"
    static let id = Text("\(issuer)#\(keyA)")

    static func profile(listed: Bool) -> String {
        #"{"id":"\#(issuer)","type":"Profile","verificationMethod":[{"id":"\#(id)","#
            + #""type":"Ed25519VerificationKey2020","controller":"\#(issuer)","#
            + #""publicKeyMultibase":"\#(keyA)"}],"assertionMethod":[\#(listed ? "\"\(id)\"" : "")]}"#
    }

    @Test func `stand in the issuer's profile`() async throws {
        let key = try await found(Self.id, [Text(Self.issuer): Self.profile(listed: true)])
        #expect(key.speaksFor == Text(Self.issuer))
        let unlisted = try await found(Self.id, [Text(Self.issuer): Self.profile(listed: false)])
        #expect(unlisted.speaksFor == nil)
    }

    /// KEY-07, and interface: a key is never trusted for standing in its own identifier.
    @Test func `that stand in their own fragment are known, and not trusted`() async throws {
        let key = try await found(Self.id)
        #expect(key.publicKey.multibase == keyA)
        guard case .unavailable(Text(Self.issuer), _) = key.standing else {
            Issue.record("\(key.standing)")
            return
        }
        let other = try await found(
            Self.id, [Text(Self.issuer): #"{"id":"\#(Self.issuer)","name":"Uni"}"#])
        guard case .absent(Text(Self.issuer)) = other.standing else {
            Issue.record("\(other.standing)")
            return
        }
    }

    /// KEY-02 (d): the key has a document of its own, and its controller lists it.
    @Test func `may have documents of their own`() async throws {
        let url: Text = "https://uni.example/keys/1"
        let key =
            #"{"id":"\#(url)","type":"Multikey","controller":"\#(Self.issuer)","#
            + #""publicKeyMultibase":"\#(keyB)"}"#
        let profile = #"{"id":"\#(Self.issuer)","assertionMethod":["\#(url)"]}"#
        let resolved = try await found(url, [url: key, Text(Self.issuer): profile])
        #expect(resolved.publicKey.multibase == keyB)
        #expect(resolved.speaksFor == Text(Self.issuer))
        let other =
            #"{"id":"https://uni.example/keys/2","type":"Multikey","controller":"a:b","#
            + #""publicKeyMultibase":"\#(keyB)"}"#
        #expect(
            await failure(url, [url: other])
                == .invalidDocument(
                    url: url, .wrongID(expected: url, found: "https://uni.example/keys/2")))
    }

    @Test func `contradicted by their controller are told so`() async throws {
        let url: Text = "https://mirror.example/key"
        let method = { (key: String) in
            #"{"id":"\#(url)","type":"Multikey","controller":"\#(Self.issuer)","#
                + #""publicKeyMultibase":"\#(key)"}"#
        }
        let profile = #"{"id":"\#(Self.issuer)","assertionMethod":[\#(method(keyA))]}"#
        let key = try await found(url, [url: method(keyB), Text(Self.issuer): profile])
        guard case .contradicted(Text(Self.issuer)) = key.standing else {
            Issue.record("\(key.standing)")
            return
        }
    }

    static let jwk =
        #""kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo""#

    @Test(
        arguments: [
            ("https://uni.example/jwks.json#k1", "{\"keys\":[{\(jwk),\"kid\":\"k1\"}]}"),
            (
                "https://uni.example/jwks.json#k1",
                "{\"keys\":[{\"kty\":\"new\"},{\(jwk),\"kid\":\"https://uni.example/jwks.json#k1\"}]}"
            ),
            ("https://uni.example/jwks.json", "{\"keys\":[{\(jwk)}]}"),
            ("https://uni.example/jwks.json", "{\(jwk)}"),
        ] as [(Text, String)])
    func `may be JWKs, which say nothing of their controller`(
        id: Text, document: String
    ) async throws {
        let key = try await found(id, ["https://uni.example/jwks.json": document])
        guard case .unstated("https://uni.example/jwks.json") = key.standing else {
            Issue.record("\(key.standing)")
            return
        }
    }

    /// JWT-22.
    @Test func `are held by the issuer whose host publishes them`() async throws {
        let url: Text = "https://uni.example/.well-known/jwks.json"
        let key = try PublicKey(
            jwk: JSONDocument(parsing: Array("{\(Self.jwk)}".utf8)).root)
        let issuer = Text(Self.issuer)
        func holding(_ documents: [Text: String]) async -> KeyHolding {
            await KeyResolver(source: Shelf(documents: documents)).holding(of: key, by: issuer)
        }
        #expect(
            await holding([url: "{\"keys\":[{\(Self.jwk),\"iss\":\"\(issuer)\"}]}"])
                == .held(place: url, end: nil))
        #expect(
            await holding([
                url: "{\"keys\":[{\(Self.jwk),\"iss\":\"https://uni.example/other\"}]}",
                issuer: "{\"id\":\"\(issuer)\"}",
            ]) == .notHeld(places: [issuer, url]))
        #expect(
            await holding([:]) == .unavailable(url: issuer, reason: "not on the shelf"))
        #expect(
            await holding([issuer: Self.profile(listed: true)]) == .notHeld(places: [issuer]))
    }
}
