/// What kind of picture octets seem to be, by their content alone.
package enum ImageFormat: String, Hashable, Sendable {
    case png = "PNG"
    case svg = "SVG"
    // Nothing can be baked into these (BAKE-01); they are known so that this can be said.
    case jpeg = "JPEG"
    case gif = "GIF"
    case webP = "WebP"

    package init?(of bytes: [UInt8]) {
        if bytes.starts(with: PNGWalk.signature) {
            self = .png
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: "GIF8".utf8) {
            self = .gif
        } else if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
            self = .webP
        } else if Self.holdsSVG(bytes) {
            self = .svg
        } else {
            return nil
        }
    }

    var withArticle: String { self == .svg ? "an SVG" : "a \(rawValue)" }

    /// Whether it is markup, in whatever encoding, in which an `svg` element begins near the
    /// start. UTF-16 has a zero beside each of these letters.
    private static func holdsSVG(_ bytes: [UInt8]) -> Bool {
        let isWide = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let start = bytes.prefix(4_096).filter { $0 != 0 }
            .dropFirst(isWide ? 2 : bytes.starts(with: byteOrderMark) ? 3 : 0)
            .drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        let name = Array("<svg".utf8)
        guard start.first == UInt8(ascii: "<") else { return false }
        return start.indices.contains { index in
            start[index...].starts(with: name) || Self.beginsPrefixedSVG(start[index...])
        }
    }

    /// `<prefix:svg`.
    private static func beginsPrefixedSVG(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.first == UInt8(ascii: "<") else { return false }
        let rest = text.dropFirst().prefix(64)
        guard let colon = rest.firstIndex(of: UInt8(ascii: ":")) else { return false }
        return rest[..<colon].allSatisfy(XMLText.isName)
            && text[(colon + 1)...].starts(with: "svg".utf8)
    }
}
