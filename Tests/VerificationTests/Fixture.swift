import Credentials
import DIDs
import Issuance
import JSONText
import KeyMaterial
import Synchronization

@testable import Verification

/// A university and its records, made for real.
enum Fixture {
    static let now = Timestamp("2026-03-01T12:00:00Z") ?? Timestamp(seconds: 0)

    static func key(_ seed: UInt8, _ type: KeyType = .ed25519) throws -> PrivateKey {
        let count = type == .p384 ? 48 : 32
        return try PrivateKey(type: type, secret: [UInt8](repeating: seed, count: count))
    }

    /// The forms of Data Integrity, each with a type of key that it is for.
    static let forms: [(form: ProofForm, type: KeyType)] = [
        (.eddsaRDFC2022, .ed25519), (.eddsaJCS2022, .ed25519), (.ecdsaRDFC2019, .p256),
        (.ecdsaRDFC2019, .p384), (.ecdsaJCS2019, .p256), (.ecdsaJCS2019, .p384),
    ]

    static let profileName = "Hollin University"

    /// One of each suite, for what takes long.
    static let suites = forms.filter { $0.type != .p384 || $0.form == .ecdsaRDFC2019 }
        .filter { $0.type != .p256 || $0.form != .ecdsaRDFC2019 }

    static func issuingKey(_ seed: UInt8 = 1, _ type: KeyType = .ed25519) throws -> IssuingKey {
        IssuingKey(selfContained: try key(seed, type))
    }

    /// An issuer by https, whose document is at ``controllerURL``.
    static let controllerURL = "https://hollin.example/issuers/1"

    static func webKey(_ seed: UInt8 = 1) throws -> IssuingKey {
        let signer = try key(seed)
        return IssuingKey(
            signer: signer, issuer: controllerURL,
            verificationMethod: "\(controllerURL)#\(signer.publicKey.multibase)")
    }

    /// The document of the https issuer; other purposes and keys can be put into it.
    static func controllerDocument(
        key seed: UInt8 = 1, purpose: String = "assertionMethod", id: String = controllerURL
    ) throws -> (url: String, bytes: [UInt8]) {
        let multibase = try key(seed).publicKey.multibase
        let text = """
            {"id": "\(id)", "verificationMethod": [{"id": "\(id)#\(multibase)",
            "type": "Multikey", "controller": "\(id)", "publicKeyMultibase": "\(multibase)"}],
            "\(purpose)": ["\(id)#\(multibase)"]}
            """
        return (controllerURL, Array(text.utf8))
    }

    static func issuance(
        _ keys: [IssuingKey], source: any DocumentSource = NoDocuments(), at now: Timestamp = now
    ) -> Issuance {
        let counter = Mutex<UInt8>(0)
        return Issuance(
            keys: keys, source: source, clock: { now },
            randomness: { count in
                let number = counter.withLock { counter in
                    counter &+= 1
                    return counter
                }
                return [UInt8](repeating: number, count: count)
            })
    }

    static func document(_ text: String) throws -> JSONDocument {
        try JSONDocument(parsing: Array(text.utf8))
    }

    static func course(extra: String = "") -> String {
        """
        {"type": ["VerifiableCredential", "AchievementCredential"], "name": "Algebra",
         "credentialSubject": {"id": "did:example:ada", "type": ["AchievementSubject"],
          "creditsEarned": 3.5, "result": [{"type": ["Result"], "value": "A",
          "resultDescription": "urn:uuid:00000000-0000-4000-8000-00000000000a"}],
          "achievement": {"id": "urn:uuid:00000000-0000-4000-8000-000000000001",
           "type": ["Achievement"], "name": "Algebra", "description": "Groups and rings.",
           "criteria": {"narrative": "Pass the examination."},
           "resultDescription": [{"id": "urn:uuid:00000000-0000-4000-8000-00000000000a",
            "type": ["ResultDescription"], "name": "Grade", "resultType": "LetterGrade",
            "allowedValue": ["C", "B", "A"]}]}}\(extra)}
        """
    }

    static func record(contents: [String], extra: String = "") -> String {
        """
        {"type": ["VerifiableCredential", "ClrCredential"], "name": "Ada's record",
         "credentialSubject": {"id": "did:example:ada", "type": ["ClrSubject"],
          "verifiableCredential": [\(contents.joined(separator: ","))]}\(extra)}
        """
    }

    static func issued(
        _ draft: String, with keys: [IssuingKey]? = nil, statusSlot: StatusSlot? = nil,
        proofs: [ProofForm] = [], at now: Timestamp = now, allowingFailingContents: Bool = false
    ) async throws -> [UInt8] {
        var request = IssuanceRequest(
            draft: try document(draft), statusSlot: statusSlot, layout: .compact, proofs: proofs)
        request.allowsFailingContents = allowingFailingContents
        let keys = try keys ?? [issuingKey()]
        return try await issuance(keys, at: now).issue(request).bytes
    }

    static func verify(
        _ bytes: [UInt8], documents: [(url: String, bytes: [UInt8])] = [],
        policy: VerificationPolicy = VerificationPolicy(), now: Timestamp = now
    ) async -> Verdict {
        await Verifier(policy: policy, catalog: CatalogSource(documents), clock: { now })
            .verify(bytes).verdict
    }

    static func replacing(_ old: String, _ new: String, in bytes: [UInt8]) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        return Array(text.replacing(old, with: new).utf8)
    }
}

extension Verdict {
    func outcome(_ name: CheckName) -> Check.Outcome? { checks.first { $0.name == name }?.outcome }
    var codes: [String] { checks.map(\.code) }
    /// Codes of what did not go well.
    var problems: [String] {
        checks.filter { $0.outcome == .failed || $0.outcome == .undetermined }.map(\.code)
    }
}
