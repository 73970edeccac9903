import JSONText

/// Identifiers with their host as it is registered: `did:web:exämple.edu` and
/// `https://ex%C3%A4mple.edu/1` with `xn--exmple-cua.edu`. Two spellings of one host are then one.
package enum RegisteredSpelling {
    /// The identifier itself where its host is in ASCII already, or is none.
    package static func of(_ identifier: Text) -> Text {
        let bytes = identifier.string.utf8
        // Nearly all have nothing to be spelled otherwise.
        guard bytes.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "%") }) else {
            return identifier
        }
        for start in ["https://", "http://"] where bytes.starts(with: start.utf8) {
            let rest = bytes.dropFirst(start.utf8.count)
            let host = rest.prefix { !":/?#".utf8.contains($0) }
            return spelled(start, host, rest.dropFirst(host.count)) ?? identifier
        }
        let start = "did:web:"
        guard bytes.starts(with: start.utf8) else { return identifier }
        let rest = bytes.dropFirst(start.utf8.count)
        let host = DIDWeb.host(rest.prefix { !":/?#".utf8.contains($0) })
        return spelled(start, host, rest.dropFirst(host.count)) ?? identifier
    }

    private static func spelled(
        _ start: String, _ host: Substring.UTF8View, _ rest: Substring.UTF8View
    ) -> Text? {
        guard host.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "%") }),
            let name = HostName(String(Substring(host)))
        else { return nil }
        return Text(start + name.ascii.string + String(Substring(rest)))
    }
}
