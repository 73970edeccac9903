import Credentials
import JSONText

/// Is a record or badge of an older generation in force now? (CLR1-V-08, OB-V-04)
struct LegacyPeriod {
    let record: LegacyRecord
    let token: CompactToken?
    let now: Timestamp
    let leewaySeconds: Int

    var answers: [Check] {
        switch record.kind {
        case .badgeClass, .profile, .key, .revocationList, .clrSet, .clrPayload, .badgeList:
            return []
        case .clr, .assertion, .endorsement, .extendedTranscript, .recordOfPerformance: break
        }
        var notes: [Check] = []
        let start = instant(record.issuedOnName, isEnd: false, &notes)
        let end = instant("expires", isEnd: true, &notes)
        if record.json[record.issuedOnName] == nil {
            notes.append(
                Check(
                    .periodMissing,
                    "There is no \"\(record.issuedOnName)\", so it is not known when it was issued.",
                    at: record.place.appending(record.issuedOnName)))
        }
        let claims = TokenTimes(token)
        notes += claims.faults
        let ends = [end, claims.expiry].compactMap { $0 }
        let answer = answer(start ?? claims.notBefore, ends.min())
        let isSettled = notes.contains { $0.outcome == .failed } && answer.outcome == .passed
        return isSettled ? notes : [answer] + notes
    }

    /// Older badges have seconds since 1970, and days without a time; a day counts to its end.
    private func instant(_ name: String, isEnd: Bool, _ notes: inout [Check]) -> Timestamp? {
        guard let value = record.json[name], !value.isNull else { return nil }
        if let seconds = value.integer, seconds.magnitude < 1 << 40 {
            return Timestamp(seconds: seconds)
        }
        let text = value.string ?? ""
        let day = text + (isEnd ? "T24:00:00" : "T00:00:00")
        guard let reading = Timestamp.reading(text) ?? Timestamp.reading(day) else {
            notes.append(
                Check(
                    .periodInvalidDate,
                    "\"\(name)\" is no date and time that can be read. The issuer must correct it.",
                    at: record.place.appending(name)))
            return nil
        }
        if !reading.hasZone {
            notes.append(
                Check(
                    .periodZoneMissing,
                    "\"\(name)\" (\(text)) has no time zone; it is read as UTC.",
                    at: record.place.appending(name)))
        }
        return reading.instant
    }

    private func answer(_ start: Timestamp?, _ end: Timestamp?) -> Check {
        if let end, end.adding(seconds: leewaySeconds) < now {
            return Check(
                .periodExpired, "This expired on \(end). Ask its holder or issuer for a newer one.",
                at: record.place.appending("expires"))
        }
        if let start, now < start.adding(seconds: -leewaySeconds) {
            return Check(
                .periodNotYet, "This was issued on \(start), which is yet to come.",
                at: record.place.appending(record.issuedOnName))
        }
        let until = end.map { "until \($0)" } ?? "without an end"
        let from = start.map { "since \($0)" } ?? "without a stated start"
        return Check(.periodInForce, "In force \(from), \(until).")
    }
}
