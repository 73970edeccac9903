import DIDs
import JSONText
import KeyMaterial
import Testing

@Suite struct `A controller's document in the making` {
    static let did: Text = "did:web:uni.example"

    private func key(_ seed: UInt8) throws -> PublicKey {
        try PrivateKey(type: .ed25519, secret: [UInt8](repeating: seed, count: 32)).publicKey
    }

    private func value(_ json: JSON) throws -> JSONValue {
        try JSONDocument(parsing: json.serialized()).root
    }

    private func begun() throws -> JSONValue {
        var draft = try ControllerDocumentDraft(id: Self.did)
        try draft.add(key(1), name: "key-1")
        return try value(draft.document())
    }

    @Test func `has its keys in both forms, for assertions and authentication`() throws {
        var draft = try ControllerDocumentDraft(id: Self.did)
        try draft.add(key(1))
        try draft.add(PrivateKey.generate(.p384).publicKey, name: "second", form: .jwk)
        let json = try value(draft.document())
        #expect(
            json["@context"]?.elements.compactMap(\.string) == [
                "https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1",
                "https://w3id.org/security/jwk/v1",
            ])
        let document = try ControllerDocument(reading: json)
        #expect(document.id == Self.did)
        #expect(document.unreadable.isEmpty)
        #expect(document.methods.map(\.type) == ["Multikey", "JsonWebKey"])
        #expect(document.methods.first?.id == Text("\(Self.did)#\(try key(1).multibase)"))
        #expect(document.methods.last?.id == "did:web:uni.example#second")
        for method in document.methods {
            #expect(document.purposes(of: method.id) == [.assertionMethod, .authentication])
        }
    }

    @Test func `keeps a retired key with its end, and for assertions only`() throws {
        var draft = try ControllerDocumentDraft(id: Self.did, earlier: begun())
        try draft.add(key(2), name: "key-2")
        try draft.end("key-1", .revoked, at: "2026-04-01T00:00:00Z")
        let document = try ControllerDocument(reading: value(draft.document()))
        let old = try #require(document.method("did:web:uni.example#key-1"))
        #expect(old.revoked == DateTimeStamp("2026-04-01T00:00:00Z"))
        #expect(document.purposes(of: old.id) == [.assertionMethod])
        let new = try #require(document.method("did:web:uni.example#key-2"))
        #expect(new.end == nil)
        #expect(document.purposes(of: new.id) == [.assertionMethod, .authentication])
    }

    @Test func `keeps everything else as it was`() throws {
        let earlier = try JSONDocument(
            parsing: Array(
                """
                {"@context":["https://www.w3.org/ns/did/v1","https://x.example/"],
                "id":"did:web:uni.example","service":[{"id":"#s","type":"X",
                "serviceEndpoint":"https://uni.example/"}],"name":"Uni",
                "assertionMethod":[{"id":"#a","type":"Multikey",
                "controller":"did:web:uni.example","publicKeyMultibase":"\(keyA)"}]}
                """.utf8)
        ).root
        var draft = try ControllerDocumentDraft(id: Self.did, earlier: earlier)
        try draft.add(key(2))
        try draft.end("#a", .expires, at: "2026-04-01T00:00:00Z")
        let json = try value(draft.document())
        #expect(json["name"]?.string == "Uni")
        #expect(json["service"]?.bytes.elementsEqual(earlier["service"]?.bytes ?? []) == true)
        #expect(json["@context"]?.count == 3)
        let document = try ControllerDocument(reading: json)
        #expect(document.methods.count == 2)
        let old = try #require(document.method("did:web:uni.example#a"))
        #expect(old.expires == DateTimeStamp("2026-04-01T00:00:00Z"))
        #expect(document.purposes(of: old.id) == [.assertionMethod])
    }

    @Test func `refuses what would make it unsafe or unclear`() throws {
        let earlier = try begun()
        func draft() throws -> ControllerDocumentDraft {
            try ControllerDocumentDraft(id: Self.did, earlier: earlier)
        }
        let first: Text = "did:web:uni.example#key-1"
        #expect(throws: ControllerDraftError.keyTwice("did:web:uni.example#x")) {
            var draft = try draft()
            try draft.add(key(1), name: "x")
        }
        #expect(throws: ControllerDraftError.keyTwice(first)) {
            var draft = try draft()
            try draft.add(key(2), name: "key-1")
        }
        #expect(throws: ControllerDraftError.unknownKey("did:web:uni.example#key-9")) {
            var draft = try draft()
            try draft.end("key-9", .revoked, at: "2026-04-01T00:00:00Z")
        }
        #expect(throws: ControllerDraftError.time("yesterday")) {
            var draft = try draft()
            try draft.end("key-1", .revoked, at: "yesterday")
        }
        #expect(throws: ControllerDraftError.endsAlready(first)) {
            var draft = try draft()
            try draft.end("key-1", .revoked, at: "2026-04-01T00:00:00Z")
            let again = try value(draft.document())
            var second = try ControllerDocumentDraft(id: Self.did, earlier: again)
            try second.end("key-1", .revoked, at: "2027-04-01T00:00:00Z")
        }
        #expect(
            throws: ControllerDraftError.document(
                .wrongID(expected: "did:web:other.example", found: Self.did))
        ) {
            try ControllerDocumentDraft(id: "did:web:other.example", earlier: earlier)
        }
        #expect(throws: ControllerDraftError.document(.noKey)) {
            try ControllerDocumentDraft(id: Self.did).document()
        }
        let strange = try JSONDocument(
            parsing: Array(
                ##"{"id":"did:web:uni.example","verificationMethod":[{"id":"#k","type":"X"}]}"##
                    .utf8)
        ).root
        #expect(
            throws: ControllerDraftError.method(
                "did:web:uni.example#k", .missing("publicKeyMultibase"))
        ) {
            try ControllerDocumentDraft(id: Self.did, earlier: strange)
        }
    }

    @Test func `may revoke a key that was to expire later`() throws {
        var draft = try ControllerDocumentDraft(id: Self.did, earlier: begun())
        try draft.end("key-1", .expires, at: "2027-01-01T00:00:00Z")
        var second = try ControllerDocumentDraft(id: Self.did, earlier: value(draft.document()))
        try second.end("key-1", .revoked, at: "2026-01-01T00:00:00Z")
        let document = try ControllerDocument(reading: value(second.document()))
        #expect(document.methods.first?.end == DateTimeStamp("2026-01-01T00:00:00Z")?.seconds)
    }
}

@Suite struct `The did:web of a URL` {
    @Test(
        arguments: [
            ("https://uni.example", "did:web:uni.example"),
            ("https://uni.example/", "did:web:uni.example"),
            ("https://uni.example:8443/a/b/", "did:web:uni.example%3A8443:a:b"),
            ("https://uni.example/.well-known/did.json", "did:web:uni.example"),
            ("https://uni.example/a/did.json", "did:web:uni.example:a"),
        ] as [(Text, Text)])
    func `is that of its document's place`(url: Text, did: Text) {
        #expect(DIDWeb.did(url: url)?.text == did)
    }

    @Test(
        arguments: [
            "http://uni.example", "uni.example", "https://", "https://uni.example/?a",
            "https://uni.example/#a", "https://uni.example/../a", "https://a@uni.example",
            "https://uni.example//a", "https://uni%2Eexample",
        ] as [Text])
    func `is none where the URL is no such place`(url: Text) {
        #expect(DIDWeb.did(url: url) == nil)
    }
}
