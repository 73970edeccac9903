/// The distinguished encoding of ASN.1 (X.690 section 10), as far as keys need it.
enum DER {
    enum Tag: UInt8, Sendable {
        case integer = 0x02
        case bitString = 0x03
        case octetString = 0x04
        case null = 0x05
        case objectIdentifier = 0x06
        case sequence = 0x30
        /// `[0]` and `[1]` around an element, and `[1]` in the place of a bit string's tag.
        case explicit0 = 0xA0
        case explicit1 = 0xA1
        case implicit1 = 0x81
    }

    static func element(_ tag: Tag, _ content: [UInt8]) -> [UInt8] {
        [tag.rawValue] + length(content.count) + content
    }

    static func sequence(_ elements: [UInt8]...) -> [UInt8] {
        element(.sequence, Array(elements.joined()))
    }

    /// A number that is not negative, from its octets without leading zeros.
    static func integer(_ magnitude: [UInt8]) -> [UInt8] {
        let isHigh = magnitude.first.map { $0 & 0x80 != 0 } ?? true
        return element(.integer, isHigh ? [0] + magnitude : magnitude)
    }

    /// A bit string of whole octets.
    static func bitString(_ octets: [UInt8]) -> [UInt8] { element(.bitString, [0] + octets) }

    private static func length(_ count: Int) -> [UInt8] {
        guard count >= 0x80 else { return [UInt8(truncatingIfNeeded: count)] }
        var octets: [UInt8] = []
        var rest = count
        while rest > 0 {
            octets.insert(UInt8(truncatingIfNeeded: rest), at: 0)
            rest >>= 8
        }
        return [0x80 | UInt8(truncatingIfNeeded: octets.count)] + octets
    }
}

/// Reads elements one after the other. Nil for a second spelling: lengths and numbers that are
/// written longer than necessary, and lengths that are left open.
struct DERReader {
    private(set) var rest: ArraySlice<UInt8>

    init(_ octets: some Sequence<UInt8>) { rest = Array(octets)[...] }

    var isAtEnd: Bool { rest.isEmpty }

    func isNext(_ tag: DER.Tag) -> Bool { rest.first == tag.rawValue }

    mutating func element(_ tag: DER.Tag) -> ArraySlice<UInt8>? {
        guard rest.popFirst() == tag.rawValue, let length = length(), length <= rest.count else {
            return nil
        }
        defer { rest = rest.dropFirst(length) }
        return rest.prefix(length)
    }

    mutating func sequence() -> DERReader? { element(.sequence).map { DERReader($0) } }

    /// The octets of a number that is not negative, without leading zeros; zero has none.
    mutating func integer() -> [UInt8]? {
        guard let content = element(.integer), let first = content.first, first < 0x80 else {
            return nil
        }
        guard first == 0 else { return Array(content) }
        let magnitude = content.dropFirst()
        return magnitude.first.map { $0 >= 0x80 } ?? true ? Array(magnitude) : nil
    }

    /// The octets of a bit string; `tag` where another stands in its place.
    mutating func bitString(_ tag: DER.Tag = .bitString) -> [UInt8]? {
        guard let content = element(tag), content.first == 0 else { return nil }
        return Array(content.dropFirst())
    }

    private mutating func length() -> Int? {
        guard let first = rest.popFirst() else { return nil }
        guard first >= 0x80 else { return Int(first) }
        let octets = rest.prefix(Int(first & 0x7F))
        guard octets.count == Int(first & 0x7F), octets.count <= 3, let highest = octets.first,
            highest != 0
        else { return nil }
        rest = rest.dropFirst(octets.count)
        let length = octets.reduce(0) { $0 << 8 | Int($1) }
        return length >= 0x80 ? length : nil
    }
}
