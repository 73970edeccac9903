import Credentials
import JSONText

/// Does each identifier of a record stand for one thing (MCHK-09, AMB-36)?
struct DuplicatesCheck {
    let sense: RecordSense

    var answers: [Check] {
        var faults = FaultList()
        noteCredentials(&faults)
        var achievements = RepeatedIdentifiers(without: ["endorsement", "endorsementJwt"])
        var descriptions = RepeatedIdentifiers()
        for (achievement, part) in sense.achievements {
            note(achievement.json, "achievement", in: part, &achievements, &faults)
            for description in achievement.resultDescriptions {
                note(description.json, "description of a result", in: part, &descriptions, &faults)
            }
        }
        return faults.answers
    }

    private func note(
        _ value: JSONValue, _ kind: String, in part: RecordSense.Part?,
        _ known: inout RepeatedIdentifiers, _ faults: inout FaultList
    ) {
        guard let id = value["id"]?.text, !id.string.isEmpty,
            known.note(value, named: id) == .other
        else { return }
        faults.note(
            .contentsSameID, at: sense.place(of: value, in: part),
            "The \(kind) \(Quoted.short(id)) stands in the record more than once, and differs. "
                + "Which one counts is not told.")
    }

    private func noteCredentials(_ faults: inout FaultList) {
        var known = RepeatedIdentifiers(without: ["proof"])
        if let id = sense.credential.json["id"]?.text {
            _ = known.note(sense.credential.json, named: id)
        }
        for part in sense.contents {
            guard let id = part.credential.json["id"]?.text, !id.string.isEmpty else { continue }
            switch known.note(part.credential.json, named: id) {
            case .new: continue
            case .same:
                faults.note(
                    .contentsListedTwice, at: part.place,
                    "The credential \(Quoted.short(id)) stands in the record more than once.")
            case .other:
                faults.note(
                    .contentsSameID, at: part.place,
                    "Two credentials of the record are called \(Quoted.short(id)), and differ. "
                        + "Which one counts is not told.")
            }
        }
    }
}
