import JSONText

/// Text of a record in the language that the record gives for it.
package struct Phrase: Sendable, Equatable {
    package let text: String
    /// A well-formed language tag, or nil where the record says nothing.
    package let language: String?

    init(_ text: String, language: String? = nil) {
        self.text = text
        self.language = language.flatMap { Self.isLanguageTag($0) ? $0 : nil }
    }

    /// Of a language map the English text, or else the first.
    init?(chosenFrom map: JSONValue) {
        guard map.isObject, map.count > 0 else { return nil }
        let entries = map.members.compactMap { member in
            member.value.string.map { (member.name, $0) }
        }
        guard entries.count == map.count, entries.allSatisfy({ Self.isLanguageTag($0.0) }),
            let chosen = entries.first(where: { $0.0.isSame(as: "en") }) ?? entries.first
        else { return nil }
        self.init(chosen.1, language: chosen.0)
    }

    /// BCP 47 in shape: letters and digits in groups of one to eight, letters first.
    static func isLanguageTag(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard let first = parts.first, (2...8).contains(first.count), first.allSatisfy(isLetter)
        else { return false }
        return parts.dropFirst().allSatisfy { part in
            (1...8).contains(part.count) && part.allSatisfy { isLetter($0) || isDigit($0) }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

/// An address that a reader may follow: only the web, never a script or a local file.
package struct Link: Sendable, Equatable {
    package let address: String
    /// Where it leads, in words.
    package let host: String

    init?(_ text: String) {
        let scheme = ["https://", "http://"].first { text.utf8.starts(with: $0.utf8) }
        guard let scheme else { return nil }
        let end: [UInt8] = [0x2F, 0x3F, 0x23, 0x5C]
        let host = text.utf8.dropFirst(scheme.utf8.count).prefix { !end.contains($0) }
        guard !host.isEmpty, !host.contains(UInt8(ascii: "@")),
            text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
        else { return nil }
        address = text
        self.host = String(decoding: host, as: UTF8.self)
    }
}
