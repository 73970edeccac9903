extension JSONValue {
    /// The canonical octets of the value (RFC 8785).
    ///
    /// Fails where a number is beyond the range of doubles.
    public func canonicalized() throws(JSONError) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(Int(range.count))
        try appendCanonical(to: &out)
        return out
    }

    private func appendCanonical(to out: inout [UInt8]) throws(JSONError) {
        switch kind {
        case .null, .bool: out.append(contentsOf: bytes)
        case .string: appendCanonicalString(to: &out)
        case .number:
            guard let value = double, let text = CanonicalNumber.text(of: value) else {
                throw error(.numberOutOfRange)
            }
            out.append(contentsOf: text.utf8)
        case .array:
            out.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { out.append(UInt8(ascii: ",")) }
                try element.appendCanonical(to: &out)
            }
            out.append(UInt8(ascii: "]"))
        case .object:
            out.append(UInt8(ascii: "{"))
            for (index, member) in sortedMembers().enumerated() {
                if index > 0 { out.append(UInt8(ascii: ",")) }
                member.key.appendCanonicalString(to: &out)
                out.append(UInt8(ascii: ":"))
                try member.value.appendCanonical(to: &out)
            }
            out.append(UInt8(ascii: "}"))
        }
    }

    /// Section 3.2.3: names are ordered by their UTF-16 code units.
    private func sortedMembers() -> [Member] {
        members.map { (name: $0.name, member: $0) }
            .sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
            .map(\.member)
    }

    private func appendCanonicalString(to out: inout [UInt8]) {
        if isEscaped {
            JSONEscapes.appendQuoted(unescapedBytes, to: &out)
        } else {
            out.append(contentsOf: bytes)
        }
    }

    private func error(_ reason: JSONError.Reason) -> JSONError {
        let position = document.position(of: range.lowerBound)
        return JSONError(
            reason: reason, offset: range.lowerBound, line: position.line,
            column: position.column, pointer: pointer)
    }
}

/// Numbers as ECMAScript writes them (RFC 8785 section 3.2.2.3).
public enum CanonicalNumber {
    /// Nil for infinities and not-a-number.
    public static func text(of value: Double) -> String? {
        guard value.isFinite else { return nil }
        guard value != 0 else { return "0" }
        let sign = value < 0 ? "-" : ""
        let (digits, exponent) = shortestDigits(of: value.magnitude)
        return sign + layout(digits, exponent)
    }

    /// The shortest digits d₁d₂… that read back as the value, and n so that it is 0.d₁d₂… × 10ⁿ.
    static func shortestDigits(of value: Double) -> (digits: [UInt8], exponent: Int) {
        var digits: [UInt8] = []
        var exponent = 0
        var pointAt: Int?
        var rest = value.description.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: ".") {
                pointAt = digits.count
            } else if byte == UInt8(ascii: "e") {
                exponent = Int(String(Substring(rest))) ?? 0
                break
            } else {
                digits.append(byte)
            }
        }
        exponent += pointAt ?? digits.count
        let leading = digits.prefix { $0 == UInt8(ascii: "0") }.count
        digits.removeFirst(leading)
        exponent -= leading
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        return (digits, exponent)
    }

    private static func layout(_ digits: [UInt8], _ n: Int) -> String {
        let text = String(decoding: digits, as: UTF8.self)
        let k = digits.count
        if k <= n, n <= 21 { return text + String(repeating: "0", count: n - k) }
        if 0 < n, n <= 21 { return "\(text.prefix(n)).\(text.dropFirst(n))" }
        if -6 < n, n <= 0 { return "0." + String(repeating: "0", count: -n) + text }
        let power = n - 1 < 0 ? "e-\(1 - n)" : "e+\(n - 1)"
        return k == 1 ? text + power : "\(text.prefix(1)).\(text.dropFirst())\(power)"
    }
}
