/// What became of one value of the source.
package enum Fate: Sendable, Equatable {
    /// It stands in the target as it stood.
    case carried(to: String)
    case changed(to: String, how: String)
    case lost(why: String)

    /// Where an identifier went whose thing has a new one in the new form.
    static func renamed(to place: String) -> Fate { .changed(to: place, how: ownIdentifier) }

    static let ownIdentifier = "the new form has an identifier of its own"

    package var name: String {
        switch self {
        case .carried: "carried"
        case .changed: "changed"
        case .lost: "lost"
        }
    }
}
