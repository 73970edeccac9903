import Credentials
import JSONText

extension StatusEntry {
    /// The place in the list: digits in a string, or a number as some issuers write it.
    var index: Int? {
        guard let value = json["statusListIndex"] else { return nil }
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
        let hex = "0x" + String(value, radix: 16)
        let messages = json["statusMessage"]?.oneOrMore ?? []
        return messages.first { $0["status"]?.string?.isSame(as: hex) == true }?["message"]?.string
    }
}
