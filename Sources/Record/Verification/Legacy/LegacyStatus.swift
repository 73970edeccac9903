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
        if record.isRevoked { return [Self.ownWord(record)] }
        guard isSigned else {
            // The hosted original was looked at, and would say so.
            return isIntact
                ? [Check(.statusGood, "The hosted original does not say that it is revoked.")] : []
        }
        guard isIntact else {
            return [
                Check(
                    .statusNotAsked,
                    "Whether it was revoked was not asked, because the signature does not hold or "
                        + "could not be checked.")
            ]
        }
        guard let profile = links.published else {
            return [
                Check(
                    .statusUnavailable,
                    "Whether it was revoked is not known: the issuer's profile, which names the "
                        + "list, could not be had.")
            ]
        }
        guard let url = profile.revocationList else {
            return [Check(.statusNone, "The issuer publishes no list of what it has revoked.")]
        }
        return await listed(at: url, by: profile)
    }

    /// A record that says of itself that it is revoked.
    static func ownWord(_ record: LegacyRecord) -> Check {
        let reason = record.revocationReason.map { " It says why: \($0)" } ?? ""
        return Check(
            .statusRevoked, "This says of itself that it is revoked.\(reason)",
            at: record.place.appending("revoked"))
    }

    /// The host of an original that is hosted says that it is gone (CLR1-V-03, OB-V-02).
    static func gone(_ url: String, at place: JSONPointer) -> Check {
        Check(
            .statusRevoked,
            "The issuer has taken this back: \(url), where it hosted the original, answers that it "
                + "is gone for good (410).", at: place)
    }

    private func listed(at url: String, by profile: LegacyParty) async -> [Check] {
        switch await examination.shelf.revocations(at: url) {
        case .unavailable(let reason):
            return [
                Check(
                    .statusUnavailable,
                    "Whether it was revoked is not known: the list at \(url) could not be had: "
                        + "\(reason).")
            ]
        case .malformed(let why):
            return [Check(.statusListMalformed, "The list at \(url) cannot be read: \(why).")]
        case .index(let index):
            let answer = answer(index, url)
            let owners = [links.issuerURL, profile.address].compactMap { $0 }
            guard let other = index.issuer, !owners.contains(where: { $0.isSame(as: other) })
            else { return [answer] }
            return [
                answer,
                Check(
                    .statusListIssuer,
                    "The list at \(url) says that it is of another issuer, \(other)."),
            ]
        }
    }

    private func answer(_ index: RevocationIndex, _ url: String) -> Check {
        let names = [record.json["id"]?.text, record.json["uid"]?.text].compactMap { $0 }
        guard !names.isEmpty else {
            return Check(
                .statusUnavailable,
                "Whether it was revoked is not known: it has no \"id\" that the list at \(url) "
                    + "could name.")
        }
        guard let entry = index.entry(for: names) else {
            return Check(.statusGood, "It is not among those revoked at \(url).")
        }
        let reason = entry.reason.map { ": \($0)" } ?? "."
        return Check(.statusRevoked, "The issuer has revoked this, at \(url)\(reason)", at: place)
    }
}
