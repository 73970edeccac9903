import Credentials
import Issuance
import JSONText

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
                    Workshop.badge(),
                    changed: [
                        ("context-3.0.3", "context-3.0.2"),
                        // It has no such term.
                        ("\"awardedDate\": \"2026-03-01T12:00:00Z\",\n  ", ""),
                    ])),
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
