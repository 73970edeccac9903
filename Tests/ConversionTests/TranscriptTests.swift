import JSONText
import TestSupport
import Testing

@testable import Conversion

@Suite struct `PESC College Transcripts` {
    static let transcript = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- written for these tests -->
        <ColTrn:CollegeTranscript xmlns:ColTrn="urn:org:pesc:message:CollegeTranscript:v1.6.0"
          xmlns:x="urn:x" x:note="n">
          <TransmissionData>
            <DocumentID>HC-2026-7</DocumentID>
            <CreatedDateTime>2026-06-30T09:00:00</CreatedDateTime>
            <DocumentTypeCode>StudentRequest</DocumentTypeCode>
            <Source><Organization><OrganizationName>Hollin College</OrganizationName></Organization></Source>
          </TransmissionData>
          <Student>
            <Person>
              <SchoolAssignedPersonID>S-42</SchoolAssignedPersonID>
              <SSN>000000000</SSN>
              <Birth><BirthDate>2001-02-03</BirthDate></Birth>
              <Name><FirstName>Mirela</FirstName><MiddleName>J</MiddleName><MiddleName>K</MiddleName>
                <LastName>Tamm &amp; Õ</LastName></Name>
              <Contacts>
                <Address><AddressLine>1 Quay</AddressLine><AddressLine>Back door</AddressLine>
                  <City>Hollin</City></Address>
                <Email><EmailAddress>m@hollin.example</EmailAddress></Email>
                <Email><EmailAddress>n@hollin.example</EmailAddress></Email>
              </Contacts>
            </Person>
            <AcademicRecord>
              <School>
                <OrganizationName>Hollin College</OrganizationName><OPEID>00123400</OPEID>
                <Contacts><Address><City>Hollin</City></Address></Contacts>
              </School>
              <AcademicAward>
                <AcademicAwardLevel>2.4</AcademicAwardLevel>
                <AcademicAwardDate>2026-06-15</AcademicAwardDate>
                <AcademicAwardTitle>Bachelor of Shore Science</AcademicAwardTitle>
                <AcademicHonors><HonorsTitle>With honors</HonorsTitle></AcademicHonors>
                <AcademicAwardProgram><AcademicProgramType>Major</AcademicProgramType>
                  <AcademicProgramName>Ecology</AcademicProgramName></AcademicAwardProgram>
                <AcademicAwardProgram><AcademicProgramType>Minor</AcademicProgramType>
                  <AcademicProgramName>Law</AcademicProgramName></AcademicAwardProgram>
              </AcademicAward>
              <AcademicSummary>
                <AcademicSummaryType>All</AcademicSummaryType>
                <GPA><CreditHoursEarned>120</CreditHoursEarned>
                  <GradePointAverage>3.750</GradePointAverage></GPA>
              </AcademicSummary>
              <AcademicSession>
                <AcademicSessionDetail>
                  <SessionDesignator>2026-01</SessionDesignator>
                  <SessionName>Spring 2026</SessionName>
                  <SessionType>Semester</SessionType>
                </AcademicSessionDetail>
                <Course>
                  <CourseCreditBasis>Regular</CourseCreditBasis>
                  <CourseCreditUnits>Semester</CourseCreditUnits>
                  <CourseCreditValue>04.00</CourseCreditValue>
                  <CourseCreditEarned>4.00</CourseCreditEarned>
                  <CourseAcademicGrade>A-</CourseAcademicGrade>
                  <CourseQualityPointsEarned>14.8</CourseQualityPointsEarned>
                  <CourseSubjectAbbreviation>ECO</CourseSubjectAbbreviation>
                  <CourseNumber>201</CourseNumber>
                  <CourseSectionNumber>7</CourseSectionNumber>
                  <CourseTitle><![CDATA[Tides & <shores>]]></CourseTitle>
                  <CourseBeginDate>2026-01-10</CourseBeginDate>
                  <NoteMessage>one</NoteMessage><NoteMessage>two</NoteMessage>
                </Course>
                <Course>
                  <CourseTitle>Law of the sea</CourseTitle>
                  <CourseOverrideSchool><OrganizationName>Other</OrganizationName></CourseOverrideSchool>
                </Course>
                <AcademicSummary><AcademicSummaryType>SenderOnly</AcademicSummaryType></AcademicSummary>
              </AcademicSession>
              <Course><CourseNumber>9</CourseNumber><CourseTitle>Swimming</CourseTitle></Course>
              <UserDefinedExtensions><x:Deep>stays <b>here</b></x:Deep></UserDefinedExtensions>
            </AcademicRecord>
          </Student>
        </ColTrn:CollegeTranscript>
        """

    private func back(_ bytes: [UInt8]) async throws -> (XMLElement, JSONValue, LossReport) {
        let made = try Conversion(transcript: bytes, newID: Accounts.identifiers())
        let source = try XMLElement(reading: bytes)
        let root = try Accounts.read(made.record)
        #expect(Accounts.unaccounted(source, "/CollegeTranscript[1]", made.report) == [])
        #expect(
            Accounts.untrue(
                made.report, from: Accounts.scalar(source), to: Accounts.scalar(root),
                exists: Accounts.exists(root)) == [])
        #expect(await Accounts.shapeFaults(root) == [])
        return (source, root, made.report)
    }

    private func export(_ source: JSONValue) throws -> (XMLElement, [UInt8], LossReport) {
        let made = try Export(transcriptOf: source, newID: Accounts.identifiers())
        let root = try XMLElement(reading: made.bytes)
        #expect(Accounts.unaccounted(source, "", made.report) == [])
        #expect(
            Accounts.untrue(
                made.report, from: Accounts.scalar(source), to: Accounts.scalar(root),
                exists: { Accounts.element(root, $0) != nil }) == [])
        return (root, made.bytes, made.report)
    }

    @Test func `become a record, with the schools' words`() async throws {
        let (_, made, report) = try await back(Array(Self.transcript.utf8))
        let at = Accounts.scalar(made)
        let summary = "/credentialSubject/verifiableCredential/1/credentialSubject"
        #expect(at("/issuer/name") == "Hollin College")
        #expect(at("/validFrom") == "2026-06-30T09:00:00Z")
        #expect(at("\(summary)/achievement/name") == "Academic summary")
        let spring = "/credentialSubject/verifiableCredential/4/credentialSubject"
        #expect(at("\(spring)/achievement/humanCode") == "ECO 201")
        #expect(at("\(spring)/achievement/name") == "Tides & <shores>")
        #expect(at("\(spring)/achievement/creditsAvailable") == "4.00")
        #expect(at("\(spring)/creditsEarned") == "4.00")
        #expect(at("\(spring)/term") == "Spring 2026")
        #expect(at("\(spring)/result/0/value") == "A-")
        #expect(at("/credentialSubject/verifiableCredential/5/issuer/name") == "Other")
        // Sensitive numbers and what only concerns the sending stay behind, and are told.
        let person = "/CollegeTranscript[1]/Student[1]/Person[1]"
        #expect(report.fate(of: "\(person)/SSN[1]")?.name == "lost")
        #expect(report.fate(of: "/CollegeTranscript[1]/@note")?.name == "lost")
        #expect(at("/evidence/0/name") == "HC-2026-7")
    }

    @Test func `come back with what both reports call carried`() async throws {
        let (source, middle, imported) = try await back(Array(Self.transcript.utf8))
        let (again, _, exported) = try export(middle)
        let broken = Accounts.broken(
            imported, exported, from: Accounts.scalar(source), to: Accounts.scalar(again))
        #expect(broken == [])
        // Everything that was not told as lost stands again where it stood.
        let kept = imported.entries.filter { $0.fate.name != "lost" }.map(\.source)
            .filter { Accounts.element(source, $0)?.children.isEmpty == true }
        #expect(kept.count > 40)
        let numbers = ["CreatedDateTime", "CourseCreditValue"]
        for place in kept where !numbers.contains(where: { place.contains("/\($0)[") }) {
            #expect(
                Accounts.scalar(again)(place) == Accounts.scalar(source)(place), "\(place)")
        }
    }

    @Test func `can be made of any record, and say what stays behind`() async throws {
        let source = try Accounts.record()
        let (root, bytes, report) = try export(source)
        let course =
            "/CollegeTranscript[1]/Student[1]/AcademicRecord[1]/AcademicSession[1]/Course[1]"
        let at = Accounts.scalar(root)
        #expect(at("\(course)/CourseCreditEarned[1]") == "4.50")
        #expect(at("\(course)/CourseSubjectAbbreviation[1]") == "ECO")
        #expect(at("\(course)/CourseLevel[1]") == "Upper")
        #expect(at("\(course)/CourseSectionNumber[1]") == "7")
        #expect(at("\(course)/CourseAcademicGrade[1]") == "A-")
        #expect(report.fate(of: "/credentialSubject/verifiableCredential/2")?.name == "lost")
        let (_, again, imported) = try await back(bytes)
        let broken = Accounts.broken(
            report, imported, from: Accounts.scalar(source), to: Accounts.scalar(again))
        #expect(broken == [])
    }

    @Test(.enabled(if: Standards.present), arguments: Accounts.samples)
    func `can be made of real records, and account for every member`(name: String) async throws {
        let source = try JSONDocument(parsing: Standards.bytes("samples/clr20/\(name).json")).root
        let (_, bytes, exported) = try export(source)
        guard exported.entries.contains(where: { $0.fate.target?.contains("/Course[") == true })
        else { return }
        let (_, again, imported) = try await back(bytes)
        let broken = Accounts.broken(
            exported, imported, from: Accounts.scalar(source), to: Accounts.scalar(again))
        #expect(broken == [])
    }

    @Test(.enabled(if: Standards.present), arguments: Accounts.samples)
    func `have their elements in the order of the standard, each of its type`(name: String) throws {
        let source = try JSONDocument(parsing: Standards.bytes("samples/clr20/\(name).json")).root
        let made = try Export(transcriptOf: source, newID: Accounts.identifiers())
        #expect(try TranscriptOrder.faults(XMLElement(reading: made.bytes)) == [])
    }

    @Test func `have no text where the standard has a number or a day, and one code of a course`()
        throws
    {
        let source = try Accounts.json(
            """
            {"type": ["OpenBadgeCredential"], "credentialSubject": {"type": ["AchievementSubject"],
            "term": "Fall", "activityEndDate": "soon", "creditsEarned": 3,
            "result": [{"resultDescription": "urn:x:q", "value": "many"}],
            "achievement": {"name": "Tides", "achievementType": "Course", "tag":
            ["CourseAddDate:2026-01-02", "CourseDropDate:never", "CourseLevel:Upper"],
            "resultDescription": [{"id": "urn:x:q", "name": "Q", "resultType": "ext:QualityPoints"}],
            "otherIdentifier": [{"identifier": "1", "identifierType": "ext:CourseCIPCode"},
              {"identifier": "2", "identifierType": "ext:CourseSCEDCode"}]}}}
            """)
        let made = try Export(transcriptOf: source, newID: Accounts.identifiers())
        let root = try XMLElement(reading: made.bytes)
        #expect(TranscriptOrder.faults(root) == [])
        let text = String(decoding: made.bytes, as: UTF8.self)
        #expect(text.contains("<CourseAddDate>2026-01-02</CourseAddDate>"))
        #expect(text.contains("<CourseCIPCode>1</CourseCIPCode>"))
        // Points that are no number are a grade.
        #expect(text.contains("<CourseAcademicGrade>many</CourseAcademicGrade>"))
        #expect(!text.contains("CourseQualityPointsEarned"))
        for place in [
            "/credentialSubject/achievement/tag/1", "/credentialSubject/activityEndDate",
            "/credentialSubject/achievement/otherIdentifier/1/identifier",
        ] { #expect(made.report.fate(of: place)?.name == "lost", "\(place)") }
    }

    @Test func `are read in ISO-8859-1 where they say so`() async throws {
        let head = Self.transcript.split(separator: "\n", maxSplits: 1)
        let text =
            "<?xml version='1.0' encoding='ISO-8859-1'?>\n" + head[1]
        let latin = text.unicodeScalars.map { UInt8($0.value) }
        let (_, made, _) = try await back(latin)
        let names = made["credentialSubject"]?["identifier"]?.elements.compactMap {
            $0["identityHash"]?.string
        }
        #expect(names?.contains("Tamm & Õ") == true)
        // Without the declaration it is not UTF-8, and the place is told.
        let bare = Array(latin.drop { $0 != UInt8(ascii: "\n") }.dropFirst())
        let failure = #expect(throws: ConversionError.self) {
            try Conversion(transcript: bare, newID: Accounts.identifiers())
        }
        #expect("\(failure as Any)".contains("line 16"))
        #expect("\(failure as Any)".contains("ISO-8859-1"))
    }

    @Test func `are refused where they are something else`() throws {
        for (text, expected) in [
            (
                "<HighSchoolTranscript/>",
                ConversionError.notTranscript(root: "HighSchoolTranscript")
            ),
            (
                "<a:CollegeTranscript xmlns:a='urn:b'/>",
                .notTranscript(root: "CollegeTranscript")
            ),
            ("<CollegeTranscript/>", .noStudent),
            (
                "<CollegeTranscript><Student><AcademicRecord/></Student></CollegeTranscript>",
                .noStudent
            ),
        ] {
            #expect(throws: expected) {
                try Conversion(transcript: Array(text.utf8), newID: Accounts.identifiers())
            }
        }
    }

    @Test func `get no more texts into one element than may be (Limits.transcriptTexts)`() throws {
        let tags = (0...Limits.transcriptTexts).map { "\"NoteMessage:\($0)\"" }
        let source = try Accounts.json(
            """
            {"credentialSubject": {"achievement": {"achievementType": "Course", "tag":
            [\(tags.joined(separator: ","))]}}}
            """)
        let (root, _, report) = try export(source)
        let course = try #require(
            Accounts.element(
                root, "/CollegeTranscript[1]/Student[1]/AcademicRecord[1]/Course[1]"))
        #expect(course.children.count == Limits.transcriptTexts)
        #expect(report.count(of: "lost") > 0)
    }
}
