import JSONText

/// A reference to something inside a document: the document's own identifier, and a fragment.
package struct FragmentReference: Hashable, Sendable {
    package let text: Text
    /// Everything before the `#`.
    package let document: Text
    /// What follows it; nil without a `#`.
    package let fragment: Text?

    package init(_ text: Text) {
        self.text = text
        let bytes = text.string.utf8
        guard let hash = bytes.firstIndex(of: UInt8(ascii: "#")) else {
            document = text
            fragment = nil
            return
        }
        document = Text(String(text.string[..<hash]))
        fragment = Text(String(text.string[bytes.index(after: hash)...]))
    }

    /// The reference that a document means by this text: `#key-0` stands for the document's
    /// identifier with that fragment (KEY-08).
    package static func resolve(_ text: Text, against document: Text) -> Text {
        text.string.utf8.first == UInt8(ascii: "#")
            ? Text(FragmentReference(document).document.string + text.string) : text
    }

    package var isDID: Bool { text.string.utf8.starts(with: "did:".utf8) }
    package var isHTTPS: Bool { text.string.utf8.starts(with: "https://".utf8) }
    package var isHTTP: Bool { text.string.utf8.starts(with: "http://".utf8) }
}
