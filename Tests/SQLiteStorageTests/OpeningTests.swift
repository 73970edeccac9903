import Foundation
import GRDB
import SQLiteStorage
import Storage
import StorageContract
import Testing

@Suite struct `Opening a SQLite store` {
    @Test func `again finds what was kept`() async throws {
        let folder = try Folder()
        let first = try await folder.open()
        let kept = try await first.tenant(.main).put(Sample.record("a"), Sample.event)
        try await first.close()
        let second = try await folder.open()
        try await second.probe()
        #expect(try await second.tenant(.main).record(kept.id)?.summary == kept)
        try await second.close()
    }

    @Test func `makes the folder and keeps the file to its owner`() async throws {
        let folder = try Folder()
        let store = try await folder.open("data/demo/clr.sqlite")
        let attributes = try FileManager.default.attributesOfItem(
            atPath: folder.path("data/demo/clr.sqlite"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        try await store.close()
    }

    @Test func `takes an empty file`() async throws {
        let folder = try Folder()
        try Data().write(to: URL(fileURLWithPath: folder.path()))
        let store = try await folder.open()
        try await store.close()
    }

    @Test func `by many at once begins it once`() async throws {
        let folder = try Folder()
        let path = folder.path()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<4 {
                group.addTask {
                    let store = try await SQLiteStore(path: path)
                    _ = try await store.tenant(.main).put(
                        Sample.record("\(number)"), Sample.event)
                    try await store.close()
                }
            }
            try await group.waitForAll()
        }
        let store = try await folder.open()
        #expect(try await store.tenant(.main).recordCount() == 4)
        try await store.close()
    }

    @Test(arguments: ["<html>not a database</html>", "SQLite format 3\u{0}", "{}"])
    func `refuses what is not a database`(_ content: String) async throws {
        let folder = try Folder()
        let data = Data(content.utf8)
        try data.write(to: URL(fileURLWithPath: folder.path()))
        #expect(await fault(folder.path()) == .notADatabase)
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path())) == data)
    }

    @Test(arguments: [0, 77]) func `refuses another program's database`(_ mark: Int) async throws {
        let folder = try Folder()
        let before = try foreignDatabase(folder.path(), mark: mark)
        #expect(await fault(folder.path()) == .databaseOfAnotherProgram)
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path())) == before)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        #expect(files == ["clr.sqlite"])
    }

    @Test func `refuses a newer schema`() async throws {
        let folder = try Folder()
        try await folder.open().close()
        let queue = try DatabaseQueue(path: folder.path())
        try await queue.write { try $0.execute(sql: "PRAGMA user_version = 99") }
        try queue.close()
        #expect(await fault(folder.path()) == .newerSchema(found: 99, known: 1))
    }

    @Test func `refuses a folder, and a folder where none can be made`() async throws {
        let folder = try Folder()
        #expect(await fault(folder.url.path) == .isFolder)
        let missing = await fault("/proc/none/clr.sqlite")
        guard case .folderMissing = missing else {
            Issue.record("\(String(describing: missing))")
            return
        }
    }

    @Test func `refuses a folder that cannot be written`() async throws {
        #expect(await fault("/proc/clr.sqlite") == .notWritable)
    }

    @Test func `refuses a file that is damaged further in`() async throws {
        let folder = try Folder()
        try await folder.open().close()
        let url = URL(fileURLWithPath: folder.path())
        var data = try Data(contentsOf: url)
        data.replaceSubrange(100..<4_096, with: Data(repeating: 0xFF, count: 3_996))
        try data.write(to: url)
        let damaged = await fault(folder.path())
        guard case .unreadable = damaged else {
            Issue.record("\(String(describing: damaged))")
            return
        }
    }

    @Test func `tells what, where, why and what to do`() async throws {
        let error = StorageError.opening(path: "/data/clr.sqlite", .notADatabase)
        #expect(error.explanation.what == "This file is not a database.")
        #expect(error.explanation.place == "/data/clr.sqlite")
        #expect("\(error)".contains("Name another file"))
    }

    private func fault(_ path: String) async -> OpeningFault? {
        do {
            try await SQLiteStore(path: path, patience: 1).close()
            return nil
        } catch {
            guard case .opening(_, let fault) = error else { return nil }
            return fault
        }
    }

    private func foreignDatabase(_ path: String, mark: Int) throws -> Data {
        let queue = try DatabaseQueue(path: path)
        try queue.write { database in
            try database.execute(sql: "CREATE TABLE theirs (a); PRAGMA application_id = \(mark)")
        }
        try queue.close()
        return try Data(contentsOf: URL(fileURLWithPath: path))
    }
}
