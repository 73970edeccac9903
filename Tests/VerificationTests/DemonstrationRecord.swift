import Credentials
import Demonstration
import Issuance
import JSONText
import Testing

@testable import Verification

/// The demonstration's records, signed by their issuers and without places in a status list.
struct DemonstrationRecord {
    static let shared = DemonstrationRecord()

    /// Later than anything in the story.
    static let now = Timestamp(seconds: 1_790_000_000)

    let demonstration = Demonstration(publicURL: "https://records.example")

    private func keys() throws -> [IssuingKey] {
        try demonstration.issuers.enumerated().map { number, plan in
            IssuingKey(
                signer: try Fixture.key(UInt8(11 + number)), issuer: plan.did,
                verificationMethod: plan.did + "#key-1", profile: plan.profile)
        }
    }

    private func verifier(_ keys: [IssuingKey]) -> Verifier {
        let documents = zip(demonstration.issuers, keys).map { plan, key in
            let method = JSON.object([
                ("id", .string(plan.did + "#key-1")), ("type", "Multikey"),
                ("controller", .string(plan.did)),
                ("publicKeyMultibase", .string(key.signer.publicKey.multibase)),
            ])
            let json = JSON.object([
                ("id", .string(plan.did)), ("verificationMethod", .array([method])),
                ("assertionMethod", .array([.string(plan.did + "#key-1")])),
            ])
            return (url: demonstration.publicURL + plan.didPath, bytes: json.serialized())
        }
        return Verifier(catalog: CatalogSource(documents), clock: { Self.now })
    }

    private func issued(_ draft: CredentialDraft, _ issuance: Issuance) async throws -> [UInt8] {
        var contents: [JSON] = []
        for nested in draft.nested {
            let bytes = try await issued(nested, issuance)
            contents.append(.verbatim(try JSONDocument(parsing: bytes).root))
        }
        let document = try JSONDocument(
            parsing: draft.document(embedding: contents).serialized())
        return try await issuance.issue(
            IssuanceRequest(draft: document, layout: .compact)
        ).bytes
    }

    private func issuance(_ keys: [IssuingKey]) -> Issuance {
        Issuance(
            keys: keys, clock: { Self.now },
            randomness: { count in [UInt8](repeating: 7, count: count) })
    }

    /// Everything that the learner was awarded.
    func whole() async throws -> (root: JSONValue, by: Verifier) {
        let keys = try keys()
        let bytes = try await issued(demonstration.wholeRecord(), issuance(keys))
        return try await verified(bytes, verifier(keys))
    }

    /// Two of its credentials in a record of their own.
    func middle() async throws -> (root: JSONValue, by: Verifier) {
        let keys = try keys()
        var contents: [String] = []
        for draft in demonstration.wholeRecord().nested.prefix(2) {
            let bytes = try await issued(draft, issuance(keys))
            contents.append(String(decoding: bytes, as: UTF8.self))
        }
        let first = try JSONDocument(parsing: Array(contents[0].utf8)).root
        let subject = first["credentialSubject"]?["id"]?.string ?? ""
        let draft = Fixture.record(contents: contents)
            .replacing("\"did:example:ada\"", with: "\"\(subject)\"")
        let bytes = try await issuance([Fixture.issuingKey()]).issue(
            IssuanceRequest(draft: Fixture.document(draft), layout: .compact)
        ).bytes
        return try await verified(bytes, verifier(keys))
    }

    private func verified(
        _ bytes: [UInt8], _ verifier: Verifier
    ) async throws -> (root: JSONValue, by: Verifier) {
        let verdict = await verifier.verify(bytes).verdict
        #expect(verdict.aggregate == .verified, "\(verdict.problems)")
        return (try JSONDocument(parsing: bytes).root, verifier)
    }
}
