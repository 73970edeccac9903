import JSONText
import Testing

@testable import Verification

@Suite struct `Credits` {
    private func course(
        _ number: Int, earned: String? = nil, available: String? = nil, grade: String? = nil,
        type: String = "Course"
    ) -> String {
        var subject = earned.map { "\"creditsEarned\": \($0), " } ?? ""
        var achievement = available.map { "\"creditsAvailable\": \($0), " } ?? ""
        achievement += "\"achievementType\": \"\(type)\", "
        if let grade {
            subject +=
                "\"result\": [{\"resultDescription\": \"urn:x:r\(number)\", "
                + "\"value\": \"\(grade)\"}], "
            achievement +=
                "\"resultDescription\": [{\"id\": \"urn:x:r\(number)\", "
                + "\"resultType\": \"LetterGrade\"}], "
        }
        return SenseFixture.course(number, subject: subject, achievement: achievement)
    }

    private func degree(average: String, earned: String = "6") -> String {
        SenseFixture.course(
            9,
            subject: "\"creditsEarned\": \(earned), \"result\": "
                + "[{\"resultDescription\": \"urn:x:gpa\", \"value\": \"\(average)\"}], ",
            achievement: "\"achievementType\": \"BachelorDegree\", \"resultDescription\": "
                + "[{\"id\": \"urn:x:gpa\", \"resultType\": \"GradePointAverage\", "
                + "\"valueMax\": \"4.0\"}], ")
    }

    private func codes(
        _ parts: [String], partOf whole: [Int] = [], credential: String = ""
    ) throws -> [String] {
        let associations = whole.map { SenseFixture.association($0, "isPartOf", 9) }
        return try SenseFixture.codes(
            SenseFixture.record(
                parts, subject: SenseFixture.associations(associations), credential: credential))
    }

    @Test(arguments: [
        ("3", "3", []), ("3.5", "4", []), ("4", "3", ["credits.more-than-available"]),
        ("-1", "3", ["credits.negative"]),
        ("0", "-3", ["credits.negative", "credits.more-than-available"]),
        ("0.30000000000000004", "0.3", []),
    ])
    func `are not more than an achievement gives`(
        earned: String, available: String, expected: [String]
    ) throws {
        #expect(
            try SenseFixture.codes(course(1, earned: earned, available: available)) == expected)
    }

    @Test(arguments: [("6", []), ("7", ["credits.sum-differs"]), ("5", ["credits.sum-differs"])])
    func `of parts add up to those of the whole`(earned: String, expected: [String]) throws {
        let parts = [
            course(1, earned: "2.5"), course(2, earned: "3.5"),
            course(9, earned: earned, type: "BachelorDegree"),
        ]
        #expect(try codes(parts, partOf: [1, 2]) == expected)
        // The other direction of writing it, and twice the same.
        let parents = SenseFixture.associations([
            SenseFixture.association(9, "isParentOf", 1),
            SenseFixture.association(9, "isParentOf", 2),
            SenseFixture.association(1, "isChildOf", 9),
        ])
        #expect(
            try SenseFixture.codes(SenseFixture.record(parts, subject: parents)) == expected)
    }

    /// What is not there does not contradict; too much does.
    @Test func `may be missing where the record is not whole`() throws {
        let less = [course(1, earned: "2"), course(9, earned: "6", type: "BachelorDegree")]
        let partial = "\"partial\": true, "
        #expect(try codes(less, partOf: [1]) == ["credits.sum-differs"])
        #expect(try codes(less, partOf: [1], credential: partial) == ["contents.partial"])
        #expect(try codes(less + [course(2)], partOf: [1, 2]).isEmpty)
        let more = [course(1, earned: "7"), course(9, earned: "6", type: "BachelorDegree")]
        #expect(
            try codes(more, partOf: [1], credential: partial)
                == ["credits.sum-differs", "contents.partial"])
    }

    @Test(arguments: [
        ("3.50", []), ("3.5", []), ("3.51", []), ("3.4", []), ("3.60", ["credits.average-differs"]),
        ("4.00", ["credits.average-differs"]), ("2.0", ["credits.average-differs"]),
    ])
    func `weigh the grades of an average`(average: String, expected: [String]) throws {
        let courses = [
            course(1, earned: "3", grade: "A"), course(2, earned: "3", grade: "B"),
            course(3, earned: "3", grade: "P"),
        ]
        #expect(try codes(courses + [degree(average: average)]) == expected)
        #expect(try codes(courses + [degree(average: average)], partOf: [1, 2]) == expected)
    }

    /// Institutions give 3.66, 3.67 or 3.7 for an A-, and 4 or more for an A+.
    @Test(arguments: ["3.66", "3.67", "3.70"])
    func `leave room for the hundredths of a grade`(average: String) throws {
        #expect(
            try codes([course(1, earned: "6", grade: "A-"), degree(average: average)]).isEmpty)
    }

    @Test func `of what was not passed count with what it would have given`() throws {
        let courses = [
            course(1, earned: "3", grade: "A"), course(2, earned: "0", available: "3", grade: "F"),
        ]
        #expect(try codes(courses + [degree(average: "2.00", earned: "3")]).isEmpty)
        #expect(
            try codes(courses + [degree(average: "4.00", earned: "3")])
                == ["credits.average-differs"])
    }

    @Test(arguments: ["Very good", "7", "A*", "5-"])
    func `with a grade of another scale give no average`(grade: String) throws {
        #expect(
            try codes([
                course(1, earned: "3", grade: "A"), course(2, earned: "3", grade: grade),
                degree(average: "1.0"),
            ]).isEmpty)
    }

    @Test func `may be counted by the points of a rubric`() throws {
        let course = SenseFixture.course(
            1,
            subject: "\"creditsEarned\": 6, \"result\": [{\"resultDescription\": \"urn:x:g\", "
                + "\"achievedLevel\": \"urn:x:two\"}], ",
            achievement: "\"resultDescription\": [{\"id\": \"urn:x:g\", \"resultType\": "
                + "\"LetterGrade\", \"rubricCriterionLevel\": [{\"id\": \"urn:x:two\", "
                + "\"points\": \"2\"}]}], ")
        #expect(try codes([course, degree(average: "2.0")]).isEmpty)
        #expect(
            try codes([course, degree(average: "3.0")]) == ["credits.average-differs"])
    }
}
