import Credentials
import DIDs
import JSONText

/// Is there a newer version? Asked once the signature holds (VER-09), of the credential that was
/// given and not of those inside it. The answer never decides: the credential is judged as it is.
struct RefreshCheck {
    let document: CredentialDocument
    let role: Examination.Role
    let isIntact: Bool
    let examination: Examination

    private var credential: Credential { document.credential }
    private var place: JSONPointer { credential.place.appending("refreshService") }

    func answers() async -> [Check] {
        guard !role.isAuxiliary, let services = credential.json["refreshService"] else { return [] }
        guard case .outer = role else {
            return [notAsked("Newer versions are looked for only of the record as a whole.")]
        }
        guard isIntact else {
            return [notAsked("A newer version was not asked for: the signature does not hold.")]
        }
        let known = services.oneOrMore.first { service in
            service["type"]?.oneOrMore.contains {
                $0.string?.isSame(as: "1EdTechCredentialRefresh") ?? false
            } ?? false
        }
        guard let url = known?["id"]?.string else {
            return [
                notAsked(
                    "The refresh service is of no kind that is known here, so it was not asked.")
            ]
        }
        return [await answer(from: url)]
    }

    private func notAsked(_ message: String) -> Check {
        Check(.refreshNotAsked, message, at: place)
    }

    private func answer(from url: String) async -> Check {
        switch await examination.lookups.document(at: Text(url), as: .credential) {
        case .unavailable(let reason), .gone(let reason):
            guard examination.policy.isOnline else {
                return notAsked(
                    "Whether \(url) has a newer version was not asked: the check is offline.")
            }
            return Check(
                .refreshUnavailable,
                "Whether there is a newer version could not be learnt from \(url): \(reason). The "
                    + "credential is judged as it is.", at: place)
        case .found(let bytes, mediaType: _):
            return bytes == document.bytes ? current(url) : await judge(bytes, from: url)
        }
    }

    private func current(_ url: String) -> Check {
        Check(.refreshCurrent, "\(url) gives this version: there is none newer.", at: place)
    }

    private func judge(_ bytes: [UInt8], from url: String) async -> Check {
        let newer: CredentialDocument
        do throws(ReadingError) {
            newer = try CredentialDocument(reading: bytes)
        } catch {
            return notUsable(url, error.sentence)
        }
        if let difference = difference(of: newer.credential) { return notUsable(url, difference) }
        let verdict = await examination.verdict(on: newer, as: .refreshed)
        guard verdict.verdict == .verified else {
            let problem =
                verdict.checks.first { $0.outcome == .failed }
                ?? verdict.checks.first { $0.outcome == .undetermined }
            return notUsable(url, problem.map { "\($0.code): \($0.message)" } ?? "")
        }
        if Self.content(newer) == Self.content(document) { return current(url) }
        return Self.told(newer, than: document, from: url, at: place)
    }

    /// That there is a newer version, and what it says otherwise.
    private static func told(
        _ newer: CredentialDocument, than document: CredentialDocument, from url: String,
        at place: JSONPointer
    ) -> Check {
        let start =
            "There is a newer version of this credential at \(url), signed by the same issuer"
        let end = "Ask for that one; this one is judged as it is."
        do throws(DifferenceError) {
            let difference = try RecordDifference(from: document, to: newer)
            var check = Check(
                .refreshNewer, "\(start): \(difference.summary()). \(end)", at: place)
            check.difference = difference
            return check
        } catch {
            return Check(.refreshNewer, "\(start). \(error.sentence) \(end)", at: place)
        }
    }

    private func notUsable(_ url: String, _ reason: String) -> Check {
        Check(
            .refreshNotUsable,
            "What \(url) gives is not taken for a newer version: \(reason)", at: place)
    }

    /// VER-10: what keeps it from being a later version of the same.
    private func difference(of other: Credential) -> String? {
        guard let id = credential.id, let otherID = other.id, id.isSame(as: otherID) else {
            return "its \"id\" is another one, or missing."
        }
        guard let issuer = credential.issuerID, let otherIssuer = other.issuerID,
            issuer.isSame(as: otherIssuer)
        else { return "its issuer is another one." }
        guard let start = credential.validFrom, let otherStart = other.validFrom,
            otherStart >= start
        else { return "it is older: it was valid from an earlier time on, or says none." }
        return nil
    }

    /// What it says, however it is signed and laid out.
    private static func content(_ document: CredentialDocument) -> [UInt8]? {
        let members = document.credential.json.members.filter { !$0.hasName("proof") }
        let object = JSON.object(members.map { (name: $0.name, value: .verbatim($0.value)) })
        return try? JSONDocument(parsing: object.serialized()).root.canonicalized()
    }
}
