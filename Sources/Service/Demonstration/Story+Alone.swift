extension Story {
    /// Taken back by its issuer: its place in the status list is set.
    static let revoked = AwardPlan(
        issuer: .university,
        achievement: AchievementPlan(
            slug: "drone-survey", type: "Certificate", name: "Certificate in Drone Surveying",
            description: "Plans and flies surveys of rivers and banks.",
            criteria: "A theory paper, and three flights before an examiner.",
            humanCode: "EDS C-08", fieldOfStudy: "Geography",
            results: [
                ResultPlan(
                    slug: "score", name: "Theory paper", scale: .percent("74", required: "60"))
            ]), awarded: "2024-11-22T10:00:00Z", licenseNumber: "DS-1182", isRevocable: true,
        isAlone: true)

    /// Past its `validUntil`.
    static let expired = AwardPlan(
        issuer: .university,
        achievement: AchievementPlan(
            slug: "laboratory-safety", type: "Certification",
            name: "Laboratory Safety Certificate",
            description: "May work in the water chemistry laboratories without supervision.",
            criteria: "A half-day course and a test; to be repeated every year.",
            humanCode: "EDS S-01", fieldOfStudy: "Laboratory safety"),
        awarded: "2024-01-31T09:00:00Z", validUntil: "2025-01-31T09:00:00Z", isAlone: true)
}
