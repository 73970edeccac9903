import Foundation
import JSONText

/// Reading and writing what the command line names; `-` is standard input or output.
enum Files {
    /// The octets of a file. A file that is not there is wrong usage; one that is larger than
    /// anything that could be read is refused before it is read.
    static func read(
        _ path: String, maximumBytes: Int = Limits.jsonBytes, tooLarge: Stop.Status = .no
    ) throws -> [UInt8] {
        let bytes = try start(of: path, maximumBytes: maximumBytes)
        guard bytes.count <= maximumBytes else {
            throw Stop(
                tooLarge, at: path,
                "it is larger than \(maximumBytes) octets, the most that is read")
        }
        return bytes
    }

    /// The octets of a file; of one that is too large, some more than the most.
    static func start(of path: String, maximumBytes: Int) throws -> [UInt8] {
        if path == "-" { return try bytes(of: STDIN_FILENO, "-", maximumBytes) }
        guard !isFolder(path) else { throw Stop(.usage, "\(path) is a folder, not a file") }
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard file >= 0 else {
            switch errno {
            case ENOENT, ENOTDIR: throw Stop(.usage, "there is no file \(path)")
            case EACCES: throw Stop(.usage, "\(path) cannot be read: see its permissions")
            case let code:
                throw Stop(.usage, "\(path) cannot be read: \(Descriptor.words(code))")
            }
        }
        defer { close(file) }
        return try bytes(of: file, path, maximumBytes)
    }

    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && isFolder.boolValue
    }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    private static func bytes(
        of file: Int32, _ path: String, _ maximumBytes: Int
    ) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 18)
        while bytes.count <= maximumBytes {
            let (count, code) = Descriptor.read(file, into: &part)
            guard code == 0 else {
                let why = code == EBADF ? "it is closed" : Descriptor.words(code)
                throw Stop(.usage, "\(name(path)) cannot be read: \(why)")
            }
            guard count > 0 else { break }
            bytes += part[..<count]
        }
        return bytes
    }

    /// What a file is called to people.
    static func name(_ path: String) -> String { path == "-" ? "standard input" : path }

    /// - Parameter fault: what it is where the file is not JSON: wrong usage for what is no input,
    ///   but says how to work.
    static func document(_ path: String, fault: Stop.Status = .no) throws -> JSONDocument {
        try document(read(path, tooLarge: fault), named: path, fault: fault)
    }

    static func document(
        _ bytes: [UInt8], named path: String, fault: Stop.Status = .no
    ) throws -> JSONDocument {
        do {
            return try JSONDocument(parsing: bytes)
        } catch {
            throw Stop(fault, at: path, "\(error)")
        }
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
