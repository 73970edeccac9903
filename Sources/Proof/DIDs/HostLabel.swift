import JSONText

/// One label of a host name in both spellings.
struct HostLabel {
    let ascii: String
    let unicode: String

    /// - Parameter scalars: in small letters, composed.
    init?(_ scalars: Substring.UnicodeScalarView) {
        let text = String(Substring(scalars))
        guard scalars.allSatisfy(\.isASCII) else {
            guard Self.isRegistrable(Array(scalars)), let code = Punycode.encode(Array(scalars))
            else { return nil }
            let name = "xn--" + String(decoding: code, as: UTF8.self)
            guard name.utf8.count <= 63 else { return nil }
            ascii = name
            unicode = text
            return
        }
        guard Self.isPlain(Array(text.utf8)) else { return nil }
        ascii = text
        guard text.utf8.starts(with: "xn--".utf8) else {
            unicode = text
            return
        }
        // One that stands for nothing, or for what is spelled otherwise, is in no registry.
        guard let letters = Punycode.decode(Array(text.utf8.dropFirst(4))),
            !letters.allSatisfy(\.isASCII), Self.isRegistrable(letters),
            let code = Punycode.encode(letters), code.elementsEqual(text.utf8.dropFirst(4))
        else { return nil }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: letters)
        let written = String(view)
        guard written.composed.unicodeScalars.elementsEqual(letters) else { return nil }
        unicode = written
    }

    private static func isPlain(_ bytes: [UInt8]) -> Bool {
        let hyphen = UInt8(ascii: "-")
        return (1...63).contains(bytes.count) && bytes.first != hyphen && bytes.last != hyphen
            && bytes.allSatisfy { byte in
                byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == hyphen
            }
    }

    // MARK: - What may be registered (RFC 5891 section 4.2, RFC 5892)

    private static func isRegistrable(_ scalars: [Unicode.Scalar]) -> Bool {
        guard scalars.count <= Limits.hostLabelScalars, let first = scalars.first,
            first != "-", scalars.last != "-", !isMark(first)
        else { return false }
        if scalars.count > 3, scalars[2] == "-", scalars[3] == "-" { return false }
        for (index, scalar) in scalars.enumerated() {
            if scalar.isASCII {
                let isPlain = scalar == "-" || isLetterOrDigit(scalar)
                guard isPlain, scalar.properties.lowercaseMapping.unicodeScalars.first == scalar
                else { return false }
            } else if let isGood = fits(scalar, scalars, index) {
                guard isGood else { return false }
            } else if !isAllowed(scalar) {
                return false
            }
        }
        return true
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .lowercaseLetter, .uppercaseLetter, .otherLetter, .decimalNumber, .modifierLetter,
            .nonspacingMark, .spacingMark:
            true
        default: false
        }
    }

    /// The rule by properties (RFC 5892 section 3).
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // What stands in for other letters: jamo that are composed, signs on signs, notes of music.
        case 0x1100...0x11FF, 0xA960...0xA97F, 0xD7B0...0xD7FF, 0x20D0...0x20FF,
            0x1D100...0x1D24F:
            return false
        default: break
        }
        let properties = scalar.properties
        return isLetterOrDigit(scalar) && !properties.changesWhenNFKCCaseFolded
            && !properties.isDefaultIgnorableCodePoint && !properties.isNoncharacterCodePoint
    }

    /// What has a rule of its own (RFC 5892 section 2.6 and appendix A); nil for all else. Joiners,
    /// which nobody sees, are refused everywhere.
    private static func fits(
        _ scalar: Unicode.Scalar, _ label: [Unicode.Scalar], _ index: Int
    ) -> Bool? {
        let before = index > 0 ? label[index - 1] : nil
        let after = index + 1 < label.count ? label[index + 1] : nil
        switch scalar.value {
        case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007: return true
        case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B, 0x200C, 0x200D: return false
        case 0xB7: return before == "l" && after == "l"
        case 0x375: return after.map { (0x370...0x3FF).contains($0.value) } ?? false
        case 0x5F3, 0x5F4: return before.map { (0x5D0...0x5EA).contains($0.value) } ?? false
        case 0x30FB: return label.contains { isEastAsian($0.value) }
        case 0x660...0x669: return !label.contains { (0x6F0...0x6F9).contains($0.value) }
        case 0x6F0...0x6F9: return !label.contains { (0x660...0x669).contains($0.value) }
        default: return nil
        }
    }

    private static func isEastAsian(_ value: UInt32) -> Bool {
        switch value {
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
