import JSONText
import Testing

@testable import Verification

@Suite struct `Results and their descriptions` {
    private func codes(_ result: String, _ description: String) throws -> [String] {
        let subject = result.isEmpty ? "" : "\"result\": [{\(result)}], "
        let achievement = "\"resultDescription\": [{\"id\": \"urn:x:d\", \(description)}], "
        return try SenseFixture.codes(
            SenseFixture.course(1, subject: subject, achievement: achievement))
    }

    private static let link = "\"resultDescription\": \"urn:x:d\""
    private static let grades =
        "\"resultType\": \"LetterGrade\", \"allowedValue\": [\"F\", \"C\", \"B\", \"A\"]"
    private static let rubric = """
        "resultType": "RubricCriterionLevel", "rubricCriterionLevel": [{"id": "urn:x:low"},
        {"id": "urn:x:high"}]
        """

    @Test func `fit each other`() throws {
        #expect(
            try codes(
                "\(Self.link), \"value\": \"B\"", "\(Self.grades), \"requiredValue\": \"C\""
            ).isEmpty)
        #expect(
            try codes(
                "\(Self.link), \"achievedLevel\": \"urn:x:high\"",
                "\(Self.rubric), \"requiredLevel\": \"urn:x:low\""
            ).isEmpty)
    }

    @Test(arguments: [
        ("\(link), \"value\": \"E\"", grades, "results.value-not-allowed"),
        ("\(link), \"value\": \"101\"", "\"valueMax\": \"100\"", "results.value-not-allowed"),
        ("\(link), \"value\": \"-0.5\"", "\"valueMin\": \"0\"", "results.value-not-allowed"),
        ("\(link), \"achievedLevel\": \"urn:x:none\"", rubric, "results.unresolved"),
        ("\"resultDescription\": \"urn:x:none\"", rubric, "results.unresolved"),
        ("", "\(rubric), \"requiredLevel\": \"urn:x:none\"", "results.unresolved"),
        (link, "\"resultType\": \"Status\"", "results.status-missing"),
        ("", "\"valueMin\": \"5\", \"valueMax\": \"4\"", "results.range-reversed"),
        ("", "\(grades), \"requiredValue\": \"D\"", "results.requirement-impossible"),
        (
            "", "\"valueMin\": \"0\", \"valueMax\": \"10\", \"requiredValue\": \"11\"",
            "results.requirement-impossible"
        ),
        ("", "\"allowedValue\": [\"A\", \"B\", \"C\"]", "results.values-reversed"),
        ("", "\"allowedValue\": [\"10\", \"9.5\"]", "results.values-reversed"),
        (
            "\(link), \"value\": \"F\"", "\(grades), \"requiredValue\": \"C\"",
            "results.below-required"
        ),
        ("\(link), \"value\": \"49\"", "\"requiredValue\": \"50\"", "results.below-required"),
        (
            "\(link), \"achievedLevel\": \"urn:x:low\"",
            "\(rubric), \"requiredLevel\": \"urn:x:high\"", "results.below-required"
        ),
    ])
    func `that do not are told`(result: String, description: String, code: String) throws {
        #expect(try codes(result, description) == [code])
    }

    /// MCHK-05 asks of numbers only where all of them are numbers.
    @Test(arguments: ["nan", "inf", "0x10", "1e999", "12,5", "", " 5", "٣"])
    func `in other writing than numbers are compared with no range`(value: String) throws {
        #expect(
            try codes(
                "\(Self.link), \"value\": \"\(value)\"", "\"valueMin\": \"6\", \"valueMax\": \"7\""
            ).isEmpty)
        #expect(PlainNumber.value(of: value) == nil)
    }

    @Test func `may be numbers in the JSON`() throws {
        #expect(
            try codes("\(Self.link), \"value\": 101", "\"valueMax\": 100")
                == ["results.value-not-allowed"])
        #expect(try codes("\(Self.link), \"value\": 1e2", "\"valueMax\": 100.0").isEmpty)
    }

    @Test func `need not be reached by what was not completed`() throws {
        for status in ["Failed", "InProgress", "Withdrew"] {
            #expect(
                try codes(
                    "\(Self.link), \"value\": \"F\", \"status\": \"\(status)\"",
                    "\(Self.grades), \"requiredValue\": \"C\""
                ).isEmpty)
        }
    }

    /// Grades that stand in the wrong order are told as that, and not as failed.
    @Test func `are compared as grades, whatever their order`() throws {
        let reversed =
            "\"allowedValue\": [\"A\", \"B\", \"C\", \"F\"], \"requiredValue\": \"C\""
        #expect(
            try codes("\(Self.link), \"value\": \"A\"", reversed) == ["results.values-reversed"])
    }

    @Test func `of the definitions in a record are looked at too`() throws {
        let achievement = """
            "achievement": [{"id": "urn:x:a", "type": ["Achievement"], "resultDescription":
            [{"id": "urn:x:d", "valueMin": "2", "valueMax": "1"}]}],
            """
        let record = SenseFixture.record([SenseFixture.course(1)], subject: achievement)
        #expect(try SenseFixture.codes(record) == ["results.range-reversed"])
    }
}
