import Foundation
import JSONText
import Testing

/// Foundation's reader is another implementation, made by others: where both accept a text, it
/// says the same to both; where only Foundation does, the reason is one of a short list.
@Suite struct `Beside Foundation's reader` {
    private static let seeds = [
        #"{"a": [1, 2.5, -0, 1e-7, 0.1E+3, 12], "b": null, "c": {"d": true, "e": "x\n"}}"#,
        #"["\u00e9", "é", "\ud83d\ude00", "\"\\\/\b\f\n\r\t", "", true, false, [[], {}]]"#,
        #"{"": {"a/b": {"m~n": [[[[]]], {}]}}, "\u20ac": 1, "\ufb33": 2, "z": [0]}"#,
        "[1, 0.5, -3, 100, 1E2, {\"k\": [\"v\", null]}]", "  \"text\"  ", "[0]", "17",
    ]
    private static let pieces = [
        "\"", "\\", "{", "}", "[", "]", ",", ":", "0", "-", "e", ".", "1", "true", "null", " ",
        "\\u0041", "\\ud800", "\\u0000", "\u{0}", "\u{FEFF}", "é", "é", ",]", ",}", "//", "'",
        "NaN", "\"a\":1,\"a\":2", "+1", "01", "\t", "\u{7F}", "\u{80}",
    ]

    /// What this project refuses and Foundation reads (docs/known-differences.md).
    private func isStricter(_ reason: JSONError.Reason) -> Bool {
        switch reason {
        case .duplicateKey, .byteOrderMark, .trailingComma, .tooDeep, .numberOutOfRange,
            .otherEncoding:
            true
        case .empty, .looksLikeMarkup, .expectedValue, .expectedKey, .expectedColon,
            .expectedCommaOrEnd, .trailingText, .endsEarly, .invalidNumber, .invalidUTF8,
            .invalidEscape, .loneSurrogate, .controlCharacter, .tooLarge:
            false
        }
    }

    /// Foundation takes zero octets at the beginning for UTF-16 or UTF-32, and leaves out byte
    /// order marks wherever they stand in a text.
    private func isReadOtherwise(_ bytes: [UInt8]) -> Bool {
        bytes.prefix(4).contains(0)
            || String(decoding: bytes.dropFirst(3), as: UTF8.self).unicodeScalars
                .contains("\u{FEFF}")
    }

    private func isSame(_ value: JSONValue, _ other: Any) -> Bool {
        switch value.kind {
        case .null: other is NSNull
        case .bool: (other as? Bool) == value.bool
        case .number: (other as? NSNumber)?.doubleValue == value.double
        case .string:
            (other as? String).map { Array($0.utf8) } == value.string.map { Array($0.utf8) }
        case .array:
            (other as? [Any]).map { list in
                list.count == value.count
                    && zip(value.elements, list).allSatisfy { isSame($0, $1) }
            } ?? false
        case .object:
            (other as? [String: Any]).map { isSame(value, members: $0) } ?? false
        }
    }

    /// Foundation takes names for one that differ only in how their characters are composed.
    private func isSame(_ value: JSONValue, members: [String: Any]) -> Bool {
        let names = Set(value.members.map(\.name))
        guard names.count == value.count else { return true }
        return members.count == value.count
            && value.members.allSatisfy { member in
                members[member.name].map { isSame(member.value, $0) } ?? false
            }
    }

    @Test func `generated texts say the same, or are refused for a reason on the list`() {
        var generator = Generator(state: 1)
        var both = 0
        var stricter = 0
        for round in 0..<20_000 {
            let bytes = generator.mutant(of: Self.seeds[round % Self.seeds.count], Self.pieces)
            guard !isReadOtherwise(bytes) else { continue }
            let other = try? JSONSerialization.jsonObject(
                with: Data(bytes), options: .fragmentsAllowed)
            let text = String(decoding: bytes, as: UTF8.self)
            do throws(JSONError) {
                let document = try JSONDocument(parsing: bytes)
                guard let other else { continue }
                both += 1
                #expect(isSame(document.root, other), "\(text)")
            } catch {
                guard other != nil else { continue }
                stricter += 1
                #expect(isStricter(error.reason), "\(error): \(text)")
            }
        }
        #expect(both > 2_000)
        #expect(stricter > 20)
    }
}

/// Numbers that look like chance and are the same in every run (SplitMix64).
private struct Generator {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, bound)))
    }

    mutating func mutant(of seed: String, _ pieces: [String]) -> [UInt8] {
        var bytes = Array(seed.utf8)
        for _ in 0...next(3) {
            let start = next(bytes.count + 1)
            switch next(4) {
            case 0: bytes.insert(contentsOf: pieces[next(pieces.count)].utf8, at: start)
            case 1: bytes.removeSubrange(start..<min(bytes.count, start + 1 + next(4)))
            case 2 where start < bytes.count:
                bytes.replaceSubrange(start...start, with: pieces[next(pieces.count)].utf8)
            default:
                let end = min(bytes.count, start + next(12))
                bytes.insert(contentsOf: bytes[start..<end], at: next(bytes.count + 1))
            }
        }
        return bytes
    }
}
