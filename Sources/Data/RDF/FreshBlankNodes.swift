/// Labels `b0`, `b1` … for blank nodes that no document named.
struct FreshBlankNodes: Sendable {
    /// Ascending, because each was a new text when it was taken.
    private var taken: [Symbol] = []
    /// The document's labels that had been taken, and what stands for each.
    private var replacements: [Symbol: Symbol] = [:]
    private var number = 0

    var isEmpty: Bool { taken.isEmpty }

    /// Passes over every text that the table knows, so that no label of before is met again.
    mutating func next(in texts: inout TextTable) -> Symbol {
        while true {
            let known = texts.count
            let label = texts.intern("b\(number)")
            number += 1
            if label.index == known {
                taken.append(label)
                return label
            }
        }
    }

    mutating func label(for wanted: Symbol, in texts: inout TextTable) -> Symbol {
        guard isTaken(wanted) else { return wanted }
        if let replacement = replacements[wanted] { return replacement }
        let replacement = next(in: &texts)
        replacements[wanted] = replacement
        return replacement
    }

    private func isTaken(_ label: Symbol) -> Bool {
        var low = 0
        var high = taken.count
        while low < high {
            let middle = (low + high) / 2
            if taken[middle].rawValue < label.rawValue { low = middle + 1 } else { high = middle }
        }
        return low < taken.count && taken[low] == label
    }
}
