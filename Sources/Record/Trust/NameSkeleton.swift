import JSONText

/// What a name looks like: names that people take for each other have the same one.
///
/// Letters of other alphabets, accents, digits and signs are brought to the Latin letter that they
/// resemble; spaces, marks and what nobody sees are left out. It is compared, and never shown.
package struct NameSkeleton: Hashable, Sendable {
    private let text: Text

    package init(_ name: String) {
        var out = String.UnicodeScalarView()
        for scalar in name.unicodeScalars { Self.append(scalar, to: &out) }
        let joined = Self.joinedStrokes(out)
        // A name of signs alone is only like itself.
        text = Text(joined.isEmpty ? name : String(joined))
    }

    private static func append(
        _ scalar: Unicode.Scalar, to out: inout String.UnicodeScalarView
    ) {
        if let letter = ConfusableLetters.letter(for: scalar) {
            out.append(letter)
            return
        }
        guard isSeen(scalar) else { return }
        for lower in scalar.properties.lowercaseMapping.unicodeScalars where isSeen(lower) {
            out.append(ConfusableLetters.letter(for: lower) ?? lower)
        }
    }

    private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber, .spacingMark, .mathSymbol,
            .currencySymbol, .otherSymbol:
            true
        // Accents are left out; the vowels of other scripts are not.
        case .nonspacingMark: !isAccent(scalar.value)
        default: false
        }
    }

    private static func isAccent(_ value: UInt32) -> Bool {
        switch value {
        case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE00...0xFE0F,
            0xFE20...0xFE2F, 0xE0100...0xE01EF:
            true
        default: false
        }
    }

    /// `rn` looks like `m`, and `vv` like `w`.
    private static func joinedStrokes(
        _ scalars: String.UnicodeScalarView
    ) -> String.UnicodeScalarView {
        var out = String.UnicodeScalarView()
        for scalar in scalars {
            switch (out.last, scalar) {
            case ("r", "n"):
                out.removeLast()
                out.append("m")
            case ("v", "v"):
                out.removeLast()
                out.append("w")
            default: out.append(scalar)
            }
        }
        return out
    }
}

/// How a name is written: with which alphabets, and with what nobody sees.
package struct NameWriting: Sendable {
    /// The first word that mixes alphabets whose letters look alike.
    package private(set) var mixedWord: String?
    /// Which ones, for people.
    package private(set) var alphabets = ""
    /// Whether there are characters in it that turn the direction of writing or are not seen.
    package private(set) var isHiding = false

    package init(_ name: String) {
        var word = Word()
        var hasJoined = false
        var hasJoiner = false
        for scalar in name.unicodeScalars {
            switch scalar.value {
            // Joiners are part of writing in several scripts of Asia.
            case 0x200C, 0x200D: hasJoiner = true
            // Overrides, and what has no width.
            case 0x202A...0x202E, 0x200B, 0x2060...0x2064, 0xFEFF, 0x00AD, 0xE0000...0xE007F,
                0x115F, 0x1160, 0x3164, 0xFFA0:
                isHiding = true
            default: break
            }
            if let alphabet = Alphabet(scalar) {
                word.add(scalar, alphabet)
            } else if scalar.properties.isAlphabetic {
                hasJoined = true
                word.add(scalar, nil)
            } else if scalar.properties.isWhitespace {
                end(&word)
            }
        }
        end(&word)
        if hasJoiner, !hasJoined { isHiding = true }
    }

    private mutating func end(_ word: inout Word) {
        if mixedWord == nil, word.alphabets.count > 1 {
            mixedWord = String(word.text)
            alphabets = word.alphabets.sorted { $0.rawValue < $1.rawValue }.map(\.rawValue)
                .joined(separator: ", ")
        }
        word = Word()
    }

    private struct Word {
        var text = String.UnicodeScalarView()
        var alphabets: Set<Alphabet> = []

        mutating func add(_ scalar: Unicode.Scalar, _ alphabet: Alphabet?) {
            text.append(scalar)
            if let alphabet { alphabets.insert(alphabet) }
        }
    }

    /// Alphabets with letters that look like those of another of them.
    private enum Alphabet: String {
        case armenian = "Armenian"
        case cherokee = "Cherokee"
        case cyrillic = "Cyrillic"
        case greek = "Greek"
        case latin = "Latin"

        init?(_ scalar: Unicode.Scalar) {
            guard scalar.properties.isAlphabetic else { return nil }
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: self = .latin
            case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
            case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F:
                self = .cyrillic
            case 0x530...0x58F: self = .armenian
            case 0x13A0...0x13FF, 0xAB70...0xABBF: self = .cherokee
            default: return nil
            }
        }
    }
}
