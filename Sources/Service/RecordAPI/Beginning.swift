/// What octets begin as. The API has a verdict for everything that begins as something in which
/// a credential may be, however it goes on.
enum Beginning {
    case nothing
    /// JSON, a compact JWS, PNG or SVG.
    case candidate
    case other

    init(of bytes: [UInt8]) {
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        var rest = bytes[...]
        if rest.starts(with: byteOrderMark) { rest = rest.dropFirst(3) }
        rest = rest.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        guard let first = rest.first else {
            self = .nothing
            return
        }
        switch first {
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "-"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            self = .candidate
        case UInt8(ascii: "<"): self = Self.holdsSVG(rest) ? .candidate : .other
        default: self = Self.markers.contains { rest.starts(with: $0) } ? .candidate : .other
        }
    }

    /// The other values of JSON; an object in base64url; PNG.
    private static let markers: [[UInt8]] =
        ["true", "false", "null", "eyJ", "eyA", "ewo", "ew0"].map { Array($0.utf8) }
        + [[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]]

    private static func holdsSVG(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.prefix(4_096).firstOffset(of: Array("<svg".utf8)) != nil
    }
}
