/// The name of a stored record in its URL: 22 random letters and digits, 130 bits, so that
/// knowing one address tells nothing of another.
package struct RecordID: Hashable, Sendable {
    package let text: String

    /// Makes an identifier from the text of a URL, or nil where no store ever gave such a name.
    package init?(_ text: String) {
        guard text.utf8.count == Self.length, text.utf8.allSatisfy(Self.alphabet.contains) else {
            return nil
        }
        self.text = text
    }

    /// Draws a new identifier; the generator must be one that cannot be foretold.
    package static func random(using generator: inout some RandomNumberGenerator) -> RecordID {
        var bytes: [UInt8] = []
        while bytes.count < length {
            guard let byte = alphabet.randomElement(using: &generator) else { break }
            bytes.append(byte)
        }
        return RecordID(drawn: String(decoding: bytes, as: UTF8.self))
    }

    package static func random() -> RecordID {
        var generator = SystemRandomNumberGenerator()
        return random(using: &generator)
    }

    private init(drawn text: String) {
        self.text = text
    }

    private static let length = 22
    private static let alphabet = Array(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
}
