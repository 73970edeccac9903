import JSONText
import TestSupport
import Testing

@testable import Conversion

@Suite struct `Conversion in two steps with one report` {
    private static let exports = ConversionTarget.allCases.filter(\.isExport)

    private static let record = """
        {"id": "urn:x:record", "type": "Clr", "issuedOn": "2021-05-01T10:00:00Z", "name": "Record",
        "learner": {"id": "urn:x:ada", "name": "Ada Berg"},
        "publisher": {"id": "urn:x:hollin", "name": "Hollin"}, "house:mood": "calm seas",
        "assertions": [{"id": "urn:x:first", "issuedOn": "2021-04-01T00:00:00Z",
          "results": [{"resultDescription": "urn:x:grade", "value": "B+"}],
          "achievement": {"id": "urn:x:tides", "name": "Tides", "achievementType": "Course",
            "issuer": {"id": "urn:x:other", "name": "Other House"},
            "resultDescriptions": [{"id": "urn:x:grade", "name": "Grade",
              "resultType": "LetterGrade"}]}},
        {"achievement": {"id": "urn:x:sails", "name": "Sails"}}]}
        """

    private static let transcript = """
        <CollegeTranscript><TransmissionData><DocumentID>D-7</DocumentID></TransmissionData>
        <Student><Person><Name><FirstName>Ada</FirstName><LastName>Berg</LastName></Name></Person>
        <AcademicRecord><School><OrganizationName>Hollin</OrganizationName></School>
        <AcademicSession><AcademicSessionDetail><SessionName>Fall</SessionName></AcademicSessionDetail>
        <Course><CourseCreditEarned>3.0</CourseCreditEarned>
        <CourseAcademicGrade>A</CourseAcademicGrade><CourseTitle>Tides</CourseTitle></Course>
        </AcademicSession></AcademicRecord></Student></CollegeTranscript>
        """

    private func convert(
        _ document: ConversionDocument, to target: ConversionTarget
    ) throws -> Converted {
        try ConversionRoute.route(document, to: target)(document, newID: Accounts.identifiers())
    }

    private func text(_ made: Converted) -> String { String(decoding: made.bytes, as: UTF8.self) }

    private func column(_ name: String, _ made: Converted) throws -> [String] {
        let rows = try CSVReader.rows(made.bytes)
        let index = try #require(rows[0].firstIndex(of: name))
        return rows.dropFirst().map { $0[index] }
    }

    @Test func `every source is told as everything but itself`() {
        for source in ConversionSource.allCases {
            let targets = ConversionRoute.all.filter { $0.source == source }.map(\.target)
            for target in Self.exports where source.own != target {
                #expect(targets.contains(target), "\(source) \(target)")
            }
        }
    }

