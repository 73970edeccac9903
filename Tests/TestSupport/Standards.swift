import Foundation

/// The official files that suites and samples are read from: `CLR_STANDARDS`, or the folder
/// `shared/standards` beside the project.
package enum Standards {
    package static let folder: URL? = {
        let environment = ProcessInfo.processInfo.environment
        if let path = environment["CLR_STANDARDS"] { return URL(fileURLWithPath: path) }
        let beside = packageRoot.deletingLastPathComponent()
            .appendingPathComponent("shared/standards")
        return FileManager.default.fileExists(atPath: beside.path) ? beside : nil
    }()

    /// Whether suites can run. Under continuous integration they must: there it is always true,
    /// so that an absent folder shows as failures and never as silence.
    package static var present: Bool {
        folder != nil || ProcessInfo.processInfo.environment["CI"] == "true"
    }

    package static var packageRoot: URL {
        URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }

    package static func url(_ path: String) throws -> URL {
        guard let folder else { throw CocoaError(.fileNoSuchFile) }
        return folder.appendingPathComponent(path)
    }

    package static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: url(path)))
    }

    /// The files of a folder with this ending, by name.
    package static func files(_ path: String, ending: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url(path).path)
            .filter { $0.hasSuffix(ending) }.sorted()
    }
}
