import JSONText
import RecordPages
import Testing

@Suite struct `The page of a record` {
    @Test func `says whose, what and from whom`() throws {
        let page = try Fixture.page()
        #expect(page.title.text == "Degree and courses")
        #expect(page.learner?.text == "Iris Tamm")
        #expect(page.kind == "Comprehensive Learner Record")
        #expect(page.facts.first?.value.text == "alder.example")
        #expect(page.facts.first?.note == "calls itself Alder Valley University")
        #expect(page.notices.map(\.lead) == ["Partial record."])
        #expect(page.more.map(\.path).contains("shelf › row › 1"))
    }

    @Test(arguments: [VerdictView.Answer.failed, .undetermined])
    func `never puts an unconfirmed issuer forward as confirmed`(
        answer: VerdictView.Answer
    ) throws {
        let page = try Fixture.page(verdict: Fixture.verdict(answer))
        #expect(page.letterhead.about.contains("not confirmed"))
        #expect(page.facts.first?.label == "Issuer, as named in the file")
    }

    @Test func `names the issuer of a withdrawn record whose signature holds`() throws {
        let checks = [
            Fixture.check("proof", .passed, question: "intact"),
            Fixture.check("controller", .passed, question: "whoSigned"),
            Fixture.check("status", .failed, code: "status.revoked", question: "inForce"),
        ]
        let page = try Fixture.page(verdict: Fixture.verdict(.failed, checks: checks))
        #expect(page.letterhead.about == "alder.example")
        #expect(
            page.headline.sentence
                == "Alder Valley University (alder.example) has withdrawn it.")
    }

    @Test func `groups achievements, courses by term`() throws {
        let page = try Fixture.page()
        #expect(page.sections.map(\.anchor) == ["courses", "others", "described"])
        let term = try #require(page.sections.first?.terms.first)
        #expect(term.name.text == "Autumn 2024")
        #expect(term.about == "1 course, 4 credits (calculated)")
        let course = try #require(term.courses.first)
        #expect(course.code == "PH 210")
        #expect(course.credits == "4")
        #expect(course.result?.text == "A")
    }

    @Test func `marks rows of other issuers and names them`() throws {
        let page = try Fixture.page()
        let other = try #require(page.sections.first { $0.anchor == "others" }?.entries.first)
        #expect(other.about.contains("by Rescue Service"))
        #expect(other.showsMark)
        #expect(other.name.language == "es")
    }

    @Test func `lays results on their scale`() throws {
        let course = try #require(try Fixture.page().sections.first?.terms.first?.courses.first)
        let scale = course.blocks.flatMap(\.scale)
        #expect(scale.map(\.value) == ["C", "B", "A"])
        #expect(scale.map(\.isAchieved) == [false, false, true])
        #expect(scale.map(\.isRequired) == [true, false, false])
    }

    @Test func `shows evidence, criteria and endorsements in the row`() throws {
        let course = try #require(try Fixture.page().sections.first?.terms.first?.courses.first)
        let headings = course.blocks.compactMap(\.heading)
        #expect(headings.contains("Evidence"))
        #expect(headings.contains("What had to be done"))
        #expect(headings.contains("Endorsed"))
        let items = course.blocks.flatMap(\.items)
        #expect(items.contains { $0.link?.host == "alder.example" })
        #expect(items.contains { $0.quote?.text == "Well taught." })
    }

    @Test func `cuts cycles and keeps every statement`() throws {
        let hierarchy = try #require(try Fixture.page().hierarchy)
        #expect(hierarchy.statements.count == 3)
        #expect(hierarchy.statements.last?.target.standing == "not in this record")
        #expect(hierarchy.roots.count == 1)
        let cut = hierarchy.roots.first?.branches.first?.branches.first
        #expect(cut == nil || cut?.isRepeated == true)
    }

    @Test func `lists every check of the record and of what is inside`() throws {
        let check = Fixture.check("proof", .passed, message: "it fits", at: "/issuer")
        let contents = [Fixture.inner(Fixture.first, .verified, checks: [check])]
        let page = try Fixture.page(
            verdict: Fixture.verdict(.verified, checks: [check], contents: contents))
        #expect(page.checks.rows.map(\.title) == ["Signature"])
        #expect(page.checks.rows.first?.sourceLine != nil)
        #expect(page.innerChecks.count == 1)
        #expect(page.innerChecks.first?.rows.first?.pointer == Fixture.first + "/issuer")
    }

    @Test func `a single credential is a page of its own`() throws {
        let text =
            #"{"type": ["OpenBadgeCredential"], "issuer": "urn:i", "credentialSubject": "#
            + #"{"achievement": {"name": "Teamwork", "description": "d", "criteria": {}}}}"#
        let page = try Fixture.page(text, verdict: VerdictView(answer: .failed))
        #expect(page.title.text == "Teamwork")
        #expect(page.sections.map(\.count) == [1])
        #expect(page.headline.lead == "Not verified.")
    }

    @Test func `what cannot be read is shown as text`() {
        let bytes = Array("<html>\r\nno</html>".utf8)
        let page = RecordPage(
            RecordPageInput(
                verdict: VerdictView(answer: .failed), credential: nil, source: bytes))
        #expect(page.source.lines == ["<html>", "no</html>"])
        #expect(page.sections.isEmpty)
    }

    @Test(arguments: [
        "[]", "7", "\"text\"", "{}", "null",
        #"{"credentialSubject": 7, "issuer": [], "type": {}}"#,
        #"{"credentialSubject": {"verifiableCredential": [1, "a.b.c", null, {"x": []}]}}"#,
        #"{"verifiableCredential": {"credentialSubject": {"achievement": [1]}}}"#,
        #"{"credentialSubject": [{"achievement": {"name": {"en": "A", "de": "B"}}}, 3]}"#,
        #"{"credentialSubject": {"achievement": {"name": 1, "resultDescription": 2}, "#
            + #""result": {"value": 3, "achievedLevel": "x"}}}"#,
    ])
    func `wrong kinds of members are shown, not lost`(text: String) throws {
        let page = try Fixture.page(text, verdict: VerdictView(answer: .failed))
        #expect(!(try PageRenderer().html(page)).isEmpty)
    }
}

@Suite struct `Dates in words` {
    @Test(arguments: [
        ("2026-06-03T23:41:10.5Z", "3 June 2026 at 23:41 UTC"),
        ("2026-06-03T23:41:10+02:00", "3 June 2026 at 23:41 UTC+02:00"),
        ("2026-06-03", "3 June 2026"), ("soon", "soon"),
        ("2026-13-40T00:00:00Z", "2026-13-40T00:00:00Z"),
    ])
    func `are unambiguous, and what is no date stays as it is`(
        written: String, words: String
    ) throws {
        var verdict = Fixture.verdict(.verified)
        verdict.checkedAt = written
        #expect(try Fixture.page(verdict: verdict).headline.checkedAt?.words == words)
    }
}

func value(_ text: String) throws -> JSONValue {
    try JSONDocument(parsing: Array(text.utf8)).root
}
