import Synchronization

/// How many credentials one verification has come across inside others. Those in tokens are seen
/// only as the tokens are read.
final class EmbeddedCount: Sendable {
    private let count = Mutex(0)

    func adding(_ more: Int) -> Int {
        count.withLock { count in
            count += more
            return count
        }
    }
}
