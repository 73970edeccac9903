import Credentials
import Issuance
import JOSE
import JSONText
import KeyMaterial
import Multiformat
import Testing

@testable import Verification

extension Corpus {
    private static var places: [JSONPointer] {
        ["/credentialSubject/creditsEarned", "/credentialSubject/achievement/description"]
            .compactMap { JSONPointer($0) }
    }

    static func selective(holder: PublicKey? = nil) async throws -> SelectiveToken {
        let bytes = try await Workshop.token(
            Workshop.badge(subject: #""creditsEarned": 3.5"#),
            as: TokenRequest(disclosure: .init(places: places, decoys: 1, holder: holder)))
        return try #require(SelectiveToken(reading: bytes))
    }

    private static func bound(by key: PrivateKey, at moment: Timestamp = Fixture.now) async throws
        -> [UInt8]
    {
        try await selective(holder: Workshop.key("Ada").publicKey)
            .bound(to: "reader.example", nonce: "once", at: moment, with: key)
    }

    static func envelope(_ token: [UInt8], type: String = "application/vc+jwt") -> String {
        """
        {
          "@context": "https://www.w3.org/ns/credentials/v2",
          "type": "EnvelopedVerifiableCredential",
          "id": "data:\(type),\(Fixture.text(token))"
        }
        """
    }

    private static let asked = CorpusRecord.Reader(domain: "reader.example", challenge: "once")

    /// Good records that are signed as a token.
    @Sendable static func tokens() async throws -> [CorpusRecord] {
        let fits = ["readable.jwt", "proof.signature-fits", "controller.is-the-issuer"]
        let badge = Workshop.badge()
        let holder = try Workshop.key("Ada")
        let rsa = try CorpusKeys.rsa()
        return [
            CorpusRecord(
                "jwt-eddsa", "A badge as a JWT, signed with Ed25519.", .verified, fits,
                try await Workshop.token(badge)),
            CorpusRecord(
                "jwt-es256", "A badge as a JWT, signed with P-256.", .verified, fits,
                try await Workshop.token(badge, by: Workshop.university(.p256))),
            CorpusRecord(
                "jwt-es384", "A badge as a JWT, signed with P-384.", .verified, fits,
                try await Workshop.token(badge, by: Workshop.university(.p384))),
            CorpusRecord(
                "jwt-rs256", "A badge as a JWT, signed with RSA.", .verified, fits,
                try await Workshop.token(badge, by: CorpusKeys.issuer(rsa))),
            CorpusRecord(
                "jwt-ps256", "A badge as a JWT, signed with RSA-PSS.", .verified, fits,
                try await Workshop.token(
                    badge, by: CorpusKeys.issuer(rsa.signing(with: .PS256)))),
            CorpusRecord(
                "jwt-of-the-final-type", "A badge as a token of the type vc+jwt.", .verified, fits,
                try await Workshop.token(badge, as: TokenRequest(type: .final))),
            CorpusRecord(
                "jwt-with-a-proof-inside", "Signed as a token, and inside as JSON too.",
                .verified, fits,
                try await Workshop.token(badge, as: TokenRequest(embedsProof: true))),
            CorpusRecord(
                "jwt-of-a-record", "A whole record as a token.", .verified, fits,
                try await Workshop.token(Workshop.record([badge, Workshop.badge("Geometry")]))),
            CorpusRecord(
                "jwt-with-an-undefined-member",
                "A member that no context defines is signed all the same, as text.", .verified,
                fits + ["terms.undefined-but-signed-as-text"],
                try Workshop.token(
                    payload: try await Workshop.payload(
                        badge, (#""iss":"#, #""hobby":"chess","iss":"#)))),
            CorpusRecord(
                "jwt-with-a-certificate", "A certificate in the header decides nothing.",
                .verified, fits + ["shape.jwt-claim-tolerated"],
                try Workshop.token(
                    payload: try await Workshop.payload(), header: [("x5c", ["AAAA"])])),
            CorpusRecord(
                "jwt-with-its-key", "The key stands in the header, and is the issuer's.",
                .verified, fits,
                try Workshop.token(
                    payload: try await Workshop.payload(),
                    header: [("jwk", try Workshop.university().signer.publicKey.jwk)])),
            CorpusRecord(
                "jwt-by-a-key-set", "The key stands in the key set of the issuer's host.",
                .verified, fits, try await Workshop.token(badge, by: CorpusKeys.inKeySet()),
                for: .init(documents: [try CorpusKeys.keySet()])),
            CorpusRecord(
                "sd-jwt-whole", "An SD-JWT with all its disclosures.", .verified,
                ["readable.sd-jwt", "proof.signature-fits"], try await selective().bytes),
            CorpusRecord(
                "sd-jwt-part", "An SD-JWT whose holder keeps the description back.", .verified,
                ["readable.sd-jwt", "shape.member-withheld", "schema.parts-withheld"],
                try await selective().revealing(Array(places.prefix(1))).bytes),
            CorpusRecord(
                "sd-jwt-bound", "An SD-JWT that its holder bound to this reader.", .verified,
                ["purpose.key-bound"], try await bound(by: holder), for: asked),
            CorpusRecord(
                "sd-jwt-not-bound", "An SD-JWT made for one holder, who has not bound it.",
                .verified, ["purpose.key-binding-absent"],
                try await selective(holder: holder.publicKey).bytes),
            CorpusRecord(
                "enveloped-jwt", "A token in an envelope of JSON.", .verified, ["readable.jwt"],
                envelope(try await Workshop.token(badge))),
            CorpusRecord(
                "enveloped-sd-jwt", "An SD-JWT in an envelope of JSON.", .verified,
                ["readable.sd-jwt"],
                envelope(try await selective().bytes, type: "application/vc+sd-jwt")),
        ]
    }

    /// Tokens that are refused.
    @Sendable static func badTokens() async throws -> [CorpusRecord] {
        try await refusedTokens() + wrongClaims() + wrongBindings()
    }

    private static func refusedTokens() async throws -> [CorpusRecord] {
        let token = Fixture.text(try await Workshop.token(Workshop.badge()))
        let parts = token.split(separator: ".").map(String.init)
        func headed(_ header: String, signature: String? = nil) -> String {
            [Base64URL.encode(Array(header.utf8)), parts[1], signature ?? parts[2]]
                .joined(separator: ".")
        }
        let payload = try await Workshop.payload()
        let weak = Base64URL.encode([UInt8](repeating: 0xC1, count: 128))
        return [
            CorpusRecord(
                "signature-changed", "The signature was changed.", .failed,
                ["proof.signature-invalid"],
                [parts[0], parts[1], String(repeating: "A", count: 86)].joined(separator: ".")),
            CorpusRecord(
                "algorithm-none", "The token says that nobody signed it.", .failed,
                ["proof.algorithm-refused"], headed(#"{"alg":"none"}"#, signature: "")),
            CorpusRecord(
                "algorithm-hs256", "The token wants a secret that both sides have.", .failed,
                ["proof.algorithm-refused"], headed(#"{"alg":"HS256"}"#)),
            CorpusRecord(
                "algorithm-es512", "An algorithm that is not checked here.", .undetermined,
                ["proof.none-supported"], headed(#"{"alg":"ES512"}"#)),
            CorpusRecord(
                "key-from-anywhere", "The header says where the key is to be had (jku).", .failed,
                ["proof.header-refused"],
                headed(#"{"alg":"EdDSA","jku":"https://evil.example/keys"}"#)),
            CorpusRecord(
                "unknown-extension", "The header demands an extension that nobody knows.",
                .failed, ["proof.header-refused"], headed(#"{"alg":"EdDSA","crit":["x"],"x":1}"#)),
            CorpusRecord(
                "no-key-named", "The header names no key.", .failed, ["proof.malformed"],
                headed(#"{"alg":"EdDSA"}"#)),
            CorpusRecord(
                "another-type", "An access token is no credential.", .failed, ["purpose.wrong"],
                try Workshop.token(payload: payload, typ: "at+jwt")),
            CorpusRecord(
                "status-list-token", "A status list token says nothing of a learner.", .failed,
                [
                    "purpose.wrong", "type.missing", "context.missing", "period.no-start",
                    "controller.issuer-not-named", "shape.jwt-claim-missing",
                    "shape.jwt-claim-differs",
                ],
                try Workshop.token(
                    payload:
                        #"{"sub":"https://x.example/1","iat":1,"status_list":{"bits":1,"lst":"eNo"}}"#,
                    typ: "statuslist+jwt")),
            CorpusRecord(
                "weak-key", "The issuer's RSA key has 1,024 bits.", .failed,
                ["proof.key-invalid", "controller.document-unusable"],
                try await Workshop.token(
                    Workshop.badge(),
                    by: IssuingKey(
                        signer: Workshop.key("Hollin published"), issuer: Workshop.address,
                        verificationMethod: "https://hollin.example/key",
                        profile: Workshop.profile(Workshop.address, "Hollin University"))),
                for: .init(documents: [
                    (
                        "https://hollin.example/key",
                        Array(#"{"kty":"RSA","e":"AQAB","n":"\#(weak)"}"#.utf8)
                    )
                ])),
            CorpusRecord(
                "key-for-another-algorithm", "The key is published for another algorithm.",
                .failed, ["proof.key-does-not-fit-algorithm"],
                try await Workshop.token(Workshop.badge(), by: CorpusKeys.inKeySet()),
                for: .init(documents: [try CorpusKeys.keySet(more: #","alg":"ES256""#)])),
            CorpusRecord(
                "another-issuers-key", "Signed with a key that is another issuer's.", .failed,
                ["controller.not-the-issuer"],
                try Workshop.token(
                    payload: payload, by: Workshop.university(name: "Mill of Degrees"))),
            CorpusRecord(
                "not-json-ld", "Not usable as JSON-LD; the signature is over the text.", .failed,
                [
                    "terms.unchecked-but-signed-as-text", "shape.wrong-json-type",
                    "shape.jwt-claim-differs", "schema.does-not-fit",
                ],
                try Workshop.token(
                    payload: try await Workshop.payload(
                        Workshop.badge(), (#""id":"did:example:ada""#, #""id":7"#)))),
            CorpusRecord(
                "older-form", "Data model 1.1 belongs into the claim vc.", .failed,
                [
                    "context.jwt-form-mismatch", "period.no-start", "shape.member-missing",
                    "schema.does-not-fit",
                ],
                try Workshop.token(
                    payload: try await Workshop.payload(
                        Workshop.badge(), ("ns/credentials/v2", "2018/credentials/v1")))),
            CorpusRecord(
                "envelope-of-nothing", "The envelope holds no token.", .failed,
                ["readable.envelope-invalid"],
                envelope([]).replacing("data:application/vc+jwt,", with: "not-a-token")),
            CorpusRecord(
                "envelope-of-cose", "The envelope holds a form that is not read here.",
                .undetermined, ["readable.envelope-unsupported"],
                envelope(Array("oWRu".utf8), type: "application/vc+cose;base64")),
        ]
    }

    private static func wrongClaims() async throws -> [CorpusRecord] {
        func claims(_ old: String, _ new: String) async throws -> [UInt8] {
            try Workshop.token(payload: try await Workshop.payload(Workshop.badge(), (old, new)))
        }
        return [
            CorpusRecord(
                "claim-of-the-id", "The claim jti is another than the id.", .failed,
                ["shape.jwt-claim-differs"], try await claims(#""jti":"urn"#, #""jti":"arn"#)),
            CorpusRecord(
                "claim-of-the-learner", "The claim sub is another than the subject's id.", .failed,
                ["shape.jwt-claim-differs"], try await claims(#""sub":"did"#, #""sub":"dad"#)),
            CorpusRecord(
                "claim-of-the-issuer", "The claim iss is another than the issuer.", .failed,
                ["controller.jwt-iss-differs"], try await claims(#""iss":"did"#, #""iss":"dad"#)),
            CorpusRecord(
                "claim-of-the-start", "The claim nbf is another than validFrom.", .failed,
                ["period.jwt-claim-differs"],
                try await claims(#""nbf":1772366400"#, #""nbf":1772366401"#)),
            CorpusRecord(
                "claim-missing", "The claim jti is missing.", .failed, ["shape.jwt-claim-missing"],
                try await claims(#""jti":"#, #""jtj":"#)),
            CorpusRecord(
                "claim-of-the-end", "The claim exp has passed.", .failed, ["period.expired"],
                try await claims(#""nbf":"#, #""exp":1772366401,"nbf":"#),
                for: .init(now: Timestamp("2026-04-01T00:00:00Z") ?? Fixture.now)),
        ]
    }

    private static func wrongBindings() async throws -> [CorpusRecord] {
        let holder = try Workshop.key("Ada")
        let whole = try await selective(holder: holder.publicKey).bytes
        let other = try KeyBinding.bound(
            SDJWT(reading: whole), audience: "reader.example", nonce: "once",
            issuedAt: Fixture.now.seconds, with: Workshop.key("Eve"))
        let text = Fixture.text(try await selective().bytes)
        let first = text.split(separator: "~").first.map(String.init) ?? ""
        let stranger = Base64URL.encode(Array(#"["AAAA","name","Somebody"]"#.utf8))
        let named = try await Workshop.payload(
            Workshop.badge(),
            (
                #""name":"Algebra","cred"#,
                #""name":"Algebra","cnf":{"kid":"https://nowhere.example/k"},"cred"#
            ))
        let unknown = try KeyBinding.bound(
            SDJWT(
                reading: Workshop.token(payload: named, typ: "vc+sd-jwt") + Array("~".utf8)),
            audience: "reader.example", nonce: "once", issuedAt: Fixture.now.seconds, with: holder)
        return [
            CorpusRecord(
                "disclosure-added", "A disclosure was added that nobody signed.", .failed,
                ["readable.malformed-sd-jwt"], text + stranger + "~"),
            CorpusRecord(
                "disclosure-exchanged", "Other disclosures than the signed ones.", .failed,
                ["readable.malformed-sd-jwt"], first + "~" + stranger + "~"),
            CorpusRecord(
                "binding-missing", "A binding was asked for, and there is none.", .failed,
                ["purpose.key-binding-missing"], whole, for: asked),
            CorpusRecord(
                "binding-by-another", "Bound with a key that is not the holder's.", .failed,
                ["purpose.key-binding-invalid"], other, for: asked),
            CorpusRecord(
                "binding-from-tomorrow", "Bound on the day after.", .failed,
                ["purpose.key-binding-invalid"],
                try await bound(by: holder, at: Fixture.now.adding(seconds: 86_400)), for: asked),
            CorpusRecord(
                "binding-by-a-key-elsewhere", "The holder's key could not be had.", .undetermined,
                ["purpose.key-binding-unchecked"], unknown, for: asked),
            CorpusRecord(
                "binding-for-another-reader", "Bound to another reader.", .failed,
                ["purpose.domain-differs"], try await bound(by: holder),
                for: .init(domain: "elsewhere.example", challenge: "once")),
            CorpusRecord(
                "binding-for-another-occasion", "The answer to another challenge.", .failed,
                ["purpose.challenge-differs"], try await bound(by: holder),
                for: .init(domain: "reader.example", challenge: "twice")),
        ]
    }
}
