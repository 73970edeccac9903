import Credentials
import JSONText

/// The description of a result, read once for all results that belong to it.
struct ResultScale {
    let description: ResultDescription
    let least: Double?
    let most: Double?
    /// The place of each allowed value, from low to high; of one that stands twice the first.
    private let allowed: [Text: Int]
    /// The place of each level of the rubric, from low to high.
    let levels: [Text: Int]
    /// What the levels are worth, where they say so.
    let points: [Text: Double]

    init(_ description: ResultDescription) {
        self.description = description
        least = description.valueMin.flatMap(PlainNumber.value)
        most = description.valueMax.flatMap(PlainNumber.value)
        allowed = Self.places(description.allowedValues)
        let levels = description.levels
        self.levels = Self.places(levels.compactMap(\.id))
        let worth = levels.compactMap { level -> (Text, Double)? in
            guard let id = level.id, let points = level.points.flatMap(PlainNumber.value) else {
                return nil
            }
            return (Text(id), points)
        }
        points = Dictionary(worth, uniquingKeysWith: { first, _ in first })
    }

    /// Whether the values are listed from high to low, as far as they are numbers or grades: the
    /// standard has them from low to high.
    var isReversed: Bool {
        let listed = allowed.sorted { $0.value < $1.value }
        let worths = listed.compactMap { Self.worth($0.key.string) }
        guard worths.count > 1, worths.count == listed.count else { return false }
        return zip(worths, worths.dropFirst()).allSatisfy { $0 > $1 }
    }

    private static func worth(_ value: String) -> Double? {
        PlainNumber.value(of: value) ?? GradePoints.ofLetter(value)?.middle
    }

    private static func places(_ values: [String]) -> [Text: Int] {
        let numbered = values.enumerated().map { (Text($0.element), $0.offset) }
        return Dictionary(numbered, uniquingKeysWith: { first, _ in first })
    }

    /// Why a value does not fit; nil where it does (MCHK-05).
    func fault(of value: String) -> String? {
        if !allowed.isEmpty, allowed[Text(value)] == nil {
            return "is not among the values that its description allows"
        }
        guard let number = PlainNumber.value(of: value) else { return nil }
        if let least, number < least {
            return "is below the smallest value (\(PlainNumber.words(least)))"
        }
        if let most, number > most {
            return "is above the largest value (\(PlainNumber.words(most)))"
        }
        return nil
    }

    /// What was reached and what is required, where the first is less.
    func shortfall(of result: Result) -> (reached: String, required: String)? {
        if let value = result.value, let required = description.requiredValue,
            let isLess = isLess(value, than: required), isLess
        {
            return (value, required)
        }
        if let level = result.achievedLevel, let required = description.requiredLevel,
            let reached = levels[Text(level)], let needed = levels[Text(required)],
            reached < needed
        {
            return (level, required)
        }
        return nil
    }

    /// Nil where the two cannot be compared.
    private func isLess(_ value: String, than required: String) -> Bool? {
        if let value = Self.worth(value), let required = Self.worth(required) {
            return value < required
        }
        guard let place = allowed[Text(value)], let needed = allowed[Text(required)] else {
            return nil
        }
        return place < needed
    }
}
