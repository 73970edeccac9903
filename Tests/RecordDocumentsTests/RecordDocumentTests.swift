import Crypto
import Foundation
import RecordDocuments
import RecordPages
import Testing

@Suite struct `What a document says` {
    @Test func `begins with the verdict, its words and the time of the check`() throws {
        let document = try Fixture.document()
        guard case .verdict(let panel)? = document.pieces.first else {
            Issue.record("the first piece is no verdict")
            return
        }
        #expect(panel.state == .verified)
        #expect(panel.lead.text == "Verified.")
        let words = panel.lines.map(\.text)
        #expect(words.first?.hasPrefix("This record is genuine") == true)
        #expect(words.last == "Checked on 23 November 2026 at 09:41 UTC.")
    }

    @Test(arguments: [
        (VerdictView.Answer.failed, "Not verified."),
        (.undetermined, "Could not be verified."),
    ])
    func `says on each page what the answer is`(answer: VerdictView.Answer, lead: String) throws {
        let document = try Fixture.document(answer: answer)
        #expect(document.running == "\(lead) Checked on 23 November 2026 at 09:41 UTC")
    }

    @Test func `names learner, issuer with its domain, dates and the identifier`() throws {
        let words = try Fixture.document().lines.map(\.text)
        for text in [
            "Iris Tamm", "Alder Valley University", "alder.example", "3 June 2026", "urn:uuid:1",
            "Comprehensive Learner Record 2.0", "Degree and courses",
        ] { #expect(words.contains(text), "\(text)") }
    }

    @Test func `tells each entry in a table first and then with all that it says`() throws {
        let words = try Fixture.document().lines.map(\.text)
        #expect(words.filter { $0.contains("Epidemiology") }.count >= 3)
        for text in [
            "Measures of disease.", "Two examinations.", "C (required)  ·  B  ·  A (achieved)",
            "Field report", "https://alder.example/report", "\u{201C}Well taught.\u{201D}",
        ] { #expect(words.contains(text), "\(text)") }
    }

    @Test func `leads to a place for every place that it names`() throws {
        let document = try Fixture.document()
        let anchors = document.pieces.compactMap { piece -> String? in
            guard case .heading(let heading) = piece else { return nil }
            return heading.anchor
        }
        let named = document.lines.compactMap { line -> String? in
            switch line.target {
            case .anchor(let anchor), .pageOf(let anchor): anchor
            case .address, nil: nil
            }
        }
        #expect(!named.isEmpty)
        #expect(Set(named).isSubset(of: anchors))
        #expect(Set(anchors).count == anchors.count)
    }

    @Test func `says what paper is worth, and which octets are attached`() throws {
        let document = try Fixture.document()
        let words = document.lines.map(\.text)
        let digest = SHA256.hash(data: Data(Fixture.plain.utf8))
            .map { String(format: "%02x", $0) }.joined()
        #expect(words.contains(digest))
        #expect(words.contains("\(Fixture.plain.utf8.count)"))
        #expect(words.contains { $0.contains("bears no signature") })
        #expect(words.contains { $0.contains("clr verify record.json") })
    }

    @Test func `cuts a text that is too long, says so, and lets nothing act`() throws {
        let long = String(repeating: "x", count: DocumentLimits.textBytes + 7)
        let record = Fixture.record(
            [Fixture.achievement(1, name: "a\u{1B}[2Jb\u{202E}c")],
            further: ", \"description\": \(Fixture.quoted(long))")
        let lines = try Fixture.document(record).lines
        #expect(lines.allSatisfy { $0.text.utf8.count < DocumentLimits.textBytes + 100 })
        #expect(lines.contains { $0.text.hasSuffix("(7 octets more in the attached record)") })
        #expect(lines.contains { $0.text.contains("a\u{FFFD}[2Jb\u{FFFD}c") })
        #expect(
            lines.allSatisfy { line in
                line.text.unicodeScalars.allSatisfy { $0.value != 0x1B && $0.value != 0x202E }
            })
    }

    @Test func `shortens a long name in headings and rows, and tells it in full once`() throws {
        let name = String(repeating: "long ", count: 100)
        let record = Fixture.record([
            Fixture.achievement(1, name: name), Fixture.achievement(2, name: "b"),
        ])
        let lines = try Fixture.document(record).lines.filter { $0.text.contains("long long") }
        #expect(lines.filter { $0.text == name }.count == 1)
        #expect(lines.filter { $0.text.hasSuffix("…") }.count >= 2)
    }
}
