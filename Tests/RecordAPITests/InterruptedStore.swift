import JSONText
import Storage
import Synchronization

/// A store whose power goes off after so many commits.
final class InterruptedStore: TenantStore {
    private let base: any TenantStore
    private let left: Mutex<Int>

    init(base: any TenantStore, commits: Int) {
        self.base = base
        left = Mutex(commits)
    }

    var tenant: TenantID { base.tenant }

    func commit(_ commit: Commit) async throws(StorageError) -> Receipt {
        let isOn = left.withLock { left in
            left -= 1
            return left >= 0
        }
        guard isOn else { throw .failed(.closed) }
        return try await base.commit(commit)
    }

    func record(_ id: RecordID) async throws(StorageError) -> StoredRecord? {
        try await base.record(id)
    }

    func record(credentialID: Text) async throws(StorageError) -> StoredRecord? {
        try await base.record(credentialID: credentialID)
    }

    func record(clientKey: ClientKey) async throws(StorageError) -> StoredRecord? {
        try await base.record(clientKey: clientKey)
    }

    func records(after ordinal: Int64?, limit: Int) async throws(StorageError) -> RecordList {
        try await base.records(after: ordinal, limit: limit)
    }

    func recordCount() async throws(StorageError) -> Int { try await base.recordCount() }

    func document(path: Text) async throws(StorageError) -> PublishedDocument? {
        try await base.document(path: path)
    }

    func document(url: Text) async throws(StorageError) -> PublishedDocument? {
        try await base.document(url: url)
    }

    func document(did: Text) async throws(StorageError) -> PublishedDocument? {
        try await base.document(did: did)
    }

    func publishedDIDs() async throws(StorageError) -> [Text] { try await base.publishedDIDs() }

    func key(_ id: Text) async throws(StorageError) -> WrappedKey? { try await base.key(id) }

    func keyIDs() async throws(StorageError) -> [Text] { try await base.keyIDs() }

    func statusList(_ id: Text) async throws(StorageError) -> StatusList? {
        try await base.statusList(id)
    }

    func statusIndex(
        in list: Text, clientKey: ClientKey
    ) async throws(StorageError) -> StatusIndex? {
        try await base.statusIndex(in: list, clientKey: clientKey)
    }

    func raisedStatuses(in list: Text) async throws(StorageError) -> [(index: Int, value: UInt8)] {
        try await base.raisedStatuses(in: list)
    }

    func events(after number: Int64, limit: Int) async throws(StorageError) -> [Event] {
        try await base.events(after: number, limit: limit)
    }

    func verifyChain() async throws(StorageError) -> ChainVerdict { try await base.verifyChain() }

    func setting(_ name: SettingName) async throws(StorageError) -> Text? {
        try await base.setting(name)
    }
}
