import JSONText
import KeyMaterial

/// Reading the key files that the command line names.
enum KeyFiles {
    static func read(_ path: String) throws -> KeyFile {
        do {
            return try KeyFile(
                reading: Files.read(path, maximumBytes: Limits.keyFileBytes, tooLarge: .usage))
        } catch let error as KeyError {
            throw Stop(.usage, at: path, "\(error)")
        }
    }

    static func secret(_ path: String) throws -> PrivateKey {
        guard case .secret(let key) = try read(path) else {
            throw Stop(.usage, at: path, "\(KeyError.noPrivatePart)")
        }
        return key
    }
}
