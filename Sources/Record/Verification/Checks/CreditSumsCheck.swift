import Credentials
import JSONText

/// Do the credits of the parts of a degree or programme add up to what it states?
///
/// Only `creditsEarned` is added up: what could be had (`creditsAvailable`) is no sum where there
/// is a choice. Where parts are missing, only a sum that is too large contradicts.
struct CreditSumsCheck {
    let sense: RecordSense
    let awards: RecordAwards

    var answers: [Check] {
        let graph = AssociationGraph(sense.credential.subjects.flatMap(\.associations))
        var faults = FaultList()
        for (whole, parts) in graph.parts {
            guard let award = awards.only(whole), let stated = award.earned else { continue }
            let earned = parts.map { awards.only($0)?.earned }
            let known = earned.compactMap { $0 }
            guard !known.isEmpty else { continue }
            let sum = known.reduce(0, +)
            let isComplete = sense.isWhole && known.count == earned.count
            let isTooMuch = PlainNumber.isMore(sum, than: stated)
            guard isTooMuch || (isComplete && PlainNumber.isMore(stated, than: sum)) else {
                continue
            }
            faults.note(
                .creditsSumDiffers,
                at: award.part.isInToken
                    ? award.part.place : award.subject.json.pointer.appending("creditsEarned"),
                "\(award.name) states \(PlainNumber.words(stated)) credits; its \(known.count) "
                    + "parts with credits in this record add up to \(PlainNumber.words(sum)).")
        }
        return faults.answers
    }
}
