import JSONText

/// A regular expression as it is written.
indirect enum PatternSyntax {
    case scalar(UInt32)
    case any
    case set(ScalarSet)
    case sequence([PatternSyntax])
    case alternatives([PatternSyntax])
    case repetition(PatternSyntax, least: Int, most: Int?)
    case group(PatternSyntax, number: Int)
    case start
    case end
    case boundary(isNegated: Bool)
    case look(PatternSyntax, isBehind: Bool, isNegated: Bool)
    case backreference(Int)
    case namedBackreference(Text)
}

/// Reads the syntax of ECMA-262 section 22.2.1 in Unicode mode.
///
/// Milder than that in what schemas in use rely on: any ASCII punctuation may be escaped, and a
/// brace or bracket that can mean nothing else stands for itself.
struct PatternParser {
    private let scalars: [UInt32]
    private var at = 0
    private var depth = 0
    private(set) var groups = 0
    private(set) var names: [Text: Int] = [:]
    private(set) var hasBackreferences = false

    init(_ text: Text) {
        scalars = text.string.unicodeScalars.map(\.value)
    }

    mutating func parse() throws(PatternError) -> PatternSyntax {
        let syntax = try alternatives()
        guard at == scalars.count else { throw .unbalancedParenthesis(at: at) }
        return syntax
    }

    // MARK: - Reading

    private var next: UInt32? { at < scalars.count ? scalars[at] : nil }

    private mutating func take() throws(PatternError) -> UInt32 {
        guard let scalar = next else { throw .endsEarly }
        at += 1
        return scalar
    }

    private mutating func take(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard at + count <= scalars.count else { return false }
        for offset in 0..<count where unsafe scalars[at + offset] != UInt32(text.utf8Start[offset])
        {
            return false
        }
        at += count
        return true
    }

    // MARK: - Structure

    private mutating func alternatives() throws(PatternError) -> PatternSyntax {
        guard depth <= SchemaLimits.patternDepth else {
            throw .tooDeep(limit: SchemaLimits.patternDepth)
        }
        depth += 1
        var all = [try sequence()]
        while take("|") { all.append(try sequence()) }
        depth -= 1
        return all.count == 1 ? all[0] : .alternatives(all)
    }

    private mutating func sequence() throws(PatternError) -> PatternSyntax {
        var terms: [PatternSyntax] = []
        while let scalar = next, scalar != 0x7C, scalar != 0x29 {
            terms.append(try quantified(try term()))
        }
        return terms.count == 1 ? terms[0] : .sequence(terms)
    }

    private mutating func term() throws(PatternError) -> PatternSyntax {
        let start = at
        let scalar = try take()
        switch scalar {
        case UInt32(UInt8(ascii: "^")): return .start
        case UInt32(UInt8(ascii: "$")): return .end
        case UInt32(UInt8(ascii: ".")): return .any
        case UInt32(UInt8(ascii: "(")): return try group(start)
        case UInt32(UInt8(ascii: "[")): return .set(try characterClass())
        case UInt32(UInt8(ascii: "\\")): return try escape(start)
        case UInt32(UInt8(ascii: "*")), UInt32(UInt8(ascii: "+")), UInt32(UInt8(ascii: "?")):
            throw .nothingToRepeat(at: start)
        case UInt32(UInt8(ascii: "{")):
            at = start
            if try counts() != nil { throw .nothingToRepeat(at: start) }
            at = start + 1
            return .scalar(scalar)
        default: return .scalar(scalar)
        }
    }

    private mutating func group(_ start: Int) throws(PatternError) -> PatternSyntax {
        var syntax: PatternSyntax
        if take("?:") {
            syntax = try alternatives()
        } else if take("?=") {
            syntax = .look(try alternatives(), isBehind: false, isNegated: false)
        } else if take("?!") {
            syntax = .look(try alternatives(), isBehind: false, isNegated: true)
        } else if take("?<=") {
            syntax = .look(try alternatives(), isBehind: true, isNegated: false)
        } else if take("?<!") {
            syntax = .look(try alternatives(), isBehind: true, isNegated: true)
        } else {
            groups += 1
            let number = groups
            if take("?<") {
                let name = try name(until: UInt8(ascii: ">"))
                guard !name.string.isEmpty, names.updateValue(number, forKey: name) == nil else {
                    throw .badGroup(at: start)
                }
            } else if next == UInt32(UInt8(ascii: "?")) {
                throw .badGroup(at: start)
            }
            syntax = .group(try alternatives(), number: number)
        }
        guard take(")") else { throw .unbalancedParenthesis(at: start) }
        return syntax
    }

    private mutating func name(until end: UInt8) throws(PatternError) -> Text {
        var name = ""
        while true {
            let scalar = try take()
            if scalar == UInt32(end) { return Text(name) }
            if let scalar = Unicode.Scalar(scalar) { name.unicodeScalars.append(scalar) }
        }
    }

    // MARK: - Repetition

    private mutating func quantified(
        _ term: PatternSyntax
    ) throws(PatternError) -> PatternSyntax {
        let start = at
        let counts: (Int, Int?)
        if take("*") {
            counts = (0, nil)
        } else if take("+") {
            counts = (1, nil)
        } else if take("?") {
            counts = (0, 1)
        } else if next == UInt32(UInt8(ascii: "{")), let read = try self.counts() {
            counts = read
        } else {
            at = start
            return term
        }
        // Whether to take as few as possible changes what is captured, never whether it fits.
        _ = take("?")
        switch term {
        case .start, .end, .boundary, .look: throw .nothingToRepeat(at: start)
        default: return .repetition(term, least: counts.0, most: counts.1)
        }
    }

