import JSONText

/// A class of the model: which members its objects have.
package struct ShapeClass: Sendable {
    package let name: Text
    /// Whether members that the model does not know may stand in its objects (GEN-06).
    package let isOpen: Bool
    /// Whether it only gives its properties to others: no object says that it is one.
    package let isAbstract: Bool
    /// The class whose properties it has as well, the base of that, and so on.
    package let bases: [Text]
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

    init(_ lineage: [ClassRow], requiredTypes: [[Text]], properties: [ShapeProperty]) {
        let row = lineage.first ?? ClassRow(name: "")
        name = row.name
        isOpen = row.openness != .closed
        isAbstract = row.isAbstract
        bases = lineage.dropFirst().map(\.name)
        requirement = row.requirement
        self.requiredTypes = requiredTypes
        self.properties = properties
        places = Dictionary(
            properties.enumerated().map { ($0.element.name, $0.offset) },
            uniquingKeysWith: { first, _ in first })
    }
}
