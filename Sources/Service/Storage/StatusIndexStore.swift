import JSONText

/// A status list: so many entries, all zero at first, for one purpose.
package struct StatusList: Hashable, Sendable {
    package var id: Text
    /// `revocation`, `suspension`, …
    package var purpose: Text
    package var length: Int

    package init(id: Text, purpose: Text, length: Int) {
        self.id = id
        self.purpose = purpose
        self.length = length
    }
}

/// One place of a status list.
package struct StatusIndex: Hashable, Sendable {
    package var list: Text
    package var index: Int

    package init(list: Text, index: Int) {
        self.list = list
        self.index = index
    }
}

/// The status lists of one tenant. A place is given once, at random, and never again, so that
/// a list doesn't tell who was issued what.
package protocol StatusIndexStore: Sendable {
    func statusList(_ id: Text) async throws(StorageError) -> StatusList?

    /// The place that was given to an act under this key.
    func statusIndex(in list: Text, clientKey: ClientKey) async throws(StorageError)
        -> StatusIndex?

    /// The places whose value isn't zero, with their values, in order.
    func raisedStatuses(in list: Text) async throws(StorageError) -> [(index: Int, value: UInt8)]
}
