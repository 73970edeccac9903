import JSONText

/// What a client can read, by its `Accept` header (RFC 9110 section 12.5.1).
struct AcceptHeader {
    private let ranges: [Range]

    private struct Range {
        let type: Text
        let subtype: Text
        /// In thousandths.
        let quality: Int

        /// How closely it names a media type; nil where it doesn't.
        func specificity(for type: Text, _ subtype: Text) -> Int? {
            if self.type == "*" { return 0 }
            guard self.type == type else { return nil }
            if self.subtype == "*" { return 1 }
            return self.subtype == subtype ? 2 : nil
        }
    }

    /// A client that sends nothing reads everything; so does one whose header makes no sense.
    init(_ value: String?) {
        let ranges = (value ?? "").utf8.split(separator: UInt8(ascii: ","))
            .prefix(Self.maximumRanges).compactMap { Self.range(Substring($0)) }
        self.ranges = ranges.isEmpty ? [Range(type: "*", subtype: "*", quality: 1_000)] : ranges
    }

    private static let maximumRanges = 64

    /// The media type that the client likes best; of equals the one that it names most closely,
    /// then the first. Nil where it reads none of them.
    func best(of offers: [String]) -> Int? {
        var best: (index: Int, quality: Int, specificity: Int)?
        for (index, offer) in offers.enumerated() {
            guard let (quality, specificity) = preference(for: offer), quality > 0 else {
                continue
            }
            if let known = best, (known.quality, known.specificity) >= (quality, specificity) {
                continue
            }
            best = (index, quality, specificity)
        }
        return best?.index
    }

    private func preference(for offer: String) -> (quality: Int, specificity: Int)? {
        guard let (type, subtype) = Self.names(Substring(offer)) else { return nil }
        var found: (quality: Int, specificity: Int)?
        for range in ranges {
            guard let specificity = range.specificity(for: type, subtype) else { continue }
            if let known = found, known.specificity >= specificity { continue }
            found = (range.quality, specificity)
        }
        return found
    }

    private static func range(_ text: Substring) -> Range? {
        let parts = text.utf8.split(separator: UInt8(ascii: ";"))
        guard let first = parts.first, let (type, subtype) = names(Substring(first)) else {
            return nil
        }
        var quality = 1_000
        for part in parts.dropFirst() {
            let parameter = trimmed(Substring(part))
            guard parameter.utf8.starts(with: "q=".utf8) || parameter.utf8.starts(with: "Q=".utf8)
            else { continue }
            guard let value = thousandths(parameter.utf8.dropFirst(2)) else { return nil }
            quality = value
        }
        return Range(type: type, subtype: subtype, quality: quality)
    }

    private static func names(_ text: Substring) -> (Text, Text)? {
        let parts = trimmed(text).lowercased().utf8.split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        return (Text(String(Substring(parts[0]))), Text(String(Substring(parts[1]))))
    }

    /// `0`, `0.85`, `1.000`.
    private static func thousandths(_ text: Substring.UTF8View) -> Int? {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard let whole = parts.first.flatMap({ Int(String(Substring($0))) }),
            whole == 0 || whole == 1,
            parts.count <= 2
        else { return nil }
        guard parts.count == 2 else { return whole * 1_000 }
        let digits = parts[1]
        guard digits.count <= 3, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        let padded = String(Substring(digits)) + String(repeating: "0", count: 3 - digits.count)
        return min(1_000, whole * 1_000 + (Int(padded) ?? 0))
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.utf8.first == 0x20 || text.utf8.first == 0x09 { text.removeFirst() }
        while text.utf8.last == 0x20 || text.utf8.last == 0x09 { text.removeLast() }
        return text
    }
}
