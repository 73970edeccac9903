import Foundation
import JSONText

/// Reading and writing what the command line names; `-` is standard input or output.
enum Files {
    /// The octets of a file. A file that is not there is wrong usage; one that is larger than
    /// anything that could be read is refused before it is read.
    static func read(_ path: String, maximumBytes: Int = Limits.jsonBytes) throws -> [UInt8] {
        if path == "-" { return try readStandardInput(maximumBytes) }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Stop(.usage, "there is no file \(path)")
        }
        guard !isFolder.boolValue else { throw Stop(.usage, "\(path) is a folder, not a file") }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw Stop(.usage, "\(path) cannot be read: see its permissions")
        }
        defer { try? handle.close() }
        return try bytes(of: handle, path, maximumBytes)
    }

    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && isFolder.boolValue
    }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    private static func readStandardInput(_ maximumBytes: Int) throws -> [UInt8] {
        try bytes(of: .standardInput, "standard input", maximumBytes)
    }

    private static func bytes(
        of handle: FileHandle, _ name: String, _ maximumBytes: Int
    ) throws -> [UInt8] {
        var data = Data()
        while let part = try handle.read(upToCount: 1 << 20), !part.isEmpty {
            data.append(part)
            guard data.count <= maximumBytes else {
                throw Stop(
                    .no, "\(name) is larger than \(maximumBytes) octets, the most that is read")
            }
        }
        return [UInt8](data)
    }

    static func document(_ path: String) throws -> JSONDocument {
        try document(read(path), named: path)
    }

    static func document(_ bytes: [UInt8], named path: String) throws -> JSONDocument {
        do {
            return try JSONDocument(parsing: bytes)
        } catch {
            throw Stop(.no, "\(path == "-" ? "standard input" : path): \(error)")
        }
    }

    /// Writes a file beside its place and moves it there, so that nobody sees half of it, not even
    /// after a power cut. A secret one was never open to others.
    static func write(_ bytes: [UInt8], to path: String, secret: Bool = false) throws {
        guard path != "-" else {
            Console.answer(bytes)
            return
        }
        let target = URL(fileURLWithPath: path)
        let folder = target.deletingLastPathComponent()
        let draft = folder.appendingPathComponent(".\(target.lastPathComponent).\(getpid())").path
        unlink(draft)
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, secret ? 0o600 : 0o644)
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        do {
            guard file >= 0 else { throw CocoaError(.fileWriteUnknown) }
            try handle.write(contentsOf: Data(bytes))
            try handle.synchronize()
            guard rename(draft, target.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            unlink(draft)
            throw Stop(.usage, "\(path) cannot be written: see the folder and its permissions")
        }
        let place = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard place >= 0 else { return }
        fsync(place)
        close(place)
    }
}

/// Held by one process at a time; the others wait. It is free again however the process ends.
final class FileLock {
    private let file: Int32

    init(_ path: String) throws {
        file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw Stop(.usage, "\(path) cannot be written: see the folder and its permissions")
        }
        while flock(file, LOCK_EX) != 0 {
            guard errno == EINTR else { throw Stop(.cannotTell, "\(path) cannot be locked") }
        }
    }

    deinit { close(file) }
}
