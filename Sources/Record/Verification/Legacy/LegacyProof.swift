import Credentials
import JOSE
import JSONText
import KeyMaterial

/// What shows that a thing of an older generation is its issuer's word: a signature, or that the
/// issuer hosts it (CLR1-V-01 to CLR1-V-05, OB-V-02, OB-V-03).
struct LegacyProof {
    let document: CredentialDocument
    let record: LegacyRecord
    let links: LegacyLinks
    let examination: Examination
    /// The record around, where there is one.
    let holder: Verdict.Answer?

    private var place: JSONPointer { record.place.appending("verification") }

    func answers() async -> [Check] {
        if let token = document.token {
            if let unknown = unknownIssuer { return [unknown] }
            return await signed(token)
        }
        guard record.generation.isVerifiable else {
            return [
                cannotTell(
                    "A record of this generation (\(record.standard)) has no signature and no "
                        + "hosted original, so nothing shows who wrote it or whether it was "
                        + "changed. Ask its issuer.")
            ]
        }
        if let unknown = unknownIssuer { return [unknown] }
        switch record.verification?.method {
        case .hosted: return await hosted()
        case .signed:
            return [
                Check(
                    .proofMissing,
                    "This says that it is signed, and it comes without the signature. Ask for the "
                        + "signed form (a compact JWS).", at: place)
            ]
        case nil:
            return holder == nil && isDescription ? await hosted() : [unverifiable]
        }
    }

    /// What others refer to is hosted by its nature (OB-V-02).
    private var isDescription: Bool {
        [.badgeClass, .profile, .key, .revocationList].contains(record.kind)
    }

    /// The badge class names the issuer; without it nobody can be asked.
    private var unknownIssuer: Check? {
        guard let url = record.badgeURL, links.achieved == nil else { return nil }
        return Check(
            document.token == nil ? .proofHostedUnavailable : .proofKeyUnavailable,
            "The badge class at \(url) says who the issuer is, and could not be had; so it cannot "
                + "be told who wrote this.", at: record.place.appending("badge"))
    }

    private func cannotTell(_ text: String) -> Check { Check(.proofNotVerifiable, text, at: place) }

    /// CLR1-V-01: not called invalid.
    private var unverifiable: Check {
        switch holder {
        case .verified?:
            Check(
                .proofVouched,
                "This part is not verified by itself; the record that holds it is, and its "
                    + "publisher vouches for it.", at: place)
        case .some:
            cannotTell(
                "This part says no way to verify it, and the record that holds it is not "
                    + "verified.")
        case nil:
            cannotTell(
                "This says no way to verify it: it is neither signed nor hosted by its issuer, so "
                    + "it cannot be told who wrote it or whether it was changed. Ask the issuer "
                    + "for a signed one.")
        }
    }

    // MARK: - Hosted

    private func hosted() async -> [Check] {
        guard let id = record.json["id"]?.string, let url = LegacyURL(id) else {
            return [
                Check(
                    .proofHostedUnavailable,
                    "This is said to be hosted by its issuer, and its \"id\" "
                        + "(\(record.json["id"]?.string ?? "none")) is no address to look at.",
                    at: record.place.appending("id"))
            ]
        }
        if record.generation.isCLR, !url.isSecure {
            return [
                Check(
                    .controllerOutsideScope,
                    "The hosted original, \(id), is not had over a connection that shows whose it "
                        + "is: the address must begin with https.",
                    at: record.place.appending("id"))
            ]
        }
        let scope = scope(of: url)
        guard scope.outcome != .failed else { return [scope] }
        if let elsewhere = classElsewhere { return [elsewhere] }
        return await [comparison(with: url), scope]
    }

    /// OB-V-02: an assertion's badge class, too, stands where the issuer hosts its own. Rules for
    /// the addresses of assertions (`startsWith`) say of it only which host that is.
    private var classElsewhere: Check? {
        guard record.generation.isBadge, record.kind == .assertion, let profile = links.published,
            let text = links.achieved?["id"]?.string ?? record.badgeURL,
            let url = LegacyURL(text)
        else { return nil }
        let rules = profile.verification
        let hosts =
            [links.issuerURL].compactMap { $0 } + (rules?.startsWith ?? [])
            + (rules?.allowedOrigins ?? [])
        guard !hosts.contains(where: { Self.isOrigin($0, of: url) }) else { return nil }
        return Check(
            .controllerOutsideScope,
            "The badge class, \(url.text), does not stand where the issuer, "
                + "\(links.issuerURL ?? "nobody"), says that it hosts its badges. Somebody else "
                + "may have written it.", at: record.place.appending("badge"))
    }

