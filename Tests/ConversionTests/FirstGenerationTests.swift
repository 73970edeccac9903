import JSONText
import Multiformat
import TestSupport
import Testing

@testable import Conversion

@Suite struct `Conversion of transcripts and of records in others` {
    private static let small = """
        {"@context": "https://purl.imsglobal.org/ctx/extended-transcript/v1p0", "id": "7",
        "type": "ExtendedTranscript", "createdAt": "2018-05-01T00:00:00.000Z",
        "issuer": {"id": "urn:uuid:i", "type": "Issuer", "name": "North Coast", "phone": "1",
          "address": "1 Quay", "issuingPersonFullName": "R"},
        "person": {"id": "urn:uuid:p", "type": "Person", "fullName": "Ila Berg", "mobile": "2"},
        "records": [{"id": "1", "type": "Record", "date": "2018-04-20T00:00:00.000Z",
          "result": "In Progress", "recordOf": {"id": "2", "type": "TranscriptEntityLink",
            "entityType": "Competency", "entityId": "6"},
          "status": {"id": "3", "type": "RecordStatus", "completed": false}}],
        "transcriptEntities": {"id": "8", "type": "TranscriptEntitySet", "competencies": [
          {"id": "6", "type": "Competency", "name": "Tidal charting", "associations": [
            {"id": "9", "type": "Association", "entityType": "Course", "entityId": "10",
             "associationType": "unheardOf"}]}],
          "courses": {"id": "10", "type": "Course", "name": "Charts", "courseCode": "C1"}}}
        """

    @Test func `an Extended Transcript becomes a CLR 1.0 (section 8.2, UP-10, UP-11)`() throws {
        let source = try Accounts.json(Self.small)
        let converted = try Conversion(transcript1: source)
        let made = try Accounts.read(converted.record)
        Generations.expectWhole(source, converted.report, made)
        func at(_ place: String) -> String? { JSONPointer(place).flatMap { made[$0] }?.string }
        #expect(at("/learner/name") == "Ila Berg")
        #expect(at("/publisher/official") == "R")
        #expect(at("/publisher/address/streetAddress") == "1 Quay")
        #expect(at("/assertions/0/id") == "urn:et:7:1")
        #expect(at("/assertions/0/issuedOn") == "2018-04-20T00:00:00.000Z")
        #expect(at("/assertions/0/results/0/status") == "InProgress")
        #expect(at("/assertions/0/results/0/value") == "In Progress")
        let achievement = "/assertions/0/achievement"
        #expect(at("\(achievement)/achievementType") == "Competency")
        #expect(at("\(achievement)/resultDescriptions/0/resultType") == "Status")
        #expect(at("\(achievement)/associations/0/associationType") == "isRelatedTo")
        #expect(at("/achievements/0/humanCode") == "C1")
        #expect(made["verification"] == nil)
        #expect(made["assertions"]?.oneOrMore.first?["verification"] == nil)
    }

