import JSONText

/// The log of one tenant, followed from its first entry.
package struct EventChain: Hashable, Sendable {
    /// The number of the last entry: 0 where there is none.
    package private(set) var count: Int64
    /// The hash of the last entry. Whoever keeps it elsewhere can tell when a log was cut short.
    package private(set) var head: ContentDigest

    package init() {
        count = 0
        head = .zero
    }

    /// The chain that ends with this entry.
    package init(endingWith event: Event) {
        count = event.number
        head = event.hash
    }

    /// Makes the entry that comes next.
    package mutating func append(
        _ draft: EventDraft, changes: [Text], tenant: TenantID, when: Moment
    ) -> Event {
        let bare = Event(
            tenant: tenant, number: count + 1, when: when, draft: draft, changes: changes,
            previous: head, hash: .zero)
        let event = Event(
            tenant: tenant, number: bare.number, when: when, draft: draft, changes: changes,
            previous: head, hash: bare.computedHash)
        self = EventChain(endingWith: event)
        return event
    }

    /// Goes one entry further along a log that was kept; tells what is wrong with the entry.
    package mutating func follow(_ event: Event) -> ChainFault? {
        let fault: ChainFault? =
            if event.number != count + 1 {
                .gap
            } else if event.previous != head {
                .predecessorChanged
            } else if event.computedHash != event.hash {
                .contentChanged
            } else {
                nil
            }
        if fault == nil { self = EventChain(endingWith: event) }
        return fault
    }
}

/// How an entry shows that a log was tampered with.
package enum ChainFault: Hashable, Sendable {
    /// An entry is missing before it.
    case gap
    /// The entry before it isn't the one that it followed.
    case predecessorChanged
    /// Its own fields are not those that were hashed.
    case contentChanged
}

/// Whether a log is what was written.
package enum ChainVerdict: Hashable, Sendable {
    case intact(EventChain)
    case broken(at: Int64, ChainFault)
}

/// The append-only log of one tenant. Only a ``Commit`` writes to it.
package protocol EventLog: Sendable {
    /// Entries after a number, at most `limit` of them (``StorageLimits/page``).
    func events(after number: Int64, limit: Int) async throws(StorageError) -> [Event]

    /// Follows the whole chain and tells the first entry that doesn't fit.
    func verifyChain() async throws(StorageError) -> ChainVerdict
}
