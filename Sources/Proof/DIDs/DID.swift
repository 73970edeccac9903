import JSONText

/// A decentralized identifier (DID Core 1.0 section 3.1), without path, query and fragment.
package struct DID: Hashable, Sendable {
    package let text: Text
    /// `key`, `web`, …
    package let method: Text
    /// What follows the method.
    package let specific: Text

    package init?(_ text: Text) {
        let parts = text.string.utf8.split(
            separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].elementsEqual("did".utf8), !parts[1].isEmpty,
            parts[1].allSatisfy(Self.isMethodCharacter), Self.isSpecific(parts[2])
        else { return nil }
        self.text = text
        method = Text(String(Substring(parts[1])))
        specific = Text(String(Substring(parts[2])))
    }

    private static func isMethodCharacter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }

    /// `idchar` and colons, not ending in a colon; percent signs begin an escape.
    private static func isSpecific(_ text: Substring.UTF8View) -> Bool {
        guard !text.isEmpty, text.last != UInt8(ascii: ":") else { return false }
        var rest = text
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard let high = rest.popFirst(), let low = rest.popFirst(),
                    Percent.isHex(high), Percent.isHex(low)
                else { return false }
            } else if !isIDCharacter(byte) && byte != UInt8(ascii: ":") {
                return false
            }
        }
        return true
    }

    static func isIDCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
    }
}

enum Percent {
    static func isHex(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }
}
