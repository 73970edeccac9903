/// A point of time with its zone, as `xsd:dateTimeStamp` writes it (XML Schema 1.1 part 2,
/// section 3.4.28), read strictly.
public struct DateTimeStamp: Sendable {
    /// Seconds since 1970-01-01T00:00:00Z, downwards to a whole one.
    public let seconds: Int64
    /// What is to be added, in billionths of a second; further digits are dropped.
    package let nanoseconds: Int32

    package init(seconds: Int64, nanoseconds: Int32 = 0) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// Nil where the text is not of this form; a zone is required.
    public init?(_ text: String) {
        guard text.utf8.count <= 64 else { return nil }
        var reader = Reader(rest: Array(text.utf8)[...])
        guard let days = reader.date(), reader.take("T"), let (seconds, nanos) = reader.time(),
            let offset = reader.zone(), reader.rest.isEmpty
        else { return nil }
        self.init(seconds: days * 86_400 + seconds - offset, nanoseconds: nanos)
    }

    private struct Reader {
        var rest: ArraySlice<UInt8>

        mutating func take(_ character: Character) -> Bool {
            guard let byte = rest.first, byte == character.asciiValue else { return false }
            rest = rest.dropFirst()
            return true
        }

        mutating func digits(_ count: Int, in range: ClosedRange<Int64>) -> Int64? {
            let digits = rest.prefix(count)
            guard digits.count == count, digits.allSatisfy(Self.isDigit) else { return nil }
            rest = rest.dropFirst(count)
            let value = digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
            return range.contains(value) ? value : nil
        }

        static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

        /// Days since 1970-01-01. Years have four digits, or more without a leading zero; nine
        /// are enough here.
        mutating func date() -> Int64? {
            let isNegative = take("-")
            let length = rest.prefix(while: Self.isDigit).count
            guard length >= 4, length <= 9, length == 4 || rest.first != UInt8(ascii: "0"),
                let magnitude = digits(length, in: 0...999_999_999), take("-"),
                let month = digits(2, in: 1...12), take("-"), let day = digits(2, in: 1...31)
            else { return nil }
            let year = isNegative ? -magnitude : magnitude
            guard day <= Self.days(inMonth: month, of: year) else { return nil }
            return Self.days(year: year, month: month, day: day)
        }

        /// Seconds of the day, and billionths; 24:00:00 is the end of the day.
        mutating func time() -> (Int64, Int32)? {
            guard let hour = digits(2, in: 0...24), take(":"), let minute = digits(2, in: 0...59),
                take(":"), let second = digits(2, in: 0...59), let nanos = fraction(),
                hour < 24 || (minute == 0 && second == 0 && nanos == 0)
            else { return nil }
            return (hour * 3_600 + minute * 60 + second, nanos)
        }

        mutating func fraction() -> Int32? {
            guard take(".") else { return 0 }
            let digits = rest.prefix(while: Self.isDigit)
            guard !digits.isEmpty else { return nil }
            rest = rest.dropFirst(digits.count)
            let padded = digits.prefix(9) + repeatElement(0x30, count: max(0, 9 - digits.count))
            return padded.reduce(Int32(0)) { $0 * 10 + Int32($1 - 0x30) }
        }

        /// Seconds east of Greenwich, at most 14 hours.
        mutating func zone() -> Int64? {
            if take("Z") { return 0 }
            let isWest = take("-")
            guard isWest || take("+"), let hours = digits(2, in: 0...14), take(":"),
                let minutes = digits(2, in: 0...59), hours < 14 || minutes == 0
            else { return nil }
            return (isWest ? -1 : 1) * (hours * 3_600 + minutes * 60)
        }

        static func isLeap(_ year: Int64) -> Bool {
            year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        }

        static func days(inMonth month: Int64, of year: Int64) -> Int64 {
            switch month {
            case 2: isLeap(year) ? 29 : 28
            case 4, 6, 9, 11: 30
            default: 31
            }
        }

        /// Years begin in March here, so that the leap day is the last; 400 years are 146,097
        /// days.
        static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
            let year = month <= 2 ? year - 1 : year
            let era = (year >= 0 ? year : year - 399) / 400
            let yearOfEra = year - era * 400
            let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
            let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            return era * 146_097 + dayOfEra - 719_468
        }
    }
}

extension DateTimeStamp: Comparable, Hashable {
    public static func < (left: DateTimeStamp, right: DateTimeStamp) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
}
