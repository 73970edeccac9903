/// The one stylesheet of all pages, served from this program itself.
enum RecordStylesheet {
    static let text =
        [base, document, rows, inside, others, print].joined(separator: "\n\n") + "\n"
}
