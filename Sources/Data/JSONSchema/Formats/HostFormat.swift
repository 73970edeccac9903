import JSONText

/// Names and addresses of hosts.
enum HostFormat {
    typealias Bytes = ArraySlice<UInt8>

    static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }

    /// RFC 1123 section 2.1. What an `xn--` label says is not looked into.
    static func isName(_ name: Bytes, isInternational: Bool = false) -> Bool {
        guard !name.isEmpty, name.count <= 253 else { return false }
        return name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .allSatisfy { label in
                guard let first = label.first, let last = label.last, label.count <= 63,
                    first != UInt8(ascii: "-"), last != UInt8(ascii: "-")
                else { return false }
                return label.allSatisfy {
                    isLetterOrDigit($0) || $0 == UInt8(ascii: "-")
                        || (isInternational && $0 >= 0x80)
                }
            }
    }

    /// Four decimal numbers without zeros in front (RFC 3986 section 3.2.2).
    static func isIPv4(_ text: Bytes) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy(isOctet)
    }

    private static func isOctet(_ part: Bytes) -> Bool {
        guard (1...3).contains(part.count), part.allSatisfy({ $0 &- 0x30 < 10 }),
            part.count == 1 || part.first != 0x30
        else { return false }
        return part.reduce(0) { $0 * 10 + Int($1 - 0x30) } <= 255
    }

    /// RFC 4291 section 2.2, without a zone.
    static func isIPv6(_ text: Bytes) -> Bool {
        let colon = UInt8(ascii: ":")
        guard text.contains(colon) else { return false }
        var pieces = text.split(separator: colon, omittingEmptySubsequences: false)[...]
        // "::" at the beginning or the end leaves two empty pieces there, one of which is none.
        if let first = pieces.first, first.isEmpty {
            pieces.removeFirst()
            guard let second = pieces.first, second.isEmpty else { return false }
        }
        if let last = pieces.last, last.isEmpty {
            pieces.removeLast()
            guard let before = pieces.last, before.isEmpty else { return false }
        }
        var count = 0
        var gaps = 0
        for (index, piece) in pieces.enumerated() {
            if piece.isEmpty {
                gaps += 1
            } else if piece.contains(UInt8(ascii: ".")) {
                guard index == pieces.count - 1, isIPv4(piece) else { return false }
                count += 2
            } else {
                guard piece.count <= 4,
                    piece.allSatisfy({ URIReference.hexadecimal($0) != nil })
                else { return false }
                count += 1
            }
        }
        return gaps == 0 ? count == 8 : gaps == 1 && count <= 7
    }

    /// `[…]` of a URI: IPv6 or a future form (RFC 3986 section 3.2.2).
    static func isIPLiteral(_ text: Bytes) -> Bool {
        guard text.first == UInt8(ascii: "v") || text.first == UInt8(ascii: "V") else {
            return isIPv6(text)
        }
        let parts = text.dropFirst().split(
            separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return false }
        return parts[0].allSatisfy { URIReference.hexadecimal($0) != nil }
            && parts[1].allSatisfy {
                isLetterOrDigit($0) || "-._~!$&'()*+,;=:".utf8.contains($0)
            }
    }
}

/// Addresses of mail (RFC 5321 section 4.1.2, RFC 6531).
enum MailFormat {
    static func accepts(
        _ text: [UInt8], isInternational: Bool
    ) -> Bool {
        guard let mark = text.lastIndex(of: UInt8(ascii: "@")) else { return false }
        let domain = text[(mark + 1)...]
        let name = text[..<mark]
        let isName =
            name.first == UInt8(ascii: "\"")
            ? isQuoted(name, isInternational) : isDotted(name, isInternational)
        return isName && isDomain(domain, isInternational)
    }

    private static func isDotted(_ name: HostFormat.Bytes, _ isInternational: Bool) -> Bool {
        name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
            !$0.isEmpty
                && $0.allSatisfy { byte in
                    HostFormat.isLetterOrDigit(byte)
                        || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
                        || (isInternational && byte >= 0x80)
                }
        }
    }

    private static func isQuoted(_ name: HostFormat.Bytes, _ isInternational: Bool) -> Bool {
        guard name.count >= 2, name.last == UInt8(ascii: "\"") else { return false }
        var rest = name.dropFirst().dropLast()
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\\"):
                guard let next = rest.popFirst(), (0x20...0x7E).contains(next) else {
                    return false
                }
            case UInt8(ascii: "\""), 0..<0x20, 0x7F: return false
            case 0x80...: if !isInternational { return false }
            default: continue
            }
        }
        return true
    }

    private static func isDomain(_ domain: HostFormat.Bytes, _ isInternational: Bool) -> Bool {
        guard domain.first == UInt8(ascii: "[") else {
            return HostFormat.isName(domain, isInternational: isInternational)
        }
        guard domain.last == UInt8(ascii: "]") else { return false }
        let address = domain.dropFirst().dropLast()
        let prefix = "IPv6:".utf8
        return address.starts(with: prefix)
            ? HostFormat.isIPv6(address.dropFirst(prefix.count)) : HostFormat.isIPv4(address)
    }
}
