import JSONText

/// Why the state changes, told by who changes it.
package struct EventDraft: Hashable, Sendable {
    /// Who acts: an account, a program.
    package var who: Text
    /// What is done, in one word of the caller's: `issue`, `revoke`.
    package var what: Text
    package var why: Text?

    package init(who: Text, what: Text, why: Text? = nil) {
        self.who = who
        self.what = what
        self.why = why
    }
}

/// An entry of the log. Its hash covers all its fields and the hash before it.
package struct Event: Hashable, Sendable {
    package let tenant: TenantID
    /// 1, 2, 3 … without gaps.
    package let number: Int64
    package let when: Moment
    package let draft: EventDraft
    /// Which things changed and into what, a line for each.
    package let changes: [Text]
    package let previous: ContentDigest
    package let hash: ContentDigest

    /// An entry as it was kept.
    package init(
        tenant: TenantID, number: Int64, when: Moment, draft: EventDraft, changes: [Text],
        previous: ContentDigest, hash: ContentDigest
    ) {
        self.tenant = tenant
        self.number = number
        self.when = when
        self.draft = draft
        self.changes = changes
        self.previous = previous
        self.hash = hash
    }

    /// The hash that an entry with these fields must have.
    var computedHash: ContentDigest {
        var hash = FramedHash()
        hash.append("clr-event-1".utf8)
        hash.append(previous.bytes)
        hash.append(tenant.text.utf8)
        hash.append(number)
        hash.append(when.milliseconds)
        hash.append(draft.who.string.utf8)
        hash.append(draft.what.string.utf8)
        hash.append(draft.why == nil ? 0 : 1)
        hash.append((draft.why?.string ?? "").utf8)
        hash.append(Int64(changes.count))
        for change in changes {
            hash.append(change.string.utf8)
        }
        return hash.digest
    }
}
