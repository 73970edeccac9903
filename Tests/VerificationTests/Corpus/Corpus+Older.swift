import DataIntegrity
import JSONText
import KeyMaterial

@testable import Verification

/// CLR 1.0 and Open Badges 2.0, which are judged by rules of their own.
extension Corpus {
    private typealias My = LegacyFixture

    private static func signer() throws -> PrivateKey { try Workshop.key("Hollin College") }

    private static func signed(_ text: String) throws -> [UInt8] {
        try My.signed(text, with: signer())
    }

    /// A reader with all that the college publishes, some of it changed.
    private static func finding(_ changed: [(url: String, text: String?)] = []) throws
        -> CorpusRecord.Reader
    {
        .init(documents: My.documents(try signer(), changed: changed))
    }

    private static func hosting(
        _ original: String?, more: [(url: String, text: String)] = [], without: String? = nil
    ) -> CorpusRecord.Reader {
        var texts = [(url: My.issuer, text: My.profile()), (My.badgeID, My.badgeClass)] + more
        if let original { texts.append((My.assertionID, original)) }
        texts.removeAll { $0.url == without || $0.text == without }
        return .init(documents: texts.map { ($0.url, Array($0.text.utf8)) })
    }

    @Sendable static func older() async throws -> [CorpusRecord] {
        try signedOlder() + hostedOlder() + olderClasses() + partsOfOlder() + wrappedOlder()
    }

    /// A CLR 1.0 in a credential that is signed over RDF, and changed behind the signature.
    private static func wrappedOlder() throws -> [CorpusRecord] {
        let own = try Workshop.university().issuer
        let url = "https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld"
        let draft = """
            {"@context": ["https://www.w3.org/2018/credentials/v1", "\(url)",
              "https://w3id.org/security/data-integrity/v2"],
             "id": "\(Workshop.uuid("wrapped"))", "type": ["VerifiableCredential"],
             "issuer": "\(own)", "issuanceDate": "2025-07-01T00:00:00Z",
             "credentialSubject": \(My.clr(verification: nil, context: false))}
            """
        let whole = try Workshop.signed(Array(draft.utf8), suite: EdDSARDFC2022())
        let shows = ["type.wraps-clr-1", "controller.another-publisher"]
        return [
            CorpusRecord(
                "clr-1-in-a-credential-over-rdf", "A CLR 1.0 in a credential signed over RDF.",
                .verified, shows + ["terms.record-merged"], whole),
            CorpusRecord(
                "clr-1-in-a-credential-renamed",
                "The assertions go by another name of theirs, which the signature does not see.",
                .failed, shows + ["terms.invalid-json-ld"],
                try Workshop.changed(whole, [("\"assertions\":", "\"dtAssertion\":")])),
            CorpusRecord(
                "clr-1-in-a-credential-with-another-context",
                "Another context could give other names to the members of the record.",
                .undetermined, shows + ["terms.record-open", "proof.not-verifiable"],
                try Workshop.changed(
                    whole, [("\"\(url)\"", "\"https://w3id.org/openbadges/v2\", \"\(url)\"")])),
        ]
    }

    /// Badge classes, and pictures, by themselves.
    private static func olderClasses() -> [CorpusRecord] {
        let pictured = My.badge(extra: ", \"image\": \"data:image/png;base64,iVBORw0KGgo=\"")
        let bare = My.badgeClass.replacing(" \"image\": \"\(My.host)/welding.png\",", with: "")
        let elsewhere = "https://elsewhere.example/badges/1"
        let foreign = My.badgeClass.replacing(My.badgeID, with: elsewhere)
        return [
            CorpusRecord(
                "badge-2-picture-as-data", "The picture is written into the assertion.", .failed,
                ["shape.image-as-data"], pictured, for: hosting(pictured)),
            CorpusRecord(
                "badge-class-2-without-picture", "A badge class has no picture.", .verified,
                ["shape.member-expected"], bare,
                for: hosting(nil, more: [(My.badgeID, bare)], without: My.badgeClass)),
            CorpusRecord(
                "badge-class-2-elsewhere",
                "A badge class by itself stands on another host than its issuer.", .verified,
                ["controller.description-elsewhere"], foreign,
                for: hosting(nil, more: [(elsewhere, foreign)])),
        ]
    }

    private static func signedOlder() throws -> [CorpusRecord] {
        let record = try signed(My.clr())
        let learners = [
            "type.older-generation", "proof.signature-fits", "recipient.is-the-learner",
        ]
        return [
            CorpusRecord(
                "clr-1-signed", "A CLR 1.0 record, signed by its publisher.", .verified, learners,
                record, for: try finding()),
            CorpusRecord(
                "badge-2-signed", "An Open Badges 2.0 assertion, signed.", .verified,
                ["type.older-generation", "proof.signature-fits"],
                try signed(My.badge(verification: My.signedMethod)), for: try finding()),
            CorpusRecord(
                "clr-1-revoked", "The publisher's list names the record.", .failed,
                ["status.revoked", "proof.not-verifiable"], record,
                for: try finding([(My.listURL, My.list("\"\(My.clrID)\""))])),
            CorpusRecord(
                "clr-1-departs", "An achievement without a name.", .verified,
                ["shape.departs-from-clr-1"],
                try signed(
                    My.clr().replacing("\"name\": \"Algebra\",", with: "")),
                for: try finding()),
            CorpusRecord(
                "clr-1-wrong-profile", "What stands at the publisher's address is no profile.",
                .failed,
                [
                    "shape.linked-wrong", "controller.document-unavailable",
                    "status.list-unavailable", "proof.not-verifiable",
                ], record,
                for: try finding([
                    (
                        My.issuer,
                        My.profile(extra: My.signerExtra)
                            .replacing("\"Profile\"", with: "\"BadgeClass\"")
                    )
                ])),
            CorpusRecord(
                "clr-1-nothing-to-verify", "The record names no way to verify it.", .undetermined,
                ["proof.not-verifiable"], My.clr(verification: nil)),
            CorpusRecord(
                "clr-1-unsigned", "A record that should be signed, as plain JSON.", .failed,
                ["proof.missing", "proof.not-verifiable"], My.clr()),
        ]
    }

