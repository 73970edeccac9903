/// Language tags as RFC 5646 writes them (BCP 47). Whether a subtag is registered is not asked.
enum LanguageTag {
    /// Why the text is no language tag; nil where it is one.
    static func fault(in text: String) -> String? {
        guard !text.isEmpty else { return "it is empty" }
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        for part in parts {
            if part.isEmpty { return "two hyphens meet, or one stands at an end" }
            if part.count > 8 { return "\"\(Quoted.short(Substring(part)))\" is longer than 8" }
            if !part.allSatisfy({ isLetter($0) || isDigit($0) }) {
                return "\"\(Quoted.short(Substring(part)))\" has more than letters and digits"
            }
        }
        if old.contains(text.lowercased()) { return nil }
        var scan = Scan(parts: parts.map(Array.init))
        return scan.fault()
    }

    /// Registered before there was a grammar; those that fit it are not listed.
    private static let old: Set<String> = [
        "en-gb-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux",
        "i-mingo", "i-navajo", "i-pwn", "i-tao", "i-tay", "i-tsu", "sgn-be-fr", "sgn-be-nl",
        "sgn-ch-de",
    ]

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    private struct Scan {
        let parts: [[UInt8]]
        private var position = 0

        init(parts: [[UInt8]]) { self.parts = parts }

        private var next: [UInt8]? { position < parts.count ? parts[position] : nil }

        private mutating func take(_ fits: ([UInt8]) -> Bool) -> Bool {
            guard let part = next, fits(part) else { return false }
            position += 1
            return true
        }

        mutating func fault() -> String? {
            if isPrivate { return privateUse() }
            guard take({ (2...8).contains($0.count) && $0.allSatisfy(isLetter) }) else {
                return "it must begin with the two or three letters of a language"
            }
            // Extended languages: three letters each, at most three, after a short language.
            if parts[0].count <= 3 {
                for _ in 0..<3 where take({ $0.count == 3 && $0.allSatisfy(isLetter) }) {}
            }
            _ = take { $0.count == 4 && $0.allSatisfy(isLetter) }
            _ = take { part in
                (part.count == 2 && part.allSatisfy(isLetter))
                    || (part.count == 3 && part.allSatisfy(isDigit))
            }
            if let fault = variants() ?? extensions() { return fault }
            if isPrivate { return privateUse() }
            return next.map { "\"\(words($0))\" cannot stand where it does" }
        }

        private mutating func variants() -> String? {
            var seen: Set<[UInt8]> = []
            while let part = next,
                part.count >= 5 || (part.count == 4 && isDigit(part[0]))
            {
                guard seen.insert(part.map { $0 | 0x20 }).inserted else {
                    return "\"\(words(part))\" stands in it twice"
                }
                position += 1
            }
            return nil
        }

        private mutating func extensions() -> String? {
            var seen: Set<UInt8> = []
            while let part = next, part.count == 1, !isPrivate {
                guard seen.insert(part[0] | 0x20).inserted else {
                    return "\"\(words(part))\" stands in it twice"
                }
                position += 1
                guard take({ $0.count >= 2 }) else { return "nothing follows \"\(words(part))\"" }
                while take({ $0.count >= 2 }) {}
            }
            return nil
        }

        private var isPrivate: Bool {
            next?.count == 1 && next?[0] ?? 0 | 0x20 == UInt8(ascii: "x")
        }

        private func privateUse() -> String? {
            position + 1 < parts.count ? nil : "nothing follows \"x\""
        }

        private func words(_ part: [UInt8]) -> String { String(decoding: part, as: UTF8.self) }
    }
}
