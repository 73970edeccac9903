import JSONText

/// What a plain scalar means, by the JSON schema of YAML 1.2 (section 10.2).
///
/// YAML 1.1 takes `no` for false, `0123` for an octal number and `12:30` for 750; a registrar writes
/// course codes, student numbers and names. Only what JSON itself would read is anything but text,
/// and a number keeps its text: `3.0` stays `3.0`.
enum YAMLScalar {
    static func json(plain text: String) -> JSON {
        switch Text(text) {
        case "", "~", "null": .null
        case "true": .bool(true)
        case "false": .bool(false)
        default: isNumber(Array(text.utf8)) ? .number(text) : .string(text)
        }
    }

    /// Whether the text is a number of JSON (RFC 8259 section 6).
    private static func isNumber(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        let whole = digits(&rest)
        guard whole == 1 || (whole > 1 && bytes[rest.startIndex - whole] != UInt8(ascii: "0"))
        else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            guard digits(&rest) > 0 else { return false }
        }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest.removeFirst()
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
                rest.removeFirst()
            }
            guard digits(&rest) > 0 else { return false }
        }
        return rest.isEmpty
    }

    private static func digits(_ rest: inout ArraySlice<UInt8>) -> Int {
        let count = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
        rest.removeFirst(count)
        return count
    }
}
