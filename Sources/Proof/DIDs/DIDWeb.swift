import JSONText

/// The method `did:web`: a DID is a place on the web, and its document is served there (KEY-04).
package enum DIDWeb {
    /// The URL of the DID document; nil where the DID does not name one.
    ///
    /// A colon is a slash of the path; the port's colon is escaped as `%3A`, and so may be letters
    /// of the host beyond ASCII, whose place is the name that is registered for them. Other escapes
    /// in the host, and escapes and dots that would lead out of the path, are refused.
    package static func documentURL(of did: DID) -> Text? {
        guard did.method == "web" else { return nil }
        let parts = did.specific.string.utf8.split(
            separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard let first = parts.first, let authority = authority(first) else { return nil }
        var url = "https://" + authority
        for segment in parts.dropFirst() {
            guard isSegment(segment) else { return nil }
            url += "/" + String(Substring(segment))
        }
        return Text(url + (parts.count == 1 ? "/.well-known/did.json" : "/did.json"))
    }

    /// The DID of an authority (`host` or `host:port`) and the segments of a path.
    package static func did(authority: String, path: [String] = []) -> DID? {
        let pieces = authority.utf8.split(
            separator: UInt8(ascii: ":"), omittingEmptySubsequences: false
        ).map { String(Substring($0)) }
        let text = (["did", "web", pieces.joined(separator: "%3A")] + path)
            .joined(separator: ":")
        guard let did = DID(Text(text)), documentURL(of: did) != nil else { return nil }
        return did
    }

    /// The DID whose document stands at this https URL, or below it: `https://host/path` and
    /// `https://host/path/did.json` both give `did:web:host:path`.
    package static func did(url: Text) -> DID? {
        let start = "https://"
        guard url.string.utf8.starts(with: start.utf8) else { return nil }
        var parts = url.string.utf8.dropFirst(start.utf8.count)
            .split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        if parts.last?.isEmpty == true { parts.removeLast() }
        if let last = parts.last, parts.count > 1, last.isSame(as: "did.json") {
            parts.removeLast()
            if parts.count == 2, parts[1].isSame(as: ".well-known") { parts.removeLast() }
        }
        guard let authority = parts.first, !authority.utf8.contains(UInt8(ascii: "%")),
            !url.string.utf8.contains(UInt8(ascii: "?")),
            !url.string.utf8.contains(UInt8(ascii: "#"))
        else { return nil }
        return did(authority: authority, path: Array(parts.dropFirst()))
    }

    private static func authority(_ part: Substring.UTF8View) -> String? {
        let written = host(part)
        guard !written.isEmpty, written.first != UInt8(ascii: "."),
            written.last != UInt8(ascii: ".")
        else { return nil }
        var host = String(Substring(written))
        if written.contains(UInt8(ascii: "%")) {
            guard let name = HostName(host) else { return nil }
            host = name.ascii.string
        }
        let rest = String(Substring(part.dropFirst(written.count)))
        guard !rest.isEmpty else { return host }
        let digits = rest.utf8.dropFirst(3)
        guard rest.utf8.prefix(2).elementsEqual("%3".utf8),
            rest.utf8.dropFirst(2).first.map({ $0 | 0x20 == UInt8(ascii: "a") }) ?? false,
            !digits.isEmpty, digits.count <= 5,
            digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), digits.first != 0x30,
            let port = Int(String(Substring(digits))), port <= 65_535
        else { return nil }
        return "\(host):\(port)"
    }

    /// What stands before the escaped colon of the port.
    static func host(_ part: Substring.UTF8View) -> Substring.UTF8View {
        var rest = part
        while let byte = rest.first {
            let next = rest.dropFirst().prefix(2)
            if byte == UInt8(ascii: "%"), next.first == UInt8(ascii: "3"),
                next.last.map({ $0 | 0x20 == UInt8(ascii: "a") }) ?? false
            {
                break
            }
            rest = rest.dropFirst()
        }
        return part[..<rest.startIndex]
    }

    private static func isSegment(_ segment: Substring.UTF8View) -> Bool {
        guard !segment.isEmpty, !segment.allSatisfy({ $0 == UInt8(ascii: ".") }) else {
            return false
        }
        var rest = segment
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else { continue }
            let escape = String(Substring(rest.prefix(2))).lowercased().utf8
            // . / \ % and control characters must not come back by decoding twice.
            for refused in ["2e", "2f", "5c", "25"] where escape.elementsEqual(refused.utf8) {
                return false
            }
            if let first = escape.first, first == 0x30 || first == 0x31 { return false }
        }
        return true
    }
}
