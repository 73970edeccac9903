import Testing

@testable import Credentials

@Suite struct `A timestamp` {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2010-01-01T00:00:00Z", 1_262_304_000),
        ("2024-02-29T23:59:59Z", 1_709_251_199), ("2000-02-29T00:00:00Z", 951_782_400),
        ("1969-12-31T23:59:59Z", -1), ("2010-01-01T05:30:00+05:30", 1_262_304_000),
        ("2009-12-31T19:00:00-05:00", 1_262_304_000), ("2009-12-31T24:00:00Z", 1_262_304_000),
        ("0001-01-01T00:00:00Z", -62_135_596_800), ("9999-12-31T23:59:59Z", 253_402_300_799),
    ])
    func `reads dates with their zone`(text: String, seconds: Int) {
        #expect(Timestamp(text)?.seconds == seconds)
    }

    @Test(arguments: [
        "", "2010", "2010-01-01", "2010-01-01T00:00:00", "2010-01-01 00:00:00Z",
        "2010-13-01T00:00:00Z", "2010-00-01T00:00:00Z", "2010-02-30T00:00:00Z",
        "2023-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2010-01-01T25:00:00Z",
        "2010-01-01T24:00:01Z", "2010-01-01T00:60:00Z", "2010-01-01T00:00:60Z",
        "2010-01-01T00:00:00.Z", "2010-01-01T00:00:00+15:00", "2010-01-01T00:00:00+0530",
        "2010-01-01t00:00:00z", "2010-1-1T00:00:00Z", "02010-01-01T00:00:00Z",
        "2010-01-01T00:00:00Zx", "２010-01-01T00:00:00Z", "-2010-01-01T00:00:00Z",
    ])
    func `refuses what is none`(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test func `keeps every digit of a fraction`() throws {
        let a = try #require(Timestamp("2010-01-01T00:00:00.1234567890123456789Z"))
        let b = try #require(Timestamp("2010-01-01T00:00:00.1234567890123456788Z"))
        let c = try #require(Timestamp("2010-01-01T01:00:00.12345678901234567890+01:00"))
        #expect(b < a)
        #expect(a == c)
        #expect(a.wholeSeconds < b)
        #expect(a.description == "2010-01-01T00:00:00.1234567890123456789Z")
    }

    @Test func `without a zone is read as UTC where that is asked for`() {
        let reading = Timestamp.reading("2010-01-01T00:00:00.5")
        #expect(reading?.hasZone == false)
        #expect(reading?.instant == Timestamp("2010-01-01T00:00:00.5Z"))
    }

    @Test func `is written as it was read, day by day`() {
        for day in stride(from: -719_000, to: 800_000, by: 997) {
            let time = Timestamp(seconds: day * 86_400 + 1)
            #expect(Timestamp(time.description) == time)
        }
    }
}
