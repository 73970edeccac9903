/// What the kept bytes are, as it is told to HTTP clients.
package struct MediaType: Hashable, Sendable {
    package let text: String

    /// Makes a media type of lower-case printable ASCII with one slash, or nil.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard (3...127).contains(bytes.count), bytes.allSatisfy(Self.isAllowed),
            bytes.count(where: { $0 == UInt8(ascii: "/") }) == 1
        else { return nil }
        self.text = text
    }

    private init(known text: String) {
        self.text = text
    }

    /// A credential in JSON, its proof inside.
    package static let credentialJSON = MediaType(known: "application/vc+ld+json")
    /// A credential as a compact JWS.
    package static let credentialJWT = MediaType(known: "application/vc+jwt")
    package static let didJSON = MediaType(known: "application/did+json")
    package static let json = MediaType(known: "application/json")

    private static func isAllowed(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "!")...UInt8(ascii: "~")).contains(byte)
            && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
}
