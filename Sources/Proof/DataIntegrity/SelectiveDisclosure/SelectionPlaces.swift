import JSONText

/// Where in the whole document the values of a selection stand, for a selection that was written
/// as a text of its own.
struct SelectionPlaces {
    /// From this place on, until the next begins, places in the whole are so much further on.
    private var runs: [(start: Int, shift: Int)] = []

    init(_ selection: Selection, writtenAs value: JSONValue) {
        add(selection, value)
    }

    func place(inWholeOf place: Int) -> Int {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].start <= place { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? place : place + runs[low - 1].shift
    }

    private mutating func add(_ selection: Selection, _ value: JSONValue) {
        switch selection {
        case .whole(let source): add(source, value)
        case .members(let source, let members):
            add(source, value)
            for (chosen, written) in zip(members, value.members) {
                add(chosen.value, written.value)
            }
        case .elements(let source, let elements):
            add(source, value)
            for (chosen, written) in zip(elements, value.elements) { add(chosen, written) }
        }
    }

    private mutating func add(_ source: JSONValue, _ value: JSONValue) {
        runs.append((value.index, source.index - value.index))
    }
}
