import RecordPages

/// One part of a document, from the top to the bottom.
package enum Piece: Sendable, Equatable {
    case verdict(VerdictPanel)
    case heading(Heading)
    /// Lines one below the other, each as wide as the page but for the indent.
    case text([Line], indent: Double = 0)
    case table(Table)
    case space(Double)
}

/// The sentence that comes first, with a sign beside it that says the same.
package struct VerdictPanel: Sendable, Equatable {
    package var state: Mark.State
    package var lead: Line
    package var lines: [Line]
}

package struct Heading: Sendable, Equatable {
    package enum Level: Int, Sendable { case title = 1, section, entry, part }

    package var level: Level
    package var line: Line
    /// What stands at the end of the line.
    package var note: String?
    package var anchor: String?
    /// Whether a reader's list of bookmarks has it.
    package var isBookmarked = false
}

package struct Table: Sendable, Equatable {
    package struct Column: Sendable, Equatable {
        package enum Width: Sendable, Equatable {
            case points(Double)
            /// A share of what the others leave.
            case share(Double)
        }

        package var name: String
        package var width: Width
        package var isAtEnd = false
    }

    package struct Row: Sendable, Equatable {
        package var cells: [[Line]]
    }

    package var columns: [Column]
    /// Whether the columns' names stand above, on each page anew.
    package var hasHead = true
    /// Whether the first cell of a row names what the others say.
    package var isLabelled = false
    package var rows: [Row]
    package var indent = 0.0
    /// Whether a table that goes on with it stands right below.
    package var isFollowed = false
}
