import JSONText

/// The classes of one generation of the standards, from the same tables as the contexts: CLR 2.0,
/// Open Badges 3.0 and the W3C documents they rest on, or what came before them.
package struct ShapeModel: Sendable {
    /// Which classes are meant. Of what rests on Verifiable Credentials, the generation of their
    /// data model.
    package enum DataModel: String, Sendable, CaseIterable {
        case v2_0 = "clr-2.0"
        case v1_1 = "vcdm-1.1"
        case records1 = "clr-1.0"
        case records1Candidate = "clr-1.0-candidate"
        case badges2 = "ob-2.0"
        case transcript1 = "et-1.0"

        /// What people call it.
        package var title: String {
            switch self {
            case .v2_0: "CLR 2.0, Open Badges 3.0, Verifiable Credentials 2.0"
            case .v1_1: "CLR 2.0 and Open Badges 3.0 on Verifiable Credentials 1.1"
            case .records1: "CLR 1.0 Final"
            case .records1Candidate: "CLR 1.0 Candidate Final (2020-05)"
            case .badges2: "Open Badges 2.0"
            case .transcript1: "Extended Transcript 1.0"
            }
        }

        /// Whether the published schemas of the generation take a language map for a text and one
        /// value for a list (GEN-02, AMB-14).
        package var isLenient: Bool { self == .v2_0 || self == .v1_1 }
    }

    package let dataModel: DataModel
    package let classes: [ShapeClass]
    package let vocabularies: [Vocabulary]
    private let places: [Text: Int]

    private static let current = ShapeModel(.v2_0)
    private static let legacy = ShapeModel(.v1_1)
    private static let firstRecords = ShapeModel(.records1)
    private static let candidate = ShapeModel(.records1Candidate)
    private static let firstBadges = ShapeModel(.badges2)
    private static let transcript = ShapeModel(.transcript1)

    /// The model of this generation; made once.
    package static func on(_ dataModel: DataModel) -> ShapeModel {
        switch dataModel {
        case .v1_1: legacy
        case .v2_0: current
        case .records1: firstRecords
        case .records1Candidate: candidate
        case .badges2: firstBadges
        case .transcript1: transcript
        }
    }

    /// The enumeration that a property of this model names.
    package func vocabulary(named name: Text) -> Vocabulary? {
        vocabularies.first { $0.name == name }
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
        vocabularies = builder.vocabularies
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
