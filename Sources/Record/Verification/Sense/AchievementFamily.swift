import JSONText

/// What an achievement is, as far as the kinds of the standard (ENUM-01) tell what can be part of
/// what. Kinds that institutions use in several ways are left out: nothing is said of them.
enum AchievementFamily: Int {
    /// One piece of work or one test.
    case work
    case course
    /// What many courses lead to.
    case programme

    init?(_ type: String?) {
        guard let type, let family = Self.byType[Text(type)] else { return nil }
        self = family
    }

    private static let byType: [Text: AchievementFamily] = {
        var table: [Text: AchievementFamily] = ["Course": .course]
        for type in ["Assessment", "Assignment"] { table[Text(type)] = .work }
        let programmes = [
            "AssociateDegree", "BachelorDegree", "Degree", "DoctoralDegree",
            "GeneralEducationDevelopment", "LearningProgram", "MasterDegree",
            "ProfessionalDoctorate", "ResearchDoctorate", "SecondarySchoolDiploma",
        ]
        for type in programmes { table[Text(type)] = .programme }
        return table
    }()

    var words: String {
        switch self {
        case .work: "a piece of work"
        case .course: "a course"
        case .programme: "a degree or programme"
        }
    }
}
