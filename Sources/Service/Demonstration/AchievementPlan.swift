import JSONText

/// The definition of an achievement.
struct AchievementPlan: Sendable {
    /// Its short name in the story; its `id` follows from it.
    let slug: String
    let type: String
    let name: String
    let description: String
    let criteria: String
    var humanCode: String?
    var fieldOfStudy: String?
    var specialization: String?
    /// A number as its text.
    var creditsAvailable: String?
    var inLanguage: String?
    var tags: [String] = []
    var alignments: [AlignmentPlan] = []
    var results: [ResultPlan] = []

    var id: String { storyID("achievement/\(slug)") }

    var json: JSON {
        object([
            ("id", .string(id)),
            ("type", types("Achievement")),
            ("achievementType", .string(type)),
            ("humanCode", text(humanCode)),
            ("name", .string(name)),
            ("description", .string(description)),
            ("criteria", criteriaJSON),
            ("inLanguage", text(inLanguage)),
            ("fieldOfStudy", text(fieldOfStudy)),
            ("specialization", text(specialization)),
            ("creditsAvailable", creditsAvailable.map { .number($0) }),
            ("tag", list(tags)),
            ("alignment", list(alignments.map(\.json))),
            ("resultDescription", list(results.map { $0.description(in: slug) })),
        ])
    }

    private var criteriaJSON: JSON {
        object([
            ("id", .string(storyID("criteria/\(slug)"))), ("narrative", .string(criteria)),
        ])
    }
}

/// Where an achievement stands in a framework of others.
struct AlignmentPlan: Sendable {
    let code: String
    let name: String
    let description: String

    /// The framework is as fictional as the rest; `.example` names can never be real.
    var json: JSON {
        object([
            ("type", types("Alignment")),
            ("targetType", "CFItem"),
            ("targetCode", .string(code)),
            ("targetName", .string(name)),
            ("targetDescription", .string(description)),
            ("targetFramework", "Freshwater Professions Framework"),
            ("targetUrl", .string("https://frameworks.example/freshwater/\(code)")),
        ])
    }
}
