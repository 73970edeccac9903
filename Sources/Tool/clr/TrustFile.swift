import Foundation
import JSONText
import Trust

/// `--trust`: the reader's policy (docs/trust.md). What it names as files stands beside it.
enum TrustFile {
    static func policy(_ path: String?) throws -> TrustPolicy? {
        guard let path else { return nil }
        let bytes = try Files.read(path)
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        do {
            return try TrustPolicy(reading: bytes) { name in
                let file = URL(fileURLWithPath: name, relativeTo: folder).path
                return try? Files.read(file)
            }
        } catch {
            throw Stop(.usage, "\(path): \(error)")
        }
    }
}
