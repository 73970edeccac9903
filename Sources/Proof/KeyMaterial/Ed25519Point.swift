/// What swift-crypto does not ask of the encoding of a point (RFC 8032 section 5.1.3).
enum Ed25519Point {
    /// Whether y is below 2²⁵⁵ − 19, as one point must have one encoding.
    static func isCanonical(_ octets: [UInt8]) -> Bool {
        guard let first = octets.first, let last = octets.last else { return false }
        let isHigh = last & 0x7F == 0x7F && octets.dropFirst().dropLast().allSatisfy { $0 == 0xFF }
        return !(isHigh && first >= 0xED)
    }

    /// Whether eight times the point is the neutral element: with such a "key", signatures hold
    /// that nobody has made. The eight points share five values of y.
    static func hasSmallOrder(_ octets: [UInt8]) -> Bool {
        var y = octets
        if let last = y.popLast() { y.append(last & 0x7F) }
        return smallOrder.contains(y)
    }

    private static let smallOrder: [[UInt8]] = {
        let zeros = [UInt8](repeating: 0, count: 31)
        let eighth: [UInt64] = [
            0x26e8_958f_c2b2_27b0, 0x45c3_f489_f2ef_98f0, 0xd5df_ac05_d3c6_3339,
            0xb138_0288_6d53_fc05,
        ]
        let otherEighth: [UInt64] = [
            0xc717_6a70_3d4d_d84f, 0xba3c_0b76_0d10_670f, 0x2a20_53fa_2c39_ccc6,
            0x4ec7_fd77_92ac_037a,
        ]
        return [
            [0] + zeros, [1] + zeros,
            [0xEC] + [UInt8](repeating: 0xFF, count: 30) + [0x7F],
            eighth.flatMap(octets), otherEighth.flatMap(octets),
        ]
    }()

    private static func octets(_ word: UInt64) -> [UInt8] {
        stride(from: 56, through: 0, by: -8).map {
            UInt8(truncatingIfNeeded: word >> UInt64($0))
        }
    }
}
