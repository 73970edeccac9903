import Baking
import Credentials
import Issuance
import JSONText
import Multiformat

@testable import Verification

extension Corpus {
    private static let drawing =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>\n"
    /// One grey pixel, made here.
    private static let pixel: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44,
        0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3A,
        0x7E, 0x9B, 0x55, 0x00, 0x00, 0x00, 0x0A, 0x49, 0x44, 0x41, 0x54, 0x78, 0xDA, 0x63, 0x68,
        0x00, 0x00, 0x00, 0x82, 0x00, 0x81, 0xDA, 0x45, 0x08, 0x3B, 0x00, 0x00, 0x00, 0x00, 0x49,
        0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
    ]

    private static func baked(
        _ text: [UInt8], into picture: [UInt8]? = nil, _ standard: BakedStandard = .openBadges3,
        isToken: Bool = false
    ) throws -> [UInt8] {
        try Picture(reading: picture ?? Array(drawing.utf8))
            .baking(Bakeable(standard: standard, text: text, isToken: isToken))
    }

    private static func holding(_ inside: String) -> String {
        drawing.replacing("<path", with: inside + "<path")
    }

    private static func element(_ text: String) -> String {
        "<ob:credential xmlns:ob='https://purl.imsglobal.org/ob/v3p0'>\(text)</ob:credential>"
    }

    private static func pictured(_ url: String, top: String = "") -> String {
        Workshop.badge(
            top: top, achievement: #""image": {"id": "\#(url)", "type": "Image"}"#)
    }

    /// PNG and SVG that carry a credential, should, or do not.
    @Sendable static func pictures() async throws -> [CorpusRecord] {
        try await goodPictures() + badPictures()
    }

    private static func goodPictures() async throws -> [CorpusRecord] {
        let found = ["readable.read-from-image", "proof.signature-fits"]
        let badge = try await Workshop.issued(Workshop.badge())
        let token = try await Workshop.token(Workshop.badge())
        let record = try await Workshop.issued(Workshop.record([Workshop.badge()]))
        let data = "data:image/svg+xml;base64," + Base64.encode(Array(drawing.utf8))
        let other =
            "data:image/svg+xml;base64,"
            + Base64.encode(Array(drawing.replacing("h9", with: "v9").utf8))
        return [
            CorpusRecord(
                "png-badge", "A badge in a PNG.", .verified, found, try baked(badge, into: pixel)),
            CorpusRecord(
                "png-record", "A record in a PNG.", .verified, found,
                try baked(record, into: pixel, .clr2)),
            CorpusRecord(
                "png-token", "A token in a PNG.", .verified, found + ["readable.jwt"],
                try baked(token, into: pixel, isToken: true)),
            CorpusRecord(
                "svg-badge", "A badge in an SVG.", .verified, found, try baked(badge)),
            CorpusRecord(
                "svg-record", "A record in an SVG.", .verified, found, try baked(record, .clr2)),
            CorpusRecord(
                "svg-token", "A token in an SVG.", .verified, found + ["readable.jwt"],
                try baked(token, isToken: true)),
            CorpusRecord(
                "svg-with-a-script", "A browser could run something in the picture.", .verified,
                found + ["readable.image-active"],
                holding(
                    element("<![CDATA[\(Fixture.text(badge))]]>") + "<script>alert(1)</script>")),
            CorpusRecord(
                "svg-that-the-badge-names", "The picture is the one that the badge names.",
                .verified, ["readable.image-matches"],
                try baked(try await Workshop.issued(pictured(data)))),
            CorpusRecord(
                "svg-that-the-badge-does-not-name", "The badge names another picture.", .verified,
                ["readable.image-differs"], try baked(try await Workshop.issued(pictured(other)))),
        ]
    }

    private static func badPictures() async throws -> [CorpusRecord] {
        let badge = try await Workshop.issued(Workshop.badge())
        let text = Fixture.text(badge)
        var broken = try baked(badge, into: pixel)
        broken[broken.count / 2] ^= 1
        return [
            CorpusRecord(
                "svg-changed", "The credential in the picture was changed.", .failed,
                ["proof.signature-invalid"],
                try Workshop.changed(baked(badge), [("Groups", "Lattices")])),
            CorpusRecord(
                "png-broken", "One bit of the PNG is another.", .failed,
                ["readable.image-broken"], broken),
            CorpusRecord(
                "png-cut-off", "The PNG ends too early.", .failed, ["readable.image-broken"],
                Array(pixel.prefix(40))),
            CorpusRecord(
                "svg-not-closed", "The SVG ends too early.", .failed, ["readable.image-broken"],
                drawing.replacing("</svg>", with: "")),
            CorpusRecord(
                "svg-with-an-entity", "The SVG declares an entity.", .failed,
                ["readable.image-unsafe"], "<!DOCTYPE svg [<!ENTITY a 'b'>]>" + drawing),
            CorpusRecord(
                "gif", "A picture of another kind.", .failed, ["readable.image-of-another-kind"],
                "GIF89a"),
            CorpusRecord(
                "svg-without-a-credential", "Nothing is baked into it.", .failed,
                ["readable.image-without-credential"], drawing),
            CorpusRecord(
                "png-without-a-credential", "Nothing is baked into it.", .failed,
                ["readable.image-without-credential"], pixel),
            CorpusRecord(
                "svg-with-two", "Two credentials are baked into one picture, one of them good.",
                .failed, ["readable.image-ambiguous"],
                holding(element("<![CDATA[\(text)]]>") + element("{}"))),
            CorpusRecord(
                "svg-with-an-address", "Only the address of a badge is baked in.", .undetermined,
                ["readable.image-holds-address"], holding(element("https://badges.example/1"))),
        ]
    }
}
