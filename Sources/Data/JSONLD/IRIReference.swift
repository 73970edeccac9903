/// Resolution and inspection of IRI references (RFC 3986 section 5, without normalisation).
enum IRIReference {
    struct Parts {
        var scheme: Substring?
        var authority: Substring?
        var path: Substring
        var query: Substring?
        var fragment: Substring?

        init(_ text: String) {
            var rest = Substring(text)
            if let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#")) {
                fragment = rest[rest.utf8.index(after: hash)...]
                rest = rest[..<hash]
            }
            if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
                query = rest[rest.utf8.index(after: mark)...]
                rest = rest[..<mark]
            }
            if let length = IRIReference.schemeLength(rest.utf8) {
                let colon = rest.utf8.index(rest.startIndex, offsetBy: length)
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

        var text: String {
            var out = ""
            if let scheme { out += scheme + ":" }
            if let authority { out += "//" + authority }
            out += path
            if let query { out += "?" + query }
            if let fragment { out += "#" + fragment }
            return out
        }
    }

    /// Octets of the scheme in front of its colon, or nil where there is none.
    static func schemeLength(_ bytes: some Collection<UInt8>) -> Int? {
        var length = 0
        for byte in bytes {
            if byte == UInt8(ascii: ":") { return length > 0 ? length : nil }
            let isLetter = (byte | 0x20) &- 0x61 < 26
            let isOther =
                byte &- 0x30 < 10 || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: ".")
            guard isLetter || (length > 0 && isOther) else { return nil }
            length += 1
        }
        return nil
    }

    static func isAbsolute(_ bytes: some Collection<UInt8>) -> Bool {
        schemeLength(bytes) != nil
    }

    /// Absolute, and without a character that no IRI may contain.
    static func isWellFormed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard isAbsolute(bytes) else { return false }
        var hasFragment = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "#"):
                if hasFragment { return false }
                hasFragment = true
            case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
                UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "\\"),
                UInt8(ascii: "^"), UInt8(ascii: "`"), 0x7F:
                return false
            default: continue
            }
        }
        return true
    }

    static func resolve(_ reference: String, against base: String) -> String {
        var target = Parts(reference)
        let base = Parts(base)
        if target.scheme != nil {
            target.path = removingDotSegments(target.path)
            return target.text
        }
        target.scheme = base.scheme
        if target.authority != nil {
            target.path = removingDotSegments(target.path)
            return target.text
        }
        target.authority = base.authority
        if target.path.isEmpty {
            target.path = base.path
            target.query = target.query ?? base.query
        } else if target.path.utf8.first == UInt8(ascii: "/") {
            target.path = removingDotSegments(target.path)
        } else {
            target.path = removingDotSegments(merged(target.path, onto: base))
        }
        return target.text
    }

    private static func merged(_ path: Substring, onto base: Parts) -> Substring {
        if base.authority != nil, base.path.isEmpty { return "/" + path }
        guard let slash = base.path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
        return base.path[...slash] + path
    }

    /// RFC 3986 section 5.2.4.
    private static func removingDotSegments(_ path: Substring) -> Substring {
        guard path.utf8.contains(UInt8(ascii: ".")) else { return path }
        let isRooted = path.utf8.first == UInt8(ascii: "/")
        let slash = UInt8(ascii: "/")
        var segments = path.utf8.split(separator: slash, omittingEmptySubsequences: false)
            .map { Substring($0) }
        if isRooted { segments.removeFirst() }
        var kept: [Substring] = []
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            if segment.utf8.elementsEqual("..".utf8) {
                _ = kept.popLast()
                if isLast { kept.append("") }
            } else if segment.utf8.elementsEqual(".".utf8) {
                if isLast { kept.append("") }
            } else {
                kept.append(segment)
            }
        }
        return (isRooted ? "/" : "") + kept.joined(separator: "/")
    }
}
