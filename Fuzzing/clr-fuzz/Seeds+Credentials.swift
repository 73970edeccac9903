import Credentials
import DIDs
import Issuance
import JOSE
import JSONText
import KeyMaterial
import Multiformat
import Synchronization
import Verification

extension Seeds {
    static let now = Timestamp(seconds: 1_772_366_400)

    private static func key(_ type: KeyType, _ seed: UInt8) throws -> PrivateKey {
        try PrivateKey(type: type, secret: [UInt8](repeating: seed, count: type == .p384 ? 48 : 32))
    }

    private static func issuance() throws -> Issuance {
        let counter = Mutex<UInt8>(0)
        return Issuance(
            keys: [IssuingKey(selfContained: try key(.ed25519, 1))], clock: { now },
            randomness: { count in
                let number = counter.withLock { counter in
                    counter &+= 1
                    return counter
                }
                return [UInt8](repeating: number, count: count)
            })
    }

    private static func parsed(_ text: String) throws -> JSONDocument {
        try JSONDocument(parsing: Array(text.utf8))
    }

    private static let course = """
        {"type": ["VerifiableCredential", "AchievementCredential"], "name": "Algebra",
         "credentialSubject": {"id": "did:example:ada", "type": ["AchievementSubject"],
          "creditsEarned": 3.5, "result": [{"type": ["Result"], "value": "A",
          "resultDescription": "urn:uuid:00000000-0000-4000-8000-00000000000a"}],
          "achievement": {"id": "urn:uuid:00000000-0000-4000-8000-000000000001",
           "type": ["Achievement"], "name": "Algebra", "description": "Groups and rings.",
           "criteria": {"narrative": "Pass the examination."},
           "resultDescription": [{"id": "urn:uuid:00000000-0000-4000-8000-00000000000a",
            "type": ["ResultDescription"], "name": "Grade", "resultType": "LetterGrade",
            "allowedValue": ["C", "B", "A"]}]}}}
        """

    private static let record = """
        {"type": ["VerifiableCredential", "ClrCredential"], "name": "Record",
         "credentialSubject": {"id": "did:example:ada", "type": ["ClrSubject"]}}
        """

    /// A course, one with a place on a status list, a record with both, and the list.
    static func issued() async throws -> [[UInt8]] {
        let issuance = try issuance()
        let list = "https://hollin.example/status/1"
        let course = try await issuance.issue(
            IssuanceRequest(draft: parsed(course), layout: .compact)
        ).bytes
        let revocable = try await issuance.issue(
            IssuanceRequest(
                draft: parsed(Self.course), statusSlot: StatusSlot(list: list, index: 42),
                layout: .compact)
        ).bytes
        let record = try await issuance.issue(
            IssuanceRequest(draft: parsed(record), contents: [course], layout: .compact)
        ).bytes
        let listed = try await issuance.issue(
            StatusListRequest(url: list, setEntries: [42, 131_071])
        ).bytes
        return [course, revocable, record, listed]
    }

    static func drafts() -> [[UInt8]] { bytes([course, record]) }

    static func verifier() async throws -> [[UInt8]] {
        try await issued() + drafts() + jws()
    }

    static func status() async throws -> [[UInt8]] {
        let list = try await issued()[3]
        let text = try JSONDocument(parsing: list).root["credentialSubject"]?["encodedList"]?.string
        let packed = try Base64URL.decode(String((text ?? "u").dropFirst()))
        return [list, packed, Array(packed.prefix(20))]
    }

    static func keys() throws -> [[UInt8]] {
        var seeds: [[UInt8]] = []
        for type in [KeyType.ed25519, .p256, .p384] {
            let key = try key(type, 1).publicKey
            let method = JSON.object([
                ("id", "https://hollin.example/1#k"), ("type", "Multikey"),
                ("controller", "https://hollin.example/1"),
                ("publicKeyMultibase", .string(key.multibase)),
            ])
            let document = JSON.object([
                ("id", "https://hollin.example/1"), ("verificationMethod", [method]),
                ("assertionMethod", ["#k", "https://hollin.example/1#k"]),
            ])
            seeds.append(Array(key.multibase.utf8))
            seeds += [key.jwk.serialized(), document.serialized()]
            seeds.append(JSON.object([("keys", [key.jwk])]).serialized())
        }
        return seeds + bytes(["did:web:hollin.example%3A8080:issuers:1", "did:key:z6Mk#z6Mk"])
    }

    static let tokenKeys: [PrivateKey] = [KeyType.ed25519, .p256, .p384].compactMap {
        try? key($0, 3)
    }

    static let tokenPayloads: [[UInt8]] = bytes([
        #"{"iss":"did:example:a","nbf":1700000000,"exp":1800000000,"jti":"urn:x","vc":{"type":["#
            + #""VerifiableCredential"],"credentialSubject":{"id":"did:example:b"}}}"#,
        #"{"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential"],"#
            + #""issuer":"did:example:a","credentialSubject":{"id":"did:example:b"}}"#,
    ])

    static func jws() throws -> [[UInt8]] {
        try tokenKeys.flatMap { key in
            try tokenPayloads.map { payload in
                try CompactJWS.sign(
                    payload,
                    header: [
                        ("typ", "vc+jwt"), ("kid", .string(key.publicKey.didKey + "#0")),
                        ("jwk", key.publicKey.jwk),
                    ], with: key)
            }
        }
    }
}
