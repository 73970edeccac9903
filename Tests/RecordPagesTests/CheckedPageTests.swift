import Credentials
import JSONText
import RecordPages
import Testing
import Verification

@Suite struct `The page of a checked credential` {
    private func checked(_ text: String) async throws -> CheckedCredential {
        let now = try #require(Timestamp("2026-11-23T09:41:00Z"))
        return await Verifier(clock: { now }).verify(Array(text.utf8))
    }

    @Test func `says that an unsigned record is not verified`() async throws {
        let page = RecordPage(RecordPageInput(try await checked(Fixture.record)))
        #expect(page.headline.lead == "Not verified.")
        #expect(page.headline.sentence.contains("carries no signature"))
        #expect(page.learner?.text == "Iris Tamm")
        #expect(page.innerChecks.count == 3)
        #expect(!page.sections.flatMap(\.entries).contains { $0.mark.state == .verified })
    }

    @Test(arguments: ["", "<html></html>", "{\"a\": 1,}", "[]", "eyJ.eyJ.x", "a.b"])
    func `shows what cannot be read`(text: String) async throws {
        let page = RecordPage(RecordPageInput(try await checked(text)))
        #expect(page.headline.lead != "Verified.")
        #expect(!page.isReadable)
        #expect(try PageRenderer().html(page).contains("A file that could not be read"))
    }
}
