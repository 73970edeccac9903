/// The bits of a status list, unpacked: entries of one or more bits each. Bit 0 is the highest of
/// octet 0 (BSL-07).
package struct StatusBits: Sendable, Hashable {
    package private(set) var octets: [UInt8]

    package init(_ octets: [UInt8]) { self.octets = octets }

    /// Unset entries of this many bits, up to a whole octet.
    package init(entries: Int, entryBits size: Int) {
        octets = [UInt8](repeating: 0, count: (entries * size + 7) / 8)
    }

    /// How many entries there are, if each has this many bits.
    package func count(entryBits size: Int) -> Int { octets.count * 8 / size }

    /// BSL-07, BSL-08: the value of an entry; nil beyond the end.
    package func value(at index: Int, entryBits size: Int) -> UInt64? {
        guard let start = start(of: index, size) else { return nil }
        var value: UInt64 = 0
        for position in start..<start + size {
            let bit = octets[position >> 3] >> UInt8(7 - position & 7) & 1
            value = value << 1 | UInt64(bit)
        }
        return value
    }

    /// Sets an entry; false, and nothing is changed, beyond the end or where the value does not
    /// fit into it.
    package mutating func set(_ index: Int, to value: UInt64, entryBits size: Int) -> Bool {
        guard let start = start(of: index, size), size > 63 || value >> UInt64(size) == 0 else {
            return false
        }
        for (offset, position) in (start..<start + size).enumerated() {
            let mask = UInt8(0x80) >> UInt8(position & 7)
            let isSet = value >> UInt64(size - 1 - offset) & 1 == 1
            octets[position >> 3] = octets[position >> 3] & ~mask | (isSet ? mask : 0)
        }
        return true
    }

    /// The entries that are not zero, with their values.
    package func entries(entryBits size: Int) -> [(index: Int, value: UInt64)] {
        (0..<count(entryBits: size)).compactMap { index in
            guard let value = value(at: index, entryBits: size), value != 0 else { return nil }
            return (index, value)
        }
    }

    private func start(of index: Int, _ size: Int) -> Int? {
        let (start, overflow) = index.multipliedReportingOverflow(by: size)
        guard !overflow, start >= 0, start <= octets.count * 8 - size else { return nil }
        return start
    }
}
