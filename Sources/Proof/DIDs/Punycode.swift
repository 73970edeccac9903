import JSONText

/// Letters of all scripts written in those of ASCII (RFC 3492), as labels of host names carry them
/// behind `xn--`.
enum Punycode {
    private static let base = 36
    private static let lowest = 1
    private static let highest = 26
    private static let skew = 38
    private static let damp = 700
    private static let firstBias = 72
    private static let firstCode = 0x80
    private static let hyphen = UInt8(ascii: "-")

    /// Nil where the text is longer than a label can be: the work grows with the square of it.
    static func encode(_ scalars: [Unicode.Scalar]) -> [UInt8]? {
        guard scalars.count <= Limits.hostLabelScalars else { return nil }
        var out = scalars.filter(\.isASCII).map { UInt8(truncatingIfNeeded: $0.value) }
        let basic = out.count
        if basic > 0 { out.append(hyphen) }
        var (code, delta, bias, done) = (firstCode, 0, firstBias, basic)
        while done < scalars.count {
            let rest = scalars.lazy.map { Int($0.value) }.filter { $0 >= code }
            guard let next = rest.min() else { return nil }
            delta += (next - code) * (done + 1)
            code = next
            for scalar in scalars {
                if scalar.value < code { delta += 1 }
                guard scalar.value == code else { continue }
                var rest = delta
                var place = base
                while true {
                    let threshold = threshold(place, bias)
                    guard rest >= threshold else { break }
                    let (quotient, remainder) =
                        (rest - threshold).quotientAndRemainder(dividingBy: base - threshold)
                    out.append(letter(threshold + remainder))
                    rest = quotient
                    place += base
                }
                out.append(letter(rest))
                bias = adapted(delta, done + 1, isFirst: done == basic)
                delta = 0
                done += 1
            }
            delta += 1
            code += 1
        }
        return out
    }

    /// Nil where the letters stand for nothing.
    static func decode(_ letters: [UInt8]) -> [Unicode.Scalar]? {
        guard letters.count <= Limits.hostLabelScalars, letters.allSatisfy({ $0 < 0x80 }) else {
            return nil
        }
        let end = letters.lastIndex(of: hyphen)
        var out = letters[..<(end ?? 0)].map { Unicode.Scalar($0) }
        var rest = letters[(end.map { $0 + 1 } ?? 0)...]
        var (code, index, bias) = (firstCode, 0, firstBias)
        while !rest.isEmpty {
            let (before, isFirst) = (index, index == 0)
            var (weight, place) = (1, base)
            while true {
                guard let digit = rest.popFirst().flatMap(value) else { return nil }
                index += digit * weight
                // More than all code points at all places: no text has it.
                guard index < 0x11_0000 * (Limits.hostLabelScalars + 1) else { return nil }
                let threshold = threshold(place, bias)
                if digit < threshold { break }
                weight *= base - threshold
                guard weight < 1 << 32 else { return nil }
                place += base
            }
            let count = out.count + 1
            bias = adapted(index - before, count, isFirst: isFirst)
            code += index / count
            index %= count
            guard let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value) else {
                return nil
            }
            out.insert(scalar, at: index)
            index += 1
        }
        return out
    }

    private static func threshold(_ place: Int, _ bias: Int) -> Int {
        min(max(place - bias, lowest), highest)
    }

    private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / damp : delta / 2
        delta += delta / count
        var place = 0
        while delta > (base - lowest) * highest / 2 {
            delta /= base - lowest
            place += base
        }
        return place + (base - lowest + 1) * delta / (delta + skew)
    }

    /// `a` to `z` are 0 to 25, `0` to `9` are 26 to 35.
    private static func letter(_ digit: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: digit < 26 ? digit + 0x61 : digit - 26 + 0x30)
    }

    private static func value(_ letter: UInt8) -> Int? {
        switch letter {
        case 0x30...0x39: Int(letter) - 0x30 + 26
        case 0x41...0x5A: Int(letter) - 0x41
        case 0x61...0x7A: Int(letter) - 0x61
        default: nil
        }
    }
}

extension Limits {
    /// Characters of one label of a host name, in either spelling.
    package static let hostLabelScalars = 63
}
