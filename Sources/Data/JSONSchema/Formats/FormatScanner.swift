/// Reads dates, times and durations (RFC 3339 section 5.6 and appendix A).
struct FormatScanner {
    private let text: [UInt8]
    private var at = 0

    init(_ text: [UInt8]) {
        self.text = text
    }

    var isAtEnd: Bool { at == text.count }

    private mutating func take(_ wanted: StaticString) -> Bool {
        guard at < text.count, unsafe text[at] == wanted.utf8Start.pointee else { return false }
        at += 1
        return true
    }

    /// Exactly so many digits.
    private mutating func number(_ count: Int) -> Int? {
        guard at + count <= text.count else { return nil }
        var value = 0
        for offset in 0..<count {
            let digit = text[at + offset] &- 0x30
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        at += count
        return value
    }

    private mutating func digits() -> Bool {
        let start = at
        while at < text.count, text[at] &- 0x30 < 10 { at += 1 }
        return at > start
    }

    mutating func takeDateTime() -> Bool {
        takeDate() && (take("T") || take("t")) && takeTime()
    }

    mutating func takeDate() -> Bool {
        guard let year = number(4), take("-"), let month = number(2), take("-"),
            let day = number(2), (1...12).contains(month)
        else { return false }
        let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return day >= 1 && day <= days[month - 1]
    }

    mutating func takeTime() -> Bool {
        guard let hour = number(2), take(":"), let minute = number(2), take(":"),
            let second = number(2), hour < 24, minute < 60, second <= 60
        else { return false }
        if take("."), !digits() { return false }
        guard let offset = takeOffset() else { return false }
        guard second == 60 else { return true }
        // Leap seconds come at the end of a day of UTC.
        let minutes = (hour * 60 + minute - offset + 2 * 1440) % 1440
        return minutes == 1439
    }

    /// The offset from UTC in minutes.
    private mutating func takeOffset() -> Int? {
        if take("Z") || take("z") { return 0 }
        let isNegative = at < text.count && text[at] == UInt8(ascii: "-")
        guard take("+") || take("-"), let hour = number(2), take(":"), let minute = number(2),
            hour < 24, minute < 60
        else { return nil }
        let offset = hour * 60 + minute
        return isNegative ? -offset : offset
    }

    mutating func takeDuration() -> Bool {
        guard take("P") else { return false }
        let start = at
        if digits(), take("W") { return true }
        at = start
        let hasDate = takeUnits("YMD")
        guard take("T") else { return hasDate && at > start }
        return hasDate && !isAtEnd && takeUnits("HMS")
    }

    /// Numbers with units in their order, none left out between the first and the last; false
    /// where one is broken.
    private mutating func takeUnits(_ units: StaticString) -> Bool {
        var next: Int?
        while at < text.count, text[at] &- 0x30 < 10 {
            guard digits(), at < text.count else { return false }
            let found = (0..<units.utf8CodeUnitCount).first {
                unsafe units.utf8Start[$0] == text[at]
            }
            guard let found, next == nil || next == found else { return false }
            next = found + 1
            at += 1
        }
        return true
    }
}
