import RecordPages
import Testing

@Suite struct `The sentence at the top` {
    @Test func `says who issued a verified record, when, and that it is unchanged`() throws {
        let status = Fixture.check("status", .passed)
        let page = try Fixture.page(verdict: Fixture.verdict(.verified, checks: [status]))
        #expect(page.headline.lead == "Verified.")
        #expect(
            page.headline.sentence
                == "This record is genuine: Alder Valley University (alder.example) issued it on "
                + "3 June 2026, and it has not been changed or withdrawn since.")
        #expect(page.headline.checkedAt?.words == "23 November 2026 at 09:41 UTC")
    }

    @Test func `says nothing of withdrawal where the status was not asked`() throws {
        let page = try Fixture.page()
        #expect(page.headline.sentence.hasSuffix("it has not been changed since."))
    }

    @Test func `does not lend a domain to a name that nobody vouches for`() throws {
        var verdict = Fixture.verdict(.verified)
        verdict.issuer.domain = nil
        let page = try Fixture.page(verdict: verdict)
        #expect(page.headline.sentence.contains("calls itself Alder Valley University"))
        #expect(!page.headline.sentence.contains("genuine"))
    }

    @Test func `keeps its order and length whatever the issuer calls itself`() throws {
        var verdict = Fixture.verdict(.verified)
        verdict.issuer.name = "\u{202E}ytisrevinU\n" + String(repeating: "x", count: 5000)
        let sentence = try Fixture.page(verdict: verdict).headline.sentence
        #expect(!sentence.unicodeScalars.contains { $0.properties.isBidiControl || $0.value < 32 })
        #expect(sentence.unicodeScalars.count < 300)
    }

    @Test(arguments: [
        ("status", "status.revoked", "Alder Valley University has withdrawn it."),
        ("proof", "proof.missing", "It carries no signature"),
        ("proof", "proof.signature-invalid", "The signature does not fit"),
        ("controller", "controller.key-not-listed", "It was not signed with a key of Alder"),
        ("period", "period.expired", "It has expired. the message"),
        ("period", "period.not-yet-valid", "It is not in force yet"),
        ("shape", "shape.member-missing", "It is not well formed. the message"),
        ("odd", "odd.thing", "The check “odd” did not pass. the message"),
    ])
    func `gives the reason of a failure in words`(
        name: String, code: String, words: String
    ) throws {
        let check = Fixture.check(name, .failed, code: code, message: "the message")
        let page = try Fixture.page(verdict: Fixture.verdict(.failed, checks: [check]))
        #expect(page.headline.lead == "Not verified.")
        #expect(page.headline.sentence.hasPrefix(words))
        #expect(page.headline.help != nil)
    }

    @Test func `names what is missing and who can help`() throws {
        let check = Fixture.check(
            "controller", .undetermined, code: "controller.document-unavailable",
            message: "https://alder.example/did.json could not be had.")
        let page = try Fixture.page(verdict: Fixture.verdict(.undetermined, checks: [check]))
        #expect(page.headline.lead == "Could not be verified.")
        #expect(
            page.headline.sentence.contains("key document at https://alder.example/did.json could"))
        #expect(page.headline.sentence.hasSuffix("This does not mean that it is false."))
        #expect(page.headline.help?.contains("Alder Valley University") == true)
    }

    @Test func `says the day of an expiry in words`() throws {
        let check = Fixture.check(
            "period", .failed, code: "period.expired",
            message: "The credential expired on 2025-01-09T16:23:24Z. Ask for another.")
        let page = try Fixture.page(verdict: Fixture.verdict(.failed, checks: [check]))
        #expect(page.headline.sentence == "It expired on 9 January 2025 at 16:23 UTC.")
    }

    @Test func `does not bury the first reason under its repeats`() throws {
        let checks = (0..<40).map { number in
            Fixture.check("shape", .failed, message: "member \(number / 4) is missing")
        }
        let page = try Fixture.page(verdict: Fixture.verdict(.failed, checks: checks))
        #expect(page.headline.further.count == 4)
        #expect(page.headline.further.last == "6 more reasons under Checks.")
    }

    @Test func `puts a withdrawal before an expiry, and keeps both`() throws {
        let checks = [
            Fixture.check("period", .failed, code: "period.expired", message: "long ago"),
            Fixture.check("status", .failed, code: "status.revoked"),
        ]
        let page = try Fixture.page(verdict: Fixture.verdict(.failed, checks: checks))
        #expect(page.headline.sentence.contains("withdrawn"))
        #expect(page.headline.further == ["Also: It has expired. long ago"])
    }

    @Test func `has words for a verdict of each kind even without any check`() throws {
        for answer in VerdictView.Answer.allCases {
            let page = try Fixture.page(verdict: Fixture.verdict(answer))
            #expect(!page.headline.sentence.isEmpty)
        }
    }

    @Test func `treats what it does not know as undetermined`() throws {
        let verdict = VerdictView(reading: try value(#"{"verdict": "splendid"}"#))
        #expect(verdict.answer == .undetermined)
        let check = CheckView(reading: try value(#"{"name": "proof", "outcome": "perhaps"}"#))
        #expect(check.outcome == .undetermined)
    }
}

@Suite struct `What is said of the credentials inside` {
    @Test func `all verified is one sentence`() throws {
        let page = try Fixture.page()
        #expect(page.headline.inside?.words == "All 2 credentials inside are verified too.")
    }

    @Test func `exceptions are named and lead to their rows`() throws {
        let revoked = Fixture.check("status", .failed, code: "status.revoked")
        let contents = [
            Fixture.inner(Fixture.first, .verified),
            Fixture.inner(Fixture.second, .failed, checks: [revoked]),
        ]
        let page = try Fixture.page(verdict: Fixture.verdict(.verified, contents: contents))
        let exceptions = try #require(page.headline.inside?.exceptions)
        #expect(exceptions.map(\.name.text) == ["Primeros auxilios"])
        #expect(exceptions.first?.mark.short == "Not verified")
        #expect(exceptions.first?.mark.long.contains("has withdrawn it") == true)
        let anchors = page.sections.flatMap { $0.entries.map(\.anchor) }
        #expect(exceptions.allSatisfy { anchors.contains($0.anchor) })
    }

    @Test func `one without a signature stands and falls with the record`() throws {
        let vouched = Fixture.check("proof", .warning, code: "proof.vouched-by-record")
        let contents = [Fixture.inner(Fixture.first, .verified, checks: [vouched])]
        for answer in VerdictView.Answer.allCases {
            let page = try Fixture.page(verdict: Fixture.verdict(answer, contents: contents))
            let course = try #require(page.sections.first { $0.anchor == "courses" })
            #expect(
                course.terms.first?.courses.first?.mark.state
                    == Mark.State(rawValue: answer.rawValue))
        }
    }

    @Test func `one that was not checked is never shown as good`() throws {
        let page = try Fixture.page(verdict: Fixture.verdict(.verified, contents: []))
        let marks = page.sections.flatMap { $0.entries + $0.terms.flatMap(\.courses) }.map(\.mark)
        #expect(marks.allSatisfy { $0.state != .verified })
    }
}
