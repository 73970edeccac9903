import Synchronization

final class Counter: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }

    /// The value before it is raised by one.
    func next() -> Int {
        count.withLock { count in
            defer { count += 1 }
            return count
        }
    }

    func back() { count.withLock { $0 -= 1 } }
    func raise(to other: Int) { count.withLock { $0 = max($0, other) } }
}
