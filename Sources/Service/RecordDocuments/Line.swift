import RecordPages

/// Text of a document, how it is set, and where it leads.
package struct Line: Sendable, Equatable {
    package var text: String
    package var language: String?
    package var style: Style
    package var target: Target?

    package enum Target: Sendable, Equatable {
        case address(String)
        case anchor(String)
        /// The page on which an anchor stands; its number is the text.
        case pageOf(String)
    }

    init(_ text: String, _ style: Style, language: String? = nil, to target: Target? = nil) {
        self.text = DrawnText.plain(text)
        self.language = language
        self.style = style
        self.target = target
    }

    init(_ phrase: Phrase, _ style: Style, to target: Target? = nil) {
        self.init(phrase.text, style, language: phrase.language, to: target)
    }
}

/// The few manners in which text is set.
package enum Style: Int, Sendable, CaseIterable {
    /// "Comprehensive Learner Record", above the title.
    case kind
    case title, learner, issuer
    /// "Verified."
    case lead
    case body, strong, note, label, small, quote
    /// A sentence that says what is wrong, or may be.
    case verified, failed, undetermined
    case section, entry, part
    case column
}
