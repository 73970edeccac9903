import DIDs
import JSONText

/// A domain as readers are shown it: as it is registered, which is what counts, and behind that as
/// people write it, where that misleads nobody: each label is in one script, and none in letters
/// that all look like Latin ones.
package enum ShownDomain {
    /// - Parameter domain: a host, also with a port.
    package static func text(_ domain: String) -> String {
        let host = domain.utf8.prefix { $0 != UInt8(ascii: ":") }
        guard let name = HostName(String(Substring(host))),
            !name.unicode.utf8.allSatisfy({ $0 < 0x80 }),
            name.labels.allSatisfy(isPlain)
        else { return domain }
        return "\(domain) (\(name.unicode))"
    }

    private static func isPlain(_ label: String) -> Bool {
        var scripts: Set<Script> = []
        var looksLatin = true
        for scalar in label.unicodeScalars where !isOfAll(scalar) {
            guard let script = Script(scalar.value) else { return false }
            scripts.insert(script)
            if ConfusableLetters.letter(for: scalar) == nil { looksLatin = false }
        }
        guard scripts.count > 1 else { return scripts.isSubset(of: [.latin]) || !looksLatin }
        return [[.han, .kana], [.han, .bopomofo], [.han, .hangul]].contains { together in
            scripts.isSubset(of: together)
        }
    }

    private static func isOfAll(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar.value &- 0x30 < 10
    }

    /// Scripts in which domains are registered, by their blocks; what is in none of them is only
    /// shown in ASCII.
    private enum Script {
        case latin, greek, cyrillic, armenian, hebrew, arabic, georgian, ethiopic, khmer, kana
        case bopomofo, han, hangul, devanagari, bengali, gurmukhi, gujarati, oriya, tamil, telugu
        case kannada, malayalam, sinhala, thai, lao, myanmar

        init?(_ value: UInt32) {
            switch value {
            case 0x61...0x7A, 0xB7, 0xDF...0x24F, 0x1E00...0x1EFF: self = .latin
            case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
            case 0x400...0x52F: self = .cyrillic
            case 0x530...0x58F: self = .armenian
            case 0x590...0x5FF: self = .hebrew
            case 0x600...0x6FF, 0x750...0x77F: self = .arabic
            case 0x900...0x97F: self = .devanagari
            case 0x980...0x9FF: self = .bengali
            case 0xA00...0xA7F: self = .gurmukhi
            case 0xA80...0xAFF: self = .gujarati
            case 0xB00...0xB7F: self = .oriya
            case 0xB80...0xBFF: self = .tamil
            case 0xC00...0xC7F: self = .telugu
            case 0xC80...0xCFF: self = .kannada
            case 0xD00...0xD7F: self = .malayalam
            case 0xD80...0xDFF: self = .sinhala
            case 0xE00...0xE7F: self = .thai
            case 0xE80...0xEFF: self = .lao
            case 0x1000...0x109F: self = .myanmar
            case 0x10A0...0x10FF: self = .georgian
            case 0x1200...0x137F: self = .ethiopic
            case 0x1780...0x17FF: self = .khmer
            case 0x3040...0x30FF: self = .kana
            case 0x3100...0x312F: self = .bopomofo
            case 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x3FFFF: self = .han
            case 0xAC00...0xD7A3: self = .hangul
            default: return nil
            }
        }
    }
}
