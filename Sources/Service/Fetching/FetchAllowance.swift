import NIOCore
import Synchronization

/// What one verification may cost: so many requests, in so long a time.
package final class FetchAllowance: Sendable {
    let deadline: NIODeadline
    private let limits: FetchLimits
    private let spent = Mutex(0)

    package init(_ limits: FetchLimits) {
        self.limits = limits
        deadline = .now() + .milliseconds(Int64(limits.verificationMilliseconds))
    }

    func take() throws(FetchError) {
        guard NIODeadline.now() < deadline else { throw late }
        let isAllowed = spent.withLock { spent in
            spent += 1
            return spent <= limits.requests
        }
        guard isAllowed else { throw .tooManyRequests(limit: limits.requests) }
    }

    /// Until when one document must be there, and what is said where it is not.
    func forOneDocument() -> (deadline: NIODeadline, error: FetchError) {
        let own = NIODeadline.now() + .milliseconds(Int64(limits.documentMilliseconds))
        guard own < deadline else { return (deadline, late) }
        return (own, .tooSlow(.document, milliseconds: limits.documentMilliseconds))
    }

    private var late: FetchError {
        .tooSlow(.verification, milliseconds: limits.verificationMilliseconds)
    }
}
