import JSONText

/// A result together with the scale that gives it sense.
struct ResultPlan: Sendable {
    enum Scale: Sendable {
        case letterGrade(String)
        case gradePointAverage(String)
        case percent(String, required: String)
        case completed
        case rubric(levels: [Level], achieved: String, required: String)
    }

    struct Level: Sendable {
        let slug: String
        let name: String
        let description: String
        let points: String
    }

    let slug: String
    let name: String
    let scale: Scale

    /// From the lowest to the highest.
    static let grades = ["F", "D", "C", "C+", "B-", "B", "B+", "A-", "A"]

    /// The ResultDescription of an achievement.
    func description(in achievement: String) -> JSON {
        object(
            [
                ("id", .string(id(in: achievement))),
                ("type", types("ResultDescription")),
                ("name", .string(name)),
                ("resultType", .string(resultType)),
            ] + limits(in: achievement))
    }

    /// The Result of the one who earned the achievement.
    func result(in achievement: String) -> JSON {
        object(
            [
                ("type", types("Result")),
                ("resultDescription", .string(id(in: achievement))),
            ] + outcome(in: achievement))
    }

    private func id(in achievement: String) -> String {
        storyID("result/\(achievement)/\(slug)")
    }

    private func levelID(_ level: String, in achievement: String) -> JSON {
        .string(storyID("level/\(achievement)/\(slug)/\(level)"))
    }

    private var resultType: String {
        switch scale {
        case .letterGrade: "LetterGrade"
        case .gradePointAverage: "GradePointAverage"
        case .percent: "Percent"
        case .completed: "Status"
        case .rubric: "RubricCriterionLevel"
        }
    }

    private func limits(in achievement: String) -> [(String, JSON?)] {
        switch scale {
        case .letterGrade: [("allowedValue", list(Self.grades)), ("requiredValue", "C")]
        case .gradePointAverage: [("valueMin", "0.00"), ("valueMax", "4.00")]
        case .percent(_, let required):
            [("valueMin", "0"), ("valueMax", "100"), ("requiredValue", .string(required))]
        case .completed: []
        case .rubric(let levels, achieved: _, let required):
            [
                ("requiredLevel", levelID(required, in: achievement)),
                ("rubricCriterionLevel", list(levels.map { level($0, in: achievement) })),
            ]
        }
    }

    private func outcome(in achievement: String) -> [(String, JSON?)] {
        switch scale {
        case .letterGrade(let value), .gradePointAverage(let value), .percent(let value, _):
            [("value", .string(value))]
        case .completed: [("status", "Completed")]
        case .rubric(levels: _, let achieved, required: _):
            [("achievedLevel", levelID(achieved, in: achievement))]
        }
    }

    private func level(_ level: Level, in achievement: String) -> JSON {
        object([
            ("id", levelID(level.slug, in: achievement)),
            ("type", types("RubricCriterionLevel")),
            ("name", .string(level.name)),
            ("description", .string(level.description)),
            ("level", .string(level.slug)),
            ("points", .string(level.points)),
        ])
    }
}
