import Credentials
import DIDs
import JSONText

extension StatusChecks {
    /// The deprecated 1EdTech Revocation List (section 3.6): plain JSON, only as good as the
    /// place that it came from.
    func revocationListAnswers(_ entry: StatusEntry, _ at: JSONPointer) async -> [Check] {
        [await revocationListAnswer(entry, at)] + (entry.id.flatMap { hostNote($0, at) } ?? [])
    }

    /// RVL-06: nobody has signed such a list, so its place is all that speaks for it.
    private func hostNote(_ url: String, _ at: JSONPointer) -> [Check]? {
        guard let issuer = credential.issuerID, let own = Verdict.Party.domain(issuer),
            let other = Verdict.Party.domain(url), !own.isSame(as: other)
        else { return nil }
        return [
            Check(
                .statusListIssuer,
                "The revocation list is not signed, and stands at \(other) and not at the issuer's "
                    + "own address, \(own).", at: at)
        ]
    }

    private func revocationListAnswer(_ entry: StatusEntry, _ at: JSONPointer) async -> Check {
        guard let url = entry.id, let id = credential.id else {
            return Check(
                .statusEntryMalformed,
                "The entry or the credential has no \"id\", so it cannot be found in a revocation "
                    + "list.", at: at)
        }
        switch await examination.lookups.document(at: Text(url), as: .revocationList) {
        case .unavailable(let reason), .gone(let reason):
            return Check(
                .statusUnavailable,
                "The revocation list at \(url) could not be had (\(reason)), so it could not be "
                    + "told whether the credential was revoked.", at: at)
        case .found(let bytes, mediaType: _):
            guard let list = RevocationList(reading: bytes) else {
                return Check(
                    .statusListMalformed, "What stands at \(url) is not a revocation list.",
                    at: at)
            }
            guard list.revokes(id) else {
                return Check(
                    .statusGood, "The list at \(url) does not name the credential.", at: at)
            }
            return Check(
                .statusRevoked,
                "The issuer has revoked this credential: the list at \(url) names it.", at: at)
        }
    }
}

/// RVL-03, RVL-04: items with the ids of revoked credentials.
struct RevocationList {
    private let items: [JSONValue]

    init?(reading bytes: [UInt8]) {
        guard let root = try? JSONDocument(parsing: bytes).root,
            let list = root["revokedCredential"] ?? root["revokedCredentials"]
        else { return nil }
        items = list.oneOrMore
    }

    func revokes(_ id: String) -> Bool {
        items.contains { item in
            let name = item.isString ? item.string : item["id"]?.string
            guard let name, name.isSame(as: id) else { return false }
            return item["revoked"]?.bool ?? true
        }
    }
}
