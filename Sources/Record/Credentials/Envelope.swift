import JSONText

/// An object that stands for a token: its `id` is a `data:` URL with the token in it (VCDM 2.0
/// sections 4.13 and 4.14).
package struct Envelope: Sendable {
    package enum Content: String, CaseIterable, Sendable {
        case credential = "EnvelopedVerifiableCredential"
        case presentation = "EnvelopedVerifiablePresentation"
    }

    package let content: Content
    package let token: [UInt8]

    /// Nil where the object is no envelope.
    init?(_ object: Credential) throws(ReadingError) {
        guard let content = Content.allCases.first(where: { object.hasType($0.rawValue) }) else {
            return nil
        }
        self.content = content
        let scheme = "data:"
        guard let url = object.id?.utf8, url.starts(with: scheme.utf8),
            let comma = url.firstIndex(of: UInt8(ascii: ","))
        else { throw .envelope(.notDataURL) }
        let type = String(decoding: url[..<comma].dropFirst(scheme.utf8.count), as: UTF8.self)
        guard content.mediaTypes.contains(where: { $0.isSame(as: type.lowercased()) }) else {
            let isOther = Content.allCases.contains { other in
                other.mediaTypes.contains { $0.isSame(as: type.lowercased()) }
            }
            throw .envelope(isOther ? .otherContent : .unsupported(mediaType: type))
        }
        token = Array(url[comma...].dropFirst())
    }

    /// The envelope of a token.
    package static func json(_ token: [UInt8], content: Content) -> JSON {
        let types = content.mediaTypes
        let type = token.contains(UInt8(ascii: "~")) ? types[1] : types[0]
        return .object([
            ("@context", .string(DataModel.version2Context)), ("type", .string(content.rawValue)),
            ("id", .string("data:\(type),\(String(decoding: token, as: UTF8.self))")),
        ])
    }
}

extension Envelope.Content {
    /// The signed one, the one with selective disclosures, and older spellings.
    fileprivate var mediaTypes: [String] {
        switch self {
        case .credential:
            [
                "application/vc+jwt", "application/vc+sd-jwt", "application/dc+sd-jwt",
                "application/vc-ld+jwt", "application/vc+ld+jwt", "application/vc+ld+json+jwt",
            ]
        case .presentation:
            [
                "application/vp+jwt", "application/vp+sd-jwt", "application/vp-ld+jwt",
                "application/vp+ld+jwt", "application/vp+ld+json+jwt",
            ]
        }
    }
}
