import JSONText

/// A value of the internal representation that the algorithms after expansion work on.
enum Element {
    case null
    case bool(Bool)
    /// A number as its text.
    case number(String)
    case string(Text)
    case array([Element])
    case map(ElementMap)
    /// The content of a JSON literal: no algorithm looks into it.
    case literal(JSONValue)

    /// A scalar of a document; null for everything else.
    init(scalar value: JSONValue) {
        switch value.kind {
        case .null, .array, .object: self = .null
        case .bool: self = .bool(value.bool ?? false)
        case .number: self = .number(value.numberText ?? "0")
        case .string: self = .string(value.text ?? "")
        }
    }

    var text: Text? {
        if case .string(let text) = self { return text }
        return nil
    }

    var map: ElementMap? {
        if case .map(let map) = self { return map }
        return nil
    }

    var isNull: Bool {
        if case .null = self { return true }
        return false
    }

    var isEmptyMap: Bool { map?.isEmpty ?? false }

    /// The elements of an array, or the one value itself.
    var oneOrMore: [Element] {
        if case .array(let elements) = self { return elements }
        return [self]
    }

    /// How deep the value is bounded by the algorithm that made it.
    var json: JSON {
        switch self {
        case .null: .null
        case .bool(let bool): .bool(bool)
        case .number(let text): .number(text)
        case .string(let text): .string(text.string)
        case .array(let elements): .array(elements.map(\.json))
        case .map(let map): .object(map.entries.map { ($0.key.string, $0.value.json) })
        case .literal(let value): .verbatim(value)
        }
    }
}

extension Element: Hashable {
    /// Whether both are equivalent: members of maps in any order, numbers by their value.
    static func == (left: Element, right: Element) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let one), .bool(let other)): one == other
        case (.number(let one), .number(let other)): isSameNumber(one, other)
        case (.string(let one), .string(let other)): one == other
        case (.array(let one), .array(let other)): one == other
        case (.map(let one), .map(let other)): one == other
        case (.literal(let one), .literal(let other)): octets(one) == octets(other)
        case (.null, _), (.bool, _), (.number, _), (.string, _), (.array, _), (.map, _),
            (.literal, _):
            false
        }
    }

    func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let bool): hasher.combine(bool)
        case .number(let text): hasher.combine(Double(text))
        case .string(let text): hasher.combine(text)
        case .array(let elements): hasher.combine(elements)
        case .map(let map): hasher.combine(map)
        case .literal(let value): hasher.combine(Self.octets(value))
        }
    }

    /// Integers that doubles cannot tell apart stay apart.
    private static func isSameNumber(_ one: String, _ other: String) -> Bool {
        if one.isSame(as: other) { return true }
        guard let first = Double(one), let second = Double(other) else { return false }
        return first == second && first.magnitude < 9_007_199_254_740_992
    }

    private static func octets(_ literal: JSONValue) -> [UInt8] {
        (try? literal.canonicalized()) ?? Array(literal.bytes)
    }
}
