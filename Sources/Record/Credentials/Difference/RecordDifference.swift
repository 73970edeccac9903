import JSONText

/// What one version of a record says otherwise than another.
///
/// Compared is what is meant, not how it is written: things with the same `id` are the same thing
/// wherever they stand, one value stands for a list of one, an empty list for nothing, two
/// spellings of a number or of an instant are one. A token says what its payload says.
package struct RecordDifference: Sendable {
    /// What is said otherwise, in groups by the things that people know.
    package let content: [Group]
    /// What differs in how it is signed and given out (proofs, contexts, when it was issued, where
    /// its status stands): nothing that is said.
    package let envelope: [Group]
    /// All changes of the content, also those that are too many to be told.
    package let contentCount: Int
    package let envelopeCount: Int

    package var saysTheSame: Bool { contentCount == 0 }
    package var isNone: Bool { contentCount == 0 && envelopeCount == 0 }

    /// How many changes there are beside those in the groups (``Limits/toldChanges``).
    package var untold: Int {
        let told = (content + envelope).reduce(0) { $0 + $1.changes.count }
        return contentCount + envelopeCount - told
    }

    /// The changes of one thing.
    package struct Group: Sendable {
        package let thing: Thing
        package let changes: [Change]
    }

    /// A thing that a person knows: the record, a course, its grade, the learner.
    package struct Thing: Sendable {
        package let kind: Kind
        package let name: String?
        package let id: String?
        /// Where it stands in the earlier and in the later version; nil where it is not there.
        package let before: JSONPointer?
        package let after: JSONPointer?

        package enum Kind: String, CaseIterable, Sendable {
            case record, credential, endorsement, learner, achievement, result, organization
            case association, evidence, alignment
            case resultDescription = "result description"
        }
    }

    /// One value that is there in one version only, or is another one.
    package struct Change: Sendable {
        package enum Kind: String, Sendable { case added, removed, changed }

        package let kind: Kind
        /// Which value of the thing, by the names of members on the way; empty where it is the
        /// thing itself.
        package let member: String
        package let before: Side?
        package let after: Side?
    }

    /// A value in one of the two versions.
    package struct Side: Sendable {
        /// Of what stands in a token, the place of the token and then that in its payload.
        package let place: JSONPointer
        package let value: JSON
    }
}

extension RecordDifference {
    /// Compares two versions; linear in what they hold, but for the sorting.
    package init(
        from earlier: CredentialDocument, to later: CredentialDocument
    ) throws(DifferenceError) {
        var budget = Limits.comparedValues
        let before = try ComparedRecord(earlier, within: &budget)
        let after = try ComparedRecord(later, within: &budget)
        var comparison = Comparison(before, after)
        comparison.compareWhole()
        self = comparison.difference
    }
}

package enum DifferenceError: Error, Equatable {
    case tooManyValues(limit: Int)

    package var sentence: String {
        switch self {
        case .tooManyValues(let limit):
            "The two versions hold more than \(limit) values together, the most that is compared."
        }
    }
}

extension Limits {
    /// Values of two versions of a record that are compared, tokens inside included.
    package static let comparedValues = 2_000_000
    /// Changes that are told; how many more there are is told too.
    package static let toldChanges = 10_000
    /// Octets of the places of all changes that are told: long names above many values would
    /// make the answer far larger than the records.
    package static let toldPlaces = 8 << 20
}
