import Foundation
import JSONText
import Testing

/// The program as a user starts it.
struct RunningProgram {
    let status: Int32
    let output: [UInt8]
    let messages: String

    var text: String { String(decoding: output, as: UTF8.self) }

    func json() throws -> JSONValue { try JSONDocument(parsing: output).root }

    /// The program that was built beside these tests.
    static let path = URL(fileURLWithPath: CommandLine.arguments[0])
        .deletingLastPathComponent().appendingPathComponent("clr")

    static func run(_ arguments: String..., input: [UInt8] = []) throws -> RunningProgram {
        try run(arguments, input: input)
    }

    /// A script in which `clr` is the program, run in a folder.
    static func shell(_ script: String, in folder: TemporaryFolder) throws -> RunningProgram {
        let start = "cd '\(folder.url.path)' || exit 99\nclr() { '\(path.path)' \"$@\"; }\n"
        return try run(["-c", start + script], by: URL(fileURLWithPath: "/bin/sh"))
    }

    static func run(
        _ arguments: [String], input: [UInt8] = [], by program: URL = path
    ) throws -> RunningProgram {
        let folder = try TemporaryFolder()
        let files = try ["in", "out", "err"].map { try folder.file($0, input) }
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        for handle in [process.standardOutput, process.standardError] {
            try (handle as? FileHandle)?.truncate(atOffset: 0)
        }
        try process.run()
        process.waitUntilExit()
        return RunningProgram(
            status: process.terminationStatus, output: [UInt8](try Data(contentsOf: files[1])),
            messages: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
    }
}

/// A folder that is gone when the test is over.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory
            .appendingPathComponent("clr-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    func file(_ name: String, _ bytes: [UInt8] = []) throws -> URL {
        let file = url.appendingPathComponent(name)
        try Data(bytes).write(to: file)
        return file
    }

    func file(_ name: String, _ text: String) throws -> String {
        try file(name, Array(text.utf8)).path
    }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }
}
