/// Base 58 with the Bitcoin alphabet: a big-endian number, each leading zero octet a `1`.
///
/// The work grows with the square of the length, hence ``longestText``.
package enum Base58BTC {
    /// Characters that are decoded at most; the Multikey of an RSA key of 8,192 bits has 1,438.
    package static let longestText = 4_096

    /// Ten digits are taken at a time: the largest power of 58 below 2⁶⁴.
    private static let chunk = 10
    private static let alphabet = Array(
        "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)
    private static let digitOf: [UInt8] = {
        var table = [UInt8](repeating: 0xFF, count: 256)
        for (digit, character) in alphabet.enumerated() {
            table[Int(character)] = UInt8(digit)
        }
        return table
    }()

    package static func encode(_ bytes: some Collection<UInt8>) -> String {
        let zeros = bytes.prefix { $0 == 0 }.count
        var limbs = limbs(of: bytes.dropFirst(zeros))
        var digits: [UInt8] = []
        while let last = limbs.last {
            guard last != 0 else { limbs.removeLast(); continue }
            var rest = divide(&limbs, by: power(chunk))
            for _ in 0..<chunk {
                digits.append(UInt8(rest % 58))
                rest /= 58
            }
        }
        while digits.last == 0 { digits.removeLast() }
        let ones = repeatElement(UInt8(ascii: "1"), count: zeros)
        let alphabet = alphabet
        return String(
            decoding: ones + digits.reversed().map { alphabet[Int($0)] }, as: UTF8.self)
    }

    package static func decode(
        _ text: some Collection<UInt8>, longest: Int = longestText
    ) throws(MultiformatError) -> [UInt8] {
        guard text.count <= longest else { throw .tooLong(limit: longest) }
        let zeros = text.prefix { $0 == UInt8(ascii: "1") }.count
        let digitOf = digitOf
        var limbs: [UInt64] = []
        var value: UInt64 = 0
        var pending = 0
        for (offset, character) in text.enumerated().dropFirst(zeros) {
            let digit = digitOf[Int(character)]
            guard digit < 58 else { throw .invalidCharacter(offset: offset) }
            value = value &* 58 &+ UInt64(digit)
            pending += 1
            if pending == chunk {
                multiply(&limbs, by: power(chunk), adding: value)
                (value, pending) = (0, 0)
            }
        }
        if pending > 0 { multiply(&limbs, by: power(pending), adding: value) }
        return [UInt8](repeating: 0, count: zeros) + octets(of: limbs)
    }

    package static func decode(_ text: String) throws(MultiformatError) -> [UInt8] {
        try decode(text.utf8)
    }

    private static func power(_ exponent: Int) -> UInt64 {
        (0..<exponent).reduce(1) { value, _ in value &* 58 }
    }

    // MARK: - Numbers, as limbs of 64 bits, the least first

    private static func limbs(of bytes: some Collection<UInt8>) -> [UInt64] {
        var limbs: [UInt64] = []
        var limb: UInt64 = 0
        var shift: UInt64 = 0
        for byte in Array(bytes).reversed() {
            limb |= UInt64(byte) << shift
            shift += 8
            if shift == 64 {
                limbs.append(limb)
                (limb, shift) = (0, 0)
            }
        }
        if shift > 0 { limbs.append(limb) }
        return limbs
    }

    private static func octets(of limbs: [UInt64]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(limbs.count * 8)
        for limb in limbs.reversed() {
            for shift in stride(from: 56, through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: limb >> UInt64(shift)))
            }
        }
        return Array(bytes.drop { $0 == 0 })
    }

    private static func multiply(_ limbs: inout [UInt64], by factor: UInt64, adding: UInt64) {
        var carry = adding
        for index in limbs.indices {
            let (high, low) = limbs[index].multipliedFullWidth(by: factor)
            let (sum, overflow) = low.addingReportingOverflow(carry)
            limbs[index] = sum
            carry = high &+ (overflow ? 1 : 0)
        }
        if carry > 0 { limbs.append(carry) }
    }

    private static func divide(_ limbs: inout [UInt64], by divisor: UInt64) -> UInt64 {
        var remainder: UInt64 = 0
        for index in limbs.indices.reversed() {
            (limbs[index], remainder) = divisor.dividingFullWidth((remainder, limbs[index]))
        }
        return remainder
    }
}
