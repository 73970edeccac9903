/// Which addresses a connection may go to: those that everybody can reach, and no other.
///
/// The ranges are those of the IANA registries of special-purpose addresses.
package struct AddressPolicy: Sendable {
    /// Uses of addresses that are let through all the same (for hosts that somebody has named).
    private let permitted: Set<AddressUse>

    package init(permitting permitted: Set<AddressUse> = []) {
        self.permitted = permitted
    }

    /// For a host that the one who runs the program has named: it may be on this machine or in the
    /// own network, and still not where clouds keep their secrets.
    package static let namedHost = AddressPolicy(
        permitting: [.loopback, .privateNetwork, .sharedNetwork])

    /// Why there must be no connection to an address, or nil where there may be one.
    package func refusal(of address: IPAddress) -> AddressUse? {
        guard let use = Self.use(of: address), !permitted.contains(use) else { return nil }
        return use
    }

    private static func use(of address: IPAddress) -> AddressUse? {
        switch address {
        case .v4: return four.first { $0.contains(address) }?.use
        case .v6(let high, let low):
            if let special = six.first(where: { $0.contains(address) }) { return special.use }
            if translated.contains(address) {
                return use(of: .v4(UInt32(truncatingIfNeeded: low)))
            }
            // Only 2000::/3 has been given out for the use of everybody.
            return high >> 61 == 1 ? nil : .reserved
        }
    }

    private static let four: [AddressRange] = [
        .four(0, 0, 0, 0, bits: 8, .unspecified),
        .four(10, 0, 0, 0, bits: 8, .privateNetwork),
        .four(100, 64, 0, 0, bits: 10, .sharedNetwork),
        .four(127, 0, 0, 0, bits: 8, .loopback),
        .four(169, 254, 169, 254, bits: 32, .metadata),
        .four(169, 254, 0, 0, bits: 16, .linkLocal),
        .four(172, 16, 0, 0, bits: 12, .privateNetwork),
        .four(192, 0, 0, 0, bits: 24, .reserved),
        .four(192, 0, 2, 0, bits: 24, .documentation),
        .four(192, 88, 99, 0, bits: 24, .reserved),
        .four(192, 168, 0, 0, bits: 16, .privateNetwork),
        .four(198, 18, 0, 0, bits: 15, .benchmarking),
        .four(198, 51, 100, 0, bits: 24, .documentation),
        .four(203, 0, 113, 0, bits: 24, .documentation),
        .four(224, 0, 0, 0, bits: 4, .multicast),
        .four(255, 255, 255, 255, bits: 32, .broadcast),
        .four(240, 0, 0, 0, bits: 4, .reserved),
    ]

    private static let six: [AddressRange] = [
        .six(0, 0, bits: 128, .unspecified),
        .six(0, 1, bits: 128, .loopback),
        .six(0, 0, bits: 96, .embedding),  // IPv4-compatible
        .six(0, 0xFFFF_0000_0000, bits: 96, .embedding),  // IPv4-mapped
        .six(0, 0xFFFF_0000_0000_0000, bits: 96, .embedding),  // IPv4-translated (RFC 2765)
        .six(0x0064_FF9B_0001_0000, bits: 48, .embedding),  // NAT64 of one network
        .six(0x0100_0000_0000_0000, bits: 64, .reserved),  // discarded
        .six(0x2001_0002_0000_0000, bits: 48, .benchmarking),
        .six(0x2001_0DB8_0000_0000, bits: 32, .documentation),
        .six(0x2001_0000_0000_0000, bits: 32, .embedding),  // Teredo
        .six(0x2001_0000_0000_0000, bits: 23, .reserved),  // of the IETF's protocols
        .six(0x2002_0000_0000_0000, bits: 16, .embedding),  // 6to4
        .six(0x3FFE_0000_0000_0000, bits: 16, .reserved),  // the 6bone, given back
        .six(0x3FFF_0000_0000_0000, bits: 20, .documentation),
        .six(0xFD00_0EC2_0000_0000, 0x254, bits: 128, .metadata),
        .six(0xFC00_0000_0000_0000, bits: 7, .privateNetwork),  // unique local
        .six(0xFE80_0000_0000_0000, bits: 10, .linkLocal),
        .six(0xFEC0_0000_0000_0000, bits: 10, .privateNetwork),  // site-local, given up
        .six(0xFF00_0000_0000_0000, bits: 8, .multicast),
    ]

    /// NAT64 (RFC 6052). Networks without IPv4 reach it this way, so that it is judged by the
    /// address inside.
    private static let translated: AddressRange = .six(
        0x0064_FF9B_0000_0000, bits: 96, .embedding)
}
