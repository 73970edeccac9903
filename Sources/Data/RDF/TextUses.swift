/// What each text has been used for, so far as it saves a look into a table: new texts stand at the end,
/// and what is said of them beside each other.
struct TextUses: Sendable {
    private var texts: [Use] = []
    private var descriptions: [Description] = []

    private struct Use {
        /// One more than the number of the first literal with this text. Nearly every text is that of one
        /// literal.
        var literal: UInt32 = 0
        /// Of the node with this name: one more than the place of its last description.
        var description: UInt32 = 0
    }

    /// A quad that tells of a node with a name and is in no table. A record tells of nearly every node
    /// once: what it says of it then cannot have been said before, and is looked for only when the
    /// node comes back.
    private struct Description {
        let quad: UInt32
        /// As in `Use`.
        let previous: UInt32
    }

    /// Said of a node that was begun and has no quad yet.
    private static let begun = UInt32.max - 1
    /// Said of a node that came back: its quads are listed.
    private static let listed = UInt32.max

    @inline(__always)
    private mutating func makeRoom(for text: Symbol, of table: borrowing TextTable) {
        if text.index >= texts.count {
            texts.append(contentsOf: repeatElement(Use(), count: table.count - texts.count))
        }
    }

    // MARK: - Literals

    /// The first literal with this text; nil where there is none, and then this one is.
    @inline(__always)
    mutating func literal(
        of text: Symbol, else number: Int, in table: borrowing TextTable
    ) -> Int? {
        makeRoom(for: text, of: table)
        let known = texts[text.index].literal
        if known > 0 { return Int(known) - 1 }
        texts[text.index].literal = UInt32(truncatingIfNeeded: number + 1)
        return nil
    }

    // MARK: - Nodes with names

    /// The quads that must be listed now, because the node comes back.
    mutating func beginDescription(
        of subject: TermID, in table: borrowing TextTable
    ) -> [Int] {
        makeRoom(for: Symbol(subject.number), of: table)
        var place = texts[subject.number].description
        if place == Self.listed { return [] }
        guard place != 0 else {
            texts[subject.number].description = Self.begun
            return []
        }
        texts[subject.number].description = Self.listed
        var quads: [Int] = []
        while place != Self.begun {
            let description = descriptions[Int(place) - 1]
            quads.append(Int(description.quad))
            place = description.previous
        }
        return quads
    }

    /// Whether all quads of a node that was begun must be listed.
    @inline(__always)
    func listsDescriptions(of subject: TermID) -> Bool {
        texts[subject.number].description == Self.listed
    }

    mutating func note(_ quad: Int, of subject: TermID) {
        descriptions.append(
            Description(
                quad: UInt32(truncatingIfNeeded: quad),
                previous: texts[subject.number].description))
        texts[subject.number].description = UInt32(truncatingIfNeeded: descriptions.count)
    }
}
