import DIDs
import JSONText

/// The host that an issuer's identifier leads to, as rules compare it.
struct IssuerHost: Hashable {
    /// As it is registered (``HostName``), without a port.
    let name: String
    let port: String?

    /// Nil for identifiers that lead to no host. What nobody may register, and whatever could pass
    /// for another host, are no hosts: see ``isUnclear(_:)``.
    init?(of issuer: Text) {
        guard let url = try? KeyResolver.url(of: RegisteredSpelling.of(issuer)),
            url.string.utf8.starts(with: "https://".utf8)
        else { return nil }
        let authority = url.string.utf8.dropFirst(8).prefix { !"/?#".utf8.contains($0) }
        self.init(authority: String(Substring(authority)))
    }

    /// Reads `host` or `host:port`.
    init?(authority: String) {
        let parts = authority.utf8.split(
            separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false)
        guard let first = parts.first, parts.count < 3,
            let host = HostName(String(Substring(first)))
        else { return nil }
        name = host.ascii.string
        guard parts.count == 2 else { port = nil; return }
        // A port that nobody can be asked at is none.
        guard (1...5).contains(parts[1].count), parts[1].allSatisfy({ $0 &- 0x30 < 10 }),
            parts[1].first != UInt8(ascii: "0"), let number = Int(String(Substring(parts[1]))),
            number <= 65_535
        else { return nil }
        port = String(Substring(parts[1]))
    }

    /// Whether the identifier names a host that cannot be compared with others: for such an
    /// issuer no rule speaks, so that none can be dodged by another spelling.
    static func isUnclear(_ issuer: Text) -> Bool {
        let isWeb = ["https://", "http://", "did:web:"].contains {
            issuer.string.lowercased().utf8.starts(with: $0.utf8)
        }
        return isWeb && IssuerHost(of: issuer) == nil
    }
}
