/// A JSON number without loss: a whole number of any length times a power of ten.
struct Decimal: Sendable {
    var isNegative = false
    /// The whole number without zeros at its end, where it fits; else 0, and `digits` has it.
    var small: UInt64 = 0
    /// The digits, 0 to 9 each, the first one first; empty where `small` has them.
    var digits: [UInt8] = []
    var exponent = 0

    /// Exponents beyond this are taken for this: no document can hold both sides of a
    /// comparison that would tell them apart by their digits.
    private static let largestExponent = 1 << 40

    /// Reads a number that the JSON parser has accepted.
    init(_ text: UnsafeBufferPointer<UInt8>) {
        var significant: [UInt8] = []
        var isLong = false
        var zeros = 0
        var count = 0
        var afterPoint = false
        var fraction = 0
        var written = 0
        var at = 0
        if at < text.count, unsafe text[at] == UInt8(ascii: "-") {
            isNegative = true
            at += 1
        }
        while at < text.count {
            let byte = unsafe text[at]
            at += 1
            if byte == UInt8(ascii: ".") {
                afterPoint = true
                continue
            }
            guard byte &- 0x30 < 10 else {
                written = unsafe Self.exponent(text, from: at)
                break
            }
            if afterPoint { fraction += 1 }
            if byte == 0x30 {
                if count > 0 { zeros += 1 }
                continue
            }
            if !isLong, count + zeros + 1 > 18 {
                isLong = true
                significant = Self.digits(of: small, count: count)
            }
            if isLong {
                significant.append(contentsOf: repeatElement(0, count: zeros))
                significant.append(byte &- 0x30)
            } else {
                small = small &* Self.power(zeros + 1) &+ UInt64(byte &- 0x30)
            }
            count += zeros + 1
            zeros = 0
        }
        if isLong {
            digits = significant
            small = 0
        }
        exponent = count == 0 ? 0 : written - fraction + zeros
        if count == 0 { isNegative = false }
    }

    private static func exponent(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var at = start
        var isNegative = false
        if at < text.count, unsafe text[at] == UInt8(ascii: "-") || text[at] == UInt8(ascii: "+") {
            isNegative = unsafe text[at] == UInt8(ascii: "-")
            at += 1
        }
        var value = 0
        while at < text.count {
            value = unsafe min(value * 10 + Int(text[at] &- 0x30), largestExponent)
            at += 1
        }
        return isNegative ? -value : value
    }

    private static func digits(of value: UInt64, count: Int) -> [UInt8] {
        var rest = value
        var out = [UInt8](repeating: 0, count: count)
        for place in out.indices.reversed() {
            out[place] = UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        return out
    }

    static func power(_ exponent: Int) -> UInt64 {
        var value: UInt64 = 1
        for _ in 0..<min(exponent, 19) { value &*= 10 }
        return value
    }

    var isZero: Bool { small == 0 && digits.isEmpty }

    /// Whether the number has no fraction, however it is written.
    var isInteger: Bool { exponent >= 0 }

    /// All the digits, whichever way they are held.
    var allDigits: [UInt8] {
        if !digits.isEmpty { return digits }
        var count = 0
        var rest = small
        while rest > 0 {
            count += 1
            rest /= 10
        }
        return Self.digits(of: small, count: count)
    }

    /// The number as an `Int`, where it is one.
    var integer: Int? {
        guard digits.isEmpty, exponent >= 0, exponent <= 18 else { return nil }
        let (value, overflows) = small.multipliedReportingOverflow(by: Self.power(exponent))
        guard !overflows, let whole = Int(exactly: value) else { return nil }
        return isNegative ? -whole : whole
    }
}

extension Decimal: Comparable, Hashable {
    static func < (left: Decimal, right: Decimal) -> Bool {
        if left.isZero { return !right.isZero && !right.isNegative }
        if right.isZero { return left.isNegative }
        if left.isNegative != right.isNegative { return left.isNegative }
        return left.isNegative
            ? isSmaller(right, than: left) : isSmaller(left, than: right)
    }

    /// Compares two numbers that are not zero, without their signs.
    private static func isSmaller(_ left: Decimal, than right: Decimal) -> Bool {
        let (one, other) = (left.allDigits, right.allDigits)
        let (places, otherPlaces) = (one.count + left.exponent, other.count + right.exponent)
        if places != otherPlaces { return places < otherPlaces }
        return one.lexicographicallyPrecedes(other)
    }
}

extension Decimal: CustomStringConvertible {
    /// The number as JSON, without an exponent where it is of ordinary size.
    var description: String {
        let sign = isNegative ? "-" : ""
        if isZero { return "0" }
        let digits = String(decoding: allDigits.map { $0 + 0x30 }, as: UTF8.self)
        if exponent >= 0, exponent <= 20 {
            return sign + digits + String(repeating: "0", count: exponent)
        }
        if exponent < 0, exponent >= -20 {
            let missing = max(0, 1 - exponent - digits.utf8.count)
            let padded = String(repeating: "0", count: missing) + digits
            return "\(sign)\(padded.dropLast(-exponent)).\(padded.suffix(-exponent))"
        }
        return "\(sign)\(digits)e\(exponent)"
    }
}
