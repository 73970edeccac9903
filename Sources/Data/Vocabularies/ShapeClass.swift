import JSONText

/// A class of the model: which members its objects have.
package struct ShapeClass: Sendable {
    package let name: Text
    /// Whether members that the model does not know may stand in its objects (GEN-06).
    package let isOpen: Bool
    /// Whether it only gives its properties to others: no object says that it is one.
    package let isAbstract: Bool
    package let base: Text?
    package let requirement: String?
    /// Type names that an object must carry: one of each list (aliases stand in one list).
    package let requiredTypes: [[Text]]
    package let properties: [ShapeProperty]
    private let places: [Text: Int]

    package func property(named name: Text) -> ShapeProperty? {
        places[name].map { properties[$0] }
    }

    package var required: some Sequence<ShapeProperty> {
        properties.lazy.filter(\.isRequired)
    }

    init(_ row: ClassRow, requiredTypes: [[Text]], properties: [ShapeProperty]) {
        name = row.name
        isOpen = row.openness != .closed
        isAbstract = row.isAbstract
        base = row.base
        requirement = row.requirement
        self.requiredTypes = requiredTypes
        self.properties = properties
        places = Dictionary(
            properties.enumerated().map { ($0.element.name, $0.offset) },
            uniquingKeysWith: { first, _ in first })
    }
}

/// A property of a class: how often, of which kind, by which requirement.
package struct ShapeProperty: Sendable {
    package let name: Text
    /// The fewest values; 0 where the property may be absent.
    package let minimum: Int
    /// The most values; nil where there is no bound.
    package let maximum: Int?
    /// One value may stand without its array by the model itself (GEN-05).
    package let isCompactable: Bool
    /// The model's own names of what one value is: a primitive, a class, an enumeration.
    package let ranges: [Text]
    /// JSON kinds of one value, as the model has them.
    package let kinds: JSONKinds
    /// The class of an object that stands here.
    package let nestedClass: Text?
    /// The enumeration that a string comes from.
    package let vocabulary: Text?
    /// Departures that readers put up with (AMB-04, AMB-09, AMB-14, AMB-28).
    package let tolerances: Set<Tolerance>
    package let requirement: String?

    package var isRequired: Bool { minimum > 0 }
    package var isMany: Bool { maximum.map { $0 > 1 } ?? true }

    /// Whether the value itself, array or not, is of a kind that may stand here.
    package func acceptance(of kind: JSONValue.Kind) -> Acceptance {
        if kind == .array {
            return isMany ? .accepted : tolerated(.array)
        }
        let single = acceptance(ofElement: kind)
        guard isMany, !isCompactable, single == .accepted else { return single }
        return tolerated(.bareValue)
    }

    /// Whether one value is of a kind that may stand here, alone or in an array.
    package func acceptance(ofElement kind: JSONValue.Kind) -> Acceptance {
        if kinds.contains(JSONKinds(kind)) { return .accepted }
        switch kind {
        case .object: return tolerated(.languageMap)
        case .string: return tolerated(.bareString)
        case .number: return tolerated(.number)
        case .null, .bool, .array: return .refused
        }
    }

    private func tolerated(_ tolerance: Tolerance) -> Acceptance {
        tolerances.contains(tolerance) ? .tolerated(tolerance) : .refused
    }
}

/// Whether a value may stand where it stands.
package enum Acceptance: Sendable, Equatable {
    case accepted
    case tolerated(Tolerance)
    case refused
}

/// A departure from the model that is common enough to be read, with a warning.
package enum Tolerance: Sendable, CaseIterable {
    /// One value where the model has an array.
    case bareValue
    /// An array where the model has one value.
    case array
    /// A map from languages to strings where the model has a string.
    case languageMap
    /// The identifier alone where the model has an object.
    case bareString
    /// A number where the model has a string of digits.
    case number

    /// The rule that speaks of it.
    package var requirement: String {
        switch self {
        case .bareValue: "AMB-04"
        case .array: "AMB-09"
        case .languageMap: "AMB-14"
        case .bareString: "AMB-28"
        case .number: "BSL-07"
        }
    }
}

/// A set of JSON kinds.
package struct JSONKinds: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let string = JSONKinds(rawValue: 1)
    package static let number = JSONKinds(rawValue: 2)
    package static let boolean = JSONKinds(rawValue: 4)
    package static let object = JSONKinds(rawValue: 8)

    /// The set of this kind alone; empty for null and arrays, which are no values of the model.
    package init(_ kind: JSONValue.Kind) {
        switch kind {
        case .string: self = .string
        case .number: self = .number
        case .bool: self = .boolean
        case .object: self = .object
        case .null, .array: self = []
        }
    }
}
