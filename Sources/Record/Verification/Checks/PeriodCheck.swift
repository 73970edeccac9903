import Credentials
import JSONText

/// Is the credential in force now?
struct PeriodCheck {
    let credential: Credential
    let token: CompactToken?
    let now: Timestamp
    let leewaySeconds: Int

    var answers: [Check] {
        var notes: [Check] = []
        let start = date(credential.validFromName, notes: &notes)
        // Whichever context came first: an end is an end, in either generation's words.
        let ends = ["validUntil", "expirationDate"].map { date($0, notes: &notes) }
        if start == nil, notes.isEmpty, credential.kind != .presentation,
            credential.kind != .statusListCredential
        {
            notes.append(missingStart)
        }
        let claims = TokenTimes(token)
        notes += claims.faults
        let outcome = answer(
            start: start ?? claims.notBefore, end: (ends + [claims.expiry]).compactMap { $0 }.min())
        let isSettled = notes.contains { $0.outcome == .failed } && outcome.outcome == .passed
        return isSettled ? notes : [outcome] + notes
    }

    private func place(_ name: String) -> JSONPointer {
        credential.place.appending(name)
    }

    private func date(_ name: String, notes: inout [Check]) -> Timestamp? {
        guard let value = credential.json[name] else { return nil }
        guard let text = value.string, let reading = Timestamp.reading(text) else {
            notes.append(
                Check(
                    .periodInvalidDate,
                    "\"\(name)\" is not a date and time with a zone, such as "
                        + "2026-01-31T12:00:00Z. The issuer must correct it.", at: place(name)))
            return nil
        }
        if !reading.hasZone {
            notes.append(
                Check(
                    .periodZoneMissing,
                    "\"\(name)\" (\(text)) has no time zone; it is read as UTC.", at: place(name)))
        }
        return reading.instant
    }

    private var missingStart: Check {
        let name = credential.validFromName
        return Check(
            .periodMissing,
            "There is no \"\(name)\", so it is not known since when the credential holds.",
            at: place(name))
    }

    private func answer(start: Timestamp?, end: Timestamp?) -> Check {
        if let end, end.adding(seconds: leewaySeconds) < now {
            return Check(
                .periodExpired,
                "The credential expired on \(end). Ask its holder or issuer for a newer one.",
                at: place(credential.validUntilName))
        }
        if let start, now < start.adding(seconds: -leewaySeconds) {
            return Check(
                .periodNotYet, "The credential is valid only from \(start) on.",
                at: place(credential.validFromName))
        }
        let until = end.map { "until \($0)" } ?? "without an end"
        let from = start.map { "since \($0)" } ?? "without a stated start"
        return Check(.periodInForce, "In force \(from), \(until).")
    }
}

/// The time claims of a JWT (JWT-18, JWT-20).
struct TokenTimes {
    let notBefore: Timestamp?
    let expiry: Timestamp?
    private let unreadable: [String]

    init(_ token: CompactToken?) {
        var unreadable: [String] = []
        func claim(_ name: String) -> Timestamp? {
            guard let value = token?.payload[name] else { return nil }
            guard let seconds = Self.seconds(value) else {
                unreadable.append(name)
                return nil
            }
            return Timestamp(seconds: seconds)
        }
        notBefore = claim("nbf")
        expiry = claim("exp")
        self.unreadable = unreadable
    }

    /// NumericDate, fractions cut off.
    private static func seconds(_ value: JSONValue) -> Int? {
        if let whole = value.integer { return whole.magnitude < 1 << 50 ? whole : nil }
        guard let number = value.double, number.magnitude < 1e15 else { return nil }
        return Int(number.rounded(.down))
    }

    var faults: [Check] {
        unreadable.map {
            Check(.periodInvalidDate, "The JWT claim \"\($0)\" is not a number of seconds.")
        }
    }
}
