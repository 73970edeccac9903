import JSONText

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
    /// Departures that readers put up with (AMB-04, AMB-09, AMB-14, AMB-28, CLR1-Q-06).
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
        if !kinds.isDisjoint(with: JSONKinds(kind)) { return .accepted }
        switch kind {
        case .object: return tolerated(.languageMap)
        case .string: return tolerated(.bareString)
        case .number: return tolerated(.number)
        case .null: return tolerated(.null)
        case .bool, .array: return .refused
        }
    }

    private func tolerated(_ tolerance: Tolerance) -> Acceptance {
        tolerances.contains(tolerance) ? .tolerated(tolerance) : .refused
    }
}
