import Foundation
import RecordDocuments
import RecordPages
import Testing

@Suite(.enabled(if: ReadPDF.isPossible)) struct `A record as PDF` {
    private func drawn(
        _ text: String = Fixture.plain, answer: VerdictView.Answer = .verified
    ) throws -> ReadPDF { try ReadPDF(Fixture.document(text, answer: answer).drawn()) }

    @Test(arguments: [
        (VerdictView.Answer.verified, "Verified. This record is genuine"),
        (.failed, "Not verified. "), (.undetermined, "Could not be verified. "),
    ])
    func `begins with the verdict in words`(answer: VerdictView.Answer, words: String) throws {
        let text = try drawn(answer: answer).text()
        #expect(text.hasPrefix(words), "\(text.prefix(200))")
        #expect(text.contains("Checked on 23 November 2026 at 09:41 UTC."))
    }

    @Test func `holds names, courses, evidence and endorsements as text`() throws {
        let text = try drawn().text()
        for part in [
            "Iris Tamm", "Alder Valley University", "alder.example", "Epidemiology", "PH 210",
            "Autumn 2024", "First aid", "Field report", "https://alder.example/report",
            "County Health", "Well taught.", "Page 1 of",
        ] { #expect(text.contains(part), "\(part)") }
    }

    @Test func `has the record attached octet for octet, under its name`() throws {
        let pdf = try drawn()
        #expect(try pdf.attachment() == Array(Fixture.plain.utf8))
        #expect(try pdf.attachments().contains("record.json"))
    }

    @Test(arguments: [[UInt8](), [0], Array(0...255)])
    func `attaches any octets`(bytes: [UInt8]) throws {
        var document = try Fixture.document()
        document.original = .init(
            bytes: bytes, fileName: "a/b\\\"c).png", mediaType: "image/png (odd)")
        let pdf = try ReadPDF(document.drawn())
        #expect(try pdf.attachment() == bytes)
        #expect(try pdf.attachments().contains("a_b_\"c).png"))
        #expect(try pdf.check().status == 0)
    }

    @Test func `is a file in which qpdf finds no fault`() throws {
        let (output, status) = try drawn().check()
        #expect(status == 0, "\(output)")
        #expect(output.contains("No syntax or stream encoding errors found"))
    }

    @Test func `is tagged, has a language, a title and the time of the check`() throws {
        let pdf = try drawn()
        let information = try pdf.information("-isodates")
        #expect(information.contains("Tagged: yes"), "\(information)")
        #expect(information.contains("Degree and courses · Iris Tamm"))
        #expect(information.contains("2026-11-23T09:41:00"))
        #expect(information.contains("Metadata Stream: yes"))
        let plain = try pdf.plain()
        for part in [
            "/Lang (en)", "/AFRelationship /Source", "/DisplayDocTitle true", "/Outlines",
        ] {
            let isThere = plain.contains(part)
            #expect(isThere, "\(part)")
        }
        let structure = try pdf.information("-struct")
        for part in ["Document", "H1", "H2", "H3", "Table", "TR", "TH", "TD", "Link"] {
            let isThere = structure.contains(part)
            #expect(isThere, "\(part)")
        }
    }

    @Test func `leads to addresses, of which nothing is read as part of the file`() throws {
        let plain = try drawn().plain()
        for address in ["https://alder.example/report", "https://alder.example/a%28b%29%27c"] {
            let isThere = plain.contains("/URI (\(address))")
            #expect(isThere, "\(address)")
        }
    }

    @Test func `is the same for the same record at the same time`() throws {
        let document = try Fixture.document()
        #expect(try document.drawn().bytes == document.drawn().bytes)
    }

    @Test func `numbers its pages, and says on each whose record it is and what the answer is`()
        throws
    {
        let record = Fixture.record(
            (1...120).map { Fixture.achievement($0, name: "Course \($0)") })
        let pdf = try drawn(record)
        let pages = try pdf.pages()
        #expect(pages.count > 20)
        for (index, page) in pages.enumerated() {
            #expect(page.contains("Page \(index + 1) of \(pages.count)"))
            #expect(page.contains("Iris Tamm"))
            #expect(page.contains("Verified."))
        }
        // Six pages of courses, each with the names of the columns.
        let tables = pages.prefix(5).filter { $0.contains("Course 2") || $0.contains("Course 9") }
        #expect(tables.allSatisfy { $0.contains("Credits") && $0.contains("Check") })
    }

    @Test(arguments: [
        "عائشة بنت محمد", "נועה כהן", "Ἑλένη Παπαδοπούλου", "Nguyễn Thị Hương", "Łukasz Żółć",
        "Анна Ковалёва",
    ])
    func `sets names of other scripts as text that can be read back`(name: String) throws {
        let document = try Fixture.document(Fixture.record([], learner: name)).drawn()
        #expect(!document.lacksCharacters)
        let pdf = try ReadPDF(document)
        let marks = CharacterSet(charactersIn: "\u{200E}\u{200F}\u{202A}\u{202B}\u{202C}")
        let text = try pdf.text().components(separatedBy: marks).joined()
        #expect(
            text.precomposedStringWithCanonicalMapping
                .contains(name.precomposedStringWithCanonicalMapping))
        #expect(try pdf.check().status == 0)
    }

    @Test func `says on the paper where no font has a character`() throws {
        let document = try Fixture.document(Fixture.record([], learner: "A\u{10FFFD}B")).drawn()
        #expect(document.lacksCharacters)
        #expect(try ReadPDF(document).text().contains("Some characters of the record could not"))
    }

    @Test func `breaks ten thousand characters without a space into lines`() throws {
        let word = String(repeating: "Abcdefghij", count: 1_000)
        let record = Fixture.record(
            [Fixture.achievement(1, name: word)], learner: word, name: word,
            further: ", \"description\": \"\(word)\"")
        let pdf = try drawn(record)
        #expect(try pdf.check().status == 0)
        // Title, learner, description and entry in full; a foot stands between two pages.
        let count = try pdf.text().split(separator: " ").joined()
            .components(separatedBy: "Abcdefghij").count
        #expect(count > 3_980)
    }

    @Test func `goes on over the seams of what is laid out at once`() throws {
        let words = (0..<3_000).map { "w\($0)" }.joined(separator: " ")
        #expect(words.utf8.count > 4 * DocumentLimits.stretchBytes)
        let pdf = try drawn(Fixture.record([], further: ", \"description\": \"\(words)\""))
        let said = Set(try pdf.text().split(separator: " ").map(String.init))
        #expect((0..<3_000).allSatisfy { said.contains("w\($0)") })
    }

    @Test func `is made of a record in which nothing is, and of a file that cannot be read`() throws
    {
        #expect(try drawn(Fixture.record([])).check().status == 0)
        let bytes = Array("no record".utf8)
        let page = RecordPage(
            RecordPageInput(verdict: VerdictView(answer: .failed), credential: nil, source: bytes))
        let pdf = try ReadPDF(
            RecordDocument(
                page, original: .init(bytes: bytes, fileName: "x", mediaType: "text/plain")
            ).drawn())
        #expect(try pdf.text().hasPrefix("Not verified."))
        #expect(try pdf.attachment() == bytes)
    }

    @Test func `of a thousand achievements has each`() throws {
        let record = Fixture.record(
            (1...1_000).map { Fixture.achievement($0, name: "Course number \($0)") })
        let pdf = try drawn(record)
        let text = try pdf.text().utf8
        let told = text.split(separator: UInt8(ascii: " "))
        let numbers = zip(told, told.dropFirst()).compactMap { before, word in
            before.elementsEqual("number".utf8)
                ? Int(String(decoding: word, as: UTF8.self)) : nil
        }
        #expect(Set(numbers).isSuperset(of: 1...1_000))
        #expect(try pdf.check().status == 0)
    }

    @Test func `has bookmarks up to a number, and of sections always`() throws {
        var document = try Fixture.document()
        let headings = document.pieces.filter { piece in
            if case .heading(let heading) = piece { heading.isBookmarked } else { false }
        }
        let entries = headings.filter { piece in
            if case .heading(let heading) = piece { heading.level == .entry } else { false }
        }
        document.pieces += (0...DocumentLimits.bookmarks).flatMap { _ in entries } + headings
        let count = try ReadPDF(document.drawn()).plain().components(separatedBy: "/Dest [").count
        #expect(count > DocumentLimits.bookmarks && count < DocumentLimits.bookmarks + 20)
    }

    @Test func `is refused where a record makes too many pages`() throws {
        var document = try Fixture.document()
        let heading = try #require(
            document.pieces.first { piece in
                if case .heading = piece { true } else { false }
            })
        document.pieces = (0...DocumentLimits.pages).flatMap { _ in [heading, .space(900)] }
        #expect(throws: DocumentError.tooManyPages) { try document.drawn() }
    }
}
