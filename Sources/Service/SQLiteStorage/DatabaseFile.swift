import Foundation
import GRDB
import Storage

/// The file, looked at before SQLite may change a single octet of it.
struct DatabaseFile {
    let path: String

    enum State {
        /// Missing or without content: it may become a database.
        case fresh
        /// Marked as ours, with so many steps of the schema done.
        case ours(version: Int)
        /// A database without a mark: empty, or another program's.
        case unmarked
    }

    /// Makes the folder if it is missing, for its owner's eyes only: it will hold keys.
    func prepareFolder() throws(StorageError) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw .opening(
                path: path, .folderMissing(reason: "\(folder.path) is not a folder to write in."))
        }
    }

    func state() throws(StorageError) -> State {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            return .fresh
        }
        guard !isFolder.boolValue else { throw .opening(path: path, .isFolder) }
        let header = try header()
        guard !header.isEmpty else { return .fresh }
        guard header.count == Header.size, header.starts(with: Header.magic) else {
            throw .opening(path: path, .notADatabase)
        }
        switch number(in: header, at: Header.applicationID) {
        case Schema.applicationID:
            let version = number(in: header, at: Header.userVersion)
            try refuseNewer(version)
            return .ours(version: version)
        case 0: return .unmarked
        default: throw .opening(path: path, .databaseOfAnotherProgram)
        }
    }

    func refuseNewer(_ version: Int) throws(StorageError) {
        guard version <= Schema.version else {
            throw .opening(path: path, .newerSchema(found: version, known: Schema.version))
        }
    }

    /// Leaves the file to its owner alone.
    func protect() throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }

    /// The parts of SQLite's file header that are read here (SQLite file format, 1.3).
    private enum Header {
        static let size = 100
        static let magic = Array("SQLite format 3\0".utf8)
        static let userVersion = 60
        static let applicationID = 68
    }

    private func header() throws(StorageError) -> [UInt8] {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw .opening(path: path, .unreadable(reason: "The file cannot be read."))
        }
        defer { try? file.close() }
        do {
            return Array(try file.read(upToCount: Header.size) ?? Data())
        } catch {
            throw .opening(path: path, .unreadable(reason: "The file cannot be read."))
        }
    }

    private func number(in header: [UInt8], at offset: Int) -> Int {
        header[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
}
