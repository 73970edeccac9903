import DIDs
import JSONText
import KeyMaterial
import Testing

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
