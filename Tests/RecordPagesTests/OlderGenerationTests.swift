import JSONText
import RecordPages
import Testing

/// VIEW-25: the same page whatever the generation.
@Suite struct `The page of an older generation` {
    private func rows(_ page: RecordPage) -> [Entry] {
        page.sections.flatMap { $0.entries + $0.terms.flatMap(\.courses) }
    }

    private func verdict(_ kind: String, _ standard: String) -> VerdictView {
        VerdictView(
            answer: .undetermined, kind: kind, standard: standard,
            issuer: .init(id: "https://hollin.example/p", name: "Hollin College"))
    }

    private static let record = """
        {"id": "urn:r", "type": "Clr", "name": "Record of Ada", "issuedOn": "2025-06-30T00:00:00Z",
         "partial": true, "shelf": 7,
         "learner": {"id": "urn:ada", "name": "Ada Lovelace", "studentId": "S-42",
            "birthDate": "2001-02-03"},
         "publisher": {"id": "https://hollin.example/p", "name": "Hollin College"},
         "assertions": [{"id": "urn:as:1", "type": "Assertion", "issuedOn": "2025-06-01T00:00:00Z",
            "term": "Spring 2025", "creditsEarned": 3, "odd": {"in": "side"},
            "recipient": {"type": "email", "identity": "ada@example.org", "hashed": false},
            "results": [{"resultDescription": "urn:rd", "value": "B"}],
            "evidence": [{"name": "Essay", "artifacts": [{"name": "The text",
               "url": "https://hollin.example/essay"}]}],
            "endorsements": [{"id": "urn:e", "issuedOn": "2025-06-02T00:00:00Z",
               "issuer": {"id": "urn:dean", "name": "The dean"},
               "claim": {"id": "urn:as:1", "endorsementComment": "Well done."}}],
            "achievement": {"id": "urn:ac:1", "achievementType": "Course", "name": "Algebra",
               "humanCode": "MA 1", "level": "Level 2", "tags": ["rings"],
               "requirement": {"narrative": "Pass the examination."},
               "issuer": {"id": "https://hollin.example/p", "name": "Hollin College"},
               "alignments": [{"targetName": "Groups", "targetUrl": "https://case.example/1"}],
               "associations": [{"associationType": "isPartOf", "targetId": "urn:ac:2",
                  "title": "Degree"}],
               "resultDescriptions": [{"id": "urn:rd", "name": "Grade",
                  "resultType": "LetterGrade", "allowedValues": ["C", "B", "A"]}]}}],
         "achievements": [{"id": "urn:ac:2", "achievementType": "Degree", "name": "Degree"}]}
        """

    @Test func `of CLR 1.0 says whose it is and has a row for each assertion`() throws {
        let page = try Fixture.page(Self.record, verdict: verdict("Clr", "CLR 1.0"))
        #expect(page.kind == "Comprehensive Learner Record")
        #expect(page.learner?.text == "Ada Lovelace")
        #expect(page.facts.contains { $0.moment?.words == "30 June 2025" })
        #expect(page.learnerFacts.contains { $0.moment?.words == "3 February 2001" })
        #expect(page.notices.map(\.lead) == ["Partial record."])
        #expect(page.sections.map(\.anchor) == ["courses", "described"])
        let course = try #require(rows(page).first)
        #expect(course.name.text == "Algebra")
        #expect(course.code == "MA 1")
        #expect(course.credits == "3")
        #expect(course.result?.text == "B")
        #expect(course.blocks.flatMap(\.scale).map(\.isAchieved) == [false, true, false])
        #expect(course.blocks.contains { $0.prose?.text == "Pass the examination." })
        let items = course.blocks.flatMap(\.items)
        #expect(items.contains { $0.quote?.text == "Well done." })
        #expect(items.contains { $0.link?.host == "case.example" })
        #expect(items.contains { $0.notes.contains { $0.text == "https://hollin.example/essay" } })
        #expect(course.more.contains { $0.path == "odd › in" && $0.value == "side" })
        #expect(page.more.map(\.path) == ["type", "shelf"])
        #expect(page.hierarchy?.statements.map(\.relation) == ["is part of"])
        #expect(page.hierarchy?.roots.first?.node.name.text == "Degree")
    }

    @Test func `of a set of records names each, and shows what they hold`() throws {
        let set = #"{"type": "ClrSet", "clrs": [\#(Self.record), \#(Self.record)]}"#
        let page = try Fixture.page(set, verdict: verdict("ClrSet", "CLR 1.0"))
        let records = rows(page).filter { $0.name.text == "Record of Ada" }
        #expect(records.count == 2)
        #expect(records.allSatisfy { $0.more.contains { $0.path == "shelf" } })
        #expect(rows(page).filter { $0.name.text == "Algebra" }.count == 2)
    }