    private static func hostedOlder() -> [CorpusRecord] {
        let badge = My.badge()
        let old = "\(My.host)/old"
        let moved = My.badge(badge: "\"\(old)\"")
        let elsewhere = "https://elsewhere.example/assertions/7"
        let foreign = badge.replacing(My.assertionID, with: elsewhere)
        return [
            CorpusRecord(
                "badge-2-hosted", "Its issuer hosts the same.", .verified, ["proof.hosted-agrees"],
                badge, for: hosting(badge)),
            CorpusRecord(
                "badge-2-hosted-differs", "Its issuer hosts one of another person.", .failed,
                ["proof.hosted-differs"], badge,
                for: hosting(badge.replacing("ada@", with: "eve@"))),
            CorpusRecord(
                "badge-2-not-looked-up", "The original could not be had.", .undetermined,
                ["proof.hosted-not-looked-up"], badge, for: hosting(nil)),
            CorpusRecord(
                "badge-2-without-its-class", "Its badge class, which names the issuer, is nowhere.",
                .undetermined, ["shape.linked-unavailable", "proof.hosted-not-looked-up"], badge),
            CorpusRecord(
                "badge-2-hosted-elsewhere", "Somebody else hosts it.", .failed,
                ["controller.outside-scope"], foreign,
                for: hosting(nil, more: [(elsewhere, foreign)])),
            CorpusRecord(
                "badge-2-class-moved", "Its badge class has moved on the same host.", .verified,
                ["shape.linked-moved"], moved, for: hosting(moved, more: [(old, My.badgeClass)])),
            CorpusRecord(
                "badge-2-revoked", "Its issuer hosts that it was revoked.", .failed,
                ["status.revoked"], badge,
                for: hosting(badge.replacing("\"badge\"", with: "\"revoked\": true, \"badge\""))),
        ]
    }

    private static func partsOfOlder() throws -> [CorpusRecord] {
        func received(_ recipient: String) throws -> [UInt8] {
            try signed(My.clr(assertions: [My.assertion(recipient: recipient)]))
        }
        let context = "\"@context\": \"https://purl.imsglobal.org/spec/clr/v1p0/x\""
        let token = Fixture.text(try signed(My.clr()))
        let own = try Workshop.university().issuer
        let wrapped = """
            {"iss": "\(own)", "vc": {"@context": ["https://www.w3.org/2018/credentials/v1"],
             "id": "\(Workshop.uuid("wrapped"))", "type": ["VerifiableCredential"],
             "issuer": "\(own)", "issuanceDate": "2025-07-01T00:00:00Z",
             "credentialSubject": \(My.clr(verification: nil))},
             "jti": "\(Workshop.uuid("wrapped"))", "nbf": 1751328000, "sub": "\(My.clrID)"}
            """
        var asking = try finding()
        (asking.recipient, asking.recipientType) = ("amy@example.org", "emailAddress")
        return [
            CorpusRecord(
                "set-of-clr-1", "A set is as good as the signed records in it.", .verified,
                ["proof.parts-verified"],
                "{\(context), \"type\": \"ClrSet\", \"signedClrs\": [\"\(token)\"]}",
                for: try finding()),
            CorpusRecord(
                "clr-1-of-another-learner", "An assertion of somebody else.", .verified,
                ["recipient.not-the-learner"],
                try received(#"{"type": "email", "identity": "eve@example.org", "hashed": false}"#),
                for: try finding()),
            CorpusRecord(
                "clr-1-of-a-learner-unclear", "An assertion of somebody by a telephone number.",
                .verified, ["recipient.unclear"],
                try received(#"{"type": "telephone", "identity": "+1", "hashed": false}"#),
                for: try finding()),
            CorpusRecord(
                "badge-2-by-a-weak-hash", "The recipient is hashed in a way that is easily undone.",
                .verified, ["recipient.weak-hash", "recipient.matches"],
                try signed(
                    My.badge(
                        verification: My.signedMethod,
                        recipient: """
                            {"type": "email", "hashed": true, "salt": "deadsea",
                             "identity": "md5$7522be6006a9349c472af031a5fc384c"}
                            """)), for: asking),
            CorpusRecord(
                "clr-1-in-its-own-assertions", "A record stands where an assertion belongs.",
                .undetermined, ["proof.not-verifiable", "type.wrong-place"],
                My.clr(verification: nil, assertions: [My.clr(verification: nil)])),
            CorpusRecord(
                "clr-1-in-a-credential", "Another than its publisher vouches for a CLR 1.0 record.",
                .verified,
                ["type.wraps-clr-1", "controller.another-publisher", "proof.vouched-by-record"],
                try Workshop.token(payload: wrapped)),
        ]
    }
}
