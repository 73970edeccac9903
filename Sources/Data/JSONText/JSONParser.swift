/// Reads octets onto a tape in one pass, without recursion.
@safe struct JSONParser {
    private typealias Entry = JSONDocument.Entry

    private let bytes: UnsafeBufferPointer<UInt8>
    private let maximumDepth: Int
    private var at = 0
    private var tape: [Entry] = []
    /// The containers that are open: where each stands on the tape, and how much is in it.
    private var open: [(entry: Int, count: Int)] = []

    private struct Stop: Error {
        let reason: JSONError.Reason
        let offset: Int
    }

    static func tape(
        of bytes: [UInt8], maximumBytes: Int, maximumDepth: Int
    ) throws(JSONError) -> [JSONDocument.Entry] {
        let result: Result<[Entry], JSONError> = unsafe bytes.withUnsafeBufferPointer { buffer in
            var parser = unsafe JSONParser(bytes: buffer, maximumDepth: maximumDepth)
            do throws(Stop) {
                guard buffer.count <= maximumBytes else {
                    throw Stop(reason: .tooLarge(limit: maximumBytes), offset: maximumBytes)
                }
                try parser.parse()
                return .success(parser.tape)
            } catch {
                return .failure(parser.error(error, in: bytes))
            }
        }
        return try result.get()
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int) {
        unsafe self.bytes = unsafe bytes
        self.maximumDepth = maximumDepth
        tape.reserveCapacity(bytes.count / 12 + 8)
    }

    // MARK: - The grammar

    private mutating func parse() throws(Stop) {
        try checkBeginning()
        var wantsValue = true
        while true {
            if wantsValue {
                wantsValue = try value()
            } else if open.isEmpty {
                skipSpace()
                guard unsafe at == bytes.count else { throw stop(.trailingText) }
                return
            } else {
                wantsValue = try afterValue()
            }
        }
    }

    private mutating func checkBeginning() throws(Stop) {
        if unsafe bytes.count >= 3, unsafe bytes[0] == 0xEF, unsafe bytes[1] == 0xBB,
            unsafe bytes[2] == 0xBF
        {
            throw stop(.byteOrderMark)
        }
        // No JSON in UTF-8 has a zero among its first two octets, or a mark of these.
        if unsafe bytes.count >= 2,
            unsafe bytes[0] == 0 || bytes[1] == 0 || (bytes[0] == 0xFE && bytes[1] == 0xFF)
                || (bytes[0] == 0xFF && bytes[1] == 0xFE)
        {
            throw stop(.otherEncoding)
        }
        skipSpace()
        guard unsafe at < bytes.count else { throw stop(.empty) }
        if unsafe bytes[at] == UInt8(ascii: "<") { throw stop(.looksLikeMarkup) }
    }

    /// Reads a scalar or opens a container; whether a value must follow at once.
    @inline(__always)
    private mutating func value() throws(Stop) -> Bool {
        skipSpace()
        guard unsafe at < bytes.count else { throw stop(.endsEarly) }
        switch unsafe bytes[at] {
        case UInt8(ascii: "\""):
            try string()
            return false
        case UInt8(ascii: "{"):
            try push(.object)
            skipSpace()
            if unsafe at < bytes.count, unsafe bytes[at] == UInt8(ascii: "}") {
                try close(.object)
                return false
            }
            try memberName()
            return true
        case UInt8(ascii: "["):
            try push(.array)
            skipSpace()
            if unsafe at < bytes.count, unsafe bytes[at] == UInt8(ascii: "]") {
                try close(.array)
                return false
            }
            open[open.count - 1].count = 1
            return true
        case UInt8(ascii: "t"): try word("true", .bool)
        case UInt8(ascii: "f"): try word("false", .bool)
        case UInt8(ascii: "n"): try word("null", .null)
        case UInt8(ascii: "-"), 0x30...0x39: try number()
        default: throw stop(.expectedValue)
        }
        return false
    }

