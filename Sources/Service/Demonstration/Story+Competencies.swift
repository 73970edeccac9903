extension Story {
    static let competencies: [AwardPlan] = [
        competency(
            "data-quality", "Judges the quality of field data",
            "Finds what is wrong in a series of measurements and says what may still be used.",
            .init(
                code: "FPF-2.4", name: "Judge data",
                description: "Tells a faulty series from an unusual one."),
            achieved: "4", awarded: "2025-02-14T10:00:00Z"),
        competency(
            "uncertainty", "Reasons under uncertainty",
            "Chooses a method that fits the data and states how sure the answer is.",
            .init(
                code: "FPF-2.7", name: "State uncertainty",
                description: "Gives every estimate with its uncertainty."),
            achieved: "3", awarded: "2025-05-23T10:00:00Z"),
        competency(
            "communities", "Works with communities along the river",
            "Explains findings to people whom they concern and takes up what they know.",
            .init(
                code: "FPF-5.1", name: "Work with communities",
                description: "Plans and reports measurements together with residents."),
            achieved: "3", awarded: "2025-06-06T10:00:00Z"),
    ]

    /// What the university wants of each graduate: the parent of the competencies.
    static let graduateCapabilities = AchievementPlan(
        slug: "graduate-capabilities", type: "Competency", name: "Graduate capabilities",
        description: "What every graduate in environmental data can do, whatever they studied.",
        criteria: "Each capability is shown at the level Proficient or above.")

    private static func competency(
        _ slug: String, _ name: String, _ description: String, _ alignment: AlignmentPlan,
        achieved: String, awarded: String
    ) -> AwardPlan {
        AwardPlan(
            issuer: .university,
            achievement: AchievementPlan(
                slug: slug, type: "Competency", name: name, description: description,
                criteria: "Two assessors agree on a level after three pieces of work.",
                fieldOfStudy: "Environmental science", alignments: [alignment],
                results: [
                    ResultPlan(
                        slug: "level", name: "Level shown",
                        scale: .rubric(levels: levels, achieved: achieved, required: "3"))
                ]), awarded: awarded)
    }

    private static let levels = [
        ResultPlan.Level(
            slug: "1", name: "Beginning", description: "Follows an example step by step.",
            points: "1"),
        ResultPlan.Level(
            slug: "2", name: "Developing", description: "Does it with some help.", points: "2"),
        ResultPlan.Level(
            slug: "3", name: "Proficient", description: "Does it alone and explains why.",
            points: "3"),
        ResultPlan.Level(
            slug: "4", name: "Leading", description: "Does it in new cases and teaches others.",
            points: "4"),
    ]
}
