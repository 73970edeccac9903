extension Story {
    static let role = AwardPlan(
        issuer: .university,
        achievement: AchievementPlan(
            slug: "river-watch", type: "CoCurricular", name: "River Watch Society",
            description: "Students who measure the river below the campus every week.",
            criteria: "An elected office, held for at least two terms.",
            tags: ["volunteering", "leadership"]), awarded: "2025-05-09T16:00:00Z",
        role: "President", began: "2023-10-09T16:00:00Z", ended: "2025-05-09T16:00:00Z",
        narrative: """
            Led a society of forty students, began the Saturday walks for schools, and handed \
            over eighty-one weeks of open data.
            """)

    static let internship = AwardPlan(
        issuer: .university,
        achievement: AchievementPlan(
            slug: "internship", type: "Fieldwork", name: "Internship in River Monitoring",
            description: "Twelve weeks in a water authority or trust, with a mentor there.",
            criteria: """
                At least 360 hours, a report accepted by the host and by the university, and a \
                talk to the host's staff.
                """, humanCode: "EDS 250", fieldOfStudy: "Environmental science",
            alignments: [
                AlignmentPlan(
                    code: "FPF-1.3", name: "Run a gauging network",
                    description: "Keeps a network of river gauges working.")
            ],
            results: [ResultPlan(slug: "status", name: "Internship status", scale: .completed)]),
        awarded: "2024-09-13T10:00:00Z", role: "Monitoring intern",
        began: "2024-06-10T08:00:00Z", ended: "2024-08-30T17:00:00Z",
        narrative: """
            Ilse looked after nine gauges of the upper Tarn and found why two of them drifted \
            in summer. The Trust changed its mountings after her report.
            """, source: .employer,
        evidence: [
            EvidencePlan(
                slug: "report", name: "Why two gauges drift in summer",
                description: "The report to the host, 24 pages.", genre: "Report",
                narrative: """
                    Compares eighteen months of readings with hand gauging and shows that the \
                    brackets bend when the sun stands on them.
                    """),
            EvidencePlan(
                slug: "talk", name: "Talk to the field staff",
                description: "Forty minutes with questions, 28 August 2024.", genre: "Talk",
                narrative: "Showed the staff how to see the drift in a weekly plot."),
        ],
        endorsements: [
            EndorsementPlan(
                slug: "internship-endorsement", issuer: .employer,
                name: "Endorsement of an internship",
                comment: """
                    We watched this work every week and stand by what is said of it. We would \
                    give Ilse the keys to our gauges again.
                    """, date: "2024-09-09T09:00:00Z")
        ], isRevocable: true)

    /// In Greek: the text is in one language, and `inLanguage` names it.
    static let summerSchool = AwardPlan(
        issuer: .university,
        achievement: AchievementPlan(
            slug: "summer-school", type: "CertificateOfCompletion",
            name: "Θερινό Σχολείο Μεσογειακής Υδρολογίας",
            description: """
                Δύο εβδομάδες στο πεδίο: μετρήσεις σε χειμάρρους, πηγές και παράκτιους \
                υδροφορείς, με διδασκαλία στα ελληνικά.
                """,
            criteria: """
                Συμμετοχή σε όλες τις ασκήσεις υπαίθρου και παρουσίαση των αποτελεσμάτων στα \
                ελληνικά.
                """, fieldOfStudy: "Υδρολογία", inLanguage: "el", tags: ["υδρολογία", "πεδίο"]),
        awarded: "2023-07-14T16:00:00Z", began: "2023-07-03T06:00:00Z",
        ended: "2023-07-14T15:00:00Z",
        narrative: "Παρουσίασε τις μετρήσεις της ομάδας της με σαφήνεια και ακρίβεια.")
}
