import Credentials
import Crypto
import JSONText

/// Is the credential the expected person's (section 3.4)?
struct RecipientCheck {
    let credential: Credential
    let recipient: VerificationPolicy.Recipient

    var answer: Check {
        let place = credential.place.appending("credentialSubject")
        switch recipient {
        case .id(let id):
            let isSame = credential.subjects.contains { $0.id?.isSame(as: id) == true }
            return isSame ? matches(place) : differs(place, "has another \"id\"")
        case .identifier(let value, let type):
            if holds(value, type) { return matches(place) }
            if Self.isForgiving(type), let loose = Self.loosened(value), holds(loose, type) {
                return Check(
                    .recipientMatchesLoosely,
                    "The credential is for the expected person, once spaces and capitals of the "
                        + "address are left aside.", at: place)
            }
            return differs(place, "has no matching identifier of type \"\(type)\"")
        }
    }

    private func matches(_ place: JSONPointer) -> Check {
        Check(.recipientMatches, "The credential is for the expected person.", at: place)
    }

    private func differs(_ place: JSONPointer, _ why: String) -> Check {
        Check(
            .recipientDiffers,
            "The credential is not for the expected person: its subject \(why).", at: place)
    }

    private static func isForgiving(_ type: String) -> Bool { type.isSame(as: "emailAddress") }

    private static func loosened(_ value: String) -> String? {
        let trimmed = value.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }
        return String(trimmed.reversed()).lowercased()
    }

    private func holds(_ value: String, _ type: String) -> Bool {
        credential.subjects.flatMap(\.identifiers).contains { identity in
            guard identity.identityType?.isSame(as: type) == true,
                let stored = identity.identityHash
            else { return false }
            guard identity.isHashed else { return stored.isSame(as: value) }
            return IdentityHash(stored)?.isOf(value, salt: identity.salt) ?? false
        }
    }
}

/// A hashed identity: `sha256$…` or `md5$…`, in hex of either case (section 1.1, RCP-06).
package struct IdentityHash {
    private let algorithm: Substring
    private let hex: String

    package init?(_ text: String) {
        let parts = text.split(separator: "$", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        algorithm = parts[0]
        hex = parts[1].lowercased()
    }

    package func isOf(_ value: String, salt: String?) -> Bool {
        let input = Array(value.utf8) + Array((salt ?? "").utf8)
        switch algorithm {
        case "sha256": return hex == Self.hex(SHA256.hash(data: input))
        case "md5": return hex == Self.hex(Insecure.MD5.hash(data: input))
        default: return false
        }
    }

    private static func hex(_ digest: some Sequence<UInt8>) -> String {
        digest.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