    /// CLR1-V-02: whether the issuer says that it hosts things there.
    private func scope(of url: LegacyURL) -> Check {
        guard let issuer = links.issuerURL else {
            return Check(
                .controllerNobodyNamed, "It is not said who issued this.", at: record.place)
        }
        guard let profile = links.published else { return noProfile(issuer) }
        let rules = profile.verification
        let starts = rules?.startsWith ?? []
        let origins = rules?.allowedOrigins ?? []
        var isInside =
            starts.contains { Self.isUnder(url, $0) }
            || origins.contains { Self.isOrigin($0, of: url) }
        if starts.isEmpty, origins.isEmpty {
            isInside = LegacyURL(issuer)?.isSameHost(as: url) == true
        }
        guard isInside else {
            // Where no assertion is verified with it, it stands for nothing.
            if record.kind == .badgeClass {
                return Check(
                    .controllerDescriptionElsewhere,
                    "\(url.text) is not where the issuer, \(issuer), says that it hosts its "
                        + "badges. Whether the issuer knows of this badge class is not shown, and "
                        + "no hosted assertion of it would be verified.",
                    at: record.place.appending("id"))
            }
            return Check(
                .controllerOutsideScope,
                "\(url.text) is not where the issuer, \(issuer), says that it hosts its badges "
                    + "and records. Somebody else may have put it there.",
                at: record.place.appending("id"))
        }
        return Check(
            .controllerIsIssuer, "It stands where the issuer, \(issuer), hosts its own.")
    }

    /// `https://a.example` must not let `https://a.example.evil.example` through.
    private static func isUnder(_ url: LegacyURL, _ start: String) -> Bool {
        guard let base = LegacyURL(start), base.isSameHost(as: url) else { return false }
        return url.text.utf8.starts(with: start.utf8)
    }

    /// An origin is a host, or a URL that has it.
    private static func isOrigin(_ origin: String, of url: LegacyURL) -> Bool {
        guard let other = LegacyURL(origin) ?? LegacyURL("https://" + origin) else { return false }
        return other.isSameHost(as: url)
    }

    private func noProfile(_ issuer: String) -> Check {
        Check(
            .controllerUnavailable,
            "The profile of the issuer, \(issuer), could not be had: \(links.unavailable). Give it "
                + "with --documents, or let it be fetched with --online.", at: record.place)
    }

    private func comparison(with url: LegacyURL) async -> Check {
        switch await LegacyDocuments(examination).object(at: url.text) {
        case .unavailable(_, let reason):
            return Check(
                .proofHostedUnavailable,
                "The original at \(url.text) could not be had: \(reason). Give it with "
                    + "--documents, or let it be fetched with --online.", at: place)
        case .gone(let url, _): return LegacyStatus.gone(url, at: record.place.appending("id"))
        case .wrong(_, let why):
            return Check(
                .proofHostedDiffers, "The original at \(url.text) does not say this: \(why).",
                at: place)
        case .found(let original, _):
            if original["revoked"]?.bool == true {
                let reason = original["revocationReason"]?.string.map { ": \($0)" } ?? "."
                return Check(
                    .statusRevoked, "The issuer has taken this back, at \(url.text)\(reason)",
                    at: record.place.appending("id"))
            }
            return await LegacyComparison(examination).isSame(record.json, as: original)
                ? Check(
                    .proofHostedAgrees, "The original, at \(url.text), says the same.", at: place)
                : Check(
                    .proofHostedDiffers,
                    "The original, at \(url.text), says something else: this copy was changed, or "
                        + "is out of date. Take the one from there.", at: place)
        }
    }

    // MARK: - Signed

    private func signed(_ token: CompactToken) async -> [Check] {
        let jws: CompactJWS
        do throws(JOSEError) {
            guard token.selective == nil, token.wrapper == nil else {
                return [
                    Check(
                        .proofHeaderRefused,
                        "Refused: this is the form of a newer token (with disclosures, or with a "
                            + "\"vc\" claim), and what is in it is of an older generation.")
                ]
            }
            jws = try CompactJWS(reading: token.compact)
        } catch { return [error.check] }
        guard let issuer = links.issuerURL else {
            return [
                Check(
                    .controllerNobodyNamed, "It is not said who issued this, so no key is theirs.")
            ]
        }
        let named = record.verification?.creator ?? jws.header.keyID?.string
        guard let profile = links.published else {
            return await unconfirmed(jws, named) + [noProfile(issuer)]
        }
        let listed = profile.keys.prefix(Self.keys).filter { key in
            guard let named else { return true }
            return (key.string ?? key["id"]?.string)?.isSame(as: named) == true
        }
        guard !listed.isEmpty else {
            return [
                Check(
                    .controllerKeyNotListed,
                    "The issuer, \(issuer), does not publish the key \(named ?? "of this") as its "
                        + "own. Somebody else may have signed.", at: place)
            ]
        }
        return await answers(jws, Array(listed), of: profile, issuer)
    }

