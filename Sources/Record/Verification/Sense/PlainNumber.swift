/// Numbers that people write into texts: digits with a point, perhaps an exponent (as in JSON).
enum PlainNumber {
    /// Nil for anything else, and so for `nan`, `inf` and hexadecimal digits, which Swift reads.
    static func value(of text: String) -> Double? {
        var rest = text.utf8[...]
        if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        guard takeDigits(&rest) else { return nil }
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            guard takeDigits(&rest) else { return nil }
        }
        if let byte = rest.first, byte | 0x20 == UInt8(ascii: "e") {
            rest.removeFirst()
            if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
                rest.removeFirst()
            }
            guard takeDigits(&rest) else { return nil }
        }
        guard rest.isEmpty, let value = Double(text), value.isFinite else { return nil }
        return value
    }

    private static func takeDigits(_ rest: inout Substring.UTF8View) -> Bool {
        let count = rest.prefix { $0 &- 0x30 < 10 }.count
        rest.removeFirst(count)
        return count > 0
    }

    /// One unit of the last digit that is written: what rounding may have changed.
    static func unit(of text: String) -> Double {
        let fraction = text.utf8.drop { $0 != UInt8(ascii: ".") }.dropFirst()
            .prefix { $0 &- 0x30 < 10 }.count
        return (0..<min(fraction, 15)).reduce(1.0) { unit, _ in unit / 10 }
    }

    /// As people write a sum: without the noise of binary fractions.
    static func words(_ value: Double) -> String {
        let rounded = (value * 1_000).rounded() / 1_000
        guard rounded == rounded.rounded(), rounded.magnitude < 1e15 else { return "\(rounded)" }
        return "\(Int(rounded))"
    }

    /// Whether two sums differ by more than the noise of adding.
    static func isMore(_ left: Double, than right: Double) -> Bool {
        left - right > 1e-6 * max(1, left.magnitude, right.magnitude)
    }
}
