import Credentials
import JSONText

/// Do the dates of one credential stand in an order that can be (MCHK-10)?
struct DatesCheck {
    let credential: Credential
    let now: Timestamp
    let leewaySeconds: Int

    var answers: [Check] {
        var faults = FaultList()
        let start = SenseDate(credential, credential.validFromName)
        if let start, let end = SenseDate(credential, credential.validUntilName),
            end.instant <= start.instant
        {
            noteReversed(start, end, &faults)
        }
        let awarded = awarded(&faults)
        if let awarded, let start, awarded.isSurelyAfter(start) {
            faults.note(
                .datesAwardedLate, at: credential.place(of: awarded.value),
                "It was awarded on \(awarded.instant), after the credential came into force "
                    + "(\(start.instant)).")
        }
        for subject in credential.subjects { note(subject, awarded, &faults) }
        return faults.answers
    }

    private func awarded(_ faults: inout FaultList) -> SenseDate? {
        guard let date = date(credential, "awardedDate", &faults) else { return nil }
        if !date.hasZone {
            faults.note(
                .datesZoneMissing, at: credential.place(of: date.value),
                "\"awardedDate\" has no time zone; it is read as UTC.")
        }
        if now.adding(seconds: leewaySeconds + date.slack) < date.instant {
            faults.note(
                .datesInFuture, at: credential.place(of: date.value),
                "It says that it was awarded on \(date.instant), which has not come yet.")
        }
        return date
    }

    private func note(_ subject: Subject, _ awarded: SenseDate?, _ faults: inout FaultList) {
        let start = date(subject, "activityStartDate", &faults)
        let end = date(subject, "activityEndDate", &faults)
        if let start, let end, end.instant < start.instant { noteReversed(start, end, &faults) }
        if let start, let awarded, start.isSurelyAfter(awarded) {
            faults.note(
                .datesAwardedEarly, at: credential.place(of: start.value),
                "The activity began on \(start.instant), after it was awarded "
                    + "(\(awarded.instant)).")
        }
    }

    private func date(
        _ lens: some Lens, _ name: String, _ faults: inout FaultList
    ) -> SenseDate? {
        guard let value = lens.json[name] else { return nil }
        if let date = SenseDate(lens, name) { return date }
        let written = value.string.map { "\"\(Quoted.short($0))\"" } ?? "something else than text"
        faults.note(
            .datesUnreadable, at: credential.place(of: value),
            "\"\(name)\" is \(written), and not a date and time such as 2026-01-31T12:00:00Z. "
                + "It was compared with nothing.")
        return nil
    }

    private func noteReversed(_ start: SenseDate, _ end: SenseDate, _ faults: inout FaultList) {
        faults.note(
            .datesReversed, at: credential.place(of: end.value),
            "\"\(end.name)\" (\(end.instant)) does not stand behind \"\(start.name)\" "
                + "(\(start.instant)).")
    }
}

/// A date of a credential, as it is compared with others.
struct SenseDate {
    let name: String
    let instant: Timestamp
    let hasZone: Bool
    let value: JSONValue

    init?(_ lens: some Lens, _ name: String) {
        guard let value = lens.json[name],
            let reading = value.string.flatMap({ Timestamp.reading($0) })
        else { return nil }
        self.name = name
        self.value = value
        instant = reading.instant
        hasZone = reading.hasZone
    }

    /// Seconds by which a time without a zone may be off.
    var slack: Int { hasZone ? 0 : 14 * 3_600 }

    func isSurelyAfter(_ other: SenseDate) -> Bool {
        other.instant.adding(seconds: slack + other.slack) < instant
    }
}
