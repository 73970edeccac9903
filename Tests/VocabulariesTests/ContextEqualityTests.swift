import JSONText
import TestSupport
import Testing

@testable import Vocabularies

@Suite struct `Known contexts` {
    @Test(.enabled(if: Standards.present), arguments: KnownContexts.urls)
    func `define the terms of the official documents`(url: String) throws {
        let copies = try OfficialContexts.copies(of: url)
        let first = try #require(copies.first, "the standards have no document for \(url)")
        let official = copies.dropFirst().reduce(first) { $0.merged(with: $1) }
        let bytes = try #require(KnownContexts.json(for: url))
        let known = try ContextScope.normalized(bytes)
        #expect(NormalizedContext.differences(known, official) == [])
    }

    @Test(.enabled(if: Standards.present), arguments: OfficialContexts.otherCopies.keys.sorted())
    func `hold every dated copy of a context that was amended in place`(url: Text) throws {
        let bytes = try #require(KnownContexts.json(for: url.string))
        let known = try ContextScope.normalized(bytes)
        let copies = try OfficialContexts.copies(of: url.string)
        #expect(copies.count == 3)
        for copy in copies { #expect(copy.isPart(of: known)) }
    }

    @Test func `have what was added to OB 3_0_3 later`() throws {
        let url = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
        let document = try JSONDocument(parsing: try #require(KnownContexts.json(for: url)))
        let context = try #require(document.root["@context"])
        #expect(context["jti"]?["@type"]?.string == "@id")
        #expect(context["endorsementJwt"]?["@container"]?.string == "@set")
    }

    @Test func `have one document for each URL`() {
        let urls = KnownContexts.urls.map { Text($0) }
        #expect(Set(urls).count == urls.count)
        for url in urls { #expect(KnownContexts.json(for: url.string) != nil) }
    }

    @Test(arguments: [
        "", "https://www.w3.org/ns/credentials/v2/", "http://www.w3.org/ns/credentials/v2",
        "https://www.w3.org/ns/credentials/v2#", "HTTPS://www.w3.org/ns/credentials/v2",
        "https://www.w3.org/ns/credentials/\u{FEFF}v2", "https://w3id.org/did/v1\u{0301}",
    ])
    func `are not given for another URL`(url: String) {
        #expect(KnownContexts.json(for: url) == nil)
    }

    @Test func `are told apart by code units`() {
        // U+212A KELVIN SIGN is canonically equal to K.
        #expect(Text("\u{212A}") != Text("K"))
        #expect(ShapeModel.on(.v2_0).class(named: "JW\u{212A}") == nil)
        #expect(ShapeModel.on(.v2_0).class(named: "JWK") != nil)
    }
}

@Suite struct `The comparison of contexts` {
    private static let base = #"{"@context":{"@protected":true,"p":"https://x.example/#","#

    private func normalized(_ rest: String) throws -> NormalizedContext {
        try ContextScope.normalized(Array((Self.base + rest + "}}").utf8))
    }

    @Test(arguments: [
        (#""a":"p:b""#, #""a":{"@id":"https://x.example/#b"}"#),
        (#""a":{"@id":"p:a","@container":"@set"}"#, #""a":{"@container":["@set"],"@id":"p:a"}"#),
        (#""b":"p:b","a":{"@id":"b"}"#, #""a":"p:b","b":"p:b""#),
    ])
    func `takes spellings of one definition as equal`(one: String, other: String) throws {
        #expect(try normalized(one) == normalized(other))
    }

    @Test(arguments: [
        (#""a":"p:b""#, #""a":"p:c""#),
        (#""a":{"@id":"p:b"}"#, #""a":{"@id":"p:b","@type":"@id"}"#),
        (#""a":{"@id":"p:b","@type":"q:x"}"#, #""a":{"@id":"p:b","@type":"p:x"}"#),
        (#""a":{"@id":"p:b","@context":null}"#, #""a":{"@id":"p:b"}"#),
        (#""a":{"@id":"p:b","@context":{"@protected":true}}"#, #""a":{"@id":"p:b","@context":{}}"#),
        (#""a":"https://y.example/#""#, #""a":{"@id":"https://y.example/#"}"#),
        (#""a":"p:b","@propagate":false"#, #""a":"p:b""#),
        (#""a":{"@id":"p:b","@protected":false}"#, #""a":"p:b""#),
        (#""a":{"@id":"p:b","@container":"@set"}"#, #""a":{"@id":"p:b","@container":"@list"}"#),
    ])
    func `sees each difference`(one: String, other: String) throws {
        let (one, other) = (try normalized(one), try normalized(other))
        #expect(one != other)
        #expect(!NormalizedContext.differences(one, other).isEmpty)
    }
}
