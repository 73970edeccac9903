import Credentials
import DIDs
import Foundation
import JOSE
import JSONText
import KeyMaterial

@testable import Verification

/// A college that issues records and badges of the older generations, and hosts them.
enum LegacyFixture {
    static let host = "https://hollin.example"
    static let issuer = "\(host)/profiles/1"
    static let keyURL = "\(host)/keys/1"
    static let listURL = "\(host)/revoked"
    static let clrID = "\(host)/clrs/1"
    static let assertionID = "\(host)/assertions/7"
    static let badgeID = "\(host)/badges/1"

    typealias Documents = [(url: String, bytes: [UInt8])]

    // MARK: - Keys

    /// RS256 as Open Badges 2.0 has it; made once.
    static let rsa = Swift.Result { try PrivateKey.generate(.rsa, bits: 2048) }

    static func pem(_ key: PublicKey) -> String {
        key.pem.replacing("\n", with: "\\n")
    }

    static func keyDocument(_ key: PublicKey, owner: String = issuer) -> String {
        """
        {"@context": "https://w3id.org/openbadges/v2", "id": "\(keyURL)",
         "type": "CryptographicKey", "owner": "\(owner)", "publicKeyPem": "\(pem(key))"}
        """
    }

    static func signed(
        _ payload: String, with key: PrivateKey, header: [(name: String, value: JSON)] = []
    ) throws -> [UInt8] {
        try CompactJWS.sign(Array(payload.utf8), header: header, with: key)
    }

    // MARK: - What is hosted

    static func profile(extra: String = "") -> String {
        """
        {"@context": "https://w3id.org/openbadges/v2", "id": "\(issuer)", "type": "Profile",
         "name": "Hollin College", "url": "\(host)", "email": "badges@hollin.example"\(extra)}
        """
    }

    static let signerExtra = """
        , "publicKey": "\(keyURL)", "revocationList": "\(listURL)"
        """

    static func list(_ entries: String = "") -> String {
        """
        {"@context": "https://w3id.org/openbadges/v2", "id": "\(listURL)",
         "type": "RevocationList", "issuer": "\(issuer)", "revokedAssertions": [\(entries)]}
        """
    }

    /// Whatever the signing issuer hosts, with some of it changed.
    static func documents(
        _ key: PrivateKey, changed: [(url: String, text: String?)] = []
    ) -> Documents {
        var texts: [(url: String, text: String?)] = [
            (issuer, profile(extra: signerExtra)), (keyURL, keyDocument(key.publicKey)),
            (listURL, list()), (badgeID, badgeClass),
        ]
        for change in changed {
            texts.removeAll { $0.url == change.url }
            texts.append(change)
        }
        return texts.compactMap { entry in entry.text.map { (entry.url, Array($0.utf8)) } }
    }

    static let badgeClass = """
        {"@context": "https://w3id.org/openbadges/v2", "id": "\(badgeID)", "type": "BadgeClass",
         "name": "Welding", "description": "Joins steel.", "image": "\(host)/welding.png",
         "criteria": {"narrative": "Weld a frame."}, "issuer": "\(issuer)"}
        """

    // MARK: - Records

    static func badge(
        verification: String = #"{"type": "HostedBadge"}"#, badge: String = "\"\(badgeID)\"",
        recipient: String = #"{"type": "email", "hashed": false, "identity": "ada@example.org"}"#,
        extra: String = ""
    ) -> String {
        """
        {"@context": "https://w3id.org/openbadges/v2", "id": "\(assertionID)",
         "type": "Assertion", "recipient": \(recipient), "issuedOn": "2025-06-01T00:00:00Z",
         "badge": \(badge), "verification": \(verification)\(extra)}
        """
    }

    static let signedMethod = "{\"type\": \"SignedBadge\", \"creator\": \"\(keyURL)\"}"
    static let signedMethod1 = "{\"type\": \"Signed\", \"creator\": \"\(keyURL)\"}"

    static func profile1(extra: String = "") -> String {
        "{\"id\": \"\(issuer)\", \"type\": \"Profile\", \"name\": \"Hollin College\"\(extra)}"
    }

    static let learner = """
        {"id": "urn:uuid:0d0c7d52-6e0e-4a53-8f52-6a1f2f7f9a01", "type": "Profile",
         "name": "Ada Lovelace", "email": "ada@example.org", "studentId": "S-42"}
        """

    static func assertion(
        verification: String? = nil,
        recipient: String = #"{"type": "email", "identity": "ada@example.org", "hashed": false}"#,
        extra: String = "", achievementExtra: String = "", id: String = assertionID
    ) -> String {
        let verification = verification.map { ", \"verification\": \($0)" } ?? ""
        return """
            {"id": "\(id)", "type": "Assertion", "issuedOn": "2025-06-01T00:00:00Z",
             "recipient": \(recipient),
             "achievement": {"id": "urn:uuid:5a4f3f0e-19f2-4d3c-a9a0-7a3f0d7d1c02",
              "type": "Achievement", "achievementType": "Competency", "name": "Algebra",
              "issuer": \(profile1())\(achievementExtra)}\(verification)\(extra)}
            """
    }

    static func clr(
        verification: String? = signedMethod1, assertions: [String] = [assertion()],
        learner: String = learner, extra: String = "", context: Bool = true
    ) -> String {
        let verification = verification.map { ", \"verification\": \($0)" } ?? ""
        let head =
            context
            ? "\"@context\": \"https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld\","
            : ""
        return """
            {\(head) "id": "\(clrID)", "type": "Clr", "name": "Record of Ada",
             "issuedOn": "2025-06-30T00:00:00Z", "partial": false, "learner": \(learner),
             "publisher": \(profile1()),
             "assertions": [\(assertions.joined(separator: ","))]\(verification)\(extra)}
            """
    }

    static func endorsement(
        of target: String = assertionID, verification: String = #"{"type": "Hosted"}"#
    ) -> String {
        """
        {"id": "\(host)/endorsements/1", "type": "Endorsement", "issuedOn": "2025-07-01T00:00:00Z",
         "claim": {"id": "\(target)", "type": "EndorsementClaim", "endorsementComment": "Good."},
         "issuer": {"id": "\(issuer)", "type": "EndorsementProfile", "name": "Hollin College"},
         "verification": \(verification)}
        """
    }

    static func endorsementToken(_ key: PrivateKey, of target: String = assertionID) throws
        -> String
    {
        let text = endorsement(of: target, verification: signedMethod1)
            .replacing(
                "{\"id\": \"\(host)/endorsements/1\"",
                with: "{\"@context\": "
                    + "\"https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld\", "
                    + "\"id\": \"\(host)/endorsements/1\"")
        return "\"\(String(decoding: try signed(text, with: key), as: UTF8.self))\""
    }

    // MARK: - Verdicts

    static func verify(
        _ text: String, _ documents: Documents = [], policy: VerificationPolicy = .init()
    ) async -> Verdict {
        await Fixture.verify(Array(text.utf8), documents: documents, policy: policy)
    }

    static func policy(_ type: String, _ value: String) -> VerificationPolicy {
        var policy = VerificationPolicy()
        policy.recipient = .identifier(value, type: type)
        return policy
    }
}
