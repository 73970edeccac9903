import Issuance
import JSONText

@testable import Verification

extension Corpus {
    static func endorsement(of id: String, top: String = "") -> String {
        """
        {"type": ["VerifiableCredential", "EndorsementCredential"], "name": "Endorsement",
         "id": "\(Workshop.uuid("endorsement of \(id)"))"\(top),
         "credentialSubject": {"id": "\(id)", "type": ["EndorsementSubject"],
          "endorsementComment": "We teach the same."}}
        """
    }

    static let unsignedParts = """
        , "@context": ["https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
        "validFrom": "2026-01-01T00:00:00Z",
        "issuer": {"id": "https://other.example/", "type": ["Profile"], "name": "Other School"}
        """

    static func association(_ source: String, _ type: String, _ target: String) -> String {
        let id = { (name: String) in Workshop.uuid("achievement \(name)") }
        return """
            {"type": "Association", "associationType": "\(type)", "sourceId": "\(id(source))",
            "targetId": "\(id(target))"}
            """
    }

    static func associated(_ contents: [String], _ associations: [String]) -> String {
        Workshop.record(
            contents, subject: "\"association\": [\(associations.joined(separator: ","))]")
    }

    private static func description(_ name: String, _ more: String) -> String {
        """
        "resultDescription": [{"id": "\(Workshop.uuid("result \(name)"))",
        "type": ["ResultDescription"], "name": "\(name)", \(more)}]
        """
    }

    private static func result(_ name: String, _ more: String) -> String {
        """
        "result": [{"type": ["Result"], "resultDescription": "\(Workshop.uuid("result \(name)"))",
        \(more)}]
        """
    }

    /// A badge with one result and what its achievement says of such results.
    static func graded(_ name: String, described: String, achieved: String) -> String {
        Workshop.badge(
            subject: result(name, achieved), achievement: description(name, described))
    }

    /// Good records, by what is in them.
    @Sendable static func contents() async throws -> [CorpusRecord] {
        try await records() + parts() + results()
    }

