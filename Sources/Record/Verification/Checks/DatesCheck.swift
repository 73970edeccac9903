import Credentials
import JSONText

/// Do ends stand behind their starts (MCHK-10)?
struct DatesCheck {
    let credential: Credential

    var answers: [Check] {
        let own = pair(credential, credential.validFromName, credential.validUntilName)
        let subjects = credential.subjects.lazy.compactMap {
            pair($0, "activityStartDate", "activityEndDate")
        }
        return [own].compactMap { $0 } + subjects.prefix(Limits.toldFaults)
    }

    private func pair(_ lens: some Lens, _ startName: String, _ endName: String) -> Check? {
        guard let start = lens.date(startName), let end = lens.date(endName), end < start else {
            return nil
        }
        return Check(
            .datesReversed, "\"\(endName)\" (\(end)) stands before \"\(startName)\" (\(start)).",
            at: lens.json.pointer.appending(endName))
    }
}
