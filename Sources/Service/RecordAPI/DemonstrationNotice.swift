import JSONText

/// What a server says of the demonstration that it serves.
package struct DemonstrationNotice: Sendable {
    package var learnerName: String
    package var learnerUsername: String
    package var learnerPassword: String
    /// What the front page says of a record, by the identifier of its credential.
    package var introductions: [Text: String]

    package init(
        learnerName: String, learnerUsername: String, learnerPassword: String,
        introductions: [Text: String] = [:]
    ) {
        self.learnerName = learnerName
        self.learnerUsername = learnerUsername
        self.learnerPassword = learnerPassword
        self.introductions = introductions
    }

    /// `/demo.json`, and the first line that the program prints. There are no accounts yet: it
    /// says that beside the name and password that the demonstration's learner will have.
    package func json(url: String) -> JSON {
        .object([
            ("url", .string(url)),
            (
                "demo",
                .object([
                    (
                        "learner",
                        .object([
                            ("name", .string(learnerName)),
                            ("username", .string(learnerUsername)),
                            ("password", .string(learnerPassword)),
                        ])
                    ),
                    ("signIn", "not yet: accounts come with a later release"),
                ])
            ),
        ])
    }
}
