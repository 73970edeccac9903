/// Writes the CBOR that ``CBORReader`` reads.
struct CBORWriter {
    private(set) var bytes: [UInt8]

    /// What stands before the CBOR.
    init(after header: [UInt8]) {
        bytes = header
    }

    mutating func append(unsigned value: UInt64) { append(.unsigned, value) }

    mutating func append(octets: [UInt8]) {
        append(.octets, UInt64(octets.count))
        bytes += octets
    }

    mutating func append(text: String) {
        append(.text, UInt64(text.utf8.count))
        bytes += text.utf8
    }

    mutating func append(arrayOf count: Int) { append(.array, UInt64(count)) }

    mutating func append(mapOf count: Int) { append(.map, UInt64(count)) }

    private mutating func append(_ type: CBORType, _ value: UInt64) {
        let major = type.rawValue << 5
        guard value >= 24 else { return bytes.append(major | UInt8(value)) }
        let power = value <= 0xFF ? 0 : value <= 0xFFFF ? 1 : value <= 0xFFFF_FFFF ? 2 : 3
        bytes.append(major | UInt8(24 + power))
        for place in (0..<(1 << power)).reversed() {
            bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(place * 8)))
        }
    }
}
