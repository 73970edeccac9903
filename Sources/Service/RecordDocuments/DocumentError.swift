/// Why no document could be drawn.
package enum DocumentError: Error, Sendable, Equatable {
    /// The libraries that draw are not on this machine, in the words of the system.
    case pangoMissing(String)
    /// They are, and have no font at all to draw with.
    case noFonts
    /// The record is longer than a document may be.
    case tooManyPages
    /// The libraries gave up, in their own words.
    case drawing(String)
}

extension DocumentError {
    package var sentence: String {
        switch self {
        case .pangoMissing(let words):
            "PDF is drawn by the system's pango, and that could not be loaded (\(words)). On Debian "
                + "and Ubuntu: apt-get install libpangocairo-1.0-0 fonts-noto-core"
        case .noFonts:
            "there is no font on this machine to draw a PDF with. On Debian and Ubuntu: apt-get "
                + "install fonts-noto-core"
        case .tooManyPages:
            "the record makes more than \(DocumentLimits.pages) pages, which is more than a PDF "
                + "gets here; --format html shows all of it"
        case .drawing(let words):
            "the PDF could not be drawn: \(words)"
        }
    }
}
