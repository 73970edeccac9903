import DIDs
import JSONText
import KeyMaterial
import Testing

/// Documents that a test has written.
struct Shelf: DocumentSource {
    var documents: [Text: String] = [:]

    func document(at url: Text) async -> DocumentAnswer {
        documents[url].map { .found(Array($0.utf8), mediaType: "application/json") }
            ?? .unavailable(reason: "not on the shelf")
    }
}

private let keyA = "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi"
private let keyB = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"

private func resolve(_ id: Text, _ documents: [Text: String] = [:]) async -> KeyResolution {
    await KeyResolver(source: Shelf(documents: documents)).key(id)
}

private func found(
    _ id: Text, _ documents: [Text: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
) async throws -> ResolvedKey {
    switch await resolve(id, documents) {
    case .found(let key): return key
    case .failed(let failure):
        Issue.record("\(failure)", sourceLocation: sourceLocation)
        throw failure
    }
}

private func failure(
    _ id: Text, _ documents: [Text: String] = [:]
) async -> KeyResolutionFailure? {
    if case .failed(let failure) = await resolve(id, documents) { failure } else { nil }
}

extension ResolvedKey {
    fileprivate var speaksFor: Text? {
        guard case .listed(let controller, let purposes) = standing,
            purposes.contains(.assertionMethod)
        else { return nil }
        return controller
    }
}

@Suite struct `Keys by did:key and did:jwk` {
    @Test func `are their own documents`() async throws {
        let did = Text("did:key:\(keyA)")
        for id in [did, Text("\(did)#\(keyA)")] {
            let key = try await found(id)
            #expect(key.publicKey.multibase == keyA)
            #expect(key.speaksFor == did)
            #expect(key.method?.id == Text("\(did)#\(keyA)"))
        }
    }

    @Test func `must be named by their own fragment`() async {
        let id = Text("did:key:\(keyA)#\(keyB)")
        #expect(
            await failure(id)
                == .methodNotInDocument(method: id, document: Text("did:key:\(keyA)")))
    }

    /// The first example of the method's specification.
    @Test func `of did:jwk are the JWK inside`() async throws {
        let did: Text =
            "did:jwk:eyJjcnYiOiJQLTI1NiIsImt0eSI6IkVDIiwieCI6ImFjYklRaXVNczNpOF91c3pFakoydHBUdFJNNEVVM3l6OTFQSDZDZEgyVjAiLCJ5IjoiX0tjeUxqOXZXTXB0bm1LdG00NkdxRHo4d2Y3NEk1TEtncmwyR3pIM25TRSJ9"
        let key = try await found(Text("\(did)#0"))
        #expect(key.publicKey.type == .p256)
        #expect(key.speaksFor == did)
        let made = DID.jwk(key.publicKey)
        #expect(try await found(made).publicKey == key.publicKey)
        let wrong = Text("\(did)#1")
        #expect(await failure(wrong) == .methodNotInDocument(method: wrong, document: did))
    }

    @Test func `must be sound keys`() async {
        #expect(
            await failure("did:key:z6Mk0")
                == .unusableDIDKey("did:key:z6Mk0", .encoding(.invalidCharacter(offset: 3))))
        #expect(
            await failure("did:jwk:e30") == .unusableDIDKey("did:jwk:e30", .missingMember("kty")))
        #expect(await failure("did:jwk:abc") == .malformedDID("did:jwk:abc"))
    }
}

@Suite struct `Keys in a controller's document` {
    static let did: Text = "did:web:uni.example"
    static let url: Text = "https://uni.example/.well-known/did.json"

    static func document(
        id: String = "did:web:uni.example", methods: String, assertion: String
    ) -> String {
        #"{"id":"\#(id)","verificationMethod":\#(methods),"assertionMethod":\#(assertion)}"#
    }

    static func method(
        id: String = "did:web:uni.example#key-0", controller: String = "did:web:uni.example",
        key: String = keyA
    ) -> String {
        #"{"id":"\#(id)","type":"Multikey","controller":"\#(controller)","#
            + #""publicKeyMultibase":"\#(key)"}"#
    }

