extension Story {
    /// Taken at another college and counted towards the degree.
    static let transferred = AwardPlan(
        issuer: .college,
        achievement: AchievementPlan(
            slug: "maps", type: "Course", name: "Maps and Geographic Information",
            description: "Projections, layers and the making of maps that do not mislead.",
            criteria: "Five mapping assignments and an examination, passed with C or better.",
            humanCode: "GEO 120", fieldOfStudy: "Geography", creditsAvailable: "7.5",
            results: [
                ResultPlan(slug: "grade", name: "Final grade", scale: .letterGrade("B+"))
            ]), awarded: "2024-06-21T09:00:00Z", creditsEarned: "7.5",
        term: Course.Term.spring2024.rawValue, began: "2024-02-05T08:00:00Z",
        ended: "2024-06-07T17:00:00Z",
        narrative: "Accepted by Eskerholt University in place of its own EDS 116.")

    static let microCredential = AwardPlan(
        issuer: .guild,
        achievement: AchievementPlan(
            slug: "sensor-calibration", type: "MicroCredential",
            name: "Calibrating Water Level Sensors",
            description: "Sets up, calibrates and documents pressure and radar level sensors.",
            criteria: """
                A practical examination of four hours: three sensors brought to within five \
                millimetres, with a calibration sheet that another technician can follow.
                """,
            humanCode: "LSG-W-14", fieldOfStudy: "Instrumentation",
            tags: ["sensors", "calibration"],
            alignments: [
                AlignmentPlan(
                    code: "FPF-3.2", name: "Keep instruments true",
                    description: "Calibrates field instruments and records how.")
            ],
            results: [
                ResultPlan(
                    slug: "score", name: "Practical examination",
                    scale: .percent("88", required: "70"))
            ]), awarded: "2024-10-18T15:00:00Z", began: "2024-10-18T08:00:00Z",
        ended: "2024-10-18T12:00:00Z", licenseNumber: "W14-20933")
}
