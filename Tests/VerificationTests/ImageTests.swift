import Baking
import JSONText
import Multiformat
import Testing

@testable import Verification

@Suite struct `A picture` {
    private static let drawing = "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0h9'/></svg>"
    private static let plain = Array(drawing.utf8)

    /// A signed course whose achievement has this picture; further members can be put beside it.
    private func course(image: String? = nil, extra: String = "") async throws -> [UInt8] {
        let draft = Fixture.course(extra: extra)
        guard let image else { return try await Fixture.issued(draft) }
        let member = "\"name\": \"Algebra\", \"description\""
        return try await Fixture.issued(
            draft.replacing(
                member, with: "\"image\": {\"id\": \"\(image)\", \"type\": \"Image\"}, " + member))
    }

    private func baked(
        _ text: [UInt8], into picture: [UInt8] = Self.plain, standard: BakedStandard = .openBadges3
    ) throws -> [UInt8] {
        try Picture(reading: picture)
            .baking(Bakeable(standard: standard, text: text, isToken: false))
    }

    private func element(_ text: String) -> String {
        "<o:credential xmlns:o='https://purl.imsglobal.org/ob/v3p0'>\(text)</o:credential>"
    }

    private func drawing(with inside: String) -> [UInt8] {
        Array(Self.drawing.replacing("<path", with: inside + "<path").utf8)
    }

    @Test func `is verified by what is baked into it, and kept as it came`() async throws {
        let image = try baked(try await course())
        let checked = await Verifier(clock: { Fixture.now }).verify(image)
        #expect(checked.verdict.verdict == .verified)
        #expect(checked.bytes == image)
        let codes = checked.verdict.codes
        #expect(codes.prefix(2) == ["readable.json", "readable.read-from-image"])
        #expect(!codes.contains { $0.hasPrefix("readable.image") })
    }

    @Test func `is not verified where the text in it was changed, and the place is in the text`()
        async throws
    {
        let image = try baked(try await course())
        let changed = Fixture.replacing("Groups and rings.", "Lattices.", in: image)
        #expect(await Fixture.verify(changed).problems == ["proof.signature-invalid"])
        let untyped = try baked(Array("{\"type\": 7, \"@context\": []}".utf8))
        let verdict = await Fixture.verify(untyped)
        #expect(verdict.verdict == .failed)
        let broken = await Fixture.verify(try baked(Array("{\"a\": {\"b\": 1, \"b\": 2}}".utf8)))
        #expect(broken.codes == ["readable.not-json"])
        #expect(broken.checks.first?.at?.description == "/a/b")
        #expect(broken.checks.first?.message.contains("baked into the SVG") == true)
    }

    @Test(arguments: [
        ("", "readable.empty"), ("[]", "readable.not-an-object"),
        ("eyJ.x", "readable.malformed-jwt"),
        ("&lt;svg xmlns='http://www.w3.org/2000/svg'/>", "readable.markup"),
        ("<b/>", "readable.image-broken"), ("&b;", "readable.image-unsafe"),
        ("https://badges.example/1", "readable.image-holds-address"),
    ])
    func `with something else in it says what`(text: String, code: String) async {
        let verdict = await Fixture.verify(drawing(with: element(text)))
        #expect(verdict.codes == [code])
        #expect((verdict.verdict == .undetermined) == (code == "readable.image-holds-address"))
    }

    @Test func `with two credentials is refused, one of them good`() async throws {
        let text = String(decoding: try await course(), as: UTF8.self)
        let image = drawing(with: element("<![CDATA[\(text)]]>") + element("{}"))
        #expect(await Fixture.verify(image).codes == ["readable.image-ambiguous"])
    }

    @Test func `of another kind, or without a credential, says so`() async {
        let jpeg = await Fixture.verify([0xFF, 0xD8, 0xFF, 0xE0, 0, 0])
        #expect(jpeg.codes == ["readable.image-of-another-kind"])
        #expect(await Fixture.verify(Self.plain).codes == ["readable.image-without-credential"])
    }

    @Test func `with a script in it is read, with a warning`() async throws {
        let text = String(decoding: try await course(), as: UTF8.self)
        let image = drawing(with: element("<![CDATA[\(text)]]>") + "<script>alert(1)</script>")
        let verdict = await Fixture.verify(image)
        #expect(verdict.verdict == .verified)
        #expect(verdict.checks.first { $0.code == "readable.image-active" }?.outcome == .warning)
    }

    @Test func `that the credential names as data is the right one`() async throws {
        for url in [
            "data:image/svg+xml;base64," + Base64.encode(Self.plain),
            "data:image/svg+xml,"
                + Self.plain.map { "%" + String(String(Int($0) + 0x100, radix: 16).suffix(2)) }
                .joined(),
        ] {
            let verdict = await Fixture.verify(try baked(try await course(image: url)))
            #expect(verdict.verdict == .verified)
            #expect(verdict.codes.contains("readable.image-matches"))
        }
    }

    @Test func `that the credential does not name is warned of`() async throws {
        let other = Array(Self.drawing.replacing("h9", with: "v9").utf8)
        let text = try await course(image: "data:image/svg+xml;base64," + Base64.encode(other))
        let verdict = await Fixture.verify(try baked(text))
        #expect(verdict.verdict == .verified)
        let check = verdict.checks.first { $0.code == "readable.image-differs" }
        #expect(check?.outcome == .warning)
        #expect(check?.at?.description == "/credentialSubject/achievement/image")
    }

    @Test func `that the credential names by a digest is compared by it`() async throws {
        let url = "https://hollin.example/algebra.svg"
        // Of the drawing, and of a space.
        for (digest, code) in [
            (
                "sha384-ZjaGZAnnGDoiKjcLDSdBtlJLsSJUO29H1dvtlVo+VHqZm0+/cI/zsfwUXqyevkcF",
                "readable.image-matches"
            ),
            (
                "sha384-WIAW6xAEXdhYNNZ9GH1rl4WPOMWMaQMgxKZODC+S7r2fG9dN4lboJogVkFFZRJVm",
                "readable.image-differs"
            ),
        ] {
            let resource =
                ", \"relatedResource\": [{\"id\": \"\(url)\", \"digestSRI\": \"\(digest)\"}]"
            let verdict = await Fixture.verify(
                try baked(try await course(image: url, extra: resource)))
            #expect(verdict.codes.contains(code), "\(verdict.problems)")
        }
    }

    @Test func `that the credential names by an address alone is not judged`() async throws {
        let text = try await course(image: "https://hollin.example/algebra.svg")
        let codes = await Fixture.verify(try baked(text)).codes
        #expect(!codes.contains { $0.hasPrefix("readable.image-") })
    }
}
