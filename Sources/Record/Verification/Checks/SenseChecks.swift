import Credentials
import JSONText

/// The questions whether a credential makes sense, beside each fact that stands in it: what one
/// credential is asked, and what a record is asked as a whole. They warn, and never block.
struct SenseChecks {
    let credential: Credential
    let now: Timestamp
    let leewaySeconds: Int
    /// Whether what is missing may have been kept back by the holder.
    let isSelective: Bool
    /// Where the credential is a record.
    let sense: RecordSense?

    var answers: [Check] {
        var answers = ResultsCheck(credential: credential, isSelective: isSelective).answers
        answers +=
            DatesCheck(credential: credential, now: now, leewaySeconds: leewaySeconds).answers
        answers += CreditsCheck(credential: credential).answers
        answers += IdentitiesCheck(credential: credential).answers
        answers += LanguagesCheck(credential: credential).answers
        answers += EvidenceCheck(credential: credential).answers
        answers += NamesCheck(credential: credential).answers
        return answers + (sense.map(ofRecord) ?? [])
    }

    private func ofRecord(_ sense: RecordSense) -> [Check] {
        let awards = RecordAwards(sense)
        var answers = AssociationsCheck(sense: sense).answers
        answers += RecordDatesCheck(sense: sense).answers
        answers += CreditSumsCheck(sense: sense, awards: awards).answers
        answers += AveragesCheck(sense: sense, awards: awards).answers
        answers += DuplicatesCheck(sense: sense).answers
        answers += PartialCheck(credential: credential).answers
        return answers + RecordNamesCheck(sense: sense).answers
    }
}
