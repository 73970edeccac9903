import Foundation

extension Files {
    /// Writes a file: one that is there as a whole or not at all, not even after a power cut. It
    /// keeps its mode, and a link still leads to it. A device or a pipe is written as it is.
    /// - Parameters:
    ///   - secret: whether only its owner may read it; it was never open to others.
    ///   - replaces: whether a file that is there gives way.
    static func write(
        _ bytes: [UInt8], to path: String, secret: Bool = false, replaces: Bool = true
    ) throws {
        guard path != "-" else { return Console.answer(bytes) }
        switch try Destination(path) {
        case .open(let number):
            try finish(Descriptor.write(bytes, to: number), path)
        case .special:
            let file = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
            guard file >= 0 else { throw unwritable(path, errno) }
            defer { close(file) }
            try finish(Descriptor.write(bytes, to: file), path)
        case .file(let target, let former):
            guard replaces || former == nil else { throw isThere(path) }
            try write(bytes, beside: target, former, secret: secret, replaces, path)
        }
    }

    /// Refuses a file that is there, before the work for it is done.
    static func refuse(existing path: String?) throws {
        guard let path, path != "-", case .file(_, .some) = try Destination(path) else { return }
        throw isThere(path)
    }

    private static func isThere(_ path: String) -> Stop {
        Stop(
            .usage,
            "\(path) is there already, and a key that is overwritten is gone: choose another file, "
                + "or say --replace")
    }

    private static func write(
        _ bytes: [UInt8], beside target: String, _ former: stat?, secret: Bool, _ replaces: Bool,
        _ path: String
    ) throws {
        let folder = URL(fileURLWithPath: target).deletingLastPathComponent().path
        let draft = "\(folder)/.clr-\(UUID().uuidString)"
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, secret ? 0o600 : 0o644)
        guard file >= 0 else { throw unwritable(path, errno) }
        defer { unlink(draft) }
        do {
            defer { close(file) }
            if let former {
                // Whoever may not give files away keeps them as their own.
                _ = fchown(file, former.st_uid, former.st_gid)
                if !secret { fchmod(file, former.st_mode & 0o7777) }
            }
            try finish(Descriptor.write(bytes, to: file), path)
            try finish(fsync(file) == 0 ? 0 : errno, path)
        }
        if replaces || link(draft, target) != 0 {
            guard replaces || errno != EEXIST else { throw isThere(path) }
            try finish(rename(draft, target) == 0 ? 0 : errno, path)
        }
        let place = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard place >= 0 else { return }
        fsync(place)
        close(place)
    }

    /// A pipe that nobody reads any more is no fault.
    private static func finish(_ code: Int32, _ path: String) throws {
        guard code != 0, code != EPIPE else { return }
        guard code != EBADF else { throw unwritable(path, code) }
        throw Stop(.fault, "\(path) could not be written: \(Descriptor.words(code))")
    }

    private static func unwritable(_ path: String, _ code: Int32) -> Stop {
        switch code {
        case EACCES, EPERM, EROFS, ENOENT, ENOTDIR:
            Stop(
                .usage,
                "\(path) cannot be written: see the folder and its permissions "
                    + "(\(Descriptor.words(code)))")
        default: Stop(.usage, "\(path) cannot be written: \(Descriptor.words(code))")
        }
    }
}

/// What stands where something is to be written.
private enum Destination {
    /// A file that can be replaced as a whole, by its own path, or one that is not there yet.
    case file(String, former: stat?)
    /// A device, a pipe: what is written to is what it is.
    case special
    /// A file that this process has open, by its number.
    case open(Int32)

    init(_ path: String) throws {
        guard !path.isEmpty else { throw Stop(.usage, "the name of the file is empty") }
        if let number = Self.openFile(path) {
            self = .open(number)
            return
        }
        var found = stat()
        guard stat(path, &found) == 0 else {
            self = .file(try Self.target(path), former: nil)
            return
        }
        switch found.st_mode & S_IFMT {
        case S_IFREG: self = .file(try Self.target(path), former: found)
        case S_IFDIR: throw Stop(.usage, "\(path) is a folder, not a file")
        default: self = .special
        }
    }

    /// Names that the system gives to open files.
    private static func openFile(_ path: String) -> Int32? {
        switch path {
        case "/dev/stdout": return STDOUT_FILENO
        case "/dev/stderr": return STDERR_FILENO
        default:
            let folders = ["/dev/fd/", "/proc/self/fd/"]
            guard let folder = folders.first(where: { path.hasPrefix($0) }) else { return nil }
            return Int32(path.dropFirst(folder.utf8.count))
        }
    }

    /// Where links lead, also one to a file that is not there yet.
    private static func target(_ path: String) throws -> String {
        var place = path
        for _ in 0..<40 {
            guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: place)
            else { return place }
            let folder = URL(fileURLWithPath: place).deletingLastPathComponent().path
            place = next.hasPrefix("/") ? next : "\(folder)/\(next)"
        }
        throw Stop(.usage, "\(path) is a link that leads nowhere")
    }
}
