import JSONText

/// Reads results and lays each on its scale, as its description in the achievement says.
struct ResultReading {
    private var descriptions: [Text: JSONValue] = [:]
    private var places: [Text: String] = [:]
    private(set) var used: Set<Text> = []

    init(describedBy descriptions: [ObjectReading]) {
        for description in descriptions {
            guard let id = description.value["id"]?.string else { continue }
            self.descriptions[Text(id)] = description.value
            places[Text(id)] = description.at
        }
    }

    /// The block of one result, and its summary in a few words.
    mutating func read(_ result: ObjectReading) -> (block: Block, summary: ResultSummary?) {
        var reading: ObjectReading? = result
        let alignmentsOfResult = Self.alignments(&reading)
        var result = reading ?? result
        let reference = result.text("resultDescription")
        let key = reference.map { Text($0) }
        let found = key.flatMap { descriptions[$0] }
        if let key, found != nil { used.insert(key) }
        var description = found.map { ObjectReading($0, at: key.flatMap { places[$0] } ?? "") }
        let value = result.scalar("value")
        let status = result.text("status").map(Words.resultStatus)
        let achievedLevel = result.text("achievedLevel")
        let type = description?.text("resultType").map(Words.resultType)
        let name = description?.text("name")
        let required = description?.scalar("requiredValue")
        let requiredLevel = description?.text("requiredLevel")
        let lowest = description?.scalar("valueMin")
        let highest = description?.scalar("valueMax")

        var block = Block(heading: heading(name: name, type: type))
        block.scale = scale(Self.allowed(&description), value, required)
        block.rubric = rubric(
            Self.levels(&description), achievedLevel, requiredLevel)
        let level = block.rubric.first(where: \.isAchieved)
        let isOnScale = block.scale.contains(where: \.isAchieved)
        if let value, !isOnScale {
            block.facts.append(
                Fact("Achieved", Phrase(value), note: range(lowest, highest)))
        } else if lowest != nil || highest != nil {
            block.facts.append(Fact("Scale", Phrase(range(lowest, highest) ?? "")))
        }
        if let required, !block.scale.contains(where: \.isRequired) {
            block.facts.append(Fact("Required", Phrase(required)))
        }
        if let achievedLevel, level == nil {
            block.facts.append(Fact("Level", Phrase(achievedLevel), isPlain: true))
        }
        if let requiredLevel, !block.rubric.contains(where: \.isRequired) {
            block.facts.append(Fact("Required level", Phrase(requiredLevel), isPlain: true))
        }
        if let status { block.facts.append(Fact("Status", Phrase(status))) }
        if let reference, found == nil {
            block.facts.append(
                Fact("Described by", Phrase(reference), isPlain: true, note: "not in this record"))
        }
        let alignments = alignmentsOfResult + Self.alignments(&description)
        block.items = alignments.map { AlignmentReading.item($0) }
        block.facts += leftOvers(result, description)
        return (block, summary(value, level, status, block))
    }

    /// Descriptions that no result refers to: what could have been achieved.
    func unused() -> [Block] {
        descriptions.sorted { $0.key < $1.key }.filter { !used.contains($0.key) }.map {
            key, value in
            var description: ObjectReading? = ObjectReading(value, at: places[key] ?? "")
            var block = Block(
                heading: heading(
                    name: description?.text("name"),
                    type: description?.text("resultType").map(Words.resultType)))
            block.scale = scale(
                Self.allowed(&description), nil, description?.scalar("requiredValue"))
            block.rubric = rubric(
                Self.levels(&description), nil,
                description?.text("requiredLevel"))
            block.items = Self.alignments(&description).map { AlignmentReading.item($0) }
            block.facts = [Fact("Achieved", Phrase("nothing is recorded on this scale"))]
            block.facts += leftOvers(nil, description)
            return block
        }
    }

    /// CLR 1.0 has the lists under plural names.
    private static func allowed(_ description: inout ObjectReading?) -> [String] {
        (description?.texts("allowedValue") ?? []) + (description?.texts("allowedValues") ?? [])
    }

    private static func levels(_ description: inout ObjectReading?) -> [ObjectReading] {
        (description?.objects("rubricCriterionLevel") ?? [])
            + (description?.objects("rubricCriterionLevels") ?? [])
    }

    private static func alignments(_ holder: inout ObjectReading?) -> [ObjectReading] {
        (holder?.objects("alignment") ?? []) + (holder?.objects("alignments") ?? [])
    }

    private func heading(name: String?, type: String?) -> String {
        switch (name, type) {
        case (let name?, let type?) where !name.isSame(as: type): "\(name) (\(type.lowercased()))"
        case (let name?, _): name
        case (nil, let type?): type
        case (nil, nil): "Result"
        }
    }

    private func scale(_ allowed: [String], _ value: String?, _ required: String?) -> [ScaleStep] {
        allowed.map { step in
            ScaleStep(
                value: step, isAchieved: value?.isSame(as: step) == true,
                isRequired: required?.isSame(as: step) == true)
        }
    }

    private func rubric(
        _ levels: [ObjectReading], _ achieved: String?, _ required: String?
    ) -> [RubricLevel] {
        levels.map { level in
            var level = level
            let id = level.text("id")
            level.isShownElsewhere("type")
            let name = level.text("name") ?? id ?? "Level"
            var description = level.text("description")
            let number = level.scalar("level")
            let points = level.scalar("points")
            for line in level.rest() {
                description = [description, "\(line.path): \(line.value)"].compactMap(\.self)
                    .joined(separator: "\n")
            }
            return RubricLevel(
                name: name, description: description, level: number, points: points,
                isAchieved: id.map { achieved?.isSame(as: $0) == true } ?? false,
                isRequired: id.map { required?.isSame(as: $0) == true } ?? false)
        }
    }

    private func range(_ lowest: String?, _ highest: String?) -> String? {
        switch (lowest, highest) {
        case (nil, nil): nil
        case (let low?, nil): "from \(low)"
        case (nil, let high?): "up to \(high)"
        case (let low?, let high?): "on a scale from \(low) to \(high)"
        }
    }

    private func leftOvers(_ result: ObjectReading?, _ description: ObjectReading?) -> [Fact] {
        let skipped: [String] = ["type", "id"]
        return ((result?.rest() ?? []) + (description?.rest() ?? []))
            .filter { line in !skipped.contains { line.path.isSame(as: $0) } }
            .map(Fact.init(leftOver:))
    }

    private func summary(
        _ value: String?, _ level: RubricLevel?, _ status: String?, _ block: Block
    ) -> ResultSummary? {
        let text = value ?? level?.name ?? status
        guard let text else { return nil }
        let achieved =
            block.rubric.firstIndex(where: \.isAchieved)
            ?? block.scale.firstIndex(where: \.isAchieved)
        let steps = block.rubric.isEmpty ? block.scale.count : block.rubric.count
        guard let achieved, (2...7).contains(steps), !block.rubric.isEmpty || value == nil else {
            return ResultSummary(text: text)
        }
        return ResultSummary(text: text, step: achieved + 1, steps: steps)
    }
}

extension Fact {
    init(leftOver line: DataLine) {
        self.init(line.path, Phrase(line.value), isPlain: true)
    }
}
