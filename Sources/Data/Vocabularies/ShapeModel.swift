import JSONText

/// The classes of CLR 2.0, Open Badges 3.0 and the W3C documents they rest on, from the same
/// tables as the contexts.
package struct ShapeModel: Sendable {
    /// The generation of the Verifiable Credentials Data Model that a credential follows.
    package enum DataModel: Sendable, CaseIterable {
        case v1_1, v2_0
    }

    package let dataModel: DataModel
    package let classes: [ShapeClass]
    private let places: [Text: Int]

    private static let current = ShapeModel(.v2_0)
    private static let legacy = ShapeModel(.v1_1)

    /// The model on this generation; made once.
    package static func on(_ dataModel: DataModel) -> ShapeModel {
        switch dataModel {
        case .v1_1: legacy
        case .v2_0: current
        }
    }

    /// The class with this name, or with this other name for it (`OpenBadgeCredential`).
    package func `class`(named name: Text) -> ShapeClass? {
        places[name].map { classes[$0] }
    }

    /// The class that an object with these type names is held against where `expected` stands:
    /// the most special one that they name of it, or itself.
    package func `class`(ofTypes types: [Text], expected: Text) -> ShapeClass? {
        var best = `class`(named: expected)
        for candidate in types.lazy.compactMap({ `class`(named: $0) }) {
            guard let so = best, candidate.bases.contains(so.name) else { continue }
            best = candidate
        }
        return best
    }

    private init(_ dataModel: DataModel) {
        self.dataModel = dataModel
        let builder = ShapeModelBuilder(dataModel)
        classes = builder.classes()
        var places: [Text: Int] = [:]
        for (index, one) in classes.enumerated() {
            places[one.name] = index
            for alias in builder.aliases where alias.target == one.name {
                places[alias.name] = index
            }
        }
        self.places = places
    }
}
