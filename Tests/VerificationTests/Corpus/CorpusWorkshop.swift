import Credentials
import Crypto
import DIDs
import DataIntegrity
import Issuance
import JOSE
import JSONLD
import JSONText
import KeyMaterial
import Multiformat
import Synchronization

@testable import Verification

/// Where the records of the corpus are made: keys, identifiers and salts hang on labels alone, so
/// that the same is made each time, save the signatures of ECDSA and PS256.
enum Workshop {
    struct NothingChanged: Error {
        let text: String
    }

    static func digest(_ label: String) -> [UInt8] {
        Array(SHA512.hash(data: Array("learner-record corpus: \(label)".utf8)))
    }

    static func uuid(_ label: String) -> String {
        var octets = Array(digest("uuid \(label)").prefix(16))
        octets[6] = octets[6] & 0x0F | 0x40
        octets[8] = octets[8] & 0x3F | 0x80
        let hex = octets.map { String(Int($0) + 0x100, radix: 16).dropFirst() }.joined()
        let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { range in
            String(hex.dropFirst(range.lowerBound).prefix(range.count))
        }
        return "urn:uuid:" + parts.joined(separator: "-")
    }

    // MARK: - Who signs

    static func key(_ label: String, _ type: KeyType = .ed25519) throws -> PrivateKey {
        let count = type == .p384 ? 48 : 32
        return try PrivateKey(type: type, secret: Array(digest("key \(label)").prefix(count)))
    }

    static func profile(_ id: String, _ name: String) -> JSON {
        .object([("id", .string(id)), ("type", ["Profile"]), ("name", .string(name))])
    }

    /// A university whose identifier is its key.
    static func university(_ type: KeyType = .ed25519, name: String = "Hollin University") throws
        -> IssuingKey
    {
        let signer = try key(name, type)
        let id = "did:key:\(signer.publicKey.multibase)"
        return IssuingKey(selfContained: signer, profile: profile(id, name))
    }

    static let address = "https://hollin.example/issuers/1"

    /// The same with an identifier that leads to a document: by https, or did:web.
    static func published(
        _ id: String = address, _ type: KeyType = .ed25519, key label: String = "Hollin published"
    ) throws -> IssuingKey {
        let signer = try key(label, type)
        return IssuingKey(
            signer: signer, issuer: id, verificationMethod: "\(id)#key-1",
            profile: profile(id, "Hollin University"))
    }

    /// The document of a published university.
    static func document(
        _ id: String = address, at url: String? = nil, key label: String = "Hollin published",
        type: KeyType = .ed25519, purpose: String = "assertionMethod", method: String = "key-1",
        ending: String = "", controller: String? = nil
    ) throws -> (url: String, bytes: [UInt8]) {
        let text = """
            {
              "id": "\(controller ?? id)",
              "verificationMethod": [
                {
                  "id": "\(id)#\(method)",
                  "type": "Multikey",
                  "controller": "\(id)",\(ending.isEmpty ? "" : "\n      \(ending),")
                  "publicKeyMultibase": "\(try key(label, type).publicKey.multibase)"
                }
              ],
              "\(purpose)": ["\(id)#\(method)"]
            }
            """
        return (url ?? id, Array(text.utf8))
    }

    // MARK: - Drafts

    static let learner = "did:example:ada"

    private static func more(_ members: String) -> String { members.isEmpty ? "" : ", " + members }

    /// A badge for a course. Further members of the credential, of its subject and of the
    /// achievement are JSON texts.
    static func badge(
        _ name: String = "Algebra", top: String = "", subject: String = "",
        achievement: String = "", learner: String = learner
    ) -> String {
        """
        {"type": ["VerifiableCredential", "AchievementCredential"], "name": "\(name)"\(more(top)),
         "credentialSubject": {"id": "\(learner)", "type": ["AchievementSubject"]\(more(subject)),
          "achievement": {"id": "\(uuid("achievement \(name)"))", "type": ["Achievement"],
           "name": "\(name)", "description": "Groups and rings.",
           "criteria": {"narrative": "Pass the examination."}\(more(achievement))}}}
        """
    }

    static func record(
        _ contents: [String], top: String = "", subject: String = "", learner: String = learner
    ) -> String {
        """
        {"type": ["VerifiableCredential", "ClrCredential"], "name": "Transcript"\(more(top)),
         "credentialSubject": {"id": "\(learner)", "type": ["ClrSubject"]\(more(subject)),
          "verifiableCredential": [\(contents.joined(separator: ", "))]}}
        """
    }

    /// A part that its record alone vouches for.
    static func part(
        _ name: String, top: String = "", subject: String = "", achievement: String = "",
        issuer: String = "https://other.example/", learner: String = learner
    ) -> String {
        let own = """
            "@context": ["https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
            "id": "\(uuid("part \(name)"))", "validFrom": "2026-01-01T00:00:00Z",
            "issuer": {"id": "\(issuer)", "type": ["Profile"], "name": "Other School"}
            """
        return badge(
            name, top: own + more(top), subject: subject, achievement: achievement,
            learner: learner)
    }

    // MARK: - Signing