    /// A profile has a key or two; no more are tried.
    private static let keys = 8

    private func answers(
        _ jws: CompactJWS, _ listed: [JSONValue], of profile: LegacyParty, _ issuer: String
    ) async -> [Check] {
        var last: [Check] = []
        for entry in listed {
            let key = await fresh(entry)
            guard let object = key.object else {
                last = [keyUnavailable(key)]
                continue
            }
            let owners = [issuer, profile.address].compactMap { $0 }
            let owner = object["owner"].flatMap { LegacyParty($0).address }
            guard let owner, owners.contains(where: { $0.isSame(as: owner) }) else {
                last = [
                    Check(
                        .controllerNotIssuer,
                        "The key says that it belongs to \(owner ?? "nobody"), and not to the "
                            + "issuer, \(issuer).", at: place)
                ]
                continue
            }
            let signature = Self.signature(of: jws, object)
            let standing = Check(
                .controllerIsIssuer, "The issuer, \(issuer), publishes the key as its own.")
            last = [signature, standing]
            if signature.outcome == .passed { return last }
        }
        return last
    }

    /// CLR1-V-05: the key at its own address, before the copy that the profile has.
    private func fresh(_ entry: JSONValue) async -> LegacyDocuments.Answer {
        let id = entry.string ?? entry["id"]?.string
        guard let id, LegacyURL(id) != nil else {
            return entry.isObject
                ? .found(entry, note: nil)
                : .unavailable(url: id ?? "none", reason: "it is no http or https address")
        }
        let answer = await LegacyDocuments(examination).object(at: id)
        if answer.isAbsent, entry["publicKeyPem"] != nil {
            return .found(entry, note: nil)
        }
        // A profile may hold its key, at an address within itself.
        if let inner = answer.object?["publicKey"]?.oneOrMore.first(where: {
            $0["id"]?.string?.isSame(as: id) == true
        }) {
            return .found(inner, note: nil)
        }
        return answer
    }

    private func keyUnavailable(_ answer: LegacyDocuments.Answer) -> Check {
        switch answer {
        case .found: Check(.proofKeyInvalid, "There is no key.", at: place)
        case .unavailable(let url, let reason), .gone(let url, let reason):
            Check(
                .proofKeyUnavailable,
                "The key at \(url) could not be had: \(reason). Give it with --documents, or let "
                    + "it be fetched with --online.", at: place)
        case .wrong(let url, let why):
            Check(.proofKeyInvalid, "What stands at \(url) is no key: \(why).", at: place)
        }
    }

    /// Without the issuer's profile the key may be at hand all the same; whose it is stays open.
    private func unconfirmed(_ jws: CompactJWS, _ named: String?) async -> [Check] {
        if let named, LegacyURL(named) != nil,
            let object = await LegacyDocuments(examination).object(at: named).object
        {
            return [Self.signature(of: jws, object)]
        }
        let own = links.claimed?.keys.first { key in
            guard key.isObject, let named else { return key.isObject }
            return key["id"]?.string?.isSame(as: named) == true
        }
        if let own { return [Self.signature(of: jws, own)] }
        return [
            Check(
                .proofKeyUnavailable,
                "The key \(named ?? "of \(links.issuerURL ?? "the issuer")") could not be had, so "
                    + "the signature was not checked.", at: place)
        ]
    }

    private static func signature(of jws: CompactJWS, _ object: JSONValue) -> Check {
        guard let pem = object["publicKeyPem"]?.string,
            case .open(let key)? = try? KeyFile(reading: Array(pem.utf8))
        else {
            return Check(
                .proofKeyInvalid,
                "The key has no \"publicKeyPem\" that can be read, so the signature cannot be "
                    + "checked.")
        }
        do throws(JOSEError) {
            try jws.verify(with: key)
            return Check(
                .signatureFits,
                "The signature (\(jws.header.algorithm.rawValue)) fits: nothing was changed since "
                    + "it was made.")
        } catch { return error.check }
    }
}
