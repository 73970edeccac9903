import JSONText

/// A map of the internal representation. It is shared by whoever holds it; its entries stay in
/// the order of their first appearance.
final class ElementMap {
    struct Entry {
        let key: Text
        var value: Element
    }

    private(set) var entries: [Entry] = []
    /// Only made where a search in the list would be slow.
    private var places: [Text: Int] = [:]

    private static let searchable = 8

    init() {}

    init(_ key: Text, _ value: Element) {
        entries = [Entry(key: key, value: value)]
    }

    var count: Int { entries.count }
    var isEmpty: Bool { entries.isEmpty }

    func has(_ key: Text) -> Bool { place(of: key) != nil }

    subscript(key: Text) -> Element? {
        get { place(of: key).map { entries[$0].value } }
        set {
            if let newValue { set(newValue, at: key) } else { remove(key) }
        }
    }

    private func place(of key: Text) -> Int? {
        for place in 0..<min(Self.searchable, entries.count) where entries[place].key == key {
            return place
        }
        return entries.count > Self.searchable ? places[key] : nil
    }

    private func set(_ value: Element, at key: Text) {
        if let place = place(of: key) {
            entries[place].value = value
        } else {
            if entries.count >= Self.searchable { places[key] = entries.count }
            entries.append(Entry(key: key, value: value))
        }
    }

    private func remove(_ key: Text) {
        guard let place = place(of: key) else { return }
        entries.remove(at: place)
        places = [:]
        for place in entries.indices.dropFirst(Self.searchable) {
            places[entries[place].key] = place
        }
    }

    func removeAll(but key: Text) {
        entries.removeAll { $0.key != key }
        places = [:]
    }

    /// The entries in the order in which an algorithm is to read them.
    func entries(ordered: Bool) -> [Entry] {
        ordered ? entries.sorted { $0.key < $1.key } : entries
    }

    /// "Add value" (JSON-LD API, algorithm terms).
    func add(_ value: Element, to key: Text, asArray: Bool) {
        if asArray { makeArray(key) }
        if case .array(let values) = value {
            for value in values { add(value, to: key, asArray: asArray) }
        } else if let place = place(of: key) {
            makeArray(key)
            append(value, at: place)
        } else {
            set(value, at: key)
        }
    }

    /// Adds one value, which may itself be an array, to the array of a key.
    func append(_ value: Element, to key: Text) {
        makeArray(key)
        if let place = place(of: key) { append(value, at: place) }
    }

    private func makeArray(_ key: Text) {
        switch self[key] {
        case .array?: break
        case nil: set(.array([]), at: key)
        case let value?: set(.array([value]), at: key)
        }
    }

    private func append(_ value: Element, at place: Int) {
        guard case .array(var values) = entries[place].value else { return }
        entries[place].value = .null  // so that the array is held once and grows in place
        values.append(value)
        entries[place].value = .array(values)
    }

    /// The map at a key, made where there is none.
    func submap(_ key: Text) -> ElementMap {
        if case .map(let map)? = self[key] { return map }
        let map = ElementMap()
        self[key] = .map(map)
        return map
    }

    func copy() -> ElementMap {
        let copy = ElementMap()
        copy.entries = entries
        copy.places = places
        return copy
    }

    // MARK: - What the specification calls the objects of the expanded form

    var isValueObject: Bool { has("@value") }
    var isListObject: Bool { has("@list") }

    var isGraphObject: Bool {
        has("@graph") && entries.allSatisfy { ["@graph", "@id", "@index"].contains($0.key) }
    }

    var isSimpleGraphObject: Bool { isGraphObject && !has("@id") }

    var isNodeReference: Bool { count == 1 && has("@id") }
}

extension ElementMap: Hashable {
    static func == (left: ElementMap, right: ElementMap) -> Bool {
        left === right
            || left.count == right.count && left.entries.allSatisfy { right[$0.key] == $0.value }
    }

    func hash(into hasher: inout Hasher) {
        var sum = 0
        for entry in entries {
            var inner = Hasher()
            inner.combine(entry.key)
            inner.combine(entry.value)
            sum ^= inner.finalize()
        }
        hasher.combine(sum)
    }
}