    private static func records() async throws -> [CorpusRecord] {
        let algebra = Workshop.badge()
        let geometry = Workshop.badge("Geometry")
        let inner = Fixture.text(
            try await Workshop.issued(
                Workshop.record([algebra]), by: [Workshop.university(name: "Northgate Academy")]))
        return [
            CorpusRecord(
                "record-of-signed-courses", "A transcript of two courses, each signed.",
                .verified, ["proof.signature-fits", "readable.embedded"],
                try await Workshop.issued(Workshop.record([algebra, geometry]))),
            CorpusRecord(
                "record-of-other-issuers", "A transcript with a course that another signed.",
                .verified, ["proof.signature-fits"],
                try await Workshop.issued(
                    Workshop.record([geometry]),
                    contents: [
                        try await Workshop.issued(
                            algebra, by: [Workshop.university(name: "Northgate Academy")])
                    ])),
            CorpusRecord(
                "record-with-a-token", "A transcript that holds a course as a token.", .verified,
                ["readable.jwt"],
                try await Workshop.issued(
                    Workshop.record([geometry]), contents: [try await Workshop.token(algebra)])),
            CorpusRecord(
                "record-vouches", "A course without a signature: the transcript vouches.",
                .verified, ["proof.vouched-by-record"],
                try await Workshop.issued(Workshop.record([Workshop.part("Chemistry")]))),
            CorpusRecord(
                "record-in-a-record", "A transcript holds a transcript.", .verified,
                ["proof.signature-fits"], try await Workshop.issued(Workshop.record([inner]))),
            CorpusRecord(
                "record-partial", "The transcript says that it is not complete.", .verified,
                ["contents.partial"],
                try await Workshop.issued(Workshop.record([algebra], top: #""partial": true"#))),
            CorpusRecord(
                "record-with-a-hierarchy", "A degree, its module, and a course in it.", .verified,
                ["shape.fits"],
                try await Workshop.issued(
                    associated(
                        [Workshop.badge("Degree"), Workshop.badge("Module"), algebra],
                        [
                            association("Module", "isPartOf", "Degree"),
                            association("Algebra", "isChildOf", "Module"),
                        ]))),
            CorpusRecord(
                "record-with-ten-levels", "A hierarchy of ten levels.", .verified, ["shape.fits"],
                try await Workshop.issued(
                    associated(
                        (1...10).map {
                            Workshop.part("Level \($0)", learner: "did:example:ada\($0)").replacing(
                                "did:example:ada\($0)", with: Workshop.learner)
                        },
                        (2...10).map { association("Level \($0)", "isPartOf", "Level \($0 - 1)") }))
            ),
            CorpusRecord(
                "record-of-achievements", "A transcript that lists an achievement itself, too.",
                .verified, ["shape.fits"],
                try await Workshop.issued(
                    Workshop.record(
                        [algebra],
                        subject: """
                            "achievement": [{"id": "\(Workshop.uuid("achievement Thesis"))",
                            "type": ["Achievement"], "name": "Thesis", "description": "On rings.",
                            "criteria": {"narrative": "Write it."}}]
                            """))),
            CorpusRecord(
                "plain-credential", "A credential of the data model, and of no further class.",
                .verified, ["type.known"],
                try await Workshop.issued(
                    #"{"type": ["VerifiableCredential"], "name": "Library card", "credentialSubject": {"id": "did:example:ada"}}"#
                )),
        ]
    }

    private static func parts() async throws -> [CorpusRecord] {
        let algebra = Workshop.uuid("achievement Algebra")
        return [
            CorpusRecord(
                "endorsed", "An endorsement of the achievement stands in the credential, signed.",
                .verified, ["proof.signature-fits"],
                try await Workshop.issued(
                    Workshop.badge(top: "\"endorsement\": [\(endorsement(of: algebra))]"))),
            CorpusRecord(
                "endorsed-without-a-signature", "The credential vouches for an endorsement in it.",
                .verified, ["proof.vouched-by-record"],
                try await Workshop.issued(
                    Workshop.badge(
                        top: "\"endorsement\": [\(endorsement(of: algebra, top: unsignedParts))]"))),
            CorpusRecord(
                "endorsement-alone", "An endorsement by itself.", .verified, ["type.known"],
                try await Workshop.issued(endorsement(of: algebra))),
            CorpusRecord(
                "with-evidence", "The work that was handed in is named.", .verified, ["shape.fits"],
                try await Workshop.issued(
                    Workshop.badge(
                        top: """
                            "evidence": [{"id": "https://hollin.example/essays/1",
                            "type": ["Evidence"], "name": "Examination",
                            "narrative": "Four questions in three hours."}]
                            """))),
            CorpusRecord(
                "with-an-alignment", "The achievement is aligned with a framework.", .verified,
                ["shape.fits"],
                try await Workshop.issued(
                    Workshop.badge(
                        achievement: """
                            "alignment": [{"type": ["Alignment"], "targetName": "Algebra",
                            "targetUrl": "https://frameworks.example/algebra",
                            "targetFramework": "Framework of mathematics"}]
                            """))),
            CorpusRecord(
                "with-credits", "Credits that were earned and that there are.", .verified,
                ["shape.fits"],
                try await Workshop.issued(
                    Workshop.badge(
                        subject: #""creditsEarned": 3.5"#,
                        achievement: #""creditsAvailable": 4, "fieldOfStudy": "Mathematics""#))),
            CorpusRecord(
                "with-an-image", "The achievement has a picture, by its address.", .verified,
                ["shape.fits"],
                try await Workshop.issued(
                    Workshop.badge(
                        achievement:
                            #""image": {"id": "https://hollin.example/algebra.svg", "type": "Image", "caption": "A ring"}"#
                    ))),
            CorpusRecord(
                "with-terms-and-tags", "Tags, a human code, a type and when it took place.",
                .verified, ["shape.fits"],
                try await Workshop.issued(
                    Workshop.badge(
                        subject:
                            #""term": "Spring", "activityStartDate": "2025-10-01T00:00:00Z", "activityEndDate": "2026-02-28T00:00:00Z""#,
                        achievement:
                            #""tag": ["groups", "rings"], "humanCode": "MA-101", "achievementType": "Course""#
                    ))),
        ]
    }

    private static func results() async throws -> [CorpusRecord] {
        let level = Workshop.uuid("level Good")
        return [
            CorpusRecord(
                "result-letter", "A letter grade among the allowed ones.", .verified,
                ["shape.fits"],
                try await Workshop.issued(
                    graded(
                        "Grade",
                        described: #""resultType": "LetterGrade", "allowedValue": ["C", "B", "A"]"#,
                        achieved: #""value": "A""#))),
            CorpusRecord(
                "result-percent", "A percentage between the least and the most.", .verified,
                ["shape.fits"],
                try await Workshop.issued(
                    graded(
                        "Percent",
                        described: #""resultType": "Percent", "valueMin": "0", "valueMax": "100""#,
                        achieved: #""value": "87.5""#))),
            CorpusRecord(
                "result-status", "A status as a result.", .verified, ["shape.fits"],
                try await Workshop.issued(
                    graded(
                        "Status", described: #""resultType": "Status""#,
                        achieved: #""status": "Completed""#))),
            CorpusRecord(
                "result-rubric", "A level of a rubric.", .verified, ["shape.fits"],
                try await Workshop.issued(
                    graded(
                        "Rubric",
                        described: """
                            "resultType": "RubricCriterionLevel", "rubricCriterionLevel":
                            [{"id": "\(level)", "type": ["RubricCriterionLevel"], "name": "Good"}]
                            """,
                        achieved: "\"achievedLevel\": \"\(level)\""))),
        ]
    }

    /// What the members of a record say together, and should not; none of it blocks.
    @Sendable static func sense() async throws -> [CorpusRecord] {
        let loose = [Workshop.part("Chemistry"), Workshop.part("Physics")]
        return [
            CorpusRecord(
                "association-to-nowhere", "An association names an achievement that is not there.",
                .verified, ["associations.unresolved"],
                try await Workshop.issued(
                    associated([Workshop.badge()], [association("Algebra", "precedes", "Topology")])
                )),
            CorpusRecord(
                "association-in-a-circle", "Two achievements are part of each other.", .verified,
                ["associations.cycle"],
                try await Workshop.issued(
                    associated(
                        [Workshop.badge(), Workshop.badge("Geometry")],
                        [
                            association("Algebra", "isPartOf", "Geometry"),
                            association("Geometry", "isPartOf", "Algebra"),
                        ]))),
            CorpusRecord(
                "two-learners", "A course in the transcript is somebody else's.", .verified,
                ["contents.another-subject"],
                try await Workshop.issued(
                    Workshop.record([Workshop.badge(learner: "did:example:bob")]))),
            CorpusRecord(
                "parts-not-pinned", "Two parts without signatures speak of one learner.",
                .verified, ["contents.not-pinned", "proof.vouched-by-record"],
                try await Workshop.issued(Workshop.record(loose))),
            CorpusRecord(
                "endorsement-of-something-else", "An endorsement speaks of what is not there.",
                .verified, ["contents.endorses-something-else"],
                try await Workshop.issued(
                    Workshop.badge(
                        top: "\"endorsement\": [\(endorsement(of: "https://elsewhere.example/1"))]")
                )),
            CorpusRecord(
                "result-without-description", "A result names a description that is not there.",
                .verified, ["results.unresolved"],
                try await Workshop.issued(
                    Workshop.badge(subject: result("Grade", #""value": "A""#)))),
            CorpusRecord(
                "result-not-allowed", "A grade that the scale does not have.", .verified,
                ["results.value-not-allowed"],
                try await Workshop.issued(
                    graded(
                        "Grade",
                        described: #""resultType": "LetterGrade", "allowedValue": ["C", "B", "A"]"#,
                        achieved: #""value": "F""#))),
            CorpusRecord(
                "result-beyond-the-most", "More than a hundred of a hundred.", .verified,
                ["results.value-not-allowed"],
                try await Workshop.issued(
                    graded(
                        "Percent",
                        described: #""resultType": "Percent", "valueMin": "0", "valueMax": "100""#,
                        achieved: #""value": "104""#))),
            CorpusRecord(
                "result-of-no-such-level", "A level that the rubric does not have.", .verified,
                ["results.unresolved"],
                try await Workshop.issued(
                    graded(
                        "Rubric",
                        described: """
                            "resultType": "RubricCriterionLevel", "rubricCriterionLevel":
                            [{"id": "\(Workshop.uuid("level Good"))",
                            "type": ["RubricCriterionLevel"], "name": "Good"}]
                            """,
                        achieved: "\"achievedLevel\": \"\(Workshop.uuid("level Best"))\""))),
            CorpusRecord(
                "result-without-its-status", "A result of kind Status that states none.",
                .verified, ["results.status-missing"],
                try await Workshop.issued(
                    graded(
                        "Status", described: #""resultType": "Status""#,
                        achieved: #""value": "Completed""#))),
            CorpusRecord(
                "vouched-by-a-forgery", "The transcript was changed, so it vouches for nobody.",
                .failed, ["proof.signature-invalid", "proof.missing"],
                try Workshop.changed(
                    try await Workshop.issued(Workshop.record([Workshop.part("Chemistry")])),
                    [("Transcript", "Diploma")])),
            CorpusRecord(
                "vouched-by-somebody-unknown", "Whether the transcript is genuine cannot be told.",
                .undetermined,
                [
                    "controller.document-unavailable", "proof.key-unavailable",
                    "proof.record-undetermined",
                ],
                try await Workshop.issued(
                    Workshop.record([Workshop.part("Chemistry")]), by: [Workshop.published()])),
            CorpusRecord(
                "expired-course-inside", "The transcript holds; a course in it has ended.",
                .verified, ["period.expired"],
                try await Workshop.issued(
                    Workshop.record([Workshop.badge(top: #""validUntil": "2026-03-02T00:00:00Z""#)])
                ),
                for: later),
        ]
    }
}
