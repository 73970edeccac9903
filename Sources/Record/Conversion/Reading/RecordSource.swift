import Credentials
import JSONText

/// A CLR 2.0, or one badge, as formats see it that list what was achieved. Credentials that stand
/// in it as tokens are opened.
struct RecordSource {
    let root: Placed
    /// Whether the root is a record around credentials; else it is the one credential itself.
    let isRecord: Bool
    private(set) var awards: [AwardedAchievement] = []
    private(set) var tokens = OpenedTokens()
    private var budget = PlaceBudget(left: Limits.reportedPlaces)

    init(_ source: JSONValue) throws(ConversionError) {
        root = Placed(source, "")
        let subject = root.each("credentialSubject").first { $0.value.isObject }
        isRecord = subject?["verifiableCredential"] != nil || root.isA("ClrCredential")
        guard source.isObject, let subject, isRecord || subject["achievement"] != nil else {
            throw .notLearnerRecord2
        }
        try budget.spend(on: source)
        try collect(root, enclosing: nil, depth: 0)
        try openEndorsements(root, depth: 0)
    }

    /// What others said stands in tokens too: as texts under `endorsementJwt`, or in envelopes.
    private mutating func openEndorsements(
        _ value: Placed, depth: Int
    ) throws(ConversionError) {
        if let content = tokens[value.place] {
            guard depth < Self.depth else { return }
            try openEndorsements(in: content, value.place, depth: depth + 1)
        } else {
            try openEndorsements(in: value.value, value.place, depth: depth)
        }
    }

    private mutating func openEndorsements(
        in value: JSONValue, _ place: String, depth: Int
    ) throws(ConversionError) {
        for member in value.members {
            let inside = Placed(member.value, place + LossReport.token(member.name))
            let isSigned = member.hasName("endorsementJwt")
            if depth < Self.depth, isSigned || member.hasName("endorsement") {
                for element in inside.each where isSigned || !element.value.isString {
                    _ = try tokens.open(element, &budget)
                }
            }
            try openEndorsements(inside, depth: depth)
        }
        for (index, element) in value.elements.enumerated() {
            try openEndorsements(Placed(element, "\(place)/\(index)"), depth: depth)
        }
    }

    private mutating func collect(
        _ credential: Placed, enclosing: Placed?, depth: Int
    ) throws(ConversionError) {
        guard let subject = credential.each("credentialSubject").first(where: { $0.value.isObject })
        else { return }
        let inner = subject.each("verifiableCredential")
        let isRecord = credential.isA("ClrCredential") || !inner.isEmpty
        for achievement in subject.each("achievement") where achievement.value.isObject {
            awards.append(
                AwardedAchievement(
                    achievement, credential: isRecord ? nil : credential,
                    subject: isRecord ? nil : subject, enclosing: isRecord ? nil : enclosing))
        }
        guard depth < Self.depth else { return }
        for element in inner {
            if let content = try tokens.open(element, &budget) {
                try collect(content, enclosing: element, depth: depth + 1)
            } else if element.value.isObject {
                try collect(element, enclosing: nil, depth: depth + 1)
            }
        }
    }

    /// Records inside records.
    private static let depth = 16
}
