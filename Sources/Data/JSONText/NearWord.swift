/// Which of the words that there are somebody meant who wrote another.
package enum NearWord {
    /// The one that is at most two letters away, or that begins with the word; nil where none is.
    package static func nearest(to word: String, in words: [String]) -> String? {
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

    /// Letters that are missing, too many, others, or have changed places with the next; nil where
    /// there are more than that.
    private static func distance(_ one: [UInt8], _ other: [UInt8], atMost most: Int) -> Int? {
        guard (one.count - other.count).magnitude <= most else { return nil }
        var before: [Int] = []
        var row = Array(0...other.count)
        for (place, letter) in one.enumerated() {
            var next = [place + 1]
            for (column, wanted) in other.enumerated() {
                var least = min(
                    row[column] + (letter == wanted ? 0 : 1), row[column + 1] + 1,
                    next[column] + 1)
                if place > 0, column > 0, letter == other[column - 1], one[place - 1] == wanted {
                    least = min(least, before[column - 1] + 1)
                }
                next.append(least)
            }
            (before, row) = (row, next)
        }
        guard let distance = row.last, distance <= most else { return nil }
        return distance
    }
}
