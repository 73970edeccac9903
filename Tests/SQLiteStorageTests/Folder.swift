import Foundation
import SQLiteStorage
import Storage

/// A folder that is gone when the test ends.
struct Folder: ~Copyable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory
            .appendingPathComponent("store-\(RecordID.random().text)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func path(_ name: String = "clr.sqlite") -> String {
        url.appendingPathComponent(name).path
    }

    func open(_ name: String = "clr.sqlite") async throws -> SQLiteStore {
        try await SQLiteStore(path: path(name))
    }

    /// What a piece of work with one tenant's part of a new store gives.
    static func with(
        _ body: (any TenantStore) async throws -> Void
    ) async throws {
        let folder = try Folder()
        let store = try await folder.open()
        try await body(store.tenant(.main))
        try await store.close()
    }

    /// The same with two openings of one file, as two processes would have them.
    static func withTwo(
        _ body: (any TenantStore, any TenantStore) async throws -> Void
    ) async throws {
        let folder = try Folder()
        let one = try await folder.open()
        let other = try await folder.open()
        try await body(one.tenant(.main), other.tenant(.main))
        try await one.close()
        try await other.close()
    }
}
