/// What became of one value of the source.
package enum Fate: Sendable, Equatable {
    /// It stands in the target as it stood.
    case carried(to: String)
    case changed(to: String, how: String)
    case lost(why: String)

    package var name: String {
        switch self {
        case .carried: "carried"
        case .changed: "changed"
        case .lost: "lost"
        }
    }
}
