/// Why octets are not the CBOR that they should be.
public enum CBORError: Error, Hashable, Sendable {
    case truncated
    /// An item of another type stands here.
    case unexpected(offset: Int, expected: CBORType)
    /// A length or number is written longer than necessary, so that a second text would mean the
    /// same.
    case notShortest(offset: Int)
    /// Lengths that are open or reserved.
    case openLength(offset: Int)
    case outOfRange(offset: Int)
    case repeatedKey(UInt64)
    /// An array should have another number of elements.
    case count(expected: Int, found: Int)
    case notUTF8(offset: Int)
    /// Octets follow the item.
    case trailing(offset: Int)
}

/// The major types of CBOR (RFC 8949 section 3.1) that proofs are made of.
public enum CBORType: UInt8, Hashable, Sendable {
    case unsigned = 0
    case octets = 2
    case text = 3
    case array = 4
    case map = 5
}

extension CBORType: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unsigned: "a number"
        case .octets: "octets"
        case .text: "a text"
        case .array: "an array"
        case .map: "a map"
        }
    }
}

extension CBORError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .truncated: "it ends too early"
        case .unexpected(let offset, let expected): "\(expected) should stand at octet \(offset)"
        case .notShortest(let offset): "a head at octet \(offset) is longer than necessary"
        case .openLength(let offset): "the length at octet \(offset) is not given"
        case .outOfRange(let offset): "the number at octet \(offset) is out of range"
        case .repeatedKey(let key): "the key \(key) is there twice"
        case .count(let expected, let found):
            "it should have \(expected) parts and has \(found)"
        case .notUTF8(let offset): "the text at octet \(offset) is not UTF-8"
        case .trailing(let offset): "something follows at octet \(offset)"
        }
    }
}
