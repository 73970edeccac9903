import GRDB
import JSONText
import Storage

/// One tenant's part of the file.
struct SQLiteTenantStore: TenantStore {
    let tenant: TenantID
    let store: SQLiteStore

    func commit(_ commit: Commit) async throws(StorageError) -> Receipt {
        do { try commit.check() } catch { throw .refused(error) }
        return try await store.write { [tenant, store] database in
            var work = CommitWork(
                database: database, tenant: tenant, now: store.clock(), draw: store.draw)
            for change in commit.changes {
                try work.perform(change)
            }
            return try work.finish(commit.event)
        }
    }
}

extension SQLiteTenantStore {
    func record(_ id: RecordID) async throws(StorageError) -> StoredRecord? {
        try await records { try $0.record(id: id) }
    }

    func record(credentialID: Text) async throws(StorageError) -> StoredRecord? {
        try await records { try $0.record(credentialID: credentialID) }
    }

    func record(clientKey: ClientKey) async throws(StorageError) -> StoredRecord? {
        try await records { try $0.record(clientKey: clientKey) }
    }

    func records(after ordinal: Int64?, limit: Int) async throws(StorageError) -> RecordList {
        try await records { try $0.list(after: ordinal, limit: limit) }
    }

    func recordCount() async throws(StorageError) -> Int {
        try await records { try $0.count() }
    }

    private func records<Value: Sendable>(
        _ work: @escaping @Sendable (RecordTable) throws -> Value
    ) async throws(StorageError) -> Value {
        try await store.read { [tenant] in
            try work(RecordTable(database: $0, tenant: tenant))
        }
    }
}

extension SQLiteTenantStore {
    func document(path: Text) async throws(StorageError) -> PublishedDocument? {
        try await documents { try $0.document(path: path) }
    }

    func document(url: Text) async throws(StorageError) -> PublishedDocument? {
        try await documents { try $0.document(url: url) }
    }

    func document(did: Text) async throws(StorageError) -> PublishedDocument? {
        try await documents { try $0.document(did: did) }
    }

    func publishedDIDs() async throws(StorageError) -> [Text] {
        try await documents { try $0.dids() }
    }

    private func documents<Value: Sendable>(
        _ work: @escaping @Sendable (DocumentTable) throws -> Value
    ) async throws(StorageError) -> Value {
        try await store.read { [tenant] in
            try work(DocumentTable(database: $0, tenant: tenant))
        }
    }
}

extension SQLiteTenantStore {
    func statusList(_ id: Text) async throws(StorageError) -> StatusList? {
        try await statuses { try $0.list(id) }
    }

    func statusIndex(in list: Text, clientKey: ClientKey) async throws(StorageError)
        -> StatusIndex?
    {
        try await statuses { try $0.place(in: list, clientKey: clientKey) }
    }

    func raisedStatuses(in list: Text) async throws(StorageError) -> [(index: Int, value: UInt8)] {
        try await statuses { try $0.raised(in: list) }
    }

    private func statuses<Value: Sendable>(
        _ work: @escaping @Sendable (StatusTable) throws -> Value
    ) async throws(StorageError) -> Value {
        try await store.read { [tenant] in
            try work(StatusTable(database: $0, tenant: tenant))
        }
    }
}

extension SQLiteTenantStore {
    func key(_ id: Text) async throws(StorageError) -> WrappedKey? {
        try await store.read { [tenant] in
            try KeyTable(database: $0, tenant: tenant).key(id)
        }
    }

    func keyIDs() async throws(StorageError) -> [Text] {
        try await store.read { [tenant] in try KeyTable(database: $0, tenant: tenant).ids() }
    }

    func setting(_ name: SettingName) async throws(StorageError) -> Text? {
        try await store.read { [tenant] in
            try SettingTable(database: $0, tenant: tenant).value(name)
        }
    }

    func events(after number: Int64, limit: Int) async throws(StorageError) -> [Event] {
        try await store.read { [tenant] in
            try EventTable(database: $0, tenant: tenant).events(after: number, limit: limit)
        }
    }

    func verifyChain() async throws(StorageError) -> ChainVerdict {
        try await store.read { [tenant] in
            try EventTable(database: $0, tenant: tenant).verdict()
        }
    }
}
