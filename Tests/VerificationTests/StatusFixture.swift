import Credentials
import DIDs
import DataIntegrity
import Issuance
import JOSE
import JSONLD
import JSONText
import KeyMaterial

@testable import Verification

/// Credentials with a status, and lists, made for real.
enum StatusFixture {
    static let url = "https://hollin.example/status/1"

    /// A credential on the list.
    static func credential(
        _ index: Int = 42, purpose: String = "revocation", bits: Int = 1, messages: [String] = [],
        references: [String] = []
    ) async throws -> [UInt8] {
        try await Fixture.issued(
            Fixture.course(),
            statusSlot: StatusSlot(
                list: url, index: index, purpose: purpose, bits: bits, messages: messages,
                references: references))
    }

    /// A credential whose status is written by hand.
    static func credential(entry: String) async throws -> [UInt8] {
        try await Fixture.issued(
            Fixture.course(extra: ", \"id\": \"urn:uuid:9\", \"credentialStatus\": \(entry)"))
    }

    static func list(
        _ values: [Int: UInt64] = [:], purpose: String = "revocation", bits: Int = 1,
        ttl: Int? = nil, validUntil: Timestamp? = nil, key: IssuingKey? = nil
    ) async throws -> [UInt8] {
        let keys = try [key ?? Fixture.issuingKey()]
        return try await Fixture.issuance(keys).issue(
            StatusListRequest(
                url: url, purpose: purpose, entryBits: bits, values: values, ttl: ttl,
                validUntil: validUntil)
        ).bytes
    }

    /// A list with this `encodedList`.
    static func list(encoded: String) async throws -> [UInt8] {
        try await Fixture.issued(
            """
            {"id": "\(url)", "type": ["VerifiableCredential", "BitstringStatusListCredential"],
             "credentialSubject": {"type": "BitstringStatusList", "statusPurpose": "revocation",
             "encodedList": "\(encoded)"}}
            """)
    }

    static func verdict(
        _ credential: [UInt8], _ list: [UInt8]?, now: Timestamp = Fixture.now
    ) async -> Verdict {
        let documents = list.map { [(url: url, bytes: $0)] } ?? []
        return await Fixture.verify(credential, documents: documents, now: now)
    }

    /// The answers to the status alone, of a credential that need not be signed.
    static func answers(
        _ credential: String, documents: [(url: String, bytes: [UInt8])] = [],
        now: Timestamp = Fixture.now
    ) async throws -> [Check] {
        let examination = Examination(
            policy: VerificationPolicy(), now: now, source: CatalogSource(documents),
            contexts: ContextShelf())
        return await StatusChecks(
            credential: Credential(try Fixture.document(credential).root), examination: examination
        ).answers()
    }

    /// A document with an `eddsa-rdfc-2022` proof and nothing else done to it.
    static func signed(_ text: String, key seed: UInt8 = 1) throws -> [UInt8] {
        let value = try Fixture.document(text).root
        let key = try Fixture.issuingKey(seed)
        let secured = SecuredDocument(
            value, processor: JSONLDProcessor(contexts: ContextShelf(), options: .credential))
        let options = ProofOptions(
            verificationMethod: Text(key.verificationMethod), created: "2026-01-01T00:00:00Z")
        return try EdDSARDFC2022().createProof(options, of: secured, with: key.signer)
            .attached(to: value).serialized()
    }

    /// The same list as a JWT: the whole payload, or in data model 1.1 the claim `vc` of one.
    static func token(
        of list: [UInt8], claims: [(name: String, value: JSON)]? = nil
    ) throws -> [UInt8] {
        let root = try JSONDocument(parsing: list).root
        let credential = JSON.object(
            root.members.filter { !$0.hasName("proof") }
                .map { ($0.name, JSON.verbatim($0.value)) })
        let key = try Fixture.issuingKey()
        let payload = claims.map { JSON.object($0 + [("vc", credential)]) } ?? credential
        return try CompactJWS.sign(
            payload.serialized(),
            header: [
                ("kid", .string(key.verificationMethod)),
                ("typ", claims == nil ? "vc+jwt" : "JWT"),
            ], with: key.signer)
    }
}
