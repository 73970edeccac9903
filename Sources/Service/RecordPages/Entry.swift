/// One achievement of the record, as a row that opens in place.
package struct Entry: Sendable, Equatable {
    /// The anchor of the row on the page.
    package var anchor: String
    /// JSON Pointer of the credential.
    package var at: String
    package var name: Phrase
    package var category: Category
    package var code: String?
    /// The line below the name: what kind, by whom, when.
    package var about: String
    package var term: String?
    package var credits: String?
    /// The result in a few words, for the end of the row.
    package var result: ResultSummary?
    package var mark: Mark
    /// Whether the mark belongs in the row: always where something is wrong.
    package var showsMark: Bool
    package var blocks: [Block]
    package var checksAnchor: String?
    package var sourceLine: Int?
    package var more: [DataLine]
    /// Whether it is the one credential that the page is about, whose verdict stands at the top.
    package var isWhole = false
}

/// The first result of an achievement in a few words, with its place on a short scale.
package struct ResultSummary: Sendable, Equatable {
    package var text: String
    /// Filled and all steps, where the scale is short enough to draw.
    package var step: Int?
    package var steps: Int?
}

/// The verdict on one credential: a state with its own sign, and words that say the same.
package struct Mark: Sendable, Equatable {
    package enum State: String, Sendable { case verified, failed, undetermined, none }

    package var state: State
    package var short: String
    package var long: String

    package init(state: State, short: String, long: String) {
        self.state = state
        self.short = short
        self.long = long
    }
}

/// Where an achievement is shown; the order is the order of the page.
package enum Category: Int, Sendable, CaseIterable {
    case programmes, courses, competencies, experience, certificates, others, described, rest
}

/// One part of what a row shows when it is open.
package struct Block: Sendable, Equatable {
    package var heading: String?
    package var prose: Phrase?
    /// Text that somebody said about the achievement.
    package var scale: [ScaleStep] = []
    package var rubric: [RubricLevel] = []
    package var items: [Item] = []
    package var facts: [Fact] = []

    package var isEmpty: Bool {
        prose == nil && scale.isEmpty && rubric.isEmpty && items.isEmpty && facts.isEmpty
    }
}

/// One allowed value of a result, lowest first.
package struct ScaleStep: Sendable, Equatable {
    package var value: String
    package var isAchieved: Bool
    package var isRequired: Bool
}

package struct RubricLevel: Sendable, Equatable {
    package var name: String
    package var description: String?
    package var level: String?
    package var points: String?
    package var isAchieved: Bool
    package var isRequired: Bool
}

/// One thing in a list: a piece of evidence, an alignment, an endorsement.
package struct Item: Sendable, Equatable {
    package var title: Phrase?
    package var link: Link?
    package var quote: Phrase?
    package var notes: [Phrase] = []
    package var mark: Mark?
    package var checksAnchor: String?
    package var sourceLine: Int?
    package var more: [DataLine] = []
}

package struct Fact: Sendable, Equatable {
    package var label: String
    package var value: Phrase
    package var link: Link?
    /// An identifier or other text for machines.
    package var isPlain = false
    package var note: String?
    package var moment: Moment?

    init(
        _ label: String, _ value: Phrase, link: Link? = nil, isPlain: Bool = false,
        note: String? = nil, moment: Moment? = nil
    ) {
        self.label = label
        self.value = value
        self.link = link
        self.isPlain = isPlain
        self.note = note
        self.moment = moment
    }

    init(_ label: String, moment: Moment) {
        self.init(label, Phrase(moment.words), moment: moment)
    }
}
