import Credentials
import JSONText
import Testing

@testable import Verification

/// Large and hostile records: an answer that tells the first faults and counts the others.
@Suite struct `The sense of a hostile record` {
    static let count = 5_000

    private static func association(_ source: Int, _ type: String, _ target: Int) -> String {
        SenseFixture.association(source, type, target)
    }

    private func answers(
        _ parts: [String] = [], _ associations: [String] = [], achievements: [String] = []
    ) throws -> [Check] {
        let list = "\"achievement\": [\(achievements.joined(separator: ","))], "
        return try SenseFixture.answers(
            SenseFixture.record(parts, subject: SenseFixture.associations(associations) + list))
    }

    private static func achievement(_ number: Int, _ extra: String = "") -> String {
        "{\"id\": \"\(SenseFixture.id(number))\", \"type\": [\"Achievement\"]\(extra)}"
    }

    @Test func `of five thousand achievements with faults tells some and counts all`() throws {
        let missing = (0..<Self.count).map { Self.association($0, "precedes", $0 + 1) }
        let answers = try answers([], missing)
        #expect(answers.count == Limits.toldFaults)
        #expect(answers.allSatisfy { $0.code == "associations.unresolved" })
        let more = 2 * Self.count - Limits.toldFaults
        #expect(answers.last?.message.hasSuffix("There are \(more) more of this kind.") == true)
    }

    @Test func `of ten levels is no fault, and a circle over all of them is one`() throws {
        let achievements = (0..<Self.count).map { Self.achievement($0) }
        // Each of ten levels has as many parts of the level above as there are.
        let levels = (1..<Self.count).map { Self.association($0, "isPartOf", ($0 - 1) / 3) }
        #expect(try answers([], levels, achievements: achievements).isEmpty)
        let circle = (0..<Self.count).map {
            Self.association($0, "isChildOf", ($0 + 1) % Self.count)
        }
        let answers = try answers([], circle, achievements: achievements)
        #expect(answers.map(\.code) == ["associations.cycle"])
        #expect(answers.first.map { $0.message.utf8.count < 2_000 } == true)
    }

    @Test func `with one identifier for all compares each with the first`() throws {
        let same = (0..<Self.count).map { Self.achievement(7, ", \"name\": \"\($0 % 2)\"") }
        let answers = try answers(achievements: same)
        #expect(answers.count == Limits.toldFaults)
        #expect(
            answers.last?.message.contains("\(Self.count / 2 - Limits.toldFaults) more") == true)
    }

    @Test func `with a result for each of many values looks each up`() throws {
        let values = (0..<Self.count).map { "\"v\($0)\"" }.joined(separator: ",")
        let results = (0..<Self.count).map {
            "{\"resultDescription\": \"urn:x:d\", \"value\": \"v\($0)\"}"
        }.joined(separator: ",")
        let course = SenseFixture.course(
            1, subject: "\"result\": [\(results)], ",
            achievement: "\"resultDescription\": [{\"id\": \"urn:x:d\", "
                + "\"allowedValue\": [\(values)]}], ")
        #expect(try SenseFixture.codes(course).isEmpty)
    }

    /// Every text empty, every date without a zone, three languages, one from right to left.
    @Test func `with nothing in its texts has places for all faults`() throws {
        let credential = """
            "awardedDate": "", "evidence": [{"id": ""}, {"narrative": ""}, {}],
            """
        let subject = """
            "activityStartDate": "2026-05-01T00:00:00", "activityEndDate": "2026-04-01T00:00:00",
            "identifier": [{"identityHash": "", "identityType": ""}, {}],
            "result": [{"resultDescription": "", "value": "", "achievedLevel": ""}],
            """
        let achievement = """
            "inLanguage": "", "specialization": {"en": "", "ar": "\u{202B}نص\u{202C}", "": ""},
            "resultDescription": [{"id": "", "requiredLevel": "", "requiredValue": "",
              "allowedValue": [""], "valueMin": "", "valueMax": ""}],
            """
        let answers = try SenseFixture.answers(
            SenseFixture.course(
                1, credential: credential, subject: subject, achievement: achievement))
        #expect(
            Set(answers.map(\.code)) == [
                "dates.not-a-date", "dates.end-before-start", "evidence.empty", "identities.empty",
                "languages.not-well-formed", "results.unresolved",
            ])
        #expect(answers.allSatisfy { $0.at != nil && $0.outcome == .warning })
    }

    /// A text of megabytes stands in no sentence as a whole.
    @Test func `with endless texts is told in short sentences`() throws {
        let long = String(repeating: "x", count: 100_000)
        let course = SenseFixture.course(
            1, credential: "\"evidence\": [{\"id\": \"file:\(long)\"}], ",
            subject: "\"result\": [{\"resultDescription\": \"\(long)\"}], ",
            achievement: "\"inLanguage\": \"\(long)\", ")
        let answers = try SenseFixture.answers(course)
        #expect(answers.count == 3)
        #expect(answers.allSatisfy { $0.message.utf8.count < 1_000 })
    }

    @Test func `within itself is opened to the depth of the limit`() throws {
        var text = SenseFixture.course(1)
        for level in 0..<(Limits.embeddingDepth + 4) {
            text = SenseFixture.record([text]).replacing(
                "urn:x:record", with: "urn:x:record:\(level)")
        }
        let credential = Credential(try Fixture.document(text).root)
        let sense = RecordSense(of: credential)
        #expect(sense.parts.map(\.level).max() == Limits.embeddingDepth)
    }
}