    /// A comma and what follows it, or the end of the container; whether a value must follow.
    @inline(__always)
    private mutating func afterValue() throws(Stop) -> Bool {
        skipSpace()
        guard unsafe at < bytes.count else { throw stop(.endsEarly) }
        let kind = tape[open[open.count - 1].entry].kind
        let end = kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]")
        if unsafe bytes[at] == end {
            try close(kind)
            return false
        }
        guard unsafe bytes[at] == UInt8(ascii: ",") else { throw stop(.expectedCommaOrEnd) }
        let comma = at
        at += 1
        skipSpace()
        if unsafe at < bytes.count, unsafe bytes[at] == end {
            throw Stop(reason: .trailingComma, offset: comma)
        }
        if kind == .object {
            try memberName()
        } else {
            open[open.count - 1].count += 1
        }
        return true
    }

    @inline(__always)
    private mutating func memberName() throws(Stop) {
        guard unsafe at < bytes.count else { throw stop(.endsEarly) }
        guard unsafe bytes[at] == UInt8(ascii: "\"") else { throw stop(.expectedKey) }
        try string()
        open[open.count - 1].count += 1
        skipSpace()
        guard unsafe at < bytes.count else { throw stop(.endsEarly) }
        guard unsafe bytes[at] == UInt8(ascii: ":") else { throw stop(.expectedColon) }
        at += 1
    }

    private mutating func push(_ kind: JSONValue.Kind) throws(Stop) {
        guard open.count < maximumDepth else { throw stop(.tooDeep(limit: maximumDepth)) }
        open.append((tape.count, 0))
        tape.append(Entry(kind: kind, offset: at, length: 0, next: 0))
        at += 1
    }

    private mutating func close(_ kind: JSONValue.Kind) throws(Stop) {
        let (entry, count) = open[open.count - 1]
        if kind == .object, count > 1 { try refuseDuplicates(entry, count) }
        open.removeLast()
        at += 1
        tape[entry].length = UInt32(truncatingIfNeeded: at) - tape[entry].offset
        tape[entry].next = UInt32(truncatingIfNeeded: tape.count)
        tape[entry].info |= UInt32(truncatingIfNeeded: count) << 4
    }

    private mutating func word(_ word: StaticString, _ kind: JSONValue.Kind) throws(Stop) {
        let count = word.utf8CodeUnitCount
        for offset in 0..<count {
            guard unsafe at + offset < bytes.count else { throw stop(.endsEarly) }
            guard unsafe bytes[at + offset] == word.utf8Start[offset] else {
                throw stop(.expectedValue)
            }
        }
        tape.append(Entry(kind: kind, offset: at, length: count, next: tape.count + 1))
        at += count
    }

    // MARK: - Numbers

    private mutating func number() throws(Stop) {
        let start = at
        if unsafe bytes[at] == UInt8(ascii: "-") { at += 1 }
        if unsafe at < bytes.count, unsafe bytes[at] == UInt8(ascii: "0") {
            at += 1
        } else {
            try digits()
        }
        if unsafe at < bytes.count, unsafe bytes[at] == UInt8(ascii: ".") {
            at += 1
            try digits()
        }
        if unsafe at < bytes.count, unsafe bytes[at] | 0x20 == UInt8(ascii: "e") {
            at += 1
            if unsafe at < bytes.count,
                unsafe bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-")
            {
                at += 1
            }
            try digits()
        }
        if unsafe at < bytes.count, unsafe isDigit(bytes[at]) { throw stop(.invalidNumber) }
        let length = at - start
        tape.append(Entry(kind: .number, offset: start, length: length, next: tape.count + 1))
    }

    private mutating func digits() throws(Stop) {
        guard unsafe at < bytes.count else { throw stop(.endsEarly) }
        guard unsafe isDigit(bytes[at]) else { throw stop(.invalidNumber) }
        while unsafe at < bytes.count, unsafe isDigit(bytes[at]) { at += 1 }
    }

    @inline(__always)
    private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    // MARK: - Strings

    @inline(__always)
    private mutating func string() throws(Stop) {
        at += 1
        let start = at
        var escaped = false
        while true {
            skipPlain()
            guard unsafe at < bytes.count else { throw stop(.endsEarly) }
            let byte = unsafe bytes[at]
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\") {
                escaped = true
                try escape()
            } else if byte < 0x20 {
                throw stop(.controlCharacter)
            } else {
                try multibyte()
            }
        }
        tape.append(
            Entry(
                kind: .string, offset: start, length: at - start, next: tape.count + 1,
                escaped: escaped))
        at += 1
    }

    /// Passes over ASCII without quote, backslash and controls, eight octets at a time.
    @inline(__always)
    private mutating func skipPlain() {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        guard let base = unsafe UnsafeRawPointer(bytes.baseAddress) else { return }
        while unsafe at + 8 <= bytes.count {
            let word = unsafe UInt64(
                littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            let quote = word ^ (ones &* 0x22)
            let slash = word ^ (ones &* 0x5C)
            let special =
                (quote &- ones) & ~quote | (slash &- ones) & ~slash
                | (word &- (ones &* 0x20)) & ~word | word
            let found = special & highs
            if found != 0 {
                at += found.trailingZeroBitCount >> 3
                return
            }
            at += 8
        }
        while unsafe at < bytes.count {
            let byte = unsafe bytes[at]
            if byte == 0x22 || byte == 0x5C || byte < 0x20 || byte >= 0x80 { return }
            at += 1
        }
    }

    private mutating func escape() throws(Stop) {
        guard unsafe at + 1 < bytes.count else {
            throw unsafe Stop(reason: .endsEarly, offset: bytes.count)
        }
        switch unsafe bytes[at + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
            UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            at += 2
        case UInt8(ascii: "u"):
            let first = try codeUnit(at + 2)
            if first >= 0xDC00, first < 0xE000 { throw stop(.loneSurrogate) }
            if first >= 0xD800, first < 0xDC00 {
                guard unsafe at + 7 < bytes.count, unsafe bytes[at + 6] == UInt8(ascii: "\\"),
                    unsafe bytes[at + 7] == UInt8(ascii: "u")
                else { throw stop(.loneSurrogate) }
                let second = try codeUnit(at + 8)
                guard second >= 0xDC00, second < 0xE000 else { throw stop(.loneSurrogate) }
                at += 6
            }
            at += 6
        default: throw stop(.invalidEscape)
        }
    }

    private func codeUnit(_ place: Int) throws(Stop) -> UInt32 {
        guard unsafe place + 4 <= bytes.count else {
            throw unsafe Stop(reason: .endsEarly, offset: bytes.count)
        }
        guard let unit = unsafe JSONEscapes.hex4(bytes, place) else { throw stop(.invalidEscape) }
        return unit
    }

    /// One character beyond ASCII, in its only well-formed spelling (Unicode table 3-7).
    @inline(__always)
    private mutating func multibyte() throws(Stop) {
        let lead = unsafe bytes[at]
        let length: Int
        var lowest: UInt8 = 0x80
        var highest: UInt8 = 0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if lead == 0xE0 { lowest = 0xA0 }
            if lead == 0xED { highest = 0x9F }
        case 0xF0...0xF4:
            length = 4
            if lead == 0xF0 { lowest = 0x90 }
            if lead == 0xF4 { highest = 0x8F }
        default: throw stop(.invalidUTF8)
        }
        guard unsafe at + length <= bytes.count else { throw stop(.invalidUTF8) }
        guard unsafe bytes[at + 1] >= lowest, unsafe bytes[at + 1] <= highest else {
            throw stop(.invalidUTF8)
        }
        for offset in 2..<max(2, length) where unsafe bytes[at + offset] & 0xC0 != 0x80 {
            throw stop(.invalidUTF8)
        }
        at += length
    }

    @inline(__always)
    private mutating func skipSpace() {
        while unsafe at < bytes.count {
            let byte = unsafe bytes[at]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            at += 1
        }
    }

    // MARK: - Duplicate names

    private func refuseDuplicates(_ entry: Int, _ count: Int) throws(Stop) {
        if count <= 16 {
            var first = entry + 1
            for _ in 0..<count {
                var second = nextName(first)
                while second < tape.count {
                    if same(first, second) { throw duplicate(second) }
                    second = nextName(second)
                }
                first = nextName(first)
            }
            return
        }
        var names: [(text: [UInt8], entry: Int)] = []
        names.reserveCapacity(count)
        var name = entry + 1
        while name < tape.count {
            names.append((nameBytes(name), name))
            name = nextName(name)
        }
        names.sort { $0.text.lexicographicallyPrecedes($1.text) }
        for index in 1..<names.count where names[index - 1].text == names[index].text {
            throw duplicate(max(names[index - 1].entry, names[index].entry))
        }
    }

    @inline(__always)
    private func nextName(_ name: Int) -> Int { Int(tape[name + 1].next) }

    private func content(_ entry: Int) -> UnsafeBufferPointer<UInt8> {
        let start = Int(tape[entry].offset)
        return unsafe UnsafeBufferPointer(rebasing: bytes[start..<start + Int(tape[entry].length)])
    }

    private func nameBytes(_ entry: Int) -> [UInt8] {
        unsafe tape[entry].isEscaped
            ? JSONEscapes.unescaped(content(entry)) : Array(content(entry))
    }

    @inline(__always)
    private func same(_ first: Int, _ second: Int) -> Bool {
        let (a, b) = (tape[first], tape[second])
        if a.isEscaped || b.isEscaped { return nameBytes(first) == nameBytes(second) }
        guard a.length == b.length else { return false }
        let (left, right) = (Int(a.offset), Int(b.offset))
        for offset in 0..<Int(a.length) where unsafe bytes[left + offset] != bytes[right + offset] {
            return false
        }
        return true
    }

    private func duplicate(_ entry: Int) -> Stop {
        let name = String(decoding: nameBytes(entry), as: UTF8.self)
        return Stop(reason: .duplicateKey(name), offset: Int(tape[entry].offset) - 1)
    }

    // MARK: - Errors

    private func stop(_ reason: JSONError.Reason) -> Stop { Stop(reason: reason, offset: at) }

    private func error(_ stop: Stop, in bytes: [UInt8]) -> JSONError {
        let position = JSONDocument.position(of: stop.offset, in: bytes)
        return JSONError(
            reason: stop.reason, offset: stop.offset, line: position.line,
            column: position.column, pointer: pointer(for: stop.reason))
    }

    /// Where reading stopped: the open containers, each with its last member or element.
    private func pointer(for reason: JSONError.Reason) -> JSONPointer {
        var tokens: [Text] = []
        for (depth, container) in open.enumerated() {
            if case .duplicateKey(let name) = reason, depth == open.count - 1 {
                tokens.append(Text(name))
            } else if tape[container.entry].kind == .array {
                if container.count > 0 { tokens.append(Text(String(container.count - 1))) }
            } else if let name = lastName(of: container, depth: depth) {
                tokens.append(Text(String(decoding: nameBytes(name), as: UTF8.self)))
            }
        }
        return JSONPointer(tokens)
    }

    private func lastName(of container: (entry: Int, count: Int), depth: Int) -> Int? {
        guard container.count > 0 else { return nil }
        if depth + 1 < open.count { return open[depth + 1].entry - 1 }
        var name = container.entry + 1
        for _ in 1..<container.count { name = nextName(name) }
        return name < tape.count ? name : nil
    }
}
