import JSONText

extension Demonstration {
    /// What the front page says of each record, by the identifier of its credential.
    package var introductions: [Text: String] {
        let pairs = records.map { (Text($0.draft.id), $0.standing.introduction) }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// The name with which the learner will sign in.
    package var learnerUsername: String { "ilse" }
    /// No secret: it opens an invented person's records, in a demonstration only.
    package var learnerPassword: String { "demonstration" }
}

extension RecordPlan.Standing {
    fileprivate var introduction: String {
        switch self {
        case .good: "The whole record: a degree and all that led to it."
        case .revoked: "A certificate that its issuer has withdrawn."
        case .expired: "A certificate that is out of date."
        }
    }
}
