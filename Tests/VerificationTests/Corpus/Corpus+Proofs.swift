import Credentials
import Issuance
import JSONLD
import JSONText
import KeyMaterial
import Multiformat

@testable import DataIntegrity
@testable import Verification

extension Corpus {
    /// Good records, one for each kind of proof that is over the JSON or its statements.
    @Sendable static func proofs() async throws -> [CorpusRecord] {
        let fits = ["proof.signature-fits", "controller.is-the-issuer", "purpose.fits"]
        let base = try await Workshop.issued(
            Workshop.badge(subject: #""creditsEarned": 3.5"#),
            by: [Workshop.university(.p256)], proofs: [.ecdsaSD2023])
        return [
            CorpusRecord(
                "eddsa-rdfc-2022", "A badge signed with Ed25519 over its statements.", .verified,
                fits + [
                    "readable.json", "shape.fits", "type.known", "context.in-order",
                    "terms.all-defined", "schema.fits",
                ],
                try await Workshop.issued(Workshop.badge())),
            CorpusRecord(
                "eddsa-jcs-2022", "A badge signed with Ed25519 over its JSON.", .verified, fits,
                try await Workshop.issued(Workshop.badge(), proofs: [.eddsaJCS2022])),
            CorpusRecord(
                "ecdsa-rdfc-2019-p256", "A badge signed with P-256 over its statements.",
                .verified, fits,
                try await Workshop.issued(Workshop.badge(), by: [Workshop.university(.p256)])),
            CorpusRecord(
                "ecdsa-rdfc-2019-p384", "A badge signed with P-384 over its statements.",
                .verified, fits,
                try await Workshop.issued(Workshop.badge(), by: [Workshop.university(.p384)])),
            CorpusRecord(
                "ecdsa-jcs-2019-p256", "A badge signed with P-256 over its JSON.", .verified, fits,
                try await Workshop.issued(
                    Workshop.badge(), by: [Workshop.university(.p256)], proofs: [.ecdsaJCS2019])),
            CorpusRecord(
                "ecdsa-jcs-2019-p384", "A badge signed with P-384 over its JSON.", .verified, fits,
                try await Workshop.issued(
                    Workshop.badge(), by: [Workshop.university(.p384)], proofs: [.ecdsaJCS2019])),
            CorpusRecord(
                "ecdsa-sd-2023-base", "The base proof, which its holder keeps.", .verified,
                ["proof.base-proof"], base),
            CorpusRecord(
                "ecdsa-sd-2023-derived-whole", "Derived from a base proof: all is shown.",
                .verified, fits, try await derived(base, ["/credentialSubject", "/name"])),
            CorpusRecord(
                "ecdsa-sd-2023-derived-part",
                "Derived from a base proof: the credits are kept back.",
                .verified, fits, try await derived(base, ["/name"])),
            CorpusRecord(
                "two-forms", "One issuer signed twice, over the statements and over the JSON.",
                .verified, fits,
                try await Workshop.issued(
                    Workshop.badge(), proofs: [.eddsaRDFC2022, .eddsaJCS2022])),
            CorpusRecord(
                "two-parties", "The issuer signed, and somebody else beside it.", .verified,
                ["controller.another-party"],
                try Workshop.signed(
                    try await Workshop.issued(Workshop.badge()),
                    by: Workshop.university(name: "Northgate Academy"), suite: EdDSARDFC2022())),
            CorpusRecord(
                "beside-a-proof-of-tomorrow", "A proof of a kind not known here is passed over.",
                .verified, fits + ["proof.unsupported"],
                try Workshop.changed(
                    try await Workshop.issued(
                        Workshop.badge(), proofs: [.eddsaRDFC2022, .eddsaJCS2022]),
                    [("eddsa-jcs-2022", "eddsa-of-tomorrow")])),
            CorpusRecord(
                "chain", "The second proof covers the first by its id.", .verified, fits,
                try await chained()),
            CorpusRecord(
                "second-reading", "Signed by a program that reads RDFC-1.0 in the other way.",
                .verified,
                [
                    "proof.signature-fits-set-reading", "proof.unsupported",
                    "proof.none-supported",
                ],
                try await signedInTheSecondReading()),
            CorpusRecord(
                "contexts-added-later",
                "Contexts were added behind those that a proof over the JSON covers.", .verified,
                ["context.added-after-signing"],
                try Workshop.changed(
                    try await Workshop.issued(Workshop.badge(), proofs: [.eddsaJCS2022]),
                    [
                        (
                            "v3p0/extensions.json\"\n  ],\n  \"id\"",
                            "v3p0/extensions.json\",\n    {\"hobby\": \"https://hollin.example/terms#hobby\"}"
                                + "\n  ],\n  \"id\""
                        )
                    ])),
        ]
    }

    private static func derived(_ base: [UInt8], _ places: [String]) async throws -> [UInt8] {
        try await Disclosure(clock: { Fixture.now }).derive(
            from: JSONDocument(parsing: base), revealing: places.compactMap { JSONPointer($0) }
        ).bytes
    }

    /// Several parts with one and the same proof of a kind not known here: its blank nodes are told
    /// apart only by the graphs that they stand in.
    private static func signedInTheSecondReading() async throws -> [UInt8] {
        let draft = Workshop.record(["Chemistry", "Physics", "Biology"].map { Workshop.part($0) })
        let unknown = """
            "proof": {"type": "DataIntegrityProof", "cryptosuite": "eddsa-of-tomorrow",
            "created": "2026-01-01T00:00:00Z", "verificationMethod": "https://other.example/#k",
            "proofPurpose": "assertionMethod", "proofValue": "z1"}, "validFrom": "2026-01-01
            """
        let bytes = try Workshop.changed(
            Workshop.unsigned(try await Workshop.issued(draft)),
            [("\"validFrom\": \"2026-01-01", unknown)])
        let key = try Workshop.university()
        let value = try JSONDocument(parsing: bytes).root
        let secured = SecuredDocument(
            value, processor: JSONLDProcessor(contexts: ContextShelf(), options: .credential))
        let draftProof = try EdDSARDFC2022().createProof(
            ProofOptions(
                verificationMethod: Text(key.verificationMethod), created: "2026-03-01T12:00:00Z"),
            of: secured, with: key.signer)
        let proof = try JSONDocument(parsing: draftProof.proof.serialized()).root
        let data = try secured.intermediates(of: DataIntegrityProof(reading: proof), reading: .set)
            .hashData
        let signature = Multibase.base58btc.encode(try key.signer.signature(of: data))
        let members = proof.members.map { member in
            let own = JSON.verbatim(member.value)
            return (member.name, member.hasName("proofValue") ? .string(signature) : own)
        }
        let made = CreatedProof(proof: .object(members), readingsMayDiffer: true)
        let root = try JSONDocument(parsing: made.attached(to: value).serialized()).root
        return Workshop.laidOut(root).serialized(pretty: true)
    }

    static func chained() async throws -> [UInt8] {
        let first = try await Workshop.signed(
            Workshop.badge(), changed: [], suite: EdDSARDFC2022(),
            options: { $0.id = "urn:uuid:00000000-0000-4000-8000-0000000000c1" })
        return try Workshop.signed(first, suite: EdDSARDFC2022()) { options in
            options.id = "urn:uuid:00000000-0000-4000-8000-0000000000c2"
            options.previousProof = ["urn:uuid:00000000-0000-4000-8000-0000000000c1"]
        }
    }

    /// Records whose proof is not what it should be.
    @Sendable static func badProofs() async throws -> [CorpusRecord] {
        let invalid = ["proof.signature-invalid"]
        let badge = try await Workshop.issued(Workshop.badge())
        let selective = try await Workshop.issued(
            Workshop.badge(), by: [Workshop.university(.p256)], proofs: [.ecdsaSD2023])
        let root = try JSONDocument(parsing: badge).root
        let value = root["proof"]?["proofValue"]?.string ?? ""
        let proof = Fixture.text(Workshop.laidOut(root["proof"] ?? root).serialized())
        let compact = Fixture.text(Workshop.laidOut(root).serialized())
        return [
            CorpusRecord(
                "word-changed", "A word of the achievement was changed after signing.", .failed,
                invalid, try await Workshop.forged(Workshop.badge(), ("Groups", "Lattices"))),
            CorpusRecord(
                "learner-changed", "Somebody else's name was put in.", .failed, invalid,
                try await Workshop.forged(Workshop.badge(), ("did:example:ada", "did:example:eve"))),
            CorpusRecord(
                "member-taken-out", "The name was taken out after signing.", .failed, invalid,
                try await Workshop.forged(
                    Workshop.badge(),
                    ("  \"name\": \"Algebra\",\n  \"credentialSubject\"", "  \"credentialSubject\"")
                )),
            CorpusRecord(
                "member-put-in", "A member that the contexts define was put in after signing.",
                .failed, invalid,
                try await Workshop.forged(
                    Workshop.badge(),
                    (
                        "\"type\": [\n      \"AchievementSubject\"",
                        "\"creditsEarned\": 9,\n    \"type\": [\n      \"AchievementSubject\""
                    ))),
            CorpusRecord(
                "signature-of-zeros", "The signature consists of zeros.", .failed, invalid,
                try Workshop.changed(badge, [(value, "z" + String(repeating: "1", count: 64))])),
            CorpusRecord(
                "json-changed", "Signed over the JSON, and changed.", .failed, invalid,
                try Workshop.changed(
                    try await Workshop.issued(Workshop.badge(), proofs: [.eddsaJCS2022]),
                    [("Groups", "Lattices")])),
            CorpusRecord(
                "p256-changed", "Signed with P-256, and changed.", .failed, invalid,
                try Workshop.changed(
                    try await Workshop.issued(Workshop.badge(), by: [Workshop.university(.p256)]),
                    [("Groups", "Lattices")])),
            CorpusRecord(
                "base-changed", "A base proof for selective disclosure, and a change.", .failed,
                invalid, try Workshop.changed(selective, [("Groups", "Lattices")])),
            CorpusRecord(
                "no-proof", "Nobody has signed.", .failed, ["proof.missing"],
                try Workshop.unsigned(badge)),
            CorpusRecord(
                "proof-value-unreadable", "The value of the proof is in no encoding.", .failed,
                ["proof.malformed"],
                try Workshop.changed(badge, [("\"proofValue\": \"z", "\"proofValue\": \"y")])),
            CorpusRecord(
                "disclosure-unreadable", "The value of a base proof is none.", .failed,
                ["proof.malformed"],
                try Workshop.changed(selective, [("\": \"u2V0A", "\": \"u2V0C")])),
            CorpusRecord(
                "only-a-proof-of-tomorrow", "The one proof is of a kind that is not known here.",
                .undetermined, ["proof.unsupported", "proof.none-supported"],
                try Workshop.changed(badge, [("eddsa-rdfc-2022", "eddsa-of-tomorrow")])),
            CorpusRecord(
                "key-nowhere", "The name of the key leads nowhere.", .undetermined,
                ["proof.key-unavailable", "controller.document-unavailable"],
                try await Workshop.signed(
                    Workshop.badge(), changed: [], options: { $0.verificationMethod = "urn:x:y" })),
            CorpusRecord(
                "key-is-none", "The did:key holds no key.", .failed,
                ["proof.key-invalid", "controller.key-not-listed"],
                try Workshop.changed(badge, [("#z6Mk", "#z6Mz")])),
            CorpusRecord(
                "key-of-another-kind", "A suite for Ed25519 names a key of P-256.", .failed,
                ["proof.key-does-not-fit-algorithm"],
                try Workshop.changed(
                    badge,
                    [
                        (
                            try Workshop.university().issuer.replacing("did:key:", with: ""),
                            try Workshop.university(.p256).issuer.replacing("did:key:", with: "")
                        )
                    ])),
            CorpusRecord(
                "context-nowhere", "What was signed hangs on a context that is nowhere.",
                .undetermined,
                ["proof.context-unavailable", "context.unavailable", "terms.context-unavailable"],
                try Workshop.changed(
                    badge,
                    [
                        (
                            "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
                            "https://nowhere.example/context.json"
                        )
                    ])),
            CorpusRecord(
                "not-canonical", "A number stands where JSON-LD wants an identifier.", .failed,
                [
                    "proof.not-canonicalizable", "terms.invalid-json-ld", "shape.wrong-json-type",
                    "schema.does-not-fit",
                ],
                try Workshop.changed(badge, [("\"id\": \"did:example:ada\"", "\"id\": 7")])),
            CorpusRecord(
                "thirty-three-proofs", "It carries more proofs than are read.", .failed,
                ["proof.too-many"],
                compact.replacing(
                    proof,
                    with: "[" + Array(repeating: proof, count: 33).joined(separator: ",\n") + "]")),
            CorpusRecord(
                "chain-broken", "A proof covers one that is not there.", .failed,
                ["proof.chain-broken", "proof.signature-invalid"],
                try Workshop.changed(
                    try await chained(),
                    [
                        (
                            "\"id\": \"urn:uuid:00000000-0000-4000-8000-0000000000c1\"",
                            "\"id\": \"urn:uuid:00000000-0000-4000-8000-0000000000c9\""
                        )
                    ])),
            CorpusRecord(
                "purpose-another", "The proof was made to authenticate.", .failed,
                ["purpose.wrong"],
                try await Workshop.signed(
                    Workshop.badge(), changed: [], options: { $0.proofPurpose = "authentication" })),
            CorpusRecord(
                "purpose-for-another-domain", "The proof was made for another reader.", .failed,
                ["purpose.domain-differs"],
                try await Workshop.signed(
                    Workshop.badge(), changed: [], options: { $0.domain = "elsewhere.example" }),
                for: .init(domain: "reader.example")),
            CorpusRecord(
                "proof-expired", "The proof itself has ended.", .failed,
                ["purpose.proof-expired"],
                try await Workshop.signed(
                    Workshop.badge(), changed: [], options: { $0.expires = "2026-03-02T00:00:00Z" }),
                for: .init(now: Timestamp("2026-04-01T00:00:00Z") ?? Fixture.now)),
            CorpusRecord(
                "proof-from-the-future", "The proof says that it was made seventy years from now.",
                .verified, ["purpose.created-in-future"],
                try await Workshop.signed(
                    Workshop.badge(), changed: [], options: { $0.created = "2096-03-01T12:00:00Z" })
            ),
            CorpusRecord(
                "proof-date-is-none", "The proof was made on the thirty-second.", .failed,
                ["purpose.invalid-date", "proof.malformed"],
                try Workshop.changed(
                    badge, [("\"created\": \"2026-03-01", "\"created\": \"2026-03-32")])),
        ]
    }
}
