import JSONText

/// What an object says, whatever the order of its members and the spaces between them.
struct ContentForm: Equatable {
    private let canonical: [UInt8]

    /// - Parameter left: members that are no part of what it says, such as its proof.
    init(of value: JSONValue, without left: [String] = []) {
        guard value.isObject, !left.isEmpty else {
            canonical = Self.octets(of: value)
            return
        }
        let kept = value.members.filter { member in !left.contains { member.hasName($0) } }
        let named = kept.map { (name: Text($0.name), value: $0.value) }
        var canonical: [UInt8] = []
        for member in named.sorted(by: { $0.name < $1.name }) {
            canonical += member.name.string.utf8
            canonical.append(0x00)
            canonical += Self.octets(of: member.value)
            canonical.append(0x00)
        }
        self.canonical = canonical
    }

    /// The octets as they are, where a number is beyond what the canonical form can write.
    private static func octets(of value: JSONValue) -> [UInt8] {
        do { return try value.canonicalized() } catch { return Array(value.bytes) }
    }
}

/// Finds objects that have one identifier and say different things. Each is compared with the
/// first of its identifier, whose form is worked out once, and only if there is a second.
struct RepeatedIdentifiers {
    private let left: [String]
    private var first: [Text: (value: JSONValue, form: ContentForm?)] = [:]

    enum Finding { case new, same, other }

    init(without left: [String] = []) { self.left = left }

    mutating func note(_ value: JSONValue, named id: Text) -> Finding {
        guard var known = first[id] else {
            first[id] = (value, nil)
            return .new
        }
        if known.value.bytes.elementsEqual(value.bytes) { return .same }
        let form = known.form ?? ContentForm(of: known.value, without: left)
        known.form = form
        first[id] = known
        return form == ContentForm(of: value, without: left) ? .same : .other
    }
}
