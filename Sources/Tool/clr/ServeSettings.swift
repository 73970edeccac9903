import Foundation
import JSONText
import KeyMaterial
import Logging
import Multiformat

/// What the server is told: by flags, else by the environment, else by a file, else by default.
struct ServeSettings {
    let host: String
    let port: Int
    let publicURL: String
    let logLevel: Logger.Level
    let databasePath: String
    /// Whether documents of others are fetched.
    let isOnline: Bool
    /// The file of the trust policy.
    let trustPath: String?
    private let folder: URL

    private static let names = [
        "host", "port", "public-url", "data", "database", "log-level", "online", "trust",
    ]

    init(
        flags: [String: String?], configurationFile: String?, isDemonstration: Bool,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws {
        let file = try (configurationFile ?? environment["CLR_CONFIG"]).map { try Self.read($0) }
        func setting(_ name: String) -> String? {
            let variable = "CLR_" + name.uppercased().replacingOccurrences(of: "-", with: "_")
            return flags[name].flatMap { $0 } ?? environment[variable] ?? file?[name]
        }
        host = setting("host") ?? "127.0.0.1"
        port = try Self.port(setting("port"), host: host)
        publicURL = try Self.publicURL(setting("public-url"), host: host, port: port)
        logLevel = try Self.logLevel(setting("log-level"))
        isOnline = try Self.yesOrNo(setting("online"), "online")
        trustPath = setting("trust")
        folder = URL(
            fileURLWithPath: setting("data") ?? (isDemonstration ? ".data/demo" : ".data"))
        databasePath = try Self.databasePath(setting("database"), in: folder)
    }

    private static func read(_ path: String) throws -> [String: String] {
        let root = try Files.document(path).root
        guard root.isObject else { throw Stop(.usage, "\(path) is no JSON object") }
        var settings: [String: String] = [:]
        for member in root.members {
            guard let name = names.first(where: { member.hasName($0) }) else {
                let known = names.joined(separator: ", ")
                throw Stop(
                    .usage, "\(path): there is no setting \"\(member.name)\"; there are \(known)")
            }
            guard
                let value = member.value.string ?? member.value.numberText
                    ?? member.value.bool.map(String.init)
            else {
                throw Stop(
                    .usage, "\(path): \"\(name)\" must be a text, a number, true or false")
            }
            settings[name] = value
        }
        return settings
    }

    private static func port(_ text: String?, host: String) throws -> Int {
        guard let text else { return 8080 }
        guard let port = Int(text), (0...65_535).contains(port) else {
            throw Stop(.usage, "the port must be a number from 0 to 65535, not \"\(text)\"")
        }
        guard port == 0 else { return port }
        guard let free = FreePort.find() else { throw Stop(.cannotTell, "no port is free") }
        return free
    }

    /// https, or http where nobody else can reach it.
    private static func publicURL(_ text: String?, host: String, port: Int) throws -> String {
        guard let text else {
            return "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
        }
        let url = URLComponents(string: text)
        let isLoopback = ["127.0.0.1", "localhost", "[::1]", "::1"].contains(url?.host ?? "")
        guard url?.scheme == "https" || (url?.scheme == "http" && isLoopback), url?.host != nil
        else {
            throw Stop(
                .usage,
                "the public URL must begin with https:// (or http:// and a loopback "
                    + "address), not \"\(text)\"")
        }
        return text.hasSuffix("/") ? String(text.dropLast()) : text
    }

    private static func logLevel(_ text: String?) throws -> Logger.Level {
        guard let text else { return .notice }
        guard let level = Logger.Level(rawValue: text) else {
            let known = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
            throw Stop(.usage, "the log level must be one of \(known), not \"\(text)\"")
        }
        return level
    }

    private static func yesOrNo(_ text: String?, _ name: String) throws -> Bool {
        switch text {
        case nil, "false", "no", "0": return false
        case "true", "yes", "1": return true
        case let other?:
            throw Stop(.usage, "\(name) must be true or false, not \"\(other)\"")
        }
    }

    /// Where documents of others are kept.
    var fetchedPath: String { folder.appendingPathComponent("fetched").path }

    private static func databasePath(_ text: String?, in folder: URL) throws -> String {
        guard let text else { return folder.appendingPathComponent("clr.sqlite").path }
        guard text.hasPrefix("sqlite:") else {
            throw Stop(
                .usage, "this release keeps its data in SQLite: the database must be sqlite:PATH")
        }
        return String(text.dropFirst("sqlite:".count))
    }

    /// The key under which private keys are kept: `CLR_WRAPPING_KEY` (32 octets in base64url), or
    /// a file of the data folder that only its owner can read, made where there is none.
    func wrappingKey() throws -> WrappingKey {
        do {
            if let text = ProcessInfo.processInfo.environment["CLR_WRAPPING_KEY"] {
                return try WrappingKey(Base64URL.decode(text))
            }
            let path = folder.appendingPathComponent("wrapping.key").path
            if FileManager.default.fileExists(atPath: path) {
                return try WrappingKey(Files.read(path, maximumBytes: 64))
            }
            let key = WrappingKey.generate()
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true)
            try Files.write(key.octets, to: path, secret: true)
            return key
        } catch let error as KeyError {
            throw Stop(.usage, "the wrapping key is not usable: \(error)")
        } catch let error as MultiformatError {
            throw Stop(.usage, "CLR_WRAPPING_KEY is not base64url: \(error)")
        }
    }
}

/// A port that nobody listens on at the moment.
enum FreePort {
    static func find() -> Int? {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard socket >= 0 else { return nil }
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 ? getsockname(socket, $0, &length) : -1
            }
        }
        return result == 0 ? Int(UInt16(bigEndian: address.sin_port)) : nil
    }
}

enum Randomness {
    static func octets(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        var octets: [UInt8] = []
        octets.reserveCapacity(count + 7)
        // Each call asks the system: eight octets at a time.
        while octets.count < count {
            let word = generator.next()
            for place in 0..<8 { octets.append(UInt8(truncatingIfNeeded: word >> (place * 8))) }
        }
        return Array(octets.prefix(count))
    }
}
