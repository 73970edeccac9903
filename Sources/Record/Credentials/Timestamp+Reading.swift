extension Timestamp {
    /// Reads `YYYY-MM-DDThh:mm:ss[.f…]` with a zone: `Z` or `±hh:mm` (DateTimeZ of the data
    /// model, xsd:dateTimeStamp). Nil for anything else: no zone, no such day, no such hour.
    public init?(_ text: String) {
        guard let reading = Self.reading(text), reading.hasZone else { return nil }
        self = reading.instant
    }

    /// Reads as ``init(_:)`` does, and takes a time without a zone for one in UTC, as the W3C data
    /// model tells readers to do.
    package static func reading(_ text: String) -> (instant: Timestamp, hasZone: Bool)? {
        var scan = Scan(text)
        guard let day = scan.date(), scan.take("T"), let time = scan.time() else { return nil }
        let hasZone = !scan.isAtEnd
        guard let zone = hasZone ? scan.zone() : 0, scan.isAtEnd else { return nil }
        let seconds = day.daysSince1970 * 86_400 + time.seconds - zone
        return (Timestamp(seconds: seconds, fraction: time.fraction), hasZone)
    }

    /// Reads the octets of a date from left to right.
    private struct Scan {
        private var rest: Substring.UTF8View

        init(_ text: String) { rest = text[...].utf8 }

        var isAtEnd: Bool { rest.isEmpty }

        mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard let byte = rest.first, Unicode.Scalar(byte) == character else { return false }
            rest.removeFirst()
            return true
        }

        private mutating func number(digits: Int) -> Int? {
            var value = 0
            for _ in 0..<digits {
                guard let byte = rest.first, isDigit(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
                rest.removeFirst()
            }
            return value
        }

        private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

        /// A year has four digits, or more without a leading zero (xsd:dateTime); nine suffice.
        private mutating func year() -> Int? {
            let digits = rest.prefix(while: isDigit).count
            guard (4...9).contains(digits), digits == 4 || rest.first != 0x30 else { return nil }
            return number(digits: digits)
        }

        mutating func date() -> CivilDate? {
            guard let year = year(), take("-"), let month = number(digits: 2), take("-"),
                let day = number(digits: 2)
            else { return nil }
            return CivilDate(year: year, month: month, day: day)
        }

        /// 24:00:00 is the end of the day; a 60th second is not a time of these standards.
        mutating func time() -> (seconds: Int, fraction: [UInt8])? {
            guard let hour = number(digits: 2), take(":"), let minute = number(digits: 2),
                take(":"), let second = number(digits: 2), minute < 60, second < 60
            else { return nil }
            guard let fraction = fraction() else { return nil }
            let isEndOfDay = hour == 24 && minute == 0 && second == 0 && fraction.isEmpty
            guard hour < 24 || isEndOfDay else { return nil }
            return (hour * 3_600 + minute * 60 + second, fraction)
        }

        private mutating func fraction() -> [UInt8]? {
            guard take(".") else { return [] }
            var digits = Array(rest.prefix(while: isDigit))
            guard !digits.isEmpty else { return nil }
            rest.removeFirst(digits.count)
            while digits.last == 0x30 { digits.removeLast() }
            return digits
        }

        /// Seconds east of Greenwich.
        mutating func zone() -> Int? {
            if take("Z") { return 0 }
            let isEast = take("+")
            guard isEast || take("-"), let hours = number(digits: 2), take(":"),
                let minutes = number(digits: 2), minutes < 60,
                hours < 14 || (hours == 14 && minutes == 0)
            else { return nil }
            let offset = hours * 3_600 + minutes * 60
            return isEast ? offset : -offset
        }
    }
}
