/// Which of the words that there are somebody meant who wrote another.
enum NearWord {
    /// The one that is at most two letters away, or that begins with the word; nil where none is.
    static func nearest(to word: String, in words: [String]) -> String? {
        let letters = folded(word)
        guard (4...40).contains(letters.count) else { return nil }
        var best: (word: String, distance: Int)?
        let allowed = letters.count < 6 ? 1 : 2
        for candidate in words {
            let other = folded(candidate)
            let distance =
                other.starts(with: letters)
                ? 2 : Self.distance(letters, other, atMost: allowed)
            guard let distance, distance < best?.distance ?? 3 else { continue }
            best = (candidate, distance)
        }
        return best?.word
    }

    /// Capitals and spaces are what people get wrong first.
    private static func folded(_ word: String) -> [UInt8] {
        word.utf8.prefix(64).filter { !" _-".utf8.contains($0) }.map {
            (0x41...0x5A).contains($0) ? $0 | 0x20 : $0
        }
    }

    /// Letters that are missing, too many or others; nil where there are more than that.
    private static func distance(_ one: [UInt8], _ other: [UInt8], atMost most: Int) -> Int? {
        guard (one.count - other.count).magnitude <= most else { return nil }
        var row = Array(0...other.count)
        for (place, letter) in one.enumerated() {
            var diagonal = row[0]
            row[0] = place + 1
            for (column, wanted) in other.enumerated() {
                let changed = diagonal + (letter == wanted ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(changed, min(diagonal, row[column]) + 1)
            }
        }
        guard let distance = row.last, distance <= most else { return nil }
        return distance
    }
}