    /// `{n}`, `{n,}` or `{n,m}`; nil for anything else.
    private mutating func counts() throws(PatternError) -> (Int, Int?)? {
        let start = at
        guard take("{"), let least = number() else { return nil }
        if take("}") { return (least, least) }
        guard take(",") else { return nil }
        if take("}") { return (least, nil) }
        guard let most = number(), take("}") else { return nil }
        guard least <= most else { throw .badRepetition(at: start) }
        return (least, most)
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let scalar = next, scalar &- 0x30 < 10 {
            value = min((value ?? 0) * 10 + Int(scalar - 0x30), 1_000_000)
            at += 1
        }
        return value
    }

    // MARK: - Escapes

    private mutating func escape(_ start: Int) throws(PatternError) -> PatternSyntax {
        let scalar = try take()
        switch UInt8(truncatingIfNeeded: scalar) {
        case _ where scalar >= 0x80: throw .badEscape(at: start)
        case UInt8(ascii: "b"): return .boundary(isNegated: false)
        case UInt8(ascii: "B"): return .boundary(isNegated: true)
        case UInt8(ascii: "k"):
            guard take("<") else { throw .badEscape(at: start) }
            hasBackreferences = true
            return .namedBackreference(try name(until: UInt8(ascii: ">")))
        case UInt8(ascii: "1")...UInt8(ascii: "9"):
            at -= 1
            hasBackreferences = true
            return .backreference(number() ?? 0)
        default:
            at -= 1
            if let set = try setEscape(start) { return .set(set) }
            return .scalar(try scalarEscape(start))
        }
    }

    /// `\d`, `\w`, `\s`, `\p{…}` and their opposites; nil for another escape, which stays unread.
    private mutating func setEscape(_ start: Int) throws(PatternError) -> ScalarSet? {
        if take("d") { return .digits }
        if take("D") { return ScalarSet.digits.inverted }
        if take("w") { return .wordCharacters }
        if take("W") { return ScalarSet.wordCharacters.inverted }
        if take("s") { return .spaces }
        if take("S") { return ScalarSet.spaces.inverted }
        let isNegated = next == UInt32(UInt8(ascii: "P"))
        guard take("p") || take("P") else { return nil }
        guard take("{") else { throw .badEscape(at: start) }
        let name = try name(until: UInt8(ascii: "}"))
        guard let property = ScalarProperty(name: name) else { throw .unknownProperty(name) }
        let set = ScalarSet(property)
        return isNegated ? set.inverted : set
    }

    private mutating func scalarEscape(_ start: Int) throws(PatternError) -> UInt32 {
        let scalar = try take()
        guard scalar < 0x80 else { throw .badEscape(at: start) }
        switch UInt8(truncatingIfNeeded: scalar) {
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "v"): return 0x0B
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "0"):
            if let digit = next, digit &- 0x30 < 10 { throw .badEscape(at: start) }
            return 0
        case UInt8(ascii: "c"):
            let letter = try take()
            guard (letter | 0x20) &- 0x61 < 26 else { throw .badEscape(at: start) }
            return letter & 0x1F
        case UInt8(ascii: "x"): return try hexadecimal(2, start)
        case UInt8(ascii: "u"): return try unicodeEscape(start)
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E, 0x20: return scalar
        default: throw .badEscape(at: start)
        }
    }

    private mutating func unicodeEscape(_ start: Int) throws(PatternError) -> UInt32 {
        if take("{") {
            var value: UInt32 = 0
            var count = 0
            while !take("}") {
                value = min(value << 4 | (try hexadecimal(1, start)), 0x20_0000)
                count += 1
            }
            guard count > 0, value <= 0x10_FFFF else { throw .badEscape(at: start) }
            return value
        }
        let first = try hexadecimal(4, start)
        guard first &- 0xD800 < 0x400, take("\\u") else { return first }
        let second = try hexadecimal(4, start)
        guard second &- 0xDC00 < 0x400 else { throw .badEscape(at: start) }
        return 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
    }

    private mutating func hexadecimal(
        _ count: Int, _ start: Int
    ) throws(PatternError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<count {
            let scalar = try take()
            guard scalar < 0x80,
                let digit = URIReference.hexadecimal(UInt8(truncatingIfNeeded: scalar))
            else { throw .badEscape(at: start) }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    // MARK: - Classes

    private mutating func characterClass() throws(PatternError) -> ScalarSet {
        let start = at - 1
        var set = ScalarSet()
        set.isNegated = take("^")
        while !take("]") {
            let place = at
            guard let first = try classAtom(&set) else { continue }
            let dash = at
            guard take("-"), next != UInt32(UInt8(ascii: "]")) else {
                at = dash
                set.insert(first...first)
                continue
            }
            guard next != nil else { throw .badRange(at: start) }
            guard let last = try classAtom(&set) else {
                // A set cannot end a range: the dash stands for itself.
                set.insert(first...first)
                set.insert(0x2D...0x2D)
                continue
            }
            guard first <= last else { throw .badRange(at: place) }
            set.insert(first...last)
        }
        return set
    }

    /// One character, or nil where a set has been put in.
    private mutating func classAtom(_ set: inout ScalarSet) throws(PatternError) -> UInt32? {
        let start = at
        let scalar = try take()
        guard scalar == UInt32(UInt8(ascii: "\\")) else { return scalar }
        if take("b") { return 0x08 }
        if let other = try setEscape(start) {
            set.insert(other)
            return nil
        }
        return try scalarEscape(start)
    }
}
