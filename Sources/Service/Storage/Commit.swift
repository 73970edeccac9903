import JSONText

/// One thing that a commit does.
package enum Change: Hashable, Sendable {
    /// Keeps a record. The same key with the same bytes again changes nothing; with other
    /// bytes it is an error.
    case record(NewRecord)
    /// Publishes a document, or its next state.
    case document(PublishedDocument, expecting: Expectation)
    /// Keeps a wrapped key; an identifier is never given to another key.
    case key(WrappedKey)
    case statusList(StatusList)
    /// Takes a place in a status list; the same key gets the same place again.
    case reserveStatus(list: Text, clientKey: ClientKey)
    /// Sets the value of a place that was taken before.
    case status(StatusIndex, value: UInt8)
    case setting(SettingName, value: Text)
}

/// A change of state and its entry in the log: both happen, or neither does.
///
/// To issue a credential once, whatever breaks in between: reserve its status index under a
/// client key, sign, then commit record and documents under the same key. Each step done again
/// gives what the first time gave.
package struct Commit: Hashable, Sendable {
    package var event: EventDraft
    package var changes: [Change]

    package init(_ event: EventDraft, _ changes: [Change]) {
        self.event = event
        self.changes = changes
    }
}

/// What a commit did.
package struct Receipt: Hashable, Sendable {
    /// The entry in the log, or nil where all had been done before and nothing changed.
    package let event: Event?
    /// A record for each record of the commit, in order.
    package let records: [RecordSummary]
    /// A place for each reservation of the commit, in order.
    package let reserved: [StatusIndex]

    package init(event: Event?, records: [RecordSummary], reserved: [StatusIndex]) {
        self.event = event
        self.records = records
        self.reserved = reserved
    }
}

/// The one way to change what is kept.
package protocol Committing: Sendable {
    /// Does all changes in order and writes their event, or does nothing and throws. When it
    /// returns, the commit outlives a power cut.
    func commit(_ commit: Commit) async throws(StorageError) -> Receipt
}
