import JSONText

/// A set of characters: `[a-z]`, `\d`, `\p{L}`.
struct ScalarSet: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private var ranges: [ClosedRange<UInt32>] = []
    private var properties: [(property: ScalarProperty, isNegated: Bool)] = []
    private var sets: [ScalarSet] = []
    var isNegated = false

    static let digits = ScalarSet(0x30...0x39)
    static let wordCharacters = ScalarSet(0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A)
    /// White space and line terminators (ECMA-262 section 22.2.2.9).
    static let spaces = ScalarSet(
        0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A,
        0x2028...0x2029, 0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF)

    init(_ ranges: ClosedRange<UInt32>...) {
        for range in ranges { insert(range) }
    }

    init(_ property: ScalarProperty) {
        properties = [(property, false)]
    }

    var inverted: ScalarSet {
        var other = self
        other.isNegated.toggle()
        return other
    }

    mutating func insert(_ range: ClosedRange<UInt32>) {
        var scalar = range.lowerBound
        while scalar < 0x80, scalar <= range.upperBound {
            if scalar < 64 { low |= 1 << UInt64(scalar) } else { high |= 1 << UInt64(scalar - 64) }
            scalar += 1
        }
        if range.upperBound >= 0x80 {
            ranges.append(max(range.lowerBound, 0x80)...range.upperBound)
        }
    }

    mutating func insert(_ set: ScalarSet) { sets.append(set) }

    @inline(__always)
    func contains(_ scalar: UInt32) -> Bool {
        if scalar < 0x80, properties.isEmpty, sets.isEmpty {
            let bit =
                scalar < 64 ? low >> UInt64(scalar) & 1 : high >> UInt64(scalar &- 64) & 1
            return (bit == 1) != isNegated
        }
        return holds(scalar) != isNegated
    }

    private func holds(_ scalar: UInt32) -> Bool {
        if scalar < 64 { if low >> UInt64(scalar) & 1 == 1 { return true } }
        if scalar >= 64, scalar < 128 { if high >> UInt64(scalar - 64) & 1 == 1 { return true } }
        for range in ranges where range.contains(scalar) { return true }
        for set in sets where set.contains(scalar) { return true }
        for entry in properties where entry.property.holds(scalar) != entry.isNegated {
            return true
        }
        return false
    }
}

/// What `\p{…}` can ask: general categories by their short and long names, and those binary
/// properties that need no table of our own. Scripts are not known.
enum ScalarProperty: Sendable {
    case categories([Unicode.GeneralCategory])
    case binary(Binary)

    enum Binary: String, CaseIterable, Sendable {
        case any = "Any"
        case ASCII, Assigned, Alphabetic, Uppercase, Lowercase, White_Space, Math
        case ID_Start, ID_Continue, Ideographic, Hex_Digit, Emoji, Cased
    }

    init?(name: Text) {
        var name = name.string
        for prefix in ["General_Category=", "gc="] where name.utf8.starts(with: prefix.utf8) {
            name = String(name.utf8.dropFirst(prefix.utf8.count)) ?? ""
        }
        let wanted = Text(name)
        if let found = Self.categories.first(where: { $0.names.contains(wanted) }) {
            self = .categories(found.members)
        } else if let found = Binary.allCases.first(where: { Text($0.rawValue) == wanted }) {
            self = .binary(found)
        } else {
            return nil
        }
    }

    func holds(_ value: UInt32) -> Bool {
        guard let scalar = Unicode.Scalar(value) else { return false }
        let properties = scalar.properties
        switch self {
        case .categories(let members): return members.contains(properties.generalCategory)
        case .binary(.any): return true
        case .binary(.ASCII): return value < 0x80
        case .binary(.Assigned): return properties.generalCategory != .unassigned
        case .binary(.Alphabetic): return properties.isAlphabetic
        case .binary(.Uppercase): return properties.isUppercase
        case .binary(.Lowercase): return properties.isLowercase
        case .binary(.White_Space): return properties.isWhitespace
        case .binary(.Math): return properties.isMath
        case .binary(.ID_Start): return properties.isIDStart
        case .binary(.ID_Continue): return properties.isIDContinue
        case .binary(.Ideographic): return properties.isIdeographic
        case .binary(.Hex_Digit): return properties.isHexDigit
        case .binary(.Emoji): return properties.isEmoji
        case .binary(.Cased): return properties.isCased
        }
    }

    private static let categories: [(names: [Text], members: [Unicode.GeneralCategory])] = {
        let single: [([Text], Unicode.GeneralCategory)] = [
            (["Lu", "Uppercase_Letter"], .uppercaseLetter),
            (["Ll", "Lowercase_Letter"], .lowercaseLetter),
            (["Lt", "Titlecase_Letter"], .titlecaseLetter),
            (["Lm", "Modifier_Letter"], .modifierLetter),
            (["Lo", "Other_Letter"], .otherLetter),
            (["Mn", "Nonspacing_Mark"], .nonspacingMark),
            (["Mc", "Spacing_Mark"], .spacingMark),
            (["Me", "Enclosing_Mark"], .enclosingMark),
            (["Nd", "Decimal_Number", "digit"], .decimalNumber),
            (["Nl", "Letter_Number"], .letterNumber),
            (["No", "Other_Number"], .otherNumber),
            (["Pc", "Connector_Punctuation"], .connectorPunctuation),
            (["Pd", "Dash_Punctuation"], .dashPunctuation),
            (["Ps", "Open_Punctuation"], .openPunctuation),
            (["Pe", "Close_Punctuation"], .closePunctuation),
            (["Pi", "Initial_Punctuation"], .initialPunctuation),
            (["Pf", "Final_Punctuation"], .finalPunctuation),
            (["Po", "Other_Punctuation"], .otherPunctuation),
            (["Sm", "Math_Symbol"], .mathSymbol),
            (["Sc", "Currency_Symbol"], .currencySymbol),
            (["Sk", "Modifier_Symbol"], .modifierSymbol),
            (["So", "Other_Symbol"], .otherSymbol),
            (["Zs", "Space_Separator"], .spaceSeparator),
            (["Zl", "Line_Separator"], .lineSeparator),
            (["Zp", "Paragraph_Separator"], .paragraphSeparator),
            (["Cc", "Control", "cntrl"], .control),
            (["Cf", "Format"], .format),
            (["Cs", "Surrogate"], .surrogate),
            (["Co", "Private_Use"], .privateUse),
            (["Cn", "Unassigned"], .unassigned),
        ]
        let groups: [([Text], String)] = [
            (["L", "Letter"], "L"), (["M", "Mark", "Combining_Mark"], "M"),
            (["N", "Number"], "N"), (["P", "Punctuation", "punct"], "P"),
            (["S", "Symbol"], "S"), (["Z", "Separator"], "Z"), (["C", "Other"], "C"),
        ]
        let cased: [Unicode.GeneralCategory] = [
            .uppercaseLetter, .lowercaseLetter, .titlecaseLetter,
        ]
        return single.map { ($0.0, [$0.1]) }
            + groups.map { names, initial in
                let members = single.filter { entry in
                    entry.0.first?.string.utf8.first == initial.utf8.first
                }
                return (names, members.map(\.1))
            } + [(["LC", "Cased_Letter"], cased)]
    }()
}
