import JSONText

/// Everything that is kept for one tenant.
package protocol TenantStore:
    RecordStore, PublishedDocumentStore, KeyStore, StatusIndexStore, EventLog, SettingStore,
    Committing
{
    var tenant: TenantID { get }
}

/// A store that many tenants share.
package protocol Store: Sendable {
    func tenant(_ id: TenantID) -> any TenantStore

    /// Answers when the store can be read, throws when it can't.
    func probe() async throws(StorageError)

    /// Ends its use. What was committed stays.
    func close() async throws(StorageError)
}

extension TenantStore {
    /// Keeps a record; gives the record that is there when the same key kept the same bytes.
    package func put(
        _ record: NewRecord, _ event: EventDraft
    ) async throws(StorageError) -> RecordSummary {
        let receipt = try await commit(Commit(event, [.record(record)]))
        guard let stored = receipt.records.first else {
            throw .failed(.damaged(.records, id: record.id.text))
        }
        return stored
    }

    /// Publishes a document, or its next state.
    package func publish(
        _ document: PublishedDocument, expecting expectation: Expectation = .anything,
        _ event: EventDraft
    ) async throws(StorageError) {
        _ = try await commit(Commit(event, [.document(document, expecting: expectation)]))
    }

    /// Takes a place in a status list; the same key gets the same place again.
    package func reserveStatus(
        in list: Text, clientKey: ClientKey, _ event: EventDraft
    ) async throws(StorageError) -> StatusIndex {
        let receipt = try await commit(
            Commit(event, [.reserveStatus(list: list, clientKey: clientKey)]))
        guard let index = receipt.reserved.first else {
            throw .failed(.damaged(.statusEntries, id: list.string))
        }
        return index
    }
}