    static func issuance(
        _ keys: [IssuingKey], _ label: String,
        documents: [(url: String, bytes: [UInt8])] = []
    ) -> Issuance {
        let counter = Mutex(0)
        return Issuance(
            keys: keys, source: CatalogSource(documents), clock: { Fixture.now },
            randomness: { count in
                let number = counter.withLock { counter in
                    counter += 1
                    return counter
                }
                var octets: [UInt8] = []
                while octets.count < count {
                    octets += digest("random \(number) \(octets.count) \(label)")
                }
                return Array(octets.prefix(count))
            })
    }

    static func issued(
        _ draft: String, by keys: [IssuingKey]? = nil, proofs: [ProofForm] = [],
        slot: StatusSlot? = nil, contents: [[UInt8]] = []
    ) async throws -> [UInt8] {
        let keys = try keys ?? [university()]
        return try await issuance(keys, draft).issue(
            IssuanceRequest(
                draft: Fixture.document(draft), contents: contents, statusSlot: slot,
                proofs: proofs)
        ).bytes
    }

    static func token(
        _ draft: String, by key: IssuingKey? = nil, as request: TokenRequest = TokenRequest()
    ) async throws -> [UInt8] {
        let key = try key ?? university()
        return try await issuance([key], draft).issue(
            IssuanceRequest(draft: Fixture.document(draft)), as: request
        ).bytes
    }

    /// The text with these words exchanged, each of which must be there.
    static func changed(_ bytes: [UInt8], _ changes: [(String, String)]) throws -> [UInt8] {
        var text = Fixture.text(bytes)
        for (old, new) in changes {
            let after = text.replacing(old, with: new)
            guard after != text || old == new else { throw NothingChanged(text: old) }
            text = after
        }
        return Array(text.utf8)
    }

    /// Changed after signing.
    static func forged(_ draft: String = badge(), _ changes: (String, String)...) async throws
        -> [UInt8]
    {
        try changed(try await issued(draft), changes)
    }

    /// The document as it is signed, without its proof.
    static func unsigned(_ bytes: [UInt8]) throws -> [UInt8] {
        let members = try JSONDocument(parsing: bytes).root.members
            .filter { !$0.hasName("proof") }.map { ($0.name, laidOut($0.value)) }
        return JSON.object(members).serialized(pretty: true)
    }

    /// Signed by its issuer as it stands, whatever is wrong with it.
    static func signed(
        _ bytes: [UInt8], by key: IssuingKey? = nil, suite: any SigningCryptosuite = EdDSAJCS2022(),
        options change: (inout ProofOptions) -> Void = { _ in }
    ) throws -> [UInt8] {
        let key = try key ?? university()
        let value = try JSONDocument(parsing: bytes).root
        let secured = SecuredDocument(
            value, processor: JSONLDProcessor(contexts: ContextShelf(), options: .credential))
        var options = ProofOptions(
            verificationMethod: Text(key.verificationMethod), created: "2026-03-01T12:00:00Z")
        change(&options)
        let made = try suite.createProof(options, of: secured, with: key.signer)
            .attached(to: value).serialized()
        return laidOut(try JSONDocument(parsing: made).root).serialized(pretty: true)
    }

    /// A badge with something wrong in it before its issuer signed it: everything else holds.
    static func signed(
        _ draft: String, changed changes: [(String, String)], by key: IssuingKey? = nil,
        suite: any SigningCryptosuite = EdDSAJCS2022(),
        options change: (inout ProofOptions) -> Void = { _ in }
    ) async throws -> [UInt8] {
        let key = try key ?? university()
        let whole = try await issued(draft, by: [key])
        return try signed(
            changed(unsigned(whole), changes), by: key, suite: suite, options: change)
    }

    /// A draft without parts, filled in and signed over its JSON, whatever Issuance thinks of it.
    static func signed(draft: String) async throws -> [UInt8] {
        let key = try university()
        let request = IssuanceRequest(draft: try Fixture.document(draft))
        return try signed(await issuance([key], draft).preview(request).checked.bytes, by: key)
    }

    /// A payload as a token of the university's, whatever it says.
    static func token(
        payload: String, typ: String? = "JWT", header: [(name: String, value: JSON)] = [],
        by key: IssuingKey? = nil
    ) throws -> [UInt8] {
        let key = try key ?? university()
        var members: [(name: String, value: JSON)] = [("kid", .string(key.verificationMethod))]
        if let typ { members.append(("typ", .string(typ))) }
        members.removeAll { own in header.contains { $0.name == own.name } }
        return try CompactJWS.sign(Array(payload.utf8), header: members + header, with: key.signer)
    }

    /// The claims of a token of a badge.
    static func payload(_ draft: String = badge(), _ changes: (String, String)...) async throws
        -> String
    {
        let token = try CompactJWS(reading: try await token(draft))
        return Fixture.text(try changed(token.payload, changes))
    }

    static func laidOut(_ value: JSONValue) -> JSON {
        switch value.kind {
        case .object: .object(value.members.map { ($0.name, laidOut($0.value)) })
        case .array: .array(value.elements.map { laidOut($0) })
        case .null, .bool, .number, .string: .verbatim(value)
        }
    }
}
