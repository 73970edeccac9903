import JSONText

extension RecordReading {
    /// Places what a record of an older generation holds, in the same rows as today's.
    mutating func readOlder(_ whole: Embedded, _ generation: OlderGeneration, isOuter: Bool) {
        if generation.isRecord, !isOuter { addRow(ofRecord: whole, generation) }
        switch generation {
        case .set:
            readAll(["clrs", "signedClrs"], of: whole)
        case .record:
            readAll(["assertions", "signedAssertions"], of: whole)
            let achievements = whole.value["achievements"]
            for value in achievements?.oneOrMore ?? [] { note(associationsOf: value) }
            readDescribed(achievements, at: whole.base + "/achievements")
        case .transcript: readTranscript(whole)
        case .assertion: addRow(ofAssertion: whole, isOuter: isOuter)
        case .badgeClass: readDescribed(whole.value, at: whole.base)
        }
    }

    private mutating func readAll(_ members: [String], of whole: Embedded) {
        for member in members {
            for inner in embedded(in: whole.value[member], at: "\(whole.base)/\(member)") {
                guard let generation = OlderGeneration(inner.value) else {
                    if inner.value["credentialSubject"] == nil {
                        addRow(ofAssertion: inner, isOuter: false)
                    } else {
                        read(inner, isOuter: false)
                    }
                    continue
                }
                readOlder(inner, generation, isOuter: false)
            }
        }
    }

    private mutating func addRow(ofRecord whole: Embedded, _ generation: OlderGeneration) {
        var reading = EntryReading(whole, isOuter: false, reading: self)
        let entry = reading.madeOlderRecord(generation, anchor: nextAnchor)
        add(entry, achievement: nil)
    }

    private mutating func addRow(ofAssertion whole: Embedded, isOuter: Bool) {
        for name in ["achievement", "badge"] {
            if let achievement = whole.value[name] { note(associationsOf: achievement) }
        }
        let (entry, achievement) = row(ofAssertion: whole, isOuter: isOuter)
        add(entry, achievement: achievement)
    }

    /// What makes the row is gone before the row is added: else each row would copy all others.
    private func row(
        ofAssertion whole: Embedded, isOuter: Bool
    ) -> (entry: Entry, achievement: String?) {
        var reading = EntryReading(whole, isOuter: isOuter, reading: self)
        let entry = reading.madeAssertion(anchor: nextAnchor)
        return (entry, reading.achievementID)
    }

    /// The records of an Extended Transcript, each on the course, degree or competency that it
    /// names; those that no record names are described only.
    private mutating func readTranscript(_ whole: Embedded) {
        let entities = TranscriptEntity.all(in: whole)
        let places = Dictionary(
            entities.enumerated().map { (Text($0.element.id), $0.offset) },
            uniquingKeysWith: { first, _ in first })
        var earned: Set<Int> = []
        for record in embedded(in: whole.value["records"], at: whole.base + "/records") {
            let id = record.value["recordOf"]?["entityId"]?.string
            let place = id.flatMap { places[Text($0)] }
            if let place { earned.insert(place) }
            let (entry, achievement) = row(ofRecord: record, on: place.map { entities[$0] })
            add(entry, achievement: achievement)
        }
        for (place, entity) in entities.enumerated() {
            note(associationsOf: entity.value)
            guard !earned.contains(place) else { continue }
            readDescribed(entity.value, at: entity.at)
        }
    }

    private func row(
        ofRecord record: Embedded, on entity: TranscriptEntity?
    ) -> (entry: Entry, achievement: String?) {
        var reading = EntryReading(record, isOuter: false, reading: self)
        let entry = reading.madeTranscriptRecord(on: entity, anchor: nextAnchor)
        return (entry, reading.achievementID)
    }
}

/// A course, degree or competency that an Extended Transcript describes.
struct TranscriptEntity {
    let id: String
    let kind: String?
    let value: JSONValue
    let at: String

    static func all(in transcript: Embedded) -> [TranscriptEntity] {
        guard let set = transcript.value["transcriptEntities"] else { return [] }
        let base = transcript.base + "/transcriptEntities"
        return set.members.flatMap { member -> [TranscriptEntity] in
            let at = base + JSONPointer([Text(member.name)]).description
            return member.value.oneOrMore.enumerated().compactMap {
                index, value -> TranscriptEntity? in
                guard value.isObject, let id = value["id"]?.string else { return nil }
                return TranscriptEntity(
                    id: id, kind: value["type"]?.oneOrMore.first?.string, value: value,
                    at: member.value.isArray ? "\(at)/\(index)" : at)
            }
        }
    }
}
