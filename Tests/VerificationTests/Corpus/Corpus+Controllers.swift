import Credentials
import Issuance
import JSONText

@testable import Verification

extension Corpus {
    @Sendable static func controllers() async throws -> [CorpusRecord] {
        let badge = try await Workshop.issued(Workshop.badge(), by: [Workshop.published()])
        let web = "did:web:hollin.example"
        let multikey = try Workshop.document(key: "Mill")
        let otherKey = "https://hollin.example/keys/1"
        let own = try Workshop.key("Hollin published").publicKey.multibase
        let named = IssuingKey(
            signer: try Workshop.key("Hollin published"), issuer: Workshop.address,
            verificationMethod: otherKey,
            profile: Workshop.profile(Workshop.address, "Hollin University"))
        let single = """
            {"id": "\(otherKey)", "type": "Multikey", "controller": "\(Workshop.address)",
            "publicKeyMultibase": "\(own)"}
            """
        let contradicting = """
            {"id": "\(Workshop.address)", "assertionMethod": [
            \(single.replacing(own, with: try Workshop.key("Mill").publicKey.multibase))]}
            """
        return [
            CorpusRecord(
                "by-address", "The issuer's document lists the key.", .verified,
                ["controller.is-the-issuer"], badge,
                for: .init(documents: [try Workshop.document()])),
            CorpusRecord(
                "by-did-web", "The issuer is a did:web, and its document lists the key.",
                .verified, ["controller.is-the-issuer"],
                try await Workshop.issued(Workshop.badge(), by: [Workshop.published(web)]),
                for: .init(documents: [
                    try Workshop.document(web, at: "https://hollin.example/.well-known/did.json")
                ])),
            CorpusRecord(
                "by-did-jwk", "The issuer is a did:jwk.", .verified, ["controller.is-the-issuer"],
                try await Workshop.issued(
                    Workshop.badge(), by: [CorpusKeys.issuer(Workshop.key("jwk"))])),
            CorpusRecord(
                "key-retired-later", "The key was withdrawn after this was signed.", .verified,
                ["controller.is-the-issuer"], badge,
                for: .init(
                    now: later.now,
                    documents: [
                        try Workshop.document(ending: #""revoked": "2026-04-01T00:00:00Z""#)
                    ])),
            CorpusRecord(
                "key-retired-before", "The key had been withdrawn when this was signed.", .failed,
                ["controller.key-retired"], badge,
                for: .init(
                    now: later.now,
                    documents: [
                        try Workshop.document(ending: #""revoked": "2026-02-01T00:00:00Z""#)
                    ])),
            CorpusRecord(
                "document-unavailable", "The issuer's document could not be had.", .undetermined,
                ["controller.document-unavailable", "proof.key-unavailable"], badge),
            CorpusRecord(
                "document-of-somebody-else", "What stands there is somebody else's.", .failed,
                ["controller.document-unusable", "proof.key-invalid"], badge,
                for: .init(documents: [
                    try Workshop.document(controller: "https://elsewhere.example/")
                ])),
            CorpusRecord(
                "key-not-listed", "The issuer's document lists another key.", .failed,
                ["controller.key-not-listed"],
                try await Workshop.token(
                    Workshop.badge(),
                    by: IssuingKey(
                        signer: Workshop.key("Hollin published"), issuer: Workshop.address,
                        verificationMethod: "\(Workshop.address)#\(own)",
                        profile: Workshop.profile(Workshop.address, "Hollin University"))),
                for: .init(documents: [multikey])),
            CorpusRecord(
                "key-for-another-purpose", "The key is listed to authenticate.", .failed,
                ["controller.key-not-for-purpose"], badge,
                for: .init(documents: [try Workshop.document(purpose: "authentication")])),
            CorpusRecord(
                "key-differs", "The issuer lists another key under this name.", .failed,
                ["controller.key-differs"],
                try await Workshop.issued(Workshop.badge(), by: [named]),
                for: .init(documents: [
                    (otherKey, Array(single.utf8)), (Workshop.address, Array(contradicting.utf8)),
                ])),
            CorpusRecord(
                "another-issuers-key", "The key is another issuer's.", .failed,
                ["controller.not-the-issuer"],
                try Workshop.signed(
                    try Workshop.unsigned(try await Workshop.issued(Workshop.badge())),
                    by: Workshop.university(name: "Mill of Degrees"))),
            CorpusRecord(
                "method-unsupported", "A DID method that is not supported here.", .undetermined,
                ["controller.did-method-unsupported", "proof.key-unavailable"],
                try await Workshop.issued(
                    Workshop.badge(), by: [Workshop.published("did:example:hollin")])),
            CorpusRecord(
                "method-is-none", "The name of the key is no URL.", .failed,
                ["controller.verification-method-invalid", "proof.key-invalid"],
                try await Workshop.signed(
                    Workshop.badge(), changed: [], options: { $0.verificationMethod = "my key" })),
            CorpusRecord(
                "issuer-not-named", "The credential names no issuer.", .failed,
                ["controller.issuer-not-named", "shape.member-missing", "schema.does-not-fit"],
                try await signed("\"issuer\"", "\"publisher\"")),
        ]
    }
}
