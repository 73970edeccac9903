import Synchronization

/// A text that a server gives, and that a test exchanges.
final class Published: Sendable {
    private let held = Mutex("")

    var text: String {
        get { held.withLock { $0 } }
        set { held.withLock { $0 = newValue } }
    }
}
