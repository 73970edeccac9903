/// A moment as a person reads it and as a program reads it.
package struct Moment: Sendable, Equatable {
    /// As written in the record.
    package let machine: String
    package let words: String

    /// The day only: "3 June 2026".
    static func day(_ text: String) -> Moment {
        Moment(machine: text, words: CalendarText(text)?.day ?? text)
    }

    /// Day and time, with the zone said: "3 June 2026 at 09:41 UTC".
    static func instant(_ text: String) -> Moment {
        guard let parsed = CalendarText(text), let time = parsed.time else { return day(text) }
        return Moment(machine: text, words: "\(parsed.day) at \(time)")
    }

    /// "3 June 2026", "18 August to 12 December 2024", "since 18 August 2024".
    static func span(from start: String?, to end: String?) -> String? {
        switch (start.map(day), end.map(day)) {
        case (nil, nil): nil
        case (let start?, nil): "since \(start.words)"
        case (nil, let end?): "until \(end.words)"
        case (let start?, let end?):
            start.words.isSame(as: end.words) ? start.words : "\(start.words) to \(end.words)"
        }
    }
}

extension Moment {
    /// A sentence with the moments in it in words: "since 2026-03-01T12:00:00Z" → "since 1 March
    /// 2026 at 12:00 UTC".
    static func inWords(_ sentence: String) -> String {
        let hasTime = sentence.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.count > 18
                && bytes.indices.dropFirst(10).contains { place in
                    bytes[place] == UInt8(ascii: "T") && bytes[place - 3] == UInt8(ascii: "-")
                }
        }
        guard hasTime != false else { return sentence }
        let bytes = Array(sentence.utf8)
        var out: [UInt8] = []
        var place = 0
        while place < bytes.count {
            let end = isStart(bytes, place) ? self.end(bytes, place) : place
            let text = String(decoding: bytes[place..<end], as: UTF8.self)
            if end > place, CalendarText(text)?.time != nil {
                out += instant(text).words.utf8
                place = end
            } else {
                out.append(bytes[place])
                place += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Whether a date and time may begin here: four digits behind a space, with its signs.
    private static func isStart(_ bytes: [UInt8], _ place: Int) -> Bool {
        guard place + 19 <= bytes.count, bytes[place + 4] == UInt8(ascii: "-"),
            bytes[place + 7] == UInt8(ascii: "-"), bytes[place + 10] == UInt8(ascii: "T")
        else { return false }
        return place == 0 || bytes[place - 1] == UInt8(ascii: " ")
    }

    private static func end(_ bytes: [UInt8], _ start: Int) -> Int {
        var end = start + 11
        while end < bytes.count {
            let byte = bytes[end]
            let isPart =
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || [UInt8(ascii: ":"), UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-")]
                    .contains(byte)
            // A full stop is a part of the time only before a digit.
            let isFraction =
                byte == UInt8(ascii: ".") && end + 1 < bytes.count
                && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[end + 1])
            guard isPart || isFraction else { break }
            end += 1
        }
        return end
    }
}

/// The parts of an ISO 8601 date or date-time, as far as pages need them.
struct CalendarText {
    let day: String
    let time: String?

    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
            let date = Self.number(bytes[8..<10]), (1...12).contains(month),
            (1...31).contains(date)
        else { return nil }
        day = "\(date) \(Self.months[month - 1]) \(year)"
        time = Self.time(in: bytes.dropFirst(10))
    }

    private static func time(in bytes: ArraySlice<UInt8>) -> String? {
        let rest = Array(bytes)
        guard rest.count >= 6, rest[0] == UInt8(ascii: "T"), rest[3] == UInt8(ascii: ":"),
            let hour = number(rest[1..<3]), let minute = number(rest[4..<6]), hour < 25,
            minute < 60
        else { return nil }
        let clock = String(decoding: rest[1..<6], as: UTF8.self)
        let zone = rest.dropFirst(6).drop { byte in
            byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        switch zone.first {
        case UInt8(ascii: "Z"): return clock + " UTC"
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            return clock + " UTC" + String(decoding: zone, as: UTF8.self)
        default: return clock
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
    }
}
