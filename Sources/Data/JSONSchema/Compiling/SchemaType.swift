import JSONText

/// The names that `type` knows.
public enum SchemaType: String, CaseIterable, Sendable {
    case null, boolean, number, string, array, object, integer

    init?(name: Text) {
        guard let known = Self.allCases.first(where: { Text($0.rawValue) == name }) else {
            return nil
        }
        self = known
    }

    var bits: UInt8 {
        switch self {
        case .null: 1 << JSONValue.Kind.null.rawValue
        case .boolean: 1 << JSONValue.Kind.bool.rawValue
        case .number: Kinds.number
        case .string: Kinds.string
        case .array: Kinds.array
        case .object: Kinds.object
        case .integer: Kinds.integer
        }
    }

    init(_ kind: JSONValue.Kind) {
        switch kind {
        case .null: self = .null
        case .bool: self = .boolean
        case .number: self = .number
        case .string: self = .string
        case .array: self = .array
        case .object: self = .object
        }
    }

    /// The types in a set of bits.
    static func all(in bits: UInt8) -> [SchemaType] {
        allCases.filter { type in
            guard bits & type.bits != 0 else { return false }
            return type != .number || bits & Kinds.integer == 0
        }
    }
}
