import Foundation
import GRDB
@testable import SQLiteStorage
import Storage
import StorageContract
import Testing

@Suite struct `After a crash` {
    /// The files are taken as they lie on the disk while a transaction is half done.
    @Test func `committed records are there and half a transaction isn't`() async throws {
        let folder = try Folder()
        let after = try Folder()
        let store = try await folder.open()
        let kept = try await store.tenant(.main).put(Sample.record("kept"), Sample.event)
        let other = try DatabaseQueue(path: folder.path())
        try await other.writeWithoutTransaction { [from = folder.url, to = after.url] database in
            try database.execute(sql: "PRAGMA cache_spill = 1; PRAGMA cache_size = 1")
            try database.execute(sql: "BEGIN IMMEDIATE")
            try database.execute(
                sql: """
                    INSERT INTO settings (tenant, name, value)
                    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
                    SELECT 'main', 'half ' || i, hex(randomblob(200)) FROM n
                    """)
            for name in ["clr.sqlite", "clr.sqlite-wal"] {
                try FileManager.default.copyItem(
                    at: from.appendingPathComponent(name), to: to.appendingPathComponent(name))
            }
            try database.execute(sql: "ROLLBACK")
        }
        let revived = try await after.open()
        let tenant = revived.tenant(.main)
        #expect(try await tenant.record(kept.id)?.summary == kept)
        #expect(try await tenant.setting(SettingName("half 1")) == nil)
        #expect(try await tenant.events(after: 0, limit: 10).count == 1)
        try await revived.close()
        try await store.close()
    }

    @Test func `the disk has been asked to keep every commit`() async throws {
        let folder = try Folder()
        let store = try await folder.open()
        let full = 2
        let chosen = try await store.pool.writeWithoutTransaction {
            try Int.fetchOne($0, sql: "PRAGMA synchronous")
        }
        #expect(chosen == full)
        try await store.close()
    }

    @Test func `a closed store says so`() async throws {
        let folder = try Folder()
        let store = try await folder.open()
        try await store.close()
        await #expect(throws: StorageError.failed(.closed)) { try await store.probe() }
    }
}
