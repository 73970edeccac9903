/// Why a dataset got no canonical form.
public enum CanonicalizationError: Error, Hashable, Sendable {
    /// Telling the blank nodes apart needs more steps than were allowed.
    case effortExhausted(steps: Int)
}
