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
            if Self.isForgiving(type), holdsLoosely(value, type) {
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

    /// RCP-05: as given first, then without spaces around it and in small letters.
    static func loosened(_ value: String) -> String {
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

    /// A plain address may itself be written with capitals; of a hash nobody can tell.
    private func holdsLoosely(_ value: String, _ type: String) -> Bool {
        let loose = Self.loosened(value)
        if holds(loose, type) { return true }
        return credential.subjects.flatMap(\.identifiers).contains { identity in
            guard identity.identityType?.isSame(as: type) == true, !identity.isHashed,
                let stored = identity.identityHash
            else { return false }
            return Self.loosened(stored).isSame(as: loose)
        }
    }
}

extension VerificationPolicy.Recipient {
    /// Reads `TYPE:VALUE`, where TYPE is a kind of identifier (ENUM-06, or `ext:` and a word), or
    /// `id:VALUE`. Anything else is the subject's id: no scheme of URIs is called like a kind.
    package init(written text: String) {
        let bytes = text.utf8
        let start = bytes.starts(with: "ext:".utf8) ? bytes.dropFirst(4) : bytes[...]
        guard let colon = start.firstIndex(of: UInt8(ascii: ":")) else {
            self = .id(text)
            return
        }
        let type = String(text[..<colon])
        let value = String(text[text.utf8.index(after: colon)...])
        if type.isSame(as: "id") {
            self = .id(value)
        } else if Self.types.contains(Text(type)) || bytes.starts(with: "ext:".utf8) {
            self = .identifier(value, type: type)
        } else {
            self = .id(text)
        }
    }

    /// IdentifierTypeEnum (ENUM-06).
    package static let types: Set<Text> = [
        "name", "sourcedId", "systemId", "productId", "userName", "accountId", "emailAddress",
        "nationalIdentityNumber", "isbn", "issn", "lisSourcedId", "oneRosterSourcedId",
        "sisSourcedId", "ltiContextId", "ltiDeploymentId", "ltiToolId", "ltiPlatformId",
        "ltiUserId", "identifier",
    ]
}

/// A hashed identity: `sha256$…` or `md5$…`, in hex of either case (section 1.1, RCP-06).
package struct IdentityHash: Sendable {
    private let algorithm: Substring
    private let hex: String

    package init?(_ text: String) {
        let parts = text.split(separator: "$", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        algorithm = parts[0]
        hex = parts[1].lowercased()
    }

    /// Whether it has as many digits as its algorithm gives (MCHK-08).
    var isWhole: Bool {
        let digits = hex.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 &- 0x61 < 6 }
        switch algorithm {
        case "sha256": return digits && hex.utf8.count == 64
        case "md5": return digits && hex.utf8.count == 32
        default: return false
        }
    }

    func isSameKind(as other: IdentityHash) -> Bool {
        isWhole && other.isWhole && algorithm.utf8.elementsEqual(other.algorithm.utf8)
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