    @Test func `of CLR 1.0 in a credential is that of the record in it`() throws {
        let text =
            #"{"type": ["VerifiableCredential"], "issuer": "urn:i", "credentialSubject": "#
            + "\(Self.record)}"
        let page = try Fixture.page(text, verdict: verdict("VerifiableCredential", "VCDM 1.1"))
        #expect(page.title.text == "Record of Ada")
        #expect(page.learner?.text == "Ada Lovelace")
        #expect(rows(page).map(\.name.text).contains("Algebra"))
    }

    @Test func `of Open Badges 2.0 is that of a badge`() throws {
        let text = """
            {"type": "Assertion", "id": "https://hollin.example/a/1",
             "recipient": {"type": "email", "identity": "sha256$ab", "hashed": true, "salt": "s"},
             "issuedOn": "2025-06-01T00:00:00Z", "evidence": "https://hollin.example/e",
             "badge": {"id": "https://hollin.example/b", "type": "BadgeClass", "name": "Rings",
                "description": "Algebra.", "criteria": "https://hollin.example/c",
                "image": "https://hollin.example/i.png",
                "issuer": {"id": "https://hollin.example/p", "name": "Hollin College"}}}
            """
        let page = try Fixture.page(text, verdict: verdict("Assertion", "OB 2.0"))
        #expect(page.kind == "Open Badge")
        #expect(page.title.text == "Rings")
        #expect(page.sections.map(\.title) == ["What it attests"])
        let row = try #require(rows(page).first)
        #expect(row.isWhole)
        #expect(row.blocks.flatMap(\.items).contains { $0.link?.host == "hollin.example" })
        let facts = row.blocks.flatMap(\.facts)
        #expect(facts.contains { $0.value.text == "https://hollin.example/c" })
        #expect(facts.contains { $0.value.text == "https://hollin.example/i.png" })
        #expect(page.learnerFacts.first?.note?.contains("hashed") == true)
    }

    @Test func `of the Extended Transcript puts each record on what it is of`() throws {
        let text = """
            {"type": "ExtendedTranscript", "id": "urn:t", "createdAt": "2017-04-25T00:00:00Z",
             "issuer": {"id": "urn:i", "name": "Hollin College", "address": "1 Street"},
             "person": {"id": "urn:p", "fullName": "Ada Lovelace"},
             "records": [{"id": "urn:r:1", "type": "Record", "date": "2017-11-01T00:00:00Z",
                "result": "A-", "recordOf": {"entityType": "Course", "entityId": "urn:c"}},
                {"id": "urn:r:2", "result": "B", "recordOf": {"entityId": "urn:nowhere"}}],
             "transcriptEntities": {"id": "urn:s",
                "courses": [{"id": "urn:c", "type": "Course", "name": "Algebra",
                   "courseCode": "MA 1", "associations": [
                     {"entityId": "urn:k", "associationType": "isParentOf"}]}],
                "competencies": [{"id": "urn:k", "type": "Competency", "name": "Rings"}]}}
            """
        let page = try Fixture.page(
            text, verdict: verdict("ExtendedTranscript", "Extended Transcript 1.0"))
        #expect(page.learner?.text == "Ada Lovelace")
        let course = try #require(rows(page).first { $0.name.text == "Algebra" })
        #expect(course.category == .courses)
        #expect(course.code == "MA 1")
        #expect(course.result?.text == "A-")
        #expect(course.mark.state == .none)
        #expect(rows(page).first { $0.name.text == "Rings" }?.category == .described)
        #expect(
            rows(page).flatMap(\.more).contains {
                $0.path == "recordOf › entityId" && $0.value == "urn:nowhere"
            })
        #expect(page.hierarchy?.statements.count == 1)
        #expect(page.issuerFacts.contains { $0.value.text == "1 Street" })
    }

    @Test(arguments: [
        #"{"type": "Clr", "assertions": 7, "learner": [], "achievements": [1, {"name": 2}]}"#,
        #"{"type": "Clr", "assertions": [{"type": "Clr", "assertions": [{}]}]}"#,
        #"{"type": "ClrSet", "clrs": {"a": 1}, "signedClrs": ["a.b.c"]}"#,
        #"{"type": "ExtendedTranscript", "records": {"recordOf": 1}, "transcriptEntities": [1]}"#,
        #"{"type": "Assertion", "badge": 7, "recipient": "x", "results": [1]}"#,
        #"{"type": "BadgeClass"}"#,
    ])
    func `shows wrong kinds of members and does not fail`(text: String) throws {
        let page = try Fixture.page(text, verdict: VerdictView(answer: .failed))
        #expect(!(try PageRenderer().html(page)).isEmpty)
        #expect(!page.text.isEmpty)
    }
}
