import DIDs
import JSONText
import KeyMaterial
import Testing

@Suite struct `Keys by a bare name` {
    private static let jwk = `Keys by https`.jwk
    private static let issuer: Text = "https://uni.example/issuers/1"
    private static let set: Text = "https://uni.example/.well-known/jwks.json"

    private func key(
        _ name: Text, of party: Text = issuer, _ documents: [Text: String]
    ) async -> KeyResolution {
        await KeyResolver(source: Shelf(documents: documents)).key(named: name, of: party)
    }

    @Test(arguments: ["key-1", "#key-1", "thumb"] as [Text])
    func `stand in the issuer's document, by fragment or by the kid of a JWK`(
        name: Text
    ) async throws {
        let id = Self.issuer
        let document =
            #"{"id":"\#(id)","verificationMethod":[{"id":"\#(id)#key-1","type":"JsonWebKey","#
            + #""controller":"\#(id)","publicKeyJwk":{\#(Self.jwk),"kid":"thumb","alg":"EdDSA"}}],"#
            + #""assertionMethod":["\#(id)#key-1"]}"#
        guard case .found(let key) = await key(name, [id: document]) else {
            Issue.record("not found")
            return
        }
        #expect(key.speaksFor == id)
        #expect(key.algorithm == "EdDSA")
    }

    @Test func `stand in the key set of the issuer's host, which says nothing of whose they are`()
        async throws
    {
        let documents: [Text: String] = [
            Self.set: #"{"keys":[{\#(Self.jwk),"kid":"k1","alg":"EdDSA"}]}"#
        ]
        guard case .found(let key) = await key("k1", documents) else {
            Issue.record("not found")
            return
        }
        guard case .unstated(Self.set) = key.standing else {
            Issue.record("\(key.standing)")
            return
        }
        guard case .failed(let failure) = await self.key("k2", documents) else {
            Issue.record("found")
            return
        }
        #expect(failure.isUnavailable)
    }

    @Test func `of somebody else in the issuer's document are not taken`() async {
        let id = Self.issuer
        let document =
            #"{"id":"\#(id)","verificationMethod":[{"id":"https://x.example/k","#
            + #""type":"JsonWebKey","controller":"https://x.example/","#
            + #""publicKeyJwk":{\#(Self.jwk),"kid":"thumb"}}]}"#
        guard case .failed = await key("thumb", [id: document]) else {
            Issue.record("found")
            return
        }
    }

    /// JWT-22: whoever shares a host shares its key set, so that an entry has to say whose it is.
    @Test(
        arguments: [
            ("https://uni.example", "", true), ("https://uni.example/", "", true),
            ("https://uni.example/issuers/1", "", false),
            ("https://uni.example?issuer=1", "", false),
            ("did:web:uni.example", "", true), ("did:web:uni.example:issuers:1", "", false),
            ("did:web:uni.example%3A8443", "", false),
            (
                "https://uni.example/issuers/1", #","iss":"https://uni.example/issuers/1""#, true
            ),
            (
                "https://uni.example/issuers/1", #","iss":"https://uni.example/issuers/2""#, false
            ),
            ("did:web:uni.example:issuers:1", #","iss":"did:web:uni.example:issuers:1""#, true),
            ("https://uni.example", #","iss":"https://uni.example/issuers/1""#, false),
        ] as [(Text, String, Bool)])
    func `of a shared host are an issuer's where the entry names it`(
        issuer: Text, member: String, isHeld: Bool
    ) async throws {
        let key = try PublicKey(jwk: JSONDocument(parsing: Array("{\(Self.jwk)}".utf8)).root)
        let shelf = Shelf(documents: [Self.set: "{\"keys\":[{\(Self.jwk)\(member)}]}"])
        let holding = await KeyResolver(source: shelf).holding(of: key, by: issuer)
        if isHeld {
            #expect(holding == .held(place: Self.set, end: nil))
        } else {
            if case .held = holding { Issue.record("\(holding)") }
        }
    }
}
