import Synchronization

/// Where the server is reached. With port 0 it is known only once the server listens.
final class PublicAddress: Sendable {
    private let fixed: String?
    private let listening = Mutex<String>("")

    /// - Parameter url: the public URL, with or without a slash at its end.
    init(_ url: String?) {
        fixed = url.map(Self.withoutSlash)
    }

    var url: String { fixed ?? listening.withLock(\.self) }

    func listens(host: String, port: Int) {
        let isIPv6 = host.utf8.contains(UInt8(ascii: ":"))
        listening.withLock { $0 = "http://\(isIPv6 ? "[\(host)]" : host):\(port)" }
    }

    private static func withoutSlash(_ url: String) -> String {
        var url = Substring(url)
        while url.utf8.last == UInt8(ascii: "/") { url.removeLast() }
        return String(url)
    }
}
