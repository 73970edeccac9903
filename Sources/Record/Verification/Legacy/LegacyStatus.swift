import Credentials
import JSONText

/// Has the issuer taken it back? (CLR1-V-07, OB-V-03, OB-V-05)
struct LegacyStatus {
    let record: LegacyRecord
    let links: LegacyLinks
    let isSigned: Bool
    let isIntact: Bool
    let examination: Examination

    private var place: JSONPointer { record.place.appending("revoked") }

    func answers() async -> [Check] {
        if record.isRevoked {
            let reason = record.revocationReason.map { " It says why: \($0)" } ?? ""
            return [Check(.statusRevoked, "This says of itself that it is revoked.\(reason)", at: place)]
        }
        guard isSigned else { return [] }
        guard isIntact else {
            return [
                Check(
                    .statusNotAsked,
                    "Whether it was revoked was not asked, because the signature does not hold or "
                        + "could not be checked.")
            ]
        }
        guard let url = links.published?.revocationList else {
            return [Check(.statusNone, "The issuer publishes no list of what it has revoked.")]
        }
        return [await listed(at: url)]
    }

    private func listed(at url: String) async -> Check {
        switch await LegacyDocuments(examination).object(at: url) {
        case .unavailable(_, let reason):
            return Check(
                .statusUnavailable,
                "Whether it was revoked is not known: the list at \(url) could not be had: "
                    + "\(reason).")
        case .wrong(_, let why):
            return Check(.statusListMalformed, "The list at \(url) cannot be read: \(why).")
        case .found(let list, _):
            guard let entries = list["revokedAssertions"] else {
                let types = (list["type"]?.oneOrMore ?? []).compactMap(\.string)
                guard types.contains(where: { $0.isSame(as: "RevocationList") }) else {
                    return Check(
                        .statusListMalformed,
                        "What stands at \(url) has no \"revokedAssertions\".")
                }
                return Check(.statusGood, "It is not among those revoked at \(url).")
            }
            return answer(entries, url)
        }
    }

    private func answer(_ entries: JSONValue, _ url: String) -> Check {
        let names = [record.json["id"]?.text, record.json["uid"]?.text].compactMap { $0 }
        let entry = entries.oneOrMore.first { entry in
            let own = entry.text ?? entry["id"]?.text ?? entry["uid"]?.text
            return own.map(names.contains) == true
        }
        guard let entry else {
            return Check(.statusGood, "It is not among those revoked at \(url).")
        }
        let reason = entry["revocationReason"]?.string.map { ": \($0)" } ?? "."
        return Check(.statusRevoked, "The issuer has revoked this, at \(url)\(reason)", at: place)
    }
}
