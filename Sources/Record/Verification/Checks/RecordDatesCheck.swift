import Credentials
import JSONText

/// Does a record hold what was there when it was issued?
struct RecordDatesCheck {
    let sense: RecordSense

    var answers: [Check] {
        let record = sense.credential
        guard let issued = SenseDate(record, record.validFromName) else { return [] }
        var faults = FaultList()
        for part in sense.contents where part.level == 1 {
            let own = part.credential
            guard
                let date = SenseDate(own, "awardedDate") ?? SenseDate(own, own.validFromName),
                date.isSurelyAfter(issued)
            else { continue }
            faults.note(
                .datesPartLater, at: part.place,
                "This part is of \(date.instant) (\"\(date.name)\"), later than the record that "
                    + "holds it (\(issued.instant)).")
        }
        return faults.answers
    }
}
