import JSONText
import RecordPages

/// A record on paper, as a value: what is said, in which order, and the record itself.
package struct RecordDocument: Sendable {
    package var title: String
    package var learner: String?
    package var issuer: String
    /// "Verified. Checked on 3 June 2026 at 09:41 UTC": on each page but the first, which says more.
    package var running: String
    /// As the verifier wrote it.
    package var checkedAt: String?
    package var pieces: [Piece]
    package var original: Original

    /// The file as received.
    package struct Original: Sendable, Equatable {
        package var bytes: [UInt8]
        package var fileName: String
        package var mediaType: String

        package init(bytes: [UInt8], fileName: String, mediaType: String) {
            self.bytes = bytes
            self.fileName = fileName
            self.mediaType = mediaType
        }
    }

    /// The language of what the document itself says.
    package static let language = "en"

    package init(_ page: RecordPage, original: Original) {
        let numbering = Numbering(page)
        title = DrawnText.name(page.title.text)
        learner = page.learner.map { DrawnText.name($0.text) }
        issuer = DrawnText.name(page.letterhead.name.text)
        let moment = page.headline.checkedAt
        running = [page.headline.lead, moment.map { "Checked on \($0.words)" }]
            .compactMap(\.self).joined(separator: " ")
        checkedAt = moment?.machine
        self.original = original
        pieces =
            page.head(numbering) + page.body(numbering) + page.checking(numbering)
            + original.explained(page)
    }
}

/// The entries of a record in the order of the document, each with the number by which its parts
/// refer to each other.
struct Numbering {
    private(set) var entries: [Entry] = []
    private var numbers: [Text: Int] = [:]
    private var byChecks: [Text: Int] = [:]

    init(_ page: RecordPage) {
        entries = page.sections.flatMap { section in
            section.terms.flatMap(\.courses) + section.entries
        }
        for (index, entry) in entries.enumerated() {
            numbers[Text(entry.anchor)] = index + 1
            if let anchor = entry.checksAnchor { byChecks[Text(anchor)] = index + 1 }
        }
    }

    func number(of anchor: String) -> Int? { numbers[Text(anchor)] }

    /// The entry whose checks stand under this anchor.
    func number(checked anchor: String) -> Int? { byChecks[Text(anchor)] }
}
