import Foundation
import GRDB
import SQLiteStorage
import Storage
import StorageContract
import Testing

@Suite struct `Tampering with the file` {
    @Test(arguments: [
        (
            sql: "UPDATE events SET why = 'else' WHERE number = 2", at: 2,
            is: ChainFault.contentChanged
        ),
        (sql: "UPDATE events SET at = at + 1 WHERE number = 1", at: 1, is: .contentChanged),
        (sql: "UPDATE events SET changes = '' WHERE number = 3", at: 3, is: .contentChanged),
        (sql: "UPDATE events SET why = NULL WHERE number = 3", at: 3, is: .contentChanged),
        (sql: "DELETE FROM events WHERE number = 2", at: 3, is: .gap),
        (sql: "UPDATE events SET previous = hash WHERE number = 2", at: 2, is: .predecessorChanged),
    ])
    func `shows in the chain of events`(_ act: (sql: String, at: Int64, is: ChainFault))
        async throws
    {
        let folder = try Folder()
        try await threeEvents(folder)
        try tamper(
            folder.path(), "DROP TRIGGER events_stay; DROP TRIGGER events_remain; " + act.sql)
        let store = try await folder.open()
        #expect(try await store.tenant(.main).verifyChain() == .broken(at: act.at, act.is))
        try await store.close()
    }

    /// A log cut short is whole in itself: only a head kept elsewhere tells.
    @Test func `by cutting the end changes the head`() async throws {
        let folder = try Folder()
        let before = try await threeEvents(folder)
        try tamper(
            folder.path(), "DROP TRIGGER events_remain; DELETE FROM events WHERE number = 3")
        let store = try await folder.open()
        let after = try await store.tenant(.main).verifyChain()
        #expect(after != before)
        try await store.close()
    }

    @Test(arguments: ["UPDATE events SET why = 'x'", "DELETE FROM events"])
    func `with the log is refused by the database itself`(_ sql: String) async throws {
        let folder = try Folder()
        try await threeEvents(folder)
        #expect(throws: DatabaseError.self) { try tamper(folder.path(), sql) }
    }

    @Test(arguments: [
        "UPDATE records SET bytes = x'00'", "UPDATE records SET digest = x'00'",
        "UPDATE records SET media_type = 'none'",
    ])
    func `with a record is seen when it is read`(_ sql: String) async throws {
        let folder = try Folder()
        try await threeEvents(folder)
        try tamper(folder.path(), sql)
        let store = try await folder.open()
        await #expect(throws: StorageError.self) {
            try await store.tenant(.main).record(credentialID: "urn:uuid:1")
        }
        try await store.close()
    }

    /// A file can have our mark and other tables.
    @Test func `with the tables is an answer, not a crash`() async throws {
        let folder = try Folder()
        try await threeEvents(folder)
        try tamper(
            folder.path(),
            """
            DROP TABLE records; DROP TABLE keys; DROP TABLE settings;
            CREATE TABLE records (tenant, ordinal, id, client_key, listed, media_type, digest,
                credential_id, kind, name, issuer_id, subject_id, stored_at, bytes);
            INSERT INTO records VALUES ('main', 'x', NULL, 5, 1, x'00', 2.5, 1, 1, 1, 1, 1, 1, 1);
            CREATE TABLE settings (tenant, name, value);
            INSERT INTO settings VALUES ('main', 'public-url', x'FF00')
            """)
        let store = try await folder.open()
        let tenant = store.tenant(.main)
        await #expect(throws: StorageError.self) { try await tenant.records(after: nil, limit: 5) }
        await #expect(throws: StorageError.self) { try await tenant.key("k") }
        await #expect(throws: StorageError.self) { try await tenant.setting(.publicURL) }
        try await store.close()
    }

    @discardableResult
    private func threeEvents(_ folder: borrowing Folder) async throws -> ChainVerdict {
        let store = try await folder.open()
        for name in ["1", "2", "3"] {
            _ = try await store.tenant(.main).put(Sample.record(name), Sample.event)
        }
        let verdict = try await store.tenant(.main).verifyChain()
        try await store.close()
        return verdict
    }

    private func tamper(_ path: String, _ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }
}
