/// Reads the CBOR that proofs are made of: definite lengths, shortest heads, no tags, nothing
/// behind the end. A length is believed only as far as there are octets.
struct CBORReader {
    private let bytes: [UInt8]
    private var position: Int

    init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        position = start
    }

    mutating func unsigned() throws(CBORError) -> UInt64 { try head(.unsigned) }

    mutating func octets() throws(CBORError) -> [UInt8] { Array(try content(of: .octets)) }

    mutating func text() throws(CBORError) -> String {
        let start = position
        guard let text = String(validating: try content(of: .text), as: UTF8.self) else {
            throw .notUTF8(offset: start)
        }
        return text
    }

    /// How many items follow; each takes an octet at least.
    mutating func array() throws(CBORError) -> Int { try length(of: .array, octetsEach: 1) }

    /// An array of exactly so many items follows.
    mutating func array(of expected: Int) throws(CBORError) {
        let found = try array()
        guard found == expected else { throw .count(expected: expected, found: found) }
    }

    /// How many pairs follow.
    mutating func map() throws(CBORError) -> Int { try length(of: .map, octetsEach: 2) }

    /// An array in which each item is read so.
    mutating func items<Item>(
        _ item: (inout CBORReader) throws(CBORError) -> Item
    ) throws(CBORError) -> [Item] {
        let count = try array()
        var items: [Item] = []
        items.reserveCapacity(count)
        for _ in 0..<count { items.append(try item(&self)) }
        return items
    }

    func end() throws(CBORError) {
        guard position == bytes.count else { throw .trailing(offset: position) }
    }

    private mutating func content(of type: CBORType) throws(CBORError) -> ArraySlice<UInt8> {
        let count = try length(of: type, octetsEach: 1)
        defer { position += count }
        return bytes[position..<position + count]
    }

    private mutating func length(
        of type: CBORType, octetsEach size: Int
    ) throws(CBORError) -> Int {
        let count = try head(type)
        guard count <= UInt64((bytes.count - position) / size) else { throw .truncated }
        return Int(count)
    }

    private mutating func head(_ type: CBORType) throws(CBORError) -> UInt64 {
        let start = position
        guard position < bytes.count else { throw .truncated }
        let first = bytes[position]
        guard first >> 5 == type.rawValue else {
            throw .unexpected(offset: start, expected: type)
        }
        position += 1
        let short = first & 0x1F
        guard short >= 24 else { return UInt64(short) }
        guard short <= 27 else { throw .openLength(offset: start) }
        let size = 1 << Int(short - 24)
        guard bytes.count - position >= size else { throw .truncated }
        var value: UInt64 = 0
        for _ in 0..<size {
            value = value << 8 | UInt64(bytes[position])
            position += 1
        }
        let least: UInt64 = size == 1 ? 24 : 1 << UInt64(size * 4)
        guard value >= least else { throw .notShortest(offset: start) }
        return value
    }
}
