import Foundation
import RecordDocuments
import Testing

/// A document as other programs read it: poppler's tools and qpdf.
final class ReadPDF {
    let folder: URL
    let file: URL

    /// Whether these tools can be asked. Under continuous integration they must: there it is always
    /// true, so that an absent tool shows as failures and never as silence.
    static let isPossible =
        ["pdfinfo", "pdftotext", "pdfdetach", "qpdf"].allSatisfy { path(of: $0) != nil }
        || ProcessInfo.processInfo.environment["CI"] == "true"

    init(_ document: DrawnDocument) throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("clr-pdf-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        file = folder.appendingPathComponent("document.pdf")
        try Data(document.bytes).write(to: file)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Text in the order of the document, its lines joined.
    func text() throws -> String {
        try Self.run("pdftotext", [file.path, "-"]).output
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    func pages() throws -> [String] {
        try Self.run("pdftotext", ["-layout", file.path, "-"]).output
            .split(separator: "\u{0C}").map(String.init)
    }

    func information(_ options: String...) throws -> String {
        try Self.run("pdfinfo", options + [file.path]).output
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    func attachment() throws -> [UInt8] {
        let saved = folder.appendingPathComponent("saved")
        _ = try Self.run("pdfdetach", ["-save", "1", "-o", saved.path, file.path])
        return [UInt8](try Data(contentsOf: saved))
    }

    func attachments() throws -> String { try Self.run("pdfdetach", ["-list", file.path]).output }

    /// What qpdf finds wrong with the file, and the status with which it ends.
    func check() throws -> (output: String, status: Int32) {
        try Self.run("qpdf", ["--check", file.path])
    }

    /// The file as qpdf writes it for people.
    func plain() throws -> String {
        try Self.run("qpdf", ["--qdf", "--object-streams=disable", file.path, "-"]).output
    }

    private static func path(of tool: String) -> String? {
        ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].map { "\($0)/\(tool)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    private static func run(
        _ tool: String, _ arguments: [String]
    ) throws -> (output: String, status: Int32) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(path(of: tool)))
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: data, as: UTF8.self), process.terminationStatus)
    }
}
