import Credentials
import JSONText

/// What a record awards, by the identifier of the achievement.
struct RecordAwards {
    struct Award {
        let part: RecordSense.Part
        let subject: Subject
        let achievement: Achievement

        var earned: Double? {
            subject.creditsEarned.flatMap(PlainNumber.value).flatMap { $0 < 0 ? nil : $0 }
        }

        /// As a sentence begins with it.
        var name: String {
            achievement.name.map { "“\(Quoted.short($0))”" } ?? "An achievement"
        }
    }

    let all: [Award]
    private let byID: [Text: [Int]]

    init(_ sense: RecordSense) {
        let all = sense.contents.flatMap { part in
            part.credential.subjects.flatMap { subject in
                subject.achievements.map { Award(part: part, subject: subject, achievement: $0) }
            }
        }
        self.all = all
        let named = all.indices.compactMap { index in
            all[index].achievement.id.map { (Text($0), index) }
        }
        byID = Dictionary(grouping: named, by: \.0).mapValues { $0.map(\.1) }
    }

    /// The award of an achievement; nil where there is none, or more than one: then which of them
    /// counts is not told.
    func only(_ id: Text) -> Award? {
        guard let found = byID[id], found.count == 1, let index = found.first else { return nil }
        return all[index]
    }
}
