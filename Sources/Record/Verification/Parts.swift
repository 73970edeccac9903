import Credentials
import JSONText

/// What the parts of one record have in common: looked for once, however many parts there are.
struct Parts: Sendable {
    /// Subjects of whom more than one unsigned part speaks.
    let sharedSubjects: Set<Text>
    /// What endorsements may speak of, where there are any.
    let endorsable: EndorsedThings
    /// Of whom the record speaks.
    let learner: LearnerIdentity

    init(_ parts: [ContainedCredential], of holder: Credential, _ sense: RecordSense?) {
        var seen: Set<Text> = []
        var shared: Set<Text> = []
        for part in parts where part.value.isObject && part.value["proof"] == nil {
            let subjects = Set(
                Credential(part.value, at: part.pointer).subjects.compactMap { $0.json["id"]?.text }
            )
            shared.formUnion(seen.intersection(subjects))
            seen.formUnion(subjects)
        }
        sharedSubjects = shared
        let isEndorsed = parts.contains { $0.role == .endorsement }
        endorsable = isEndorsed ? EndorsedThings(in: holder, sense) : EndorsedThings()
        learner = LearnerIdentity(holder.subjects)
    }
}
