import JSONText

/// One achievement of a record, with what was said when it was awarded.
struct AwardedAchievement {
    /// Nil where the record only describes the achievement.
    let credential: Placed?
    /// The token or the envelope that stands in the record for the credential, where one does.
    let enclosing: Placed?
    let subject: Placed?
    let achievement: Placed
    let results: [Placed]
    private let descriptions: [Text: Placed]
    private let levels: [Text: Placed]
    /// Where there is one result and one description, the reference may be left out.
    private let only: Placed?

    init(
        _ achievement: Placed, credential: Placed?, subject: Placed?, enclosing: Placed? = nil
    ) {
        self.achievement = achievement
        self.credential = credential
        self.enclosing = enclosing
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
