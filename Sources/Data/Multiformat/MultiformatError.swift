/// Why a text is not the encoding that it should be.
public enum MultiformatError: Error, Hashable, Sendable {
    case empty
    /// An octet outside the alphabet; offset from 0 in the encoded text, without its prefix.
    case invalidCharacter(offset: Int)
    /// A text of this length encodes nothing, or it carries padding where none is allowed.
    case invalidLength
    /// Bits that encode nothing are set, so that a second text would mean the same octets.
    case nonCanonical
    case tooLong(limit: Int)
    /// The first character names no base that is read here.
    case unsupportedBase(prefix: UInt8)
    case truncatedVarint
    case nonMinimalVarint
    case varintOutOfRange
    case unknownCodec(UInt64)
}

extension MultiformatError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty: "there is nothing to decode"
        case .invalidCharacter(let offset):
            "character \(offset + 1) does not belong to the alphabet of the encoding"
        case .invalidLength: "the length is impossible, or there is padding"
        case .nonCanonical: "unused bits are set"
        case .tooLong(let limit): "it is longer than \(limit) characters"
        case .unsupportedBase(let prefix):
            "the multibase prefix \"\(String(decoding: [prefix], as: UTF8.self))\" is not supported"
        case .truncatedVarint: "the code at its beginning is cut off"
        case .nonMinimalVarint: "the code at its beginning is written longer than necessary"
        case .varintOutOfRange: "the code at its beginning is out of range"
        case .unknownCodec(let code):
            "the multicodec 0x\(String(code, radix: 16))\(Self.name(code)) is not supported"
        }
    }

    /// Keys that are known by name and not worked with.
    private static func name(_ code: UInt64) -> String {
        switch code {
        case 0xe7: " (secp256k1)"
        case 0xea, 0xeb, 0xee: " (BLS12-381)"
        case 0xec: " (X25519)"
        case 0x1202: " (P-521)"
        case 0x1203: " (Ed448)"
        default: ""
        }
    }
}
