import JSONText

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
    /// A number where the model has a string.
    case number
    /// A required member is missing.
    case absence
    /// `null` or an empty list where the member should be left out.
    case null
    /// An empty list where the member is left out.
    case emptyList

    /// The rule that speaks of it.
    package var requirement: String {
        switch self {
        case .bareValue: "AMB-04"
        case .array: "AMB-09"
        case .languageMap: "AMB-14"
        case .bareString: "AMB-28"
        case .number: "BSL-07"
        case .absence: "CLR1-Q-02"
        case .null: "CLR1-G-09"
        case .emptyList: "GEN-04"
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
