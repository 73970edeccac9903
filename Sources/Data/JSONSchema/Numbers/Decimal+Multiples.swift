extension Decimal {
    /// Whether the number is a whole multiple of another one that is greater than zero.
    ///
    /// With a·10^p and b·10^q, neither a nor b ending in zero: below q no multiple is possible,
    /// from q on b must divide a·10^(p−q).
    func isMultiple(of divisor: Decimal) -> Bool {
        if isZero { return true }
        guard !divisor.isZero, exponent >= divisor.exponent else { return false }
        let shift = exponent - divisor.exponent
        guard divisor.digits.isEmpty else { return isMultiple(ofLong: divisor, shift: shift) }
        let modulus = divisor.small
        guard modulus > 1 else { return true }
        let rest = digits.isEmpty ? small % modulus : Self.rest(of: digits, modulus)
        return Self.product(rest, Self.powerOfTen(shift, modulus), modulus) == 0
    }

    private static func product(_ left: UInt64, _ right: UInt64, _ modulus: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        guard product.high < modulus else { return 0 }
        return modulus.dividingFullWidth(product).remainder
    }

    private static func rest(of digits: [UInt8], _ modulus: UInt64) -> UInt64 {
        digits.reduce(0) { rest, digit in
            (product(rest, 10, modulus) &+ UInt64(digit)) % modulus
        }
    }

    private static func powerOfTen(_ exponent: Int, _ modulus: UInt64) -> UInt64 {
        var result: UInt64 = 1 % modulus
        var square: UInt64 = 10 % modulus
        var rest = exponent
        while rest > 0 {
            if rest & 1 == 1 { result = product(result, square, modulus) }
            square = product(square, square, modulus)
            rest >>= 1
        }
        return result
    }

    /// Long division by hand. Of the power of ten, as much counts as can cancel factors 2 and 5:
    /// fewer than four for each digit of the divisor.
    private func isMultiple(ofLong divisor: Decimal, shift: Int) -> Bool {
        let modulus = Array(divisor.digits.reversed())
        var rest: [UInt8] = []
        for digit in allDigits { Self.push(digit, on: &rest, modulus) }
        for _ in 0..<min(shift, modulus.count * 4) where !rest.isEmpty {
            Self.push(0, on: &rest, modulus)
        }
        return rest.isEmpty
    }

    /// Puts a digit behind the rest (kept last digit first) and takes the modulus off it.
    private static func push(_ digit: UInt8, on rest: inout [UInt8], _ modulus: [UInt8]) {
        if digit > 0 || !rest.isEmpty { rest.insert(digit, at: 0) }
        while !isSmaller(rest, than: modulus) { subtract(modulus, from: &rest) }
    }

    private static func isSmaller(_ left: [UInt8], than right: [UInt8]) -> Bool {
        if left.count != right.count { return left.count < right.count }
        return left.reversed().lexicographicallyPrecedes(right.reversed())
    }

    private static func subtract(_ right: [UInt8], from left: inout [UInt8]) {
        var borrow: UInt8 = 0
        for place in left.indices {
            let taken = (place < right.count ? right[place] : 0) + borrow
            borrow = left[place] < taken ? 1 : 0
            left[place] = left[place] + borrow * 10 - taken
        }
        while left.last == 0 { left.removeLast() }
    }
}
