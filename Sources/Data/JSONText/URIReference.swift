/// The parts of a URI reference (RFC 3986 appendix B) and its resolution (section 5.2).
package struct URIReference: Sendable {
    package var scheme: Substring?
    package var authority: Substring?
    package var path: Substring
    package var query: Substring?
    package var fragment: Substring?

    package init(_ text: some StringProtocol) {
        var rest = Substring(text)
        if let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#")) {
            fragment = rest[rest.utf8.index(after: hash)...]
            rest = rest[..<hash]
        }
        if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
            query = rest[rest.utf8.index(after: mark)...]
            rest = rest[..<mark]
        }
        if let colon = Self.endOfScheme(rest) {
            scheme = rest[..<colon]
            rest = rest[rest.utf8.index(after: colon)...]
        }
        if rest.utf8.starts(with: "//".utf8) {
            rest = rest[rest.utf8.index(rest.startIndex, offsetBy: 2)...]
            let slash = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            authority = rest[..<slash]
            rest = rest[slash...]
        }
        path = rest
    }

    private static func endOfScheme(_ text: Substring) -> Substring.Index? {
        for (position, index) in text.utf8.indices.enumerated() {
            let byte = text.utf8[index]
            if byte == UInt8(ascii: ":") { return position > 0 ? index : nil }
            let isLetter = (byte | 0x20) &- 0x61 < 26
            let isOther = byte &- 0x30 < 10 || "+-.".utf8.contains(byte)
            guard isLetter || (position > 0 && isOther) else { return nil }
        }
        return nil
    }

    package var text: String {
        fragment.map { withoutFragment + "#" + $0 } ?? withoutFragment
    }

    package var withoutFragment: String {
        var out = ""
        if let scheme { out += scheme + ":" }
        if let authority { out += "//" + authority }
        out += path
        if let query { out += "?" + query }
        return out
    }

    /// Nothing is normalised but dot segments.
    package func resolved(against base: URIReference) -> URIReference {
        var target = self
        if scheme == nil {
            target.scheme = base.scheme
            if authority == nil {
                target.authority = base.authority
                if path.isEmpty {
                    target.path = base.path
                    target.query = query ?? base.query
                    return target
                }
                if path.utf8.first != UInt8(ascii: "/") { target.path = base.merged(path) }
            }
        }
        target.path = Self.withoutDotSegments(target.path)
        return target
    }

    private func merged(_ reference: Substring) -> Substring {
        if authority != nil, path.isEmpty { return "/" + reference }
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return reference }
        return path[...slash] + reference
    }

    private static func withoutDotSegments(_ path: Substring) -> Substring {
        guard path.utf8.contains(UInt8(ascii: ".")) else { return path }
        let slash = UInt8(ascii: "/")
        let isRooted = path.utf8.first == slash
        var kept: [Substring] = []
        var endsOpen = false
        let segments = path.utf8.split(separator: slash, omittingEmptySubsequences: false)
        for segment in segments.dropFirst(isRooted ? 1 : 0).map({ Substring($0) }) {
            endsOpen = true
            if segment.utf8.elementsEqual("..".utf8) {
                _ = kept.popLast()
            } else if !segment.utf8.elementsEqual(".".utf8) {
                kept.append(segment)
                endsOpen = false
            }
        }
        if endsOpen { kept.append("") }
        return (isRooted ? "/" : "") + kept.joined(separator: "/")
    }
}
