import Foundation
import GRDB
import Storage

/// Everything kept in one SQLite file. Any number of processes may use the file at once.
package struct SQLiteStore: Store {
    package let path: String
    let pool: DatabasePool
    let clock: @Sendable () -> Moment
    let draw: @Sendable (Range<Int>) -> Int

    /// Opens the file, or begins it with its folder where there is none.
    /// - Parameters:
    ///   - patience: how long to wait for another process that writes, in seconds.
    ///   - draw: gives a number of the range that cannot be foretold.
    package init(
        path: String, patience: Double = 10,
        clock: @escaping @Sendable () -> Moment = SQLiteStore.systemClock,
        draw: @escaping @Sendable (Range<Int>) -> Int = { Int.random(in: $0) }
    ) async throws(StorageError) {
        self.path = path
        self.clock = clock
        self.draw = draw
        do {
            pool = try await Opening(file: DatabaseFile(path: path), patience: patience).pool()
        } catch {
            throw StorageError(opening: path, error)
        }
    }

    package static let systemClock: @Sendable () -> Moment = {
        Moment(milliseconds: Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down)))
    }

    package func tenant(_ id: TenantID) -> any TenantStore {
        SQLiteTenantStore(tenant: id, store: self)
    }

    package func probe() async throws(StorageError) {
        try await read { database in
            _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master")
        }
    }

    /// Brings everything into the one file first where nobody else is using it, so that it can
    /// be copied alone afterwards.
    package func close() async throws(StorageError) {
        _ = try? await pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        do { try pool.close() } catch { throw StorageError(error) }
    }

    func read<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(StorageError) -> Value {
        do { return try await pool.read(work) } catch { throw StorageError(error) }
    }

    func write<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(StorageError) -> Value {
        do { return try await pool.write(work) } catch { throw StorageError(error) }
    }
}
