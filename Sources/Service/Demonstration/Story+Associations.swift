import JSONText

/// How two achievements belong together (CLR 2.0, Association).
struct AssociationPlan: Sendable {
    enum Kind: String, Sendable {
        case exactMatchOf, isChildOf, isPartOf, isRelatedTo, precedes
    }

    let source: AchievementPlan
    let kind: Kind
    let target: AchievementPlan

    var json: JSON {
        object([
            ("type", "Association"),
            ("associationType", .string(kind.rawValue)),
            ("sourceId", .string(source.id)),
            ("targetId", .string(target.id)),
        ])
    }
}

extension Story {
    static var associations: [AssociationPlan] {
        partsOfDegree + capabilities + steps + neighbours
    }

    /// Definitions that the associations name and that nobody was awarded here.
    static let furtherAchievements = [graduateCapabilities, ownMaps, masterDegree]

    static let courses = Course.all.map(\.award)

    private static let ownMaps = AchievementPlan(
        slug: "own-maps", type: "Course", name: "Geographic Information Systems",
        description: "Eskerholt's own course in mapping.",
        criteria: "A grade of C or better.", humanCode: "EDS 116", fieldOfStudy: "Geography",
        creditsAvailable: "7.5")

    private static let masterDegree = AchievementPlan(
        slug: "master-degree", type: "MasterDegree", name: "Master of Science in River Systems",
        description: "The degree that this one opens the door to.",
        criteria: "A bachelor's degree with an average of 3.00 or better.", humanCode: "MSc RS",
        fieldOfStudy: "Environmental science")

    private static var partsOfDegree: [AssociationPlan] {
        (courses + [transferred]).map {
            AssociationPlan(source: $0.achievement, kind: .isPartOf, target: degree.achievement)
        }
    }

    private static var capabilities: [AssociationPlan] {
        competencies.map {
            AssociationPlan(source: $0.achievement, kind: .isChildOf, target: graduateCapabilities)
        }
    }

    private static var steps: [AssociationPlan] {
        [
            AssociationPlan(
                source: transferred.achievement, kind: .exactMatchOf, target: ownMaps),
            AssociationPlan(
                source: degree.achievement, kind: .precedes, target: masterDegree),
        ] + pairs(.precedes, ["statistics-1": "statistics-2", "hydrology": "flood-modelling"])
    }

    private static var neighbours: [AssociationPlan] {
        pairs(
            .isRelatedTo,
            [
                "field-methods": "data-quality", "statistics-2": "uncertainty",
                "risk": "communities", "internship": "sensor-calibration",
            ])
    }

    private static func pairs(
        _ kind: AssociationPlan.Kind, _ slugs: KeyValuePairs<String, String>
    ) -> [AssociationPlan] {
        slugs.compactMap { source, target in
            guard let source = awarded(source), let target = awarded(target) else { return nil }
            return AssociationPlan(source: source, kind: kind, target: target)
        }
    }

    private static func awarded(_ slug: String) -> AchievementPlan? {
        awards.first { $0.achievement.slug == slug }?.achievement
    }
}
