import Credentials
import JSONText
import Testing

@testable import Verification

@Suite struct `Dates of a record` {
    @Test(arguments: [
        ("\"awardedDate\": \"2025-12-24T12:00:00Z\", ", "", []),
        ("\"validUntil\": \"2026-01-01T00:00:00Z\", ", "", ["dates.end-before-start"]),
        ("\"validUntil\": \"2026-01-01T00:00:01Z\", ", "", []),
        ("\"awardedDate\": \"2026-01-02T00:00:00Z\", ", "", ["dates.awarded-after-start"]),
        ("\"awardedDate\": \"2025-12-31T23:00:00-05:00\", ", "", ["dates.awarded-after-start"]),
        ("\"awardedDate\": \"2025-12-31\", ", "", ["dates.not-a-date"]),
        ("\"awardedDate\": \"\", ", "", ["dates.not-a-date"]),
        ("\"awardedDate\": 7, ", "", ["dates.not-a-date"]),
        ("\"awardedDate\": \"2025-12-31T12:00:00\", ", "", ["dates.zone-missing"]),
        (
            "\"awardedDate\": \"2096-01-01T00:00:00Z\", ", "",
            ["dates.awarded-in-future", "dates.awarded-after-start"]
        ),
        (
            "",
            "\"activityStartDate\": \"2025-05-01T00:00:00Z\", "
                + "\"activityEndDate\": \"2025-04-30T23:59:59Z\", ", ["dates.end-before-start"]
        ),
        (
            "",
            "\"activityStartDate\": \"2025-05-01T00:00:00Z\", "
                + "\"activityEndDate\": \"2025-05-01T00:00:00Z\", ", []
        ),
        ("", "\"activityEndDate\": \"soon\", ", ["dates.not-a-date"]),
        (
            "\"awardedDate\": \"2025-01-01T00:00:00Z\", ",
            "\"activityStartDate\": \"2025-01-02T00:00:00Z\", ", ["dates.awarded-before-activity"]
        ),
    ])
    func `stand in an order that can be`(
        credential: String, subject: String, codes: [String]
    ) throws {
        let course = SenseFixture.course(1, credential: credential, subject: subject)
        #expect(try SenseFixture.codes(course) == codes)
    }

    /// Fourteen hours are as far as a time without a zone may be off.
    @Test func `without a zone are given the time of a day`() throws {
        let near = "\"awardedDate\": \"2026-01-01T13:59:59\", "
        #expect(
            try SenseFixture.codes(SenseFixture.course(1, credential: near))
                == ["dates.zone-missing"])
        let far = "\"awardedDate\": \"2026-01-01T14:00:01\", "
        #expect(
            try SenseFixture.codes(SenseFixture.course(1, credential: far))
                == ["dates.zone-missing", "dates.awarded-after-start"])
    }

    @Test func `of parts are not later than the record`() throws {
        let later = SenseFixture.course(1).replacing("2026-01-01T00", with: "2026-03-02T00")
        let answers = try SenseFixture.answers(
            SenseFixture.record([SenseFixture.course(2), later]))
        #expect(answers.map(\.code) == ["dates.part-after-record"])
        #expect(
            answers.first?.at?.description == "/credentialSubject/verifiableCredential/1")
        // What was awarded before may come into force later.
        let award = later.replacing(
            "\"@context\"", with: "\"awardedDate\": \"2026-03-01T00:00:00Z\", \"@context\"")
        #expect(try SenseFixture.codes(SenseFixture.record([award])).isEmpty)
    }
}
