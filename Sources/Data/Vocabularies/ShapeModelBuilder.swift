import JSONText

/// Makes the classes of the model from the rows of the tables.
struct ShapeModelBuilder {
    private let rows: [ClassRow]
    private let places: [Text: Int]
    private let dataModel: ShapeModel.DataModel
    let vocabularies: [Vocabulary]
    let aliases: [(name: Text, target: Text)]

    init(_ dataModel: ShapeModel.DataModel) {
        self.dataModel = dataModel
        let tables: [TermTable] =
            switch dataModel {
            case .v2_0: [TermTables.records, TermTables.badges, TermTables.w3c]
            case .v1_1:
                [TermTables.records, TermTables.badges, TermTables.w3cLegacy, TermTables.w3c]
            case .records1, .records1Candidate: [TermTables.firstRecords]
            case .badges2: [TermTables.firstBadges]
            case .transcript1: [TermTables.transcripts]
            }
        aliases = tables.flatMap(\.aliases)
        vocabularies = tables.flatMap(\.vocabularies)
        var rows: [ClassRow] = []
        var places: [Text: Int] = [:]
        for row in tables.flatMap(\.classes)
        where row.openness != nil && places[row.name] == nil {
            places[row.name] = rows.count
            rows.append(row)
        }
        if dataModel == .v1_1 || dataModel == .records1Candidate {
            for change in tables.flatMap(\.legacyClasses) {
                guard let place = places[change.name] else { continue }
                Self.apply(change, to: &rows[place])
            }
        }
        self.rows = rows
        self.places = places
    }

    private static func apply(_ change: ClassRow, to row: inout ClassRow) {
        row.openness = change.openness ?? row.openness
        for property in Self.withRequirement(change) {
            if let index = row.properties.firstIndex(where: { $0.name == property.name }) {
                row.properties[index].model = property.model
            } else {
                row.properties.append(property)
            }
        }
    }

    /// The rows of a class, each with the requirement of the class where it has none itself.
    private static func withRequirement(_ row: ClassRow) -> [PropertyRow] {
        row.properties.map { property in
            var property = property
            switch property.model {
            case .own(let times, let ranges, nil):
                property.model = .own(times, ranges: ranges, requirement: row.requirement)
            case .own, .inherited, .removed, nil: break
            }
            return property
        }
    }

    func classes() -> [ShapeClass] {
        rows.map { row in
            let lineage = lineage(of: row)
            return ShapeClass(
                lineage, requiredTypes: requiredTypes(lineage), properties: properties(lineage))
        }
    }

    /// The class, its base, the base of that, and so on.
    private func lineage(of row: ClassRow) -> [ClassRow] {
        var line = [row]
        while line.count < 8, let base = line.last?.base, let place = places[base] {
            line.append(rows[place])
        }
        return line
    }

    /// Each class of the lineage that has type names of its own asks for one of its names.
    private func requiredTypes(_ lineage: [ClassRow]) -> [[Text]] {
        lineage.reversed().compactMap { row in
            let asks = row.properties.contains { property in
                guard case .own(_, let ranges, _) = property.model else { return false }
                return ranges == ["Type"]
            }
            guard asks else { return nil }
            return [row.name] + aliases.filter { $0.target == row.name }.map(\.name)
        }
    }

    /// The class's own properties in the order of its table, then what it has from its bases.
    private func properties(_ lineage: [ClassRow]) -> [ShapeProperty] {
        guard let row = lineage.first else { return [] }
        let inherited = properties(Array(lineage.dropFirst()))
        var own: [ShapeProperty] = []
        var named: Set<Text> = []
        for property in Self.withRequirement(row) {
            switch property.model {
            case nil: continue
            case .removed: break
            case .inherited(let requirement):
                if let base = inherited.first(where: { $0.name == property.name }) {
                    own.append(base.by(requirement ?? row.requirement))
                }
            case .own(let times, let ranges, let requirement):
                own.append(shape(property.name, times, ranges, requirement))
            }
            named.insert(property.name)
        }
        return own + inherited.filter { !named.contains($0.name) }
    }

    private func shape(
        _ name: Text, _ times: Multiplicity, _ ranges: [Text], _ requirement: String?
    ) -> ShapeProperty {
        var kinds: JSONKinds = []
        var nested: Text?
        var vocabulary: Text?
        var tolerances: Set<Tolerance> = []
        for range in ranges {
            if let primitive = Primitive.kinds(of: range) {
                kinds.formUnion(primitive)
                if dataModel.isLenient, Primitive.takesLanguageMap(range) {
                    tolerances.insert(.languageMap)
                }
            } else if vocabularies.contains(where: { $0.name == range }) {
                kinds.insert(.string)
                vocabulary = range
            } else {
                kinds.insert(.object)
                nested = range
            }
        }
        if nested != nil { tolerances.remove(.languageMap) }
        if times.maximum != 1, !times.isCompactable { tolerances.insert(.bareValue) }
        if times.toleratesArray { tolerances.insert(.array) }
        if times.toleratesString { tolerances.insert(.bareString) }
        if times.toleratesNumber { tolerances.insert(.number) }
        if times.toleratesAbsence { tolerances.insert(.absence) }
        if !dataModel.isLenient { tolerances.insert(.null) }
        return ShapeProperty(
            name: name, minimum: times.minimum, maximum: times.maximum,
            isCompactable: times.isCompactable, ranges: ranges, kinds: kinds, nestedClass: nested,
            vocabulary: vocabulary, tolerances: tolerances, requirement: requirement)
    }
}

extension ShapeProperty {
    /// The same, asked for by another requirement.
    func by(_ requirement: String?) -> ShapeProperty {
        ShapeProperty(
            name: name, minimum: minimum, maximum: maximum, isCompactable: isCompactable,
            ranges: ranges, kinds: kinds, nestedClass: nestedClass, vocabulary: vocabulary,
            tolerances: tolerances, requirement: requirement)
    }
}
