import JSONText

/// The members of an object that is being made, in the order in which they came.
struct Members {
    private struct Slot {
        let name: String
        var single: JSON?
        /// Kept apart, so that a list grows where it stands.
        var elements: [JSON] = []

        var value: JSON { single ?? .array(elements) }
    }

    private var slots: [Slot] = []

    var list: [(name: String, value: JSON)] { slots.map { ($0.name, $0.value) } }

    var json: JSON { .object(list) }

    func has(_ name: String) -> Bool { slots.contains { $0.name.isSame(as: name) } }

    mutating func set(_ name: String, _ value: JSON) {
        slots.removeAll { $0.name.isSame(as: name) }
        if case .array(let elements) = value {
            slots.append(Slot(name: name, single: nil, elements: elements))
        } else {
            slots.append(Slot(name: name, single: value))
        }
    }

    /// Adds to an array, and says at which place the element now stands.
    mutating func append(_ element: JSON, to name: String) -> Int {
        guard let index = slots.firstIndex(where: { $0.name.isSame(as: name) }) else {
            slots.append(Slot(name: name, single: nil, elements: [element]))
            return 0
        }
        slots[index].elements.append(element)
        return slots[index].elements.count - 1
    }

    func count(_ name: String) -> Int {
        slots.first { $0.name.isSame(as: name) }?.elements.count ?? 0
    }
}