    @Test func `things have the names of their originals, and none that was made on the way`()
        throws
    {
        let source = ConversionDocument.json(try Accounts.json(Self.record))
        let made = try convert(source, to: .table)
        #expect(try column("record_id", made) == ["urn:x:record", "urn:x:record"])
        #expect(try column("credential_id", made) == ["urn:x:first", ""])
        #expect(try column("achievement_id", made) == ["urn:x:tides", "urn:x:sails"])
        #expect(made.report.fate(of: "/id") == .carried(to: "col=1"))
        // Nothing is told of the draft between the steps.
        #expect(try column("evidence_text", made) == ["", ""])
        for target in [ConversionTarget.table, .text, .transcript, .europass] {
            // The identifiers of this test begin so.
            let last = text(try convert(source, to: target))
            let fresh = target == .europass ? 1 : 0
            #expect(last.split(separator: "urn:uuid:00000000").count - 1 == fresh, "\(target)")
        }
        let europass = try Generations.read(convert(source, to: .europass))
        #expect(
            JSONPointer("/identifier/0/notation").flatMap { europass[$0] }?.string
                == "urn:x:record")
    }

    @Test func `a résumé holds new drafts, and says that nothing vouches for them`() throws {
        let made = try convert(.json(Accounts.json(Self.record)), to: .resume)
        let root = try Generations.read(made)
        let place = "/credentialSubject/educationAndLearnings/0/verifications/0"
        let draft = try #require(JSONPointer(place).flatMap { root[$0] })
        #expect(draft["id"]?.string?.hasPrefix("urn:uuid:") == true)
        #expect(draft["evidence"]?.oneOrMore.first?["id"]?.string == "urn:x:first")
        #expect(made.report.additions.contains { $0.place == place && $0.why.contains("proof") })
        #expect(text(made).contains("\"urn:x:record\""))
    }

    @Test func `a badge is told by its own identifiers and those of its class`() throws {
        let source = ConversionDocument.json(try Accounts.json(Badge2Source.text))
        let made = try convert(source, to: .table)
        guard case .json(let value) = source else { return }
        #expect(try column("achievement_id", made) == [value["badge"]?["id"]?.string])
        #expect(try column("credential_id", made) == [value["id"]?.string])
        #expect(Accounts.unaccounted(value, "", made.report) == [])
    }

    @Test func `of XML the report names elements, and where each went in the end`() throws {
        let bytes = Array(Self.transcript.utf8)
        let course =
            "/CollegeTranscript[1]/Student[1]/AcademicRecord[1]/AcademicSession[1]/Course[1]"
        let root = try XMLElement(reading: bytes)
        for target in Self.exports where target != .transcript {
            let made = try convert(.xml(bytes), to: target)
            #expect(Accounts.unaccounted(root, "/CollegeTranscript[1]", made.report) == [])
            let fate = try #require(made.report.fate(of: "\(course)/CourseTitle[1]"))
            #expect(fate.target != nil, "\(target)")
            #expect(text(made).contains("Tides"))
        }
        let table = try convert(.xml(bytes), to: .table)
        // The session is an achievement that is only described.
        #expect(try Set(column("credits_earned", table)) == ["3.0", ""])
        #expect(try Set(column("term", table)) == ["Fall", ""])
        #expect(try Set(column("learner_id", table)) == [""])
        #expect(throws: ConversionError.alreadyNew("PESC College Transcript")) {
            try convert(.xml(bytes), to: .transcript)
        }
    }

    @Test func `several badges become what their record is told as, places with their numbers`()
        throws
    {
        func badge(_ number: Int) throws -> ConversionInput {
            ConversionInput(
                try Accounts.json(
                    """
                    {"@context": ["https://www.w3.org/ns/credentials/v2"], "id": "urn:x:\\(number)",
                    "type": ["VerifiableCredential", "OpenBadgeCredential"],
                    "issuer": {"id": "urn:x:i", "type": ["Profile"]},
                    "validFrom": "2026-01-0\\(number)T00:00:00Z", "credentialSubject": {"id":
                    "urn:x:ada", "type": ["AchievementSubject"], "achievement": {"id":
                    "urn:x:a\\(number)", "type": ["Achievement"], "name": "Badge \\(number)"}}}
                    """.replacing("\\(number)", with: "\(number)")))
        }
        let made = try Converted(
            [badge(1), badge(2)], to: .table, as: Gathering(), linked: LinkedDocuments(),
            part: nil, newID: Accounts.identifiers())
        #expect(try column("achievement", made) == ["Badge 1", "Badge 2"])
        #expect(try column("record_id", made) == ["", ""])
        #expect(
            made.report.fate(of: "/1/credentialSubject/achievement/name")
                == .carried(to: "cell=3,21"))
        #expect(throws: ConversionError.oneAtATime(.badge3)) {
            try Converted(
                [badge(1), badge(2)], to: .badge3, as: Gathering(), linked: LinkedDocuments(),
                part: nil, newID: Accounts.identifiers())
        }
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `accounts for every value of a changed record, and what it calls carried is there`(
        seed: UInt64
    ) throws {
        var mutations = Mutations(seed: seed)
        let source = try mutations.changed(Accounts.json(Self.record))
        guard ConversionSource(.json(source)) == .learnerRecord1,
            let table = try? convert(.json(source), to: .table)
        else { return }
        let rows = try CSVReader.rows(table.bytes)
        #expect(Accounts.unaccounted(source, "", table.report) == [])
        #expect(
            Accounts.untrue(
                table.report, from: Accounts.scalar(source), to: { CSVReader.cell(rows, $0) },
                exists: { CSVReader.cell(rows, $0) != nil }) == [])
        for target in [ConversionTarget.europass, .resume] {
            let made = try convert(.json(source), to: target)
            let root = try Generations.read(made)
            #expect(Accounts.unaccounted(source, "", made.report) == [])
            #expect(
                Accounts.untrue(
                    made.report, from: Accounts.scalar(source), to: Accounts.scalar(root),
                    exists: Accounts.exists(root)) == [])
        }
    }
}
