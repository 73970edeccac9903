/// A number of at most eight decimal digits, made without a loop.
struct EightDigits {
    /// The digits in ASCII, the first of them in the lowest octet; above the last stands nothing
    /// that means anything.
    let octets: UInt64
    let count: Int

    /// Nil for a number that is negative or has more digits.
    @inline(__always)
    init?(_ number: Int) {
        guard number >= 0, number < 100_000_000 else { return nil }
        let all = UInt64(truncatingIfNeeded: number)
        // Two numbers of four digits, then four of two, then eight of one, side by side. A quotient
        // is a product and a shift: exact for numbers so small.
        let fours = all / 10_000 | (all % 10_000) << 32
        let hundreds = (fours &* 10_486) >> 20 & 0x0000_007f_0000_007f
        let twos = hundreds | (fours &- hundreds &* 100) << 16
        let tens = (twos &* 103) >> 10 & 0x000f_000f_000f_000f
        let digits = tens | (twos &- tens &* 10) << 8
        let leadingZeros = Swift.min(digits.trailingZeroBitCount >> 3, 7)
        octets = (digits | 0x3030_3030_3030_3030) >> UInt64(leadingZeros &* 8)
        count = 8 &- leadingZeros
    }
}
