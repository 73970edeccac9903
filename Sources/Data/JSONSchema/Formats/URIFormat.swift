import JSONText

/// The grammar of URI and IRI references (RFC 3986 appendix A, RFC 3987 section 2.2).
struct URIFormat {
    let isInternational: Bool

    func accepts(_ bytes: [UInt8], isAbsolute: Bool = false) -> Bool {
        guard isInternational || bytes.allSatisfy({ $0 < 0x80 }) else { return false }
        let parts = URIReference(String(decoding: bytes, as: UTF8.self))
        if isAbsolute, parts.scheme == nil { return false }
        if let authority = parts.authority, !isAuthority(authority.utf8) { return false }
        guard isMade(of: ":@/", parts.path.utf8), isRelativePath(parts),
            isMade(of: ":@/?", (parts.query ?? "").utf8),
            isMade(of: ":@/?", (parts.fragment ?? "").utf8)
        else { return false }
        return true
    }

    /// Without a scheme, the first segment has no colon: it would be read as one.
    private func isRelativePath(_ parts: URIReference) -> Bool {
        guard parts.scheme == nil, parts.authority == nil else { return true }
        return !parts.path.utf8.prefix { $0 != UInt8(ascii: "/") }.contains(UInt8(ascii: ":"))
    }

    private func isAuthority(_ authority: Substring.UTF8View) -> Bool {
        var host = authority
        if let mark = host.firstIndex(of: UInt8(ascii: "@")) {
            guard isMade(of: ":", host[..<mark]) else { return false }
            host = host[host.index(after: mark)...]
        }
        if host.first == UInt8(ascii: "[") {
            guard let end = host.firstIndex(of: UInt8(ascii: "]")) else { return false }
            let literal = Array(host[host.index(after: host.startIndex)..<end])
            let isLiteral = HostFormat.isIPLiteral(literal[...])
            let rest = host[host.index(after: end)...]
            return isLiteral && (rest.isEmpty || isPort(rest))
        }
        guard let colon = host.firstIndex(of: UInt8(ascii: ":")) else {
            return isMade(of: "", host)
        }
        return isMade(of: "", host[..<colon]) && isPort(host[colon...])
    }

    private func isPort(_ text: Substring.UTF8View) -> Bool {
        text.first == UInt8(ascii: ":") && text.dropFirst().allSatisfy { $0 &- 0x30 < 10 }
    }

    /// Unreserved characters, sub-delimiters, percent-encoded octets and these besides.
    private func isMade(of others: StaticString, _ text: Substring.UTF8View) -> Bool {
        var rest = text[...]
        while let byte = rest.popFirst() {
            if HostFormat.isLetterOrDigit(byte) || byte >= 0x80 { continue }
            if byte == UInt8(ascii: "%") {
                guard let high = rest.popFirst(), URIReference.hexadecimal(high) != nil,
                    let low = rest.popFirst(), URIReference.hexadecimal(low) != nil
                else { return false }
                continue
            }
            let isOther = (0..<others.utf8CodeUnitCount).contains {
                unsafe others.utf8Start[$0] == byte
            }
            guard isOther || "-._~!$&'()*+,;=".utf8.contains(byte) else { return false }
        }
        return true
    }
}
