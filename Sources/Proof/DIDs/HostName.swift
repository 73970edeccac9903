import JSONText

/// The name of a host, in the one spelling in which it is registered: small letters of ASCII, and
/// `xn--…` where people write others (IDNA 2008, RFC 5890 to 5893).
package struct HostName: Hashable, Sendable {
    package let ascii: Text
    /// Each label as people write it.
    package let labels: [String]

    /// Reads a name in either spelling, also with the escapes that a URL or a DID puts for letters
    /// beyond ASCII. Nil where it is none: also where it has what no registry may register, and
    /// where an escape stands for a letter of ASCII, which only hides it.
    package init?(_ text: String) {
        guard text.utf8.count <= Limits.hostNameBytes, let plain = Self.unescaped(text) else {
            return nil
        }
        let isASCII = plain.utf8.allSatisfy { $0 < 0x80 }
        var rest = Substring(isASCII ? plain.lowercased() : Self.mapped(plain)).unicodeScalars
        if rest.last == "." { rest.removeLast() }
        var names: [String] = []
        var labels: [String] = []
        for part in rest.split(separator: ".", omittingEmptySubsequences: false) {
            guard let label = HostLabel(part) else { return nil }
            names.append(label.ascii)
            labels.append(label.unicode)
        }
        let name = names.joined(separator: ".")
        guard name.utf8.count <= 253, HostLabel.agree(labels) else { return nil }
        ascii = Text(name)
        self.labels = labels
    }

    package var unicode: String { labels.joined(separator: ".") }

    /// Small letters, composed. Other variants of a letter are refused and not guessed at.
    private static func mapped(_ text: String) -> String {
        var small = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            // In Cherokee the large letters are those that are registered.
            guard scalar.properties.changesWhenNFKCCaseFolded else {
                small.append(scalar); continue
            }
            small.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        }
        return String(small).composed
    }

    private static func unescaped(_ text: String) -> String? {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        var out: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                out.append(byte)
                continue
            }
            guard let high = rest.popFirst(), let low = rest.popFirst(), Percent.isHex(high),
                Percent.isHex(low),
                let octet = UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16),
                octet >= 0x80
            else { return nil }
            out.append(octet)
        }
        return String(validating: out, as: UTF8.self)
    }
}

extension Limits {
    /// Octets of the name of a host, as it is read.
    package static let hostNameBytes = 2_048
}
