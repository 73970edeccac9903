import Credentials
import JSONText

extension StatusEntry {
    /// The place in the list: digits in a string, or a number as some issuers write it.
    var index: Int? {
        json["statusListIndex"].flatMap(Self.index)
    }

    static func index(_ value: JSONValue) -> Int? {
        guard let text = value.string else { return value.integer.flatMap { $0 < 0 ? nil : $0 } }
        let isDigits = !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
        return isDigits ? Int(text) : nil
    }

    /// Bits of one entry; nil where it is no size that an entry can have.
    var entryBits: Int? {
        guard let value = json["statusSize"] else { return 1 }
        guard let size = value.integer ?? value.string.flatMap({ Int($0) }),
            (1...63).contains(size)
        else { return nil }
        return size
    }

    /// What an entry with this value means, by its issuer (`statusMessage`).
    func statusMessage(for value: UInt64) -> String? {
        let messages = json["statusMessage"]?.oneOrMore ?? []
        return messages.first { $0["status"]?.string.flatMap(Self.number) == value }?["message"]?
            .string
    }

    /// `0x1`, as the standard writes values.
    private static func number(_ text: String) -> UInt64? {
        let digits = text.utf8.dropFirst(2)
        guard text.utf8.prefix(2).elementsEqual("0x".utf8), let first = digits.first,
            first != UInt8(ascii: "+"), first != UInt8(ascii: "-")
        else { return nil }
        return UInt64(String(Substring(digits)), radix: 16)
    }

    /// Where to read more about the status.
    var reference: String? {
        (json["statusReference"]?.oneOrMore ?? []).lazy.compactMap { $0.string ?? $0["id"]?.string }
            .first
    }
}
