import JSONText

/// The credentials of one tenant.
package protocol RecordStore: Sendable {
    func record(_ id: RecordID) async throws(StorageError) -> StoredRecord?

    /// The record that came last among those of this credential.
    func record(credentialID: Text) async throws(StorageError) -> StoredRecord?

    /// What an act under this key stored, if it has happened.
    func record(clientKey: ClientKey) async throws(StorageError) -> StoredRecord?

    /// Listed records in the order in which they came, after a place, at most `limit` of them
    /// (``StorageLimits/page``).
    func records(after ordinal: Int64?, limit: Int) async throws(StorageError) -> RecordList

    /// How many records are listed.
    func recordCount() async throws(StorageError) -> Int
}

/// A part of the list of records.
package struct RecordList: Hashable, Sendable {
    package let records: [RecordSummary]
    /// The place after which the next part begins, or nil at the end.
    package let next: Int64?

    package init(records: [RecordSummary], next: Int64?) {
        self.records = records
        self.next = next
    }
}
