import JSONText
import KeyMaterial
import Multiformat
import Testing

@testable import JOSE

/// A token of this payload with these disclosures; nobody signed it.
func selective(_ payload: String, _ disclosures: [String] = [], binding: String = "") -> [UInt8] {
    let head = String(
        decoding: token(header: #"{"alg":"EdDSA"}"#, payload: payload), as: UTF8.self)
    return Array((head + "~" + disclosures.map { $0 + "~" }.joined() + binding).utf8)
}

/// A disclosure with this content, and its digest.
func disclosed(_ content: String) -> (text: String, digest: String) {
    let text = Base64URL.encode(Array(content.utf8))
    return (text, DisclosureHash.sha256.digest(of: text.utf8))
}

@Suite struct `Selective disclosures` {
    /// RFC 9901 sections 4.2.3 and 4.2.4.2.
    @Test(arguments: [
        (
            "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0",
            "X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0"
        ),
        (
            "WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIkZSIl0",
            "w0I8EKcdCtUPkGCNUrfwVp2xEgNjtoIDlOxc9-PlOhs"
        ),
    ])
    func `have the digests of the RFC`(text: String, digest: String) throws {
        #expect(DisclosureHash.sha256.digest(of: text.utf8) == digest)
    }

    @Test func `of the RFC stand where their digests stood`() throws {
        let payload =
            #"{"_sd":["X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0","absent"],"_sd_alg":"sha-256","#
            + #""nationalities":[{"...":"w0I8EKcdCtUPkGCNUrfwVp2xEgNjtoIDlOxc9-PlOhs"},"#
            + #"{"...":"decoy"},"DE"]}"#
        let read = try SDJWT(
            reading: selective(
                payload,
                [
                    "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0",
                    "WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIkZSIl0",
                ]))
        #expect(
            String(decoding: read.claims.bytes, as: UTF8.self)
                == #"{"nationalities":["FR","DE"],"family_name":"Möbius"}"#)
        #expect(
            read.disclosures.map(\.place.description) == ["/family_name", "/nationalities/0"])
        #expect(
            read.withheld == [
                SDJWT.Withheld(place: JSONPointer(["nationalities"]), count: 1),
                SDJWT.Withheld(place: JSONPointer(), count: 1),
            ])
    }

    @Test func `may stand inside each other`() throws {
        let inner = disclosed(#"["s","city","Ulm"]"#)
        let outer = disclosed(#"["s","address",{"_sd":["\#(inner.digest)"],"land":"DE"}]"#)
        let payload = #"{"_sd":["\#(outer.digest)"]}"#
        let read = try SDJWT(reading: selective(payload, [inner.text, outer.text]))
        #expect(read.claims.root["address"]?["city"]?.string == "Ulm")
        let shown = try #require(read.presenting(reveal: [JSONPointer(["address", "land"])]))
        let less = try SDJWT(reading: shown)
        #expect(less.claims.root["address"]?["city"] == nil)
        #expect(less.claims.root["address"]?["land"]?.string == "DE")
        let nothing = try SDJWT(reading: try #require(read.presenting(reveal: [])))
        #expect(nothing.claims.root.count == 0)
        let whole = try #require(read.presenting(reveal: [JSONPointer(["address"])]))
        #expect(try SDJWT(reading: whole).disclosures.count == 2)
        #expect(read.presenting(reveal: [JSONPointer(["street"])]) == nil)
        // The inner one alone belongs to nothing that is shown.
        #expect(throws: SDJWTError.unreferencedDisclosure(0)) {
            try SDJWT(reading: selective(payload, [inner.text]))
        }
    }

    static let member = disclosed(#"["s","a",1]"#)
    static let element = disclosed(#"["s",1]"#)

    @Test(
        arguments: [
            (#"{"_sd_alg":"md5"}"#, [], .unsupportedHash("md5")),
            (#"{"_sd_alg":"sha-1"}"#, [], .unsupportedHash("sha-1")),
            (#"{"_sd_alg":"SHA-256"}"#, [], .unsupportedHash("SHA-256")),
            (#"{"_sd_alg":256}"#, [], .invalidHashName),
            (#"{"_sd":"x"}"#, [], .malformedDigest(JSONPointer())),
            (#"{"_sd":[1]}"#, [], .malformedDigest(JSONPointer())),
            (#"{"_sd":["x","x"]}"#, [], .repeatedDigest(JSONPointer())),
            (
                #"{"_sd":["x"],"b":{"_sd":["x"]}}"#, [], .repeatedDigest(JSONPointer())
            ),
            (#"{"b":{"...":"x"}}"#, [], .misplacedDigest(JSONPointer(["b"]))),
            (#"{"b":[{"...":"x","c":1}]}"#, [], .malformedDigest(JSONPointer(["b", "0"]))),
            (#"{"b":[{"...":1}]}"#, [], .malformedDigest(JSONPointer(["b", "0"]))),
            (#"{}"#, [member.text], .unreferencedDisclosure(0)),
            (
                #"{"_sd":["\#(member.digest)"]}"#, [member.text, member.text],
                .repeatedDisclosure(1)
            ),
            (
                #"{"a":2,"_sd":["\#(member.digest)"]}"#, [member.text],
                .memberTwice(JSONPointer(["a"]))
            ),
            (
                #"{"_sd":["\#(element.digest)"]}"#, [element.text],
                .wrongKindOfDisclosure(JSONPointer())
            ),
            (
                #"{"b":[{"...":"\#(member.digest)"}]}"#, [member.text],
                .wrongKindOfDisclosure(JSONPointer(["b", "0"]))
            ),
            (#"{}"#, [disclosed(#"["s","_sd",[]]"#).text], .reservedName(0, "_sd")),
            (#"{}"#, [disclosed(#"["s","...","x"]"#).text], .reservedName(0, "...")),
            (#"{}"#, [disclosed(#"["s","_sd_alg","x"]"#).text], .reservedName(0, "_sd_alg")),
            (#"{}"#, [disclosed(#"["s"]"#).text], .malformedDisclosure(0)),
            (#"{}"#, [disclosed(#"["s","a",1,2]"#).text], .malformedDisclosure(0)),
            (#"{}"#, [disclosed(#"[1,"a",1]"#).text], .malformedDisclosure(0)),
            (#"{}"#, [disclosed(#"["s",1,1]"#).text], .malformedDisclosure(0)),
            (#"{}"#, [disclosed(#"{"s":1}"#).text], .malformedDisclosure(0)),
            (
                #"{}"#, ["WyJzIl0="], .disclosureNotBase64URL(0, .invalidCharacter(offset: 7))
            ),
            ("[]", [], .payloadNotAnObject),
        ] as [(String, [String], SDJWTError)])
    func `that were not signed so are refused`(
        payload: String, disclosures: [String], error: SDJWTError
    ) {
        #expect(throws: error) { try SDJWT(reading: selective(payload, disclosures)) }
    }

    @Test func `are not read with an empty one, or without the mark of their end`() throws {
        #expect(throws: SDJWTError.self) { try SDJWT(reading: selective("{}", [""])) }
        let token = token(header: #"{"alg":"EdDSA"}"#)
        #expect(throws: SDJWTError.noDisclosurePart) { try SDJWT(reading: token) }
        #expect(throws: SDJWTError.wrongNumberOfParts(1)) {
            try SDJWT(reading: Array("eyJ~".utf8))
        }
    }

    @Test func `that stand too deep inside each other are refused`() throws {
        var content = #"["s","a",1]"#
        var texts: [String] = []
        for _ in 0...Limits.jsonDepth {
            let (text, digest) = disclosed(content)
            texts.append(text)
            content = #"["s","a",{"_sd":["\#(digest)"]}]"#
        }
        let (text, digest) = disclosed(content)
        #expect(throws: SDJWTError.tooDeep(limit: Limits.jsonDepth)) {
            try SDJWT(reading: selective(#"{"_sd":["\#(digest)"]}"#, texts + [text]))
        }
    }

    @Test func `beyond their number are refused before they are read`() {
        let texts = [String](repeating: "W10", count: Limits.disclosures + 1)
        #expect(throws: SDJWTError.tooManyDisclosures(limit: Limits.disclosures)) {
            try SDJWT(reading: selective("{}", texts))
        }
        #expect(throws: SDJWTError.malformedDisclosure(0)) {
            try SDJWT(reading: selective("{}", Array(texts.dropLast())))
        }
    }
}

@Suite struct `Concealing` {
    private let claims =
        #"{"type":["A"],"b":{"c":1,"d":[1,2,3]},"e":{"proof":{},"f":1},"g":"h"}"#

    private func concealed(
        _ places: [String], decoys: Int = 0, hash: DisclosureHash = .sha256
    ) throws -> Concealment {
        let counter = Counter()
        return try Concealment(
            of: json(claims), places: places.compactMap { JSONPointer($0) }, hash: hash,
            decoys: decoys, randomness: { counter.octets($0) })
    }

    @Test(arguments: DisclosureHash.allCases)
    func `is undone by the disclosures`(hash: DisclosureHash) throws {
        let key = try PrivateKey.generate(.p256)
        let concealment = try concealed(
            ["/b/c", "/b/d/1", "/b", "/g", "/b/d/0"], decoys: 3, hash: hash)
        let bytes = try SDJWT.sign(concealment, header: [("typ", "vc+sd-jwt")], with: key)
        let read = try SDJWT(reading: bytes)
        #expect(read.hash == hash)
        #expect(read.disclosures.count == 5)
        #expect(read.claims.root["b"]?["d"]?.elements.compactMap(\.integer) == [1, 2, 3])
        #expect(read.claims.root["b"]?["c"]?.integer == 1)
        #expect(read.claims.root["g"]?.string == "h")
        #expect(read.payload.root["g"] == nil)
        #expect(read.payload.root["_sd"]?.count == 5)
        let digests = read.payload.root["_sd"]?.elements.compactMap(\.text) ?? []
        #expect(digests == digests.sorted())
        try CompactJWS(reading: read.issuerToken).verify(with: key.publicKey)
    }

    @Test(arguments: [
        ("/x", ConcealmentError.noSuchValue(JSONPointer(["x"]))),
        ("/b/d/9", .noSuchValue(JSONPointer(["b", "d", "9"]))),
        ("", .noSuchValue(JSONPointer())),
        ("/type", .alwaysShown(JSONPointer(["type"]))),
        ("/e/f", .insideSigned(JSONPointer(["e", "f"]))),
    ])
    func `leaves alone what must be seen`(place: String, error: ConcealmentError) {
        #expect(throws: error) { try concealed([place]) }
    }

    /// Randomness that never repeats.
    final class Counter: @unchecked Sendable {
        private var next: UInt8 = 0
        func octets(_ count: Int) -> [UInt8] {
            next &+= 1
            return [UInt8](repeating: next, count: count)
        }
    }
}

@Suite struct `Key bindings` {
    private func bound(
        _ holder: PrivateKey, change: (String) -> String = { $0 }, type: JSON = "kb+jwt"
    ) throws -> SDJWT {
        let member = disclosed(#"["s","a",1]"#)
        let base = selective(#"{"_sd":["\#(member.digest)"]}"#, [member.text])
        let hash = DisclosureHash.sha256.digest(of: base)
        let claims = change(#"{"iat":5,"aud":"a.example","nonce":"n","sd_hash":"\#(hash)"}"#)
        let binding = try CompactJWS.sign(
            Array(claims.utf8), header: [("typ", type)], with: holder)
        return try SDJWT(reading: base + binding)
    }

    private func read(_ token: SDJWT) throws -> KeyBinding {
        try KeyBinding(reading: try #require(token.keyBinding))
    }

    @Test func `hold under the holder's key, for the disclosures that they were made for`() throws {
        let holder = try PrivateKey.generate(.p256)
        let other = try PrivateKey.generate(.p256)
        let token = try bound(holder)
        let binding = try read(token)
        #expect(binding.audience == "a.example")
        #expect(binding.nonce == "n")
        try binding.verify(with: holder.publicKey, over: token)
        #expect(throws: KeyBindingError.token(.signatureInvalid)) {
            try binding.verify(with: other.publicKey, over: token)
        }
        let less = try SDJWT(reading: try #require(token.presenting(reveal: [])))
        #expect(less.keyBinding == nil)
        #expect(throws: KeyBindingError.otherDisclosures) {
            try binding.verify(with: holder.publicKey, over: less)
        }
        let again = try KeyBinding.bound(
            less, audience: "b.example", nonce: "m", issuedAt: 6, with: holder)
        let shown = try SDJWT(reading: again)
        try read(shown).verify(with: holder.publicKey, over: shown)
    }

    @Test(
        arguments: [
            (#""iat":5,"#, "", "iat"), (#""iat":5"#, #""iat":"5""#, "iat"),
            (#""aud":"a.example""#, #""aud":["a.example"]"#, "aud"),
            (#""nonce":"n","#, "", "nonce"), (#""sd_hash""#, #""hash""#, "sd_hash"),
        ])
    func `without a claim are none`(old: String, new: String, name: String) throws {
        let token = try bound(PrivateKey.generate(.ed25519)) { $0.replacing(old, with: new) }
        #expect(throws: KeyBindingError.claim(name)) { try read(token) }
    }

    @Test func `are no other kind of token`() throws {
        let token = try bound(PrivateKey.generate(.ed25519), type: "vc+jwt")
        #expect(throws: KeyBindingError.wrongType("vc+jwt")) { try read(token) }
    }
}
