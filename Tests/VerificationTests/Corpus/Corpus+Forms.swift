import Baking
import Credentials
import Issuance
import JSONText
import Multiformat

@testable import Verification

extension Corpus {
    private static let older = [
        ("https://www.w3.org/ns/credentials/v2", "https://www.w3.org/2018/credentials/v1"),
        ("\"validFrom\"", "\"issuanceDate\""),
    ]

    /// Good records of earlier generations.
    @Sendable static func generations() async throws -> [CorpusRecord] {
        let own = try Workshop.university().issuer
        let id = Workshop.uuid("older token")
        return [
            CorpusRecord(
                "badge-of-an-older-context", "An earlier context of Open Badges 3.0 is named.",
                .verified, ["context.older-version"],
                try await Workshop.signed(
                    Workshop.badge(), changed: [("context-3.0.3", "context-3.0.2")])),
            CorpusRecord(
                "badge-of-data-model-1.1", "An Open Badges 3.0 credential of data model 1.1.",
                .verified, ["context.older-version"],
                try await Workshop.signed(Workshop.badge(), changed: older)),
            CorpusRecord(
                "record-of-data-model-1.1", "A CLR 2.0 record of data model 1.1.", .verified,
                ["context.older-version", "proof.vouched-by-record"],
                try await Workshop.signed(
                    Workshop.record([Workshop.part("Chemistry")]), changed: older)),
            CorpusRecord(
                "token-of-data-model-1.1", "A token with the claim vc.", .verified,
                ["readable.jwt", "context.older-version"],
                try Workshop.token(
                    payload: """
                        {"vc": {"@context": ["https://www.w3.org/2018/credentials/v1"],
                         "type": ["VerifiableCredential"], "id": "\(id)", "issuer": "\(own)",
                         "issuanceDate": "2026-01-01T00:00:00Z",
                         "credentialSubject": {"id": "did:example:ada"}},
                         "iss": "\(own)", "jti": "\(id)", "nbf": 1767225600,
                         "sub": "did:example:ada"}
                        """)),
        ]
    }

    // MARK: - Pictures

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

    // MARK: - Presentations

    private static func presented(
        _ credentials: [[UInt8]], form: PresentationRequest.Form = .embedded(nil)
    ) async throws -> [UInt8] {
        let holder = IssuingKey(selfContained: try Workshop.key("Ada"))
        let bytes = try await Workshop.issuance([holder], "presentation").present(
            PresentationRequest(
                credentials: credentials, challenge: "once", domain: "reader.example", form: form)
        ).bytes
        return bytes
    }

    /// What a holder hands to a reader.
    @Sendable static func presentations() async throws -> [CorpusRecord] {
        let badge = try await Workshop.issued(Workshop.badge())
        let asked = CorpusRecord.Reader(domain: "reader.example", challenge: "once")
        let whole = try await presented([badge])
        let token = try await presented([badge], form: .token)
        let unnamed = """
            {"@context": ["https://www.w3.org/ns/credentials/v2"],
             "type": "VerifiablePresentation", "verifiableCredential": []}
            """
        return [
            CorpusRecord(
                "with-a-proof", "A badge, presented to this reader.", .verified,
                ["proof.signature-fits", "purpose.fits"], whole, for: asked),
            CorpusRecord(
                "as-a-token", "The same as a token.", .verified, ["proof.signature-fits"], token,
                for: asked),
            CorpusRecord(
                "of-three-forms", "A badge as JSON, as a token and as an SD-JWT.", .verified,
                ["readable.jwt", "readable.sd-jwt"],
                try await presented([
                    badge, try await Workshop.token(Workshop.badge("Geometry")),
                    try await selective().bytes,
                ]), for: asked),
            CorpusRecord(
                "of-a-holder-unnamed", "Who holds it is not said; whose key signed is told.",
                .verified, ["controller.holder-not-named"],
                try Workshop.token(payload: unnamed, typ: "vp+jwt")),
            CorpusRecord(
                "for-another-reader", "Made for another reader.", .failed,
                ["purpose.domain-differs"], whole,
                for: .init(domain: "elsewhere.example", challenge: "once")),
            CorpusRecord(
                "for-another-occasion", "The answer to another challenge.", .failed,
                ["purpose.challenge-differs"], token,
                for: .init(domain: "reader.example", challenge: "twice")),
            CorpusRecord(
                "only-the-credential", "A challenge was asked, and a copied badge is no answer.",
                .failed, ["purpose.challenge-differs", "purpose.domain-differs"], badge, for: asked),
            CorpusRecord(
                "unsigned", "Nobody signed the presentation; the badge in it holds.", .failed,
                ["proof.missing"], try Workshop.unsigned(whole)),
            CorpusRecord(
                "stolen", "Another holder was put in.", .failed,
                ["controller.not-the-issuer", "proof.signature-invalid"],
                try Workshop.changed(
                    whole,
                    [
                        (
                            "\"holder\": \"\(IssuingKey(selfContained: try Workshop.key("Ada")).issuer)\"",
                            "\"holder\": \"did:example:eve\""
                        )
                    ]), for: asked),
        ]
    }

    // MARK: - What cannot be read

    @Sendable static func unreadable() async throws -> [CorpusRecord] {
        [
            CorpusRecord("empty", "There is nothing.", .failed, ["readable.empty"], " \n"),
            CorpusRecord(
                "words", "Words, and no JSON.", .failed, ["readable.not-json"], "hello"),
            CorpusRecord(
                "cut-off", "The JSON ends too early.", .failed, ["readable.not-json"], "{\"a\": "),
            CorpusRecord(
                "one-name-twice", "A name stands twice in one object.", .failed,
                ["readable.not-json"], #"{"type": "a", "type": "b"}"#),
            CorpusRecord(
                "nested-too-deep", "Lists in lists a thousand times.", .failed,
                ["readable.not-json"], String(repeating: "[", count: 1_000)),
            CorpusRecord(
                "not-utf-8", "Octets that are no text.", .failed, ["readable.not-json"],
                [0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x7D]),
            CorpusRecord(
                "web-page", "The page that says that nothing was found.", .failed,
                ["readable.markup"], "<!DOCTYPE html><p>404</p>"),
            CorpusRecord(
                "list", "A list, and not one credential.", .failed, ["readable.not-an-object"],
                "[]"),
            CorpusRecord(
                "token-cut-off", "It begins like a token.", .failed, ["readable.malformed-jwt"],
                "eyJhbGciOiJub25lIn0.x"),
        ]
    }
}
