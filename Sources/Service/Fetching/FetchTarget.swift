import DIDs
import JSONText

/// A URL that may be asked for: what the connection goes to, and what is said on it.
struct FetchTarget: Hashable, Sendable {
    /// Without fragment.
    let url: Text
    let isSecure: Bool
    let host: Authority.Host
    let port: Int
    /// Path and query.
    let path: String
    /// Whether the host is one that was named (``NamedHost``).
    let isNamed: Bool

    init(_ text: Text, _ policy: FetchPolicy, _ limits: FetchLimits) throws(FetchError) {
        guard text.string.utf8.count <= limits.urlBytes else {
            throw .urlTooLong(limit: limits.urlBytes)
        }
        let text = RegisteredSpelling.of(text)
        guard text.string.utf8.allSatisfy(Self.isOfAURL) else { throw .notAURL }
        var reference = URIReference(text.string)
        reference.fragment = nil
        guard let scheme = reference.scheme.map({ $0.lowercased() }) else { throw .notAURL }
        guard scheme == "https" || scheme == "http" else { throw .scheme(scheme) }
        guard let authority = reference.authority, !authority.isEmpty else { throw .notAURL }
        guard !authority.utf8.contains(UInt8(ascii: "@")) else { throw .userInformation }
        guard let place = Authority(String(authority)) else {
            throw .ambiguousHost(String(authority))
        }
        isSecure = scheme == "https"
        port = place.port ?? (isSecure ? 443 : 80)
        host = place.host
        path =
            (reference.path.isEmpty ? "/" : String(reference.path))
            + (reference.query.map { "?" + $0 } ?? "")
        url = Text(reference.withoutFragment)
        let port = port
        isNamed = policy.namedHosts.contains { $0.fits(place, port: port) }
        guard !isNamed else { return }
        guard isSecure else { throw .notSecure }
        guard !place.isLocalName else { throw .localName(host.text) }
        guard policy.ports.contains(port) else { throw .port(port) }
    }

    var addresses: AddressPolicy { isNamed ? .namedHost : AddressPolicy() }

    /// The field `Host`: without the port that the scheme has anyway.
    var hostField: String { port == (isSecure ? 443 : 80) ? host.text : "\(host.text):\(port)" }

    /// Printable ASCII without what RFC 3986 leaves out. A path must be rooted, so that nothing of
    /// it can become part of the host.
    private static func isOfAURL(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && !"\"<>\\^`{|}".utf8.contains(byte)
    }
}