    /// KEY-08: one method or several, strings, fragments alone, or methods that stand in the list.
    @Test(
        arguments: [
            document(methods: "[\(method())]", assertion: #"["did:web:uni.example#key-0"]"#),
            document(methods: method(), assertion: #""did:web:uni.example#key-0""#),
            document(methods: "[\(method(id: "#key-0"))]", assertion: ##"["#key-0"]"##),
            document(methods: "[]", assertion: "[\(method())]"),
            document(methods: "[\(method())]", assertion: "[\(method())]"),
            document(
                methods: ##"[{"id":"#x","type":"Bls12381G2Key2020"},\##(method())]"##,
                assertion: ##"["#x","#key-0"]"##),
        ])
    func `are found in every form of it`(document: String) async throws {
        let key = try await found("did:web:uni.example#key-0", [Self.url: document])
        #expect(key.publicKey.multibase == keyA)
        #expect(key.speaksFor == Self.did)
    }

    @Test func `speak for nobody when they are not listed for it`() async throws {
        let document = Self.document(methods: "[\(Self.method())]", assertion: "[]")
        let key = try await found("did:web:uni.example#key-0", [Self.url: document])
        #expect(key.speaksFor == nil)
        guard case .listed(Self.did, let purposes) = key.standing else {
            Issue.record("\(key.standing)")
            return
        }
        #expect(purposes.isEmpty)
    }

    @Test func `are not taken from a document of another`() async {
        let document = Self.document(
            id: "did:web:other.example", methods: "[]", assertion: "[]")
        #expect(
            await failure("did:web:uni.example#key-0", [Self.url: document])
                == .invalidDocument(
                    url: Self.url,
                    .wrongID(expected: Self.did, found: "did:web:other.example")))
    }

    /// Somebody publishes a key of their own and writes the university into its `controller`.
    @Test func `cannot be laid at another's door`() async throws {
        let evil = Self.document(
            id: "https://evil.example/me",
            methods: "[\(Self.method(id: "https://evil.example/me#k"))]",
            assertion: #"["https://evil.example/me#k"]"#)
        let documents: [Text: String] = [
            "https://evil.example/me": evil,
            Self.url: Self.document(methods: "[]", assertion: "[]"),
        ]
        let key = try await found("https://evil.example/me#k", documents)
        #expect(key.speaksFor == nil)
        let alone = try await found("https://evil.example/me#k", ["https://evil.example/me": evil])
        guard case .unavailable(Self.url, _) = alone.standing else {
            Issue.record("\(alone.standing)")
            return
        }
    }

    @Test func `with one id and two values are refused`() async {
        let document = Self.document(
            methods: "[\(Self.method()),\(Self.method(key: keyB))]", assertion: "[]")
        #expect(
            await failure("did:web:uni.example#key-0", [Self.url: document])
                == .invalidDocument(
                    url: Self.url, .ambiguousMethod("did:web:uni.example#key-0")))
    }

    @Test func `that show their private part are refused`() async {
        let method =
            ##"{"id":"#k","type":"JsonWebKey","controller":"did:web:uni.example","publicKeyJwk":"##
            + #"{"kty":"OKP","crv":"Ed25519","d":"AA","x":"AA"}}"#
        let document = Self.document(methods: method, assertion: ##""#k""##)
        #expect(
            await failure("did:web:uni.example#k", [Self.url: document])
                == .unusableMethod(method: "did:web:uni.example#k", .key(.privateMember("d"))))
    }

    @Test func `name what could not be had`() async {
        #expect(
            await failure("did:web:uni.example#key-0")
                == .unavailable(url: Self.url, reason: "not on the shelf"))
        #expect(await failure("did:example:1#k") == .unsupportedDIDMethod("did:example:1"))
        #expect(await failure("urn:uuid:1") == .notAnIdentifier("urn:uuid:1"))
        #expect(await failure("did:web:a:..#k") == .malformedDID("did:web:a:.."))
        #expect(await failure("did:web:a/b#k") == .malformedDID("did:web:a/b"))
    }

    @Test func `are refused where the document is not JSON`() async {
        guard
            case .invalidDocument(Self.url, .json(let error)) = await failure(
                "did:web:uni.example#key-0", [Self.url: "<html>"])
        else {
            Issue.record("not told as unreadable")
            return
        }
        #expect(error.reason == .looksLikeMarkup)
    }
}

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
        #expect(await holding([url: "{\"keys\":[{\(Self.jwk)}]}"]) == .held(place: url))
        #expect(
            await holding([url: "{\"keys\":[{\(Self.jwk),\"iss\":\"\(issuer)\"}]}"])
                == .held(place: url))
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

@Suite struct `Looking up` {
    @Test func `asks for each document once, and for no more than the limit`() async {
        let counter = Counter()
        let resolver = KeyResolver(source: counter)
        for number in 0..<Limits.lookups + 20 {
            _ = await resolver.key(Text("https://a.example/\(number)#k"))
            _ = await resolver.key(Text("https://a.example/\(number)#l"))
        }
        #expect(await counter.count == Limits.lookups)
    }

    actor Counter: DocumentSource {
        var count = 0

        func document(at url: Text) async -> DocumentAnswer {
            count += 1
            return .unavailable(reason: "counted")
        }
    }
}
