import DIDs
import JSONText

/// The host that an issuer's identifier leads to, as rules compare it.
struct IssuerHost: Hashable {
    /// In small letters, without a port.
    let name: String
    let port: String?

    /// Nil for identifiers that lead to no host. Hosts in anything but plain ASCII letters, and
    /// whatever could pass for another host, are no hosts: see ``isUnclear(_:)``.
    init?(of issuer: Text) {
        guard let url = try? KeyResolver.url(of: issuer),
            url.string.utf8.starts(with: "https://".utf8)
        else { return nil }
        let authority = url.string.utf8.dropFirst(8).prefix { !"/?#".utf8.contains($0) }
        self.init(authority: String(Substring(authority)))
    }

    /// Reads `host` or `host:port`.
    init?(authority: String) {
        let parts = authority.utf8.split(
            separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false)
        guard let first = parts.first, parts.count < 3 else { return nil }
        var letters = first.map { byte -> UInt8 in
            byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
        }
        if letters.last == UInt8(ascii: ".") { letters.removeLast() }
        let labels = letters.split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard letters.count <= 253, labels.allSatisfy(Self.isLabel) else { return nil }
        name = String(decoding: letters, as: UTF8.self)
        guard parts.count == 2 else { port = nil; return }
        guard (1...5).contains(parts[1].count), parts[1].allSatisfy({ $0 &- 0x30 < 10 }) else {
            return nil
        }
        port = String(Substring(parts[1]))
    }

    private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
        !label.isEmpty && label.count <= 63 && label.first != UInt8(ascii: "-")
            && label.last != UInt8(ascii: "-")
            && label.allSatisfy { byte in
                byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-")
            }
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
