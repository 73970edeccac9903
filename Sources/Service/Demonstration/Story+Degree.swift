extension Story {
    static let degree = AwardPlan(
        issuer: .university, achievement: degreeAchievement, awarded: "2025-06-27T10:00:00Z",
        creditsEarned: "120", term: Course.Term.spring2025.rawValue,
        began: "2023-09-04T08:00:00Z", ended: "2025-06-13T17:00:00Z",
        licenseNumber: "ESK-2025-0417", isRevocable: true)

    private static let degreeAchievement = AchievementPlan(
        slug: "degree", type: "BachelorDegree",
        name: "Bachelor of Science in Environmental Data",
        description: """
            Two years of study for students who come with a first diploma: hydrology, \
            statistics, programming, and the care for those whom the data are about.
            """,
        criteria: """
            120 credits, of which at most 15 from elsewhere; a project of 15 credits; no grade \
            below C.
            """,
        humanCode: "BSc EDS", fieldOfStudy: "Environmental science",
        specialization: "River systems", creditsAvailable: "120", inLanguage: "en",
        tags: ["hydrology", "statistics", "environmental data"],
        results: [
            ResultPlan(
                slug: "gpa", name: "Grade point average",
                scale: .gradePointAverage(GradePoints.average(of: Course.all))),
            ResultPlan(slug: "status", name: "Degree status", scale: .completed),
        ])
}
