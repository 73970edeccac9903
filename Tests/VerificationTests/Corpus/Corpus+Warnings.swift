import Issuance
import JSONText

@testable import Verification

extension Corpus {
    /// A good record of which a reader is warned.
    private static func warned(
        _ name: String, _ sentence: String, _ code: String, _ draft: String,
        by key: IssuingKey? = nil
    ) async throws -> CorpusRecord {
        CorpusRecord(
            name, sentence, .verified, [code],
            try await Workshop.issued(draft, by: key.map { [$0] }))
    }

    /// One that Issuance would rather not make.
    private static func warnedAsWritten(
        _ name: String, _ sentence: String, _ code: String, _ draft: String
    ) async throws -> CorpusRecord {
        CorpusRecord(name, sentence, .verified, [code], try await Workshop.signed(draft: draft))
    }

    /// What a reader is warned of: the record holds, and something in it should be looked at.
    @Sendable static func warnings() async throws -> [CorpusRecord] {
        try await gradesAndCredits() + awards() + wholes() + identitiesAndLinks() + names()
    }

    private static let letters = #""resultType": "LetterGrade", "allowedValue": "#

    private static func gradesAndCredits() async throws -> [CorpusRecord] {
        [
            try await warnedAsWritten(
                "range-reversed", "The most that can be had is less than the least.",
                "results.range-reversed",
                graded(
                    "Percent",
                    described: #""resultType": "Percent", "valueMin": "100", "valueMax": "0""#,
                    achieved: #""value": "50""#)),
            try await warnedAsWritten(
                "values-reversed", "The allowed grades stand from high to low.",
                "results.values-reversed",
                graded(
                    "Grade", described: letters + #"["A", "B", "C"]"#, achieved: #""value": "A""#)),
            try await warnedAsWritten(
                "requirement-impossible", "A grade is required that is not among the allowed ones.",
                "results.requirement-impossible",
                graded(
                    "Grade", described: letters + #"["C", "B", "A"], "requiredValue": "A*""#,
                    achieved: #""value": "A""#)),
            try await warnedAsWritten(
                "below-required", "A grade below the one that is required.",
                "results.below-required",
                graded(
                    "Grade", described: letters + #"["C", "B", "A"], "requiredValue": "A""#,
                    achieved: #""value": "B""#)),
            try await warnedAsWritten(
                "credits-below-nothing", "Fewer credits than none.", "credits.negative",
                Workshop.badge(subject: #""creditsEarned": -3.5"#)),
            try await warnedAsWritten(
                "credits-more-than-there-are", "More credits than the course gives.",
                "credits.more-than-available",
                Workshop.badge(
                    subject: #""creditsEarned": 5"#, achievement: #""creditsAvailable": 3"#)),
            try await warnedAsWritten(
                "credits-do-not-add-up", "A course of three credits is all of a degree of four.",
                "credits.sum-differs",
                associated(
                    [
                        Workshop.badge(subject: #""creditsEarned": 3"#),
                        Workshop.badge("Degree", subject: #""creditsEarned": 4"#),
                    ], [association("Algebra", "isPartOf", "Degree")])),
            try await warnedAsWritten(
                "average-is-another", "An average of 4.0 out of one grade B.",
                "credits.average-differs", averaged("4.0")),
        ]
    }

    private static func averaged(_ average: String) -> String {
        let letter = Workshop.uuid("letter")
        let point = Workshop.uuid("average")
        func result(_ id: String, _ value: String) -> String {
            """
            "creditsEarned": 3, "result": [{"type": ["Result"], "resultDescription": "\(id)",
            "value": "\(value)"}]
            """
        }
        func description(_ id: String, _ kind: String) -> String {
            """
            "resultDescription": [{"id": "\(id)", "type": ["ResultDescription"], "name": "Grade",
            "resultType": "\(kind)"}]
            """
        }
        return associated(
            [
                Workshop.badge(
                    subject: result(letter, "B"), achievement: description(letter, "LetterGrade")),
                Workshop.badge(
                    "Degree", subject: result(point, average),
                    achievement: description(point, "GradePointAverage")),
            ], [association("Algebra", "isPartOf", "Degree")])
    }

    private static func awards() async throws -> [CorpusRecord] {
        func awarded(_ date: String, subject: String = "") -> String {
            Workshop.badge(top: "\"awardedDate\": \"\(date)\"", subject: subject)
        }
        return [
            try await warnedAsWritten(
                "awarded-after-start", "Awarded a second after its validity began.",
                "dates.awarded-after-start", awarded("2026-03-01T12:00:01Z")),
            try await warnedAsWritten(
                "awarded-before-activity", "Awarded before the course began.",
                "dates.awarded-before-activity",
                awarded(
                    "2025-01-01T00:00:00Z",
                    subject: #""activityStartDate": "2025-01-02T00:00:00Z""#)),
            try await warnedAsWritten(
                "awarded-in-future", "Awarded seventy years from now.", "dates.awarded-in-future",
                awarded("2096-03-01T12:00:00Z")),
            try await warnedAsWritten(
                "award-without-a-zone", "The date of the award has no time zone.",
                "dates.zone-missing", awarded("2026-01-01T12:00:00")),
            try await warnedAsWritten(
                "award-without-a-date", "The date of the award is an empty text.",
                "dates.not-a-date", awarded("")),
            try await warnedAsWritten(
                "part-after-record", "A course is of a later date than the transcript.",
                "dates.part-after-record",
                Workshop.record(
                    [Workshop.part("Chemistry")], top: #""validFrom": "2025-06-01T00:00:00Z""#)),
        ]
    }

    private static func wholes() async throws -> [CorpusRecord] {
        let two = [Workshop.badge(), Workshop.badge("Geometry")]
        let known = #""id": "did:example:ada", "type": ["ClrSubject"]"#
        let named = """
            "identifier": [{"type": "IdentityObject", "hashed": false, "identityHash": "Ada",
            "identityType": "name"}], "type": ["ClrSubject"]
            """
        return [
            try await warnedAsWritten(
                "association-of-a-person", "An association begins at the learner.",
                "associations.not-an-achievement",
                associated(two, [association("Algebra", "precedes", "Geometry")]).replacing(
                    "\"sourceId\": \"\(Workshop.uuid("achievement Algebra"))",
                    with: "\"sourceId\": \"did:example:ada")),
            try await warnedAsWritten(
                "association-with-itself", "A course is a peer of itself.",
                "associations.ends-do-not-fit",
                associated(two, [association("Algebra", "isPeerOf", "Algebra")])),
            try await warnedAsWritten(
                "learner-under-another-name",
                "The transcript and its course name the learner in ways that cannot be compared.",
                "contents.subject-not-shown",
                Workshop.record([Workshop.badge()]).replacing(known, with: named)),
            try await warnedAsWritten(
                "endorsement-on-the-wrong-thing",
                "An endorsement stands at the achievement and speaks of the learner.",
                "contents.endorsement-misplaced",
                Workshop.badge(
                    achievement:
                        "\"endorsement\": [\(endorsement(of: Workshop.learner, top: unsignedParts))]"
                )),
            try await warnedAsWritten(
                "one-id-for-two", "Two courses have one identifier.", "contents.same-id-differs",
                Workshop.record([
                    Workshop.part("Chemistry"),
                    Workshop.part("Physics").replacing(
                        Workshop.uuid("part Physics"), with: Workshop.uuid("part Chemistry")),
                ])),
            try await warnedAsWritten(
                "listed-twice", "One course stands in the transcript twice.",
                "contents.listed-twice",
                Workshop.record([Workshop.part("Chemistry"), Workshop.part("Chemistry")])),
        ]
    }

    private static func identitiesAndLinks() async throws -> [CorpusRecord] {
        func identified(_ value: String, hashed: Bool) -> String {
            Workshop.badge(
                subject: """
                    "identifier": [{"type": "IdentityObject", "hashed": \(hashed),
                    "identityHash": "\(value)", "identityType": "emailAddress"}]
                    """)
        }
        func evidence(_ members: String) -> String {
            Workshop.badge(top: "\"evidence\": [{\"type\": [\"Evidence\"]\(members)}]")
        }
        return [
            try await warnedAsWritten(
                "identifier-empty", "An identifier says nothing.", "identities.empty",
                identified("", hashed: false)),
            try await warnedAsWritten(
                "hash-is-none", "An identifier is said to be hashed, and is not.",
                "identities.malformed-hash", identified("x", hashed: true)),
            try await warnedAsWritten(
                "hash-not-declared", "An identifier looks like a hash, and is said to be none.",
                "identities.hash-not-declared",
                identified("md5$00112233445566778899aabbccddeeff", hashed: false)),
            CorpusRecord(
                "language-misnamed", "A language named as nobody names languages.", .failed,
                [
                    "languages.not-well-formed", "shape.wrong-json-type", "schema.does-not-fit",
                ],
                try await Workshop.signed(
                    draft: Workshop.badge(achievement: #""inLanguage": "en_US""#))),
            try await warnedAsWritten(
                "evidence-empty", "Evidence without link or text.", "evidence.empty", evidence("")),
            try await warnedAsWritten(
                "evidence-without-address", "The link to evidence is no whole address.",
                "evidence.no-address", evidence(#", "id": "work.pdf""#)),
            try await warnedAsWritten(
                "evidence-that-runs", "The link to evidence would run something.",
                "evidence.unsafe-address", evidence(#", "id": "javascript:alert(1)""#)),
            try await warnedAsWritten(
                "evidence-at-home", "The link to evidence leads to the reader's own machine.",
                "evidence.private-address", evidence(#", "id": "https://localhost/work""#)),
            try await warnedAsWritten(
                "evidence-in-the-open", "The link to evidence is reached without encryption.",
                "evidence.not-encrypted", evidence(#", "id": "http://hollin.example/work""#)),
        ]
    }

    private static func names() async throws -> [CorpusRecord] {
        let one = Workshop.part("Chemistry", issuer: "https://one.example/")
        let other = Workshop.part("Physics", issuer: "https://two.example/")
        return [
            try await warned(
                "name-in-two-alphabets", "A Cyrillic letter in a Latin name.",
                "names.mixed-alphabets", Workshop.badge(),
                by: Workshop.university(name: "H\u{43E}llin University")),
            try await warned(
                "name-with-hidden-signs", "A sign without width in a name.",
                "names.hidden-characters", Workshop.badge(),
                by: Workshop.university(name: "Hol\u{200B}lin University")),
            try await warnedAsWritten(
                "name-shared", "Two issuers at different hosts have one name.", "names.shared",
                Workshop.record([one, other])),
            try await warnedAsWritten(
                "name-alike", "Two issuers have names that look alike.", "names.look-alike",
                Workshop.record([one, other.replacing("Other School", with: "0ther School")])),
        ]
    }
}
