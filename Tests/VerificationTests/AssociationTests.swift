import Credentials
import Issuance
import JSONText
import Testing

@testable import Verification

@Suite struct `Associations` {
    private func answers(
        _ associations: [String], types: [String] = ["Course", "Course", "Course"],
        credential: String = ""
    ) throws -> [Check] {
        let courses = types.enumerated().map { number, type in
            SenseFixture.course(number + 1, achievement: "\"achievementType\": \"\(type)\", ")
        }
        return try SenseFixture.answers(
            SenseFixture.record(
                courses, subject: SenseFixture.associations(associations), credential: credential))
    }

    private func codes(
        _ associations: [(Int, String, Int)], types: [String] = ["Course", "Course", "Course"]
    ) throws -> [String] {
        try answers(
            associations.map { SenseFixture.association($0.0, $0.1, $0.2) }, types: types
        ).map(\.code)
    }

    @Test func `between achievements of the record are sound`() throws {
        #expect(try codes([(1, "precedes", 2), (2, "isRelatedTo", 3)]).isEmpty)
    }

    @Test func `name both ends, and each missing end is told with its place`() throws {
        let answers = try answers([SenseFixture.association(8, "precedes", 9)])
        #expect(answers.map(\.code) == ["associations.unresolved", "associations.unresolved"])
        #expect(
            answers.map { "\($0.at ?? JSONPointer())" } == [
                "/credentialSubject/association/0/sourceId",
                "/credentialSubject/association/0/targetId",
            ])
    }

    @Test func `join achievements, not credentials or people`() throws {
        let text = """
            {"type": "Association", "associationType": "precedes",
             "sourceId": "urn:x:credential:1", "targetId": "did:example:ada"}
            """
        let codes = try answers([text]).map(\.code)
        #expect(codes == Array(repeating: "associations.not-an-achievement", count: 2))
    }

    @Test(arguments: [
        [(1, "isPartOf", 2), (1, "isParentOf", 2)], [(1, "precedes", 2), (2, "precedes", 1)],
        [(1, "replacedBy", 2), (2, "replacedBy", 3), (3, "replacedBy", 1)],
        [(1, "isChildOf", 1)], [(3, "isChildOf", 1), (1, "isChildOf", 2), (2, "isPartOf", 1)],
    ])
    func `do not go round in a circle`(associations: [(Int, String, Int)]) throws {
        #expect(try codes(associations) == ["associations.cycle"])
    }

    @Test func `of different directions make no circle`() throws {
        #expect(try codes([(1, "precedes", 2), (2, "replacedBy", 1)]).isEmpty)
        #expect(try codes([(1, "isPartOf", 2), (2, "precedes", 1)]).isEmpty)
    }

    /// What only leads into a circle is not told to be in it.
    @Test func `that make a circle are named by what is in it`() throws {
        let answers = try answers([
            SenseFixture.association(1, "isChildOf", 2),
            SenseFixture.association(2, "isChildOf", 3),
            SenseFixture.association(3, "isChildOf", 2),
        ])
        #expect(answers.map(\.code) == ["associations.cycle"])
        let message = try #require(answers.first?.message)
        #expect(!message.contains(SenseFixture.id(1)))
        #expect(message.contains(SenseFixture.id(2)) && message.contains(SenseFixture.id(3)))
    }

    @Test(arguments: [
        (1, "isPartOf", 2), (1, "isChildOf", 2), (2, "isParentOf", 1), (1, "exactMatchOf", 2),
        (1, "replacedBy", 2),
    ])
    func `do not put a degree into a course`(source: Int, type: String, target: Int) throws {
        let types = ["BachelorDegree", "Course"]
        #expect(
            try codes([(source, type, target)], types: types) == ["associations.ends-do-not-fit"])
    }

    @Test func `put a course into a degree, a competency or anything of an own kind`() throws {
        for type in ["BachelorDegree", "Competency", "ext:Module", "Certificate"] {
            #expect(try codes([(1, "isPartOf", 2)], types: ["Course", type]).isEmpty)
            #expect(try codes([(2, "isParentOf", 1)], types: ["Course", type]).isEmpty)
        }
    }

    @Test func `do not make a part the equal of its whole, or a thing its own`() throws {
        #expect(
            try codes([(1, "isPartOf", 2), (2, "isPeerOf", 1)]) == ["associations.ends-do-not-fit"])
        #expect(try codes([(1, "exactMatchOf", 1)]) == ["associations.ends-do-not-fit"])
    }

    /// An achievement that stands in a part with a signature of its own is in the record all the
    /// same.
    @Test func `find achievements in tokens and envelopes`() async throws {
        let token = String(decoding: try await Fixture.token(), as: UTF8.self)
        let envelope = """
            {"@context": "https://www.w3.org/ns/credentials/v2",
             "type": "EnvelopedVerifiableCredential", "id": "data:application/vc+jwt,\(token)"}
            """
        let subject = SenseFixture.associations([SenseFixture.association(1, "precedes", 2)])
        for part in ["\"\(token)\"", envelope] {
            let record = SenseFixture.record([part, SenseFixture.course(2)], subject: subject)
            #expect(try SenseFixture.codes(record).isEmpty)
        }
    }

    @Test func `that lead into what could not be read say so`() throws {
        let subject = SenseFixture.associations([SenseFixture.association(1, "precedes", 2)])
        let record = SenseFixture.record(
            ["\"eyJh.broken.token\"", SenseFixture.course(2)], subject: subject)
        let answers = try SenseFixture.answers(record)
        #expect(answers.map(\.code) == ["associations.unresolved"])
        #expect(answers.first?.message.contains("could not be read") == true)
    }

    /// A holder who shows a part of a record is not told that the rest is missing.
    @Test func `may lead to what a holder kept back`() throws {
        let proof = "\"proof\": {\"cryptosuite\": \"ecdsa-sd-2023\", \"proofValue\": \"u2V0Bx\"}, "
        #expect(
            try answers([SenseFixture.association(1, "precedes", 9)], credential: proof).isEmpty)
    }
}
