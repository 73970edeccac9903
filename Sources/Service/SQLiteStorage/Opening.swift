import GRDB
import Storage

/// The way from a path to an open database of this schema.
struct Opening {
    let file: DatabaseFile
    let patience: Double

    func pool() async throws -> DatabasePool {
        try file.prepareFolder()
        switch try file.state() {
        case .ours: break
        case .fresh: try begin()
        case .unmarked:
            try refuseAnothers()
            try begin()
        }
        return try await open()
    }

    /// A database without our mark may be taken only while it is empty. It is opened for
    /// reading: another program's file stays as it is.
    private func refuseAnothers() throws {
        var configuration = configuration
        configuration.readonly = true
        let queue = try DatabaseQueue(path: file.path, configuration: configuration)
        try queue.read(refuseTables)
        try queue.close()
    }

    private func refuseTables(_ database: Database) throws {
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master")
        guard tables == 0 else {
            throw StorageError.opening(path: file.path, .databaseOfAnotherProgram)
        }
    }

    /// Makes the tables and the mark in one transaction, before write-ahead logging begins, so
    /// that the file's own header says whose it is from the first moment. Where two processes
    /// begin at once, the second finds the first one's work.
    private func begin() throws {
        let queue = try DatabaseQueue(path: file.path, configuration: configuration)
        try queue.write { database in
            let mark = try Int.fetchOne(database, sql: "PRAGMA application_id")
            guard mark != Schema.applicationID else { return }
            try refuseTables(database)
            try Schema.migrate(database, from: 0)
        }
        try queue.close()
        try file.protect()
    }

    private func open() async throws -> DatabasePool {
        let pool = try DatabasePool(path: file.path, configuration: configuration)
        try await pool.write { database in
            let mark = try Int.fetchOne(database, sql: "PRAGMA application_id")
            guard mark == Schema.applicationID else {
                throw StorageError.opening(path: file.path, .databaseOfAnotherProgram)
            }
            let done = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            try file.refuseNewer(done)
            try Schema.migrate(database, from: done)
        }
        // GRDB's pool chooses NORMAL when it opens; a commit must outlive a power cut.
        try await pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
        return pool
    }

    private var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "clr"
        configuration.busyMode = .timeout(patience)
        return configuration
    }
}