    @Test func `a Record of Performance becomes a CLR 1.0`() throws {
        let source = try Accounts.json(
            """
            {"@id": "1", "@type": "RecordOfPerformance", "created_at": "2015-01-01T00:00:00Z",
            "organization": {"@id": "2", "legal_name": "Hollin", "website": "https://h.example"},
            "user": {"@id": "3", "givenName": "Ada", "middleName": "B", "role": "learner"},
            "issued_to": "the learner", "progress": [{"@id": "4", "completed": true, "date_completed": "2015-01-02T00:00:00Z",
              "achievement_level": {"level": "A-"}, "contexts": [{"@type": "Semester",
              "label": "Fall", "date_start": "2014-09-01T00:00:00Z"},
                {"@type": "Program", "@id": "9", "label": "Shore studies", "ext_hall": "West"}],
              "assertions": [{"uid": "https://h.example/badge/1", "image": "x"}], "ext_mood": 1,
              "towards": {"@id": "5", "@type": "CourseSection", "title": "Tides", "code": "T1",
                "credit": 3, "ext_description": "Shores", "parent": "8", "children": ["7"],
                "ext_room": "4b"}}]}
            """)
        let converted = try Conversion(transcript1: source)
        let made = try Accounts.read(converted.record)
        Generations.expectWhole(source, converted.report, made)
        func at(_ place: String) -> String? { JSONPointer(place).flatMap { made[$0] }?.string }
        #expect(at("/learner/additionalName") == "B")
        #expect(at("/assertions/0/term") == "Fall")
        #expect(at("/assertions/0/achievement/name") == "Tides")
        #expect(at("/assertions/0/achievement/achievementType") == "Course")
        #expect(at("/assertions/0/results/0/value") == "A-")
        #expect(at("/assertions/0/results/0/status") == "Completed")
        #expect(at("/assertions/0/activityEndDate") == "2015-01-02T00:00:00Z")
        #expect(at("/assertions/0/evidence/0/id") == "https://h.example/badge/1")
        let achievement = "/assertions/0/achievement"
        let associations = (0..<3).map { index in
            ["associationType", "targetId"].compactMap {
                at("\(achievement)/associations/\(index)/\($0)")
            }
        }
        #expect(
            associations == [
                ["isChildOf", "urn:et:1:8"], ["isParentOf", "urn:et:1:7"],
                ["isPartOf", "urn:et:1:9"],
            ])
        #expect(at("\(achievement)/associations/2/title") == "Shore studies")
        #expect(at("/achievements/0/name") == "Shore studies")
        // What has no member of its own goes on as an extension.
        #expect(at("/achievements/0/ext_hall") == "West")
        #expect(at("\(achievement)/ext_room") == "4b")
        #expect(at("/issued_to") == "the learner")
        #expect(made["assertions"]?.oneOrMore.first?["ext_mood"]?.numberText == "1")
        let credits = made["assertions"]?.oneOrMore.first?["creditsEarned"]
        #expect(credits?.numberText == "3")
    }

    @Test func `a transcript goes on to CLR 2.0, with one report on both ways`() async throws {
        let source = try Accounts.json(Self.small)
        let made = try await whole(source)
        #expect(made["credentialSubject"]?["verifiableCredential"]?.count == 1)
    }

    @Test(.enabled(if: Standards.present))
    func `accounts for every member of the real transcript`() async throws {
        let source = try Generations.sample("extended-transcript/my-first-transcript.json")
        let made = try await whole(source)
        #expect(made["credentialSubject"]?["verifiableCredential"]?.count == 4)
    }

    @Test(
        .enabled(if: Standards.present),
        arguments: [
            "signedVC-ClrSet", "vc-wrapped-clr", "vc-wrapped-clr-with-pdf",
            "vc-3451d19e-0c04-4001-af2c-36a7098bce4a",
        ])
    func `accounts for every member of real records in credentials`(name: String) async throws {
        let source = try Generations.sample("clr10/randa/\(name).json")
        _ = try await whole(source)
    }

    /// Converts to CLR 2.0 by the table; the report is whole, the record has its shape and is
    /// signed.
    private func whole(_ source: JSONValue) async throws -> JSONValue {
        let route = try ConversionRoute.route(.json(source), to: .learnerRecord2)
        let converted = try route(.json(source), newID: Accounts.identifiers())
        let made = try Generations.read(converted)
        Generations.expectWhole(source, converted.report, made)
        #expect(await Accounts.shapeFaults(made) == [])
        #expect(try await Generations.signingFault(made) == nil)
        return made
    }

    private static func record(_ id: String, learner: String = "urn:uuid:l") -> String {
        """
        {"id": "\(id)", "type": "Clr", "issuedOn": "2021-05-01T10:00:00Z",
        "learner": {"id": "\(learner)", "name": "Ada"}, "publisher": {"id": "urn:uuid:p"},
        "assertions": [{"id": "\(id)-a", "achievement": {"id": "\(id)-b", "name": "B"}}]}
        """
    }

    @Test func `the records of a set stand inside one record`() async throws {
        let set = try Accounts.json(
            "{\"type\": \"ClrSet\", \"clrs\": [\(Self.record("urn:x:1")), \(Self.record("urn:x:2"))]}"
        )
        let made = try await whole(set)
        #expect(made["credentialSubject"]?["verifiableCredential"]?.count == 2)
        let second = try Conversion(heldRecord1: set, part: 1, newID: Accounts.identifiers())
        let evidence = try Accounts.read(second.record)["evidence"]
        #expect(evidence?.oneOrMore.first?["id"]?.string == "urn:x:2")
    }

    @Test func `records of two learners stay apart, and the answer says where they differ`()
        throws
    {
        let other = Self.record("urn:x:2", learner: "urn:uuid:m")
        let set = try Accounts.json(
            "{\"type\": \"ClrSet\", \"clrs\": [\(Self.record("urn:x:1")), \(other)]}")
        #expect(
            throws: ConversionError.several(
                place: "/learner/id", first: "urn:uuid:l", second: "urn:uuid:m")
        ) { try Conversion(heldRecord1: set, newID: Accounts.identifiers()) }
    }

    @Test func `a signed record of a set and signed assertions are made anew and kept`()
        async throws
    {
        func token(_ payload: String) -> String {
            "\(Base64URL.encode(Array("{\"alg\":\"RS256\"}".utf8)))."
                + "\(Base64URL.encode(Array(payload.utf8))).c2ln"
        }
        let signed = token(
            "{\"id\": \"urn:x:s\", \"house:x\": 1, \"achievement\": {\"id\": \"urn:x:t\", \"name\": \"T\"}}"
        )
        let text = Self.record("urn:x:1")
            .replacing(
                "\"assertions\"", with: "\"signedAssertions\": [\"\(signed)\"], \"assertions\"")
        let set = try Accounts.json(
            "{\"type\": \"ClrSet\", \"signedClrs\": [\"\(token(text))\"]}")
        let converted = try Conversion(heldRecord1: set, newID: Accounts.identifiers())
        let made = try Accounts.read(converted.record)
        #expect(made["credentialSubject"]?["verifiableCredential"]?.count == 2)
        #expect(made["evidence"]?.count == 3)
        let rest = converted.report.fate(of: "/signedClrs/0/signedAssertions/0/house:x")
        #expect(
            rest
                == .changed(to: "/evidence/1/id", how: "in the signed text, which is kept whole"))
        #expect(await Accounts.shapeFaults(made) == [])
    }

    @Test func `refuses a set without a record, and a transcript without a date`() throws {
        let empty = try Accounts.json("{\"type\": \"ClrSet\", \"clrs\": []}")
        #expect(throws: ConversionError.noRecord(place: "")) {
            try Conversion(heldRecord1: empty, newID: Accounts.identifiers())
        }
        let bare = try Accounts.json("{\"transcriptEntities\": {}, \"person\": {}}")
        #expect(throws: ConversionError.missing("createdAt")) {
            try Conversion(transcript1: bare)
        }
    }

    @Test func `an entity that is named again and again is refused before it fills the memory`()
        throws
    {
        let name = String(repeating: "n", count: 1 << 20)
        let link = "{\"recordOf\": {\"entityId\": \"e\"}}"
        let records = Array(repeating: link, count: 140).joined(separator: ",")
        let text = """
            {"createdAt": "2018-05-01T00:00:00Z", "person": {}, "records": [\(records)],
            "transcriptEntities": {"courses": [{"id": "e", "name": "\(name)"}]}}
            """
        #expect(throws: ConversionError.repeatsTooMuch) {
            try Conversion(transcript1: Accounts.json(text))
        }
    }
}
