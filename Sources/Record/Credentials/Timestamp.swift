/// An instant, exact to any fraction of a second that was written.
///
/// Two texts of the same instant in different zones, or with trailing zeros, are equal.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
    public let seconds: Int
    /// Decimal digits after the point, without trailing zeros, as ASCII.
    let fraction: [UInt8]

    public init(seconds: Int) {
        self.init(seconds: seconds, fraction: [])
    }

    init(seconds: Int, fraction: [UInt8]) {
        self.seconds = seconds
        self.fraction = fraction
    }

    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        guard left.seconds == right.seconds else { return left.seconds < right.seconds }
        return left.fraction.lexicographicallyPrecedes(right.fraction)
    }

    /// The instant some seconds later, or earlier.
    public func adding(seconds more: Int) -> Timestamp {
        let (sum, overflow) = seconds.addingReportingOverflow(more)
        return overflow ? self : Timestamp(seconds: sum, fraction: fraction)
    }

    /// Without its fraction: the precision of JWT claims and of what this project issues.
    public var wholeSeconds: Timestamp { Timestamp(seconds: seconds) }
}

extension Timestamp: CustomStringConvertible {
    /// The instant in UTC, as `2026-01-01T00:00:00Z`.
    public var description: String {
        let (day, second) = seconds.quotientAndRemainderRoundingDown(by: 86_400)
        let date = CivilDate(daysSince1970: day)
        var out = Self.padded(date.year, to: 4) + "-" + Self.padded(date.month, to: 2) + "-"
        out += Self.padded(date.day, to: 2) + "T" + Self.padded(second / 3_600, to: 2) + ":"
        out += Self.padded(second / 60 % 60, to: 2) + ":" + Self.padded(second % 60, to: 2)
        if !fraction.isEmpty { out += "." + String(decoding: fraction, as: UTF8.self) }
        return out + "Z"
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number.magnitude)
        let zeros = String(repeating: "0", count: max(0, width - digits.count))
        return (number < 0 ? "-" : "") + zeros + digits
    }
}

extension Int {
    func quotientAndRemainderRoundingDown(by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
