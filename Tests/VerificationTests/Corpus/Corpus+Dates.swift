import Credentials
import Issuance
import JSONText

@testable import Verification

extension Corpus {
    @Sendable static func dates() async throws -> [CorpusRecord] {
        let start = "\"validFrom\": \"2026-03-01T12:00:00Z\""
        return [
            CorpusRecord(
                "in-force", "Between its start and its end.", .verified, ["period.in-force"],
                try await Workshop.issued(
                    Workshop.badge(top: #""validUntil": "2030-01-01T00:00:00Z""#))),
            CorpusRecord(
                "with-another-zone", "Its start is written in the zone of Newfoundland.",
                .verified, ["period.in-force"],
                try await signed(start, "\"validFrom\": \"2026-03-01T08:30:00-03:30\"")),
            CorpusRecord(
                "expired", "It has ended.", .failed, ["period.expired"],
                try await Workshop.issued(
                    Workshop.badge(top: #""validUntil": "2026-03-02T00:00:00Z""#)), for: later),
            CorpusRecord(
                "not-yet", "It has not begun.", .failed, ["period.not-yet-valid"],
                try await signed(start, "\"validFrom\": \"2096-03-01T12:00:00Z\"")),
            CorpusRecord(
                "thirteenth-month", "It begins in the thirteenth month.", .failed,
                ["period.invalid-date"],
                try await signed(start, "\"validFrom\": \"2026-13-01T12:00:00Z\"")),
            CorpusRecord(
                "without-a-zone", "Its start has no time zone.", .verified,
                ["period.zone-missing"],
                try await signed(start, "\"validFrom\": \"2026-03-01T12:00:00\"")),
            CorpusRecord(
                "without-a-start", "It does not say when it begins.", .failed,
                ["period.no-start", "shape.member-missing", "schema.does-not-fit"],
                try await signed(start + ",\n  ", "")),
            CorpusRecord(
                "end-before-start", "It ends before it begins.", .failed,
                ["dates.end-before-start", "period.expired"],
                try await signed(start, "\"validUntil\": \"2020-01-01T00:00:00Z\", " + start)),
            CorpusRecord(
                "activity-backwards", "The course ended before it began.", .verified,
                ["dates.end-before-start"],
                try await Workshop.issued(
                    Workshop.badge(
                        subject:
                            #""activityStartDate": "2026-02-01T00:00:00Z", "activityEndDate": "2025-02-01T00:00:00Z""#
                    ))),
        ]
    }
}
