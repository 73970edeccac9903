/// Addresses that begin with the same bits, and what they are for.
struct AddressRange: Sendable {
    let start: IPAddress
    let bits: Int
    let use: AddressUse

    static func four(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32, bits: Int, _ use: AddressUse
    ) -> AddressRange {
        AddressRange(start: .v4(a << 24 | b << 16 | c << 8 | d), bits: bits, use: use)
    }

    static func six(
        _ high: UInt64, _ low: UInt64 = 0, bits: Int, _ use: AddressUse
    ) -> AddressRange {
        AddressRange(start: .v6(high: high, low: low), bits: bits, use: use)
    }

    func contains(_ address: IPAddress) -> Bool {
        switch (start, address) {
        case (.v4(let start), .v4(let number)):
            return (start ^ number) & Self.mask32(bits) == 0
        case (.v6(let high, let low), .v6(let otherHigh, let otherLow)):
            return (high ^ otherHigh) & Self.mask64(bits) == 0
                && (low ^ otherLow) & Self.mask64(bits - 64) == 0
        case (.v4, .v6), (.v6, .v4): return false
        }
    }

    private static func mask32(_ bits: Int) -> UInt32 { .max << (32 - min(bits, 32)) }
    private static func mask64(_ bits: Int) -> UInt64 { .max << (64 - max(0, min(bits, 64))) }
}

/// What an address is for, other than to be reached by everybody.
package enum AddressUse: String, CaseIterable, Sendable {
    case unspecified, loopback, privateNetwork, sharedNetwork, linkLocal, metadata, multicast
    case broadcast, documentation, benchmarking, reserved, embedding

    /// How the messages call such an address.
    package var words: String {
        switch self {
        case .unspecified: "an address of no host"
        case .loopback: "an address of this machine itself"
        case .privateNetwork: "an address of a private network"
        case .sharedNetwork: "an address inside a provider's network"
        case .linkLocal: "an address of the local link"
        case .metadata: "the address at which clouds tell secrets to their machines"
        case .multicast: "an address of many hosts at once"
        case .broadcast: "an address of all hosts at once"
        case .documentation: "an address for examples"
        case .benchmarking: "an address for measurements"
        case .reserved: "a reserved address"
        case .embedding: "an address that hides another inside"
        }
    }
}
