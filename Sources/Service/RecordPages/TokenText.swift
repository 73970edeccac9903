import Credentials
import JSONText

/// A header or the claims of a token, laid out: the source shows the token itself as its issuer
/// encoded it, in which nobody can read.
package struct TokenText: Sendable, Equatable {
    package let title: String
    package let lines: [String]

    /// All texts of the file that the source view does not have: it shows the credential's own.
    static func all(_ bytes: [UInt8], credential: JSONValue?) -> [TokenText] {
        let isEnvelope = credential.map { !$0.document.bytes.elementsEqual(bytes) } ?? false
        return FileText.all(of: bytes).compactMap { text in
            guard text.part != .text || isEnvelope else { return nil }
            return TokenText(title: title(text), lines: SourceText.laidOut(text.root))
        }
    }

    private static func title(_ text: FileText) -> String {
        guard text.part != .text else { return "The envelope" }
        let name = text.part.rawValue
        return text.token.isEmpty ? "The token: \(name)" : "The token at \(text.token): \(name)"
    }
}
