import JSONText

/// One achievement of a record, with what was said when it was awarded.
struct AwardedAchievement {
    /// Nil where the record only describes the achievement.
    let credential: Placed?
    let subject: Placed?
    let achievement: Placed
    let results: [Placed]
    private let descriptions: [Text: Placed]
    private let levels: [Text: Placed]
    /// Where there is one result and one description, the reference may be left out.
    private let only: Placed?

    init(_ achievement: Placed, credential: Placed?, subject: Placed?) {
        self.achievement = achievement
        self.credential = credential
        self.subject = subject
        results = subject?.each("result").filter { $0.value.isObject } ?? []
        let described = achievement.each("resultDescription")
        descriptions = Self.byID(described)
        levels = Self.byID(described.flatMap { $0.each("rubricCriterionLevel") })
        only = described.count == 1 && results.count == 1 ? described.first : nil
    }

    private static func byID(_ values: [Placed]) -> [Text: Placed] {
        let named = values.compactMap { value in value["id"]?.text.map { (Text($0), value) } }
        return Dictionary(named) { first, _ in first }
    }

    /// The description that a result refers to.
    func description(of result: Placed) -> Placed? {
        guard let id = result["resultDescription"]?.text else { return only }
        return descriptions[Text(id)]
    }

    /// The level of a rubric that a result names as achieved.
    func level(of result: Placed) -> Placed? {
        result["achievedLevel"]?.text.flatMap { levels[Text($0)] }
    }
}

/// A CLR 2.0, or one badge, as formats see it that list what was achieved.
struct RecordSource {
    let root: Placed
    /// Whether the root is a record around credentials; else it is the one credential itself.
    let isRecord: Bool
    private(set) var awards: [AwardedAchievement] = []

    init(_ source: JSONValue) throws(ConversionError) {
        root = Placed(source, "")
        let subject = root.each("credentialSubject").first { $0.value.isObject }
        isRecord = subject?["verifiableCredential"] != nil || root.isA("ClrCredential")
        guard source.isObject, let subject, isRecord || subject["achievement"] != nil else {
            throw .notLearnerRecord2
        }
        collect(root, depth: 0)
    }

    private mutating func collect(_ credential: Placed, depth: Int) {
        guard depth < Self.depth,
            let subject = credential.each("credentialSubject").first(where: { $0.value.isObject })
        else { return }
        let inner = subject.each("verifiableCredential")
        let isRecord = credential.isA("ClrCredential") || !inner.isEmpty
        for achievement in subject.each("achievement") where achievement.value.isObject {
            awards.append(
                AwardedAchievement(
                    achievement, credential: isRecord ? nil : credential,
                    subject: isRecord ? nil : subject))
        }
        for credential in inner where credential.value.isObject {
            collect(credential, depth: depth + 1)
        }
    }

    /// Records inside records.
    private static let depth = 16
}
