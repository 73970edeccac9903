import Credentials
import JSONText

/// What can be achieved: an entity of a transcript.
struct TranscriptEntity {
    let from: Placed
    let id: String
    let list: String
}

extension TranscriptUpgrade {
    struct Entities {
        var list: [TranscriptEntity] = []
        var places: [Text: Int] = [:]

        /// The names of those that have one: what another points to.
        var titles: [Text: String] {
            var found: [Text: String] = [:]
            for entity in list {
                for (from, to) in TranscriptNames.achievement where to.isSame(as: "name") {
                    guard let name = entity.from[from]?.text else { continue }
                    found[Text(entity.id)] = name
                    break
                }
            }
            return found
        }

        subscript(id: String) -> TranscriptEntity? { places[Text(id)].map { list[$0] } }
    }

    func entities() -> Entities {
        var found = Entities()
        guard let set = source["transcriptEntities"] else { return found }
        for member in set.value.members {
            let place = set.place + LossReport.token(member.name)
            for entity in Placed(member.value, place).each where entity.value.isObject {
                guard let id = entity.first("id", "@id")?.text else { continue }
                let name = absolute(id)
                guard found.places[Text(name)] == nil else { continue }
                found.places[Text(name)] = found.list.count
                found.list.append(TranscriptEntity(from: entity, id: name, list: member.name))
            }
        }
        return found
    }

    mutating func assertion(
        _ record: Placed, _ place: String, _ entities: Entities, _ used: inout Set<Text>
    ) throws(ConversionError) -> JSON {
        report.record(record.place, .changed(to: place, how: "as an Assertion"))
        var made = Members()
        identify(record, &made, place)
        made.set("type", "Assertion")
        retype(record, place)
        let dates = [
            (from: "date", to: "issuedOn"), ("date_completed", "issuedOn"),
        ]
        for (name, value) in fields(record, dates, place).list { made.set(name, value) }
        if !learner.isEmpty {
            made.set(
                "recipient",
                ["type": "id", "identity": .string(learner), "hashed": false])
            report.add("\(place)/recipient", "the learner of the transcript")
        }
        var achievement = try self.achievement(of: record, place, entities, &used)
        term(record, place, &made)
        if let result = result(of: record, place, &achievement) {
            made.set("results", [result])
        }
        made.set("achievement", achievement.json)
        return made.json
    }

    /// What the record is of: found by a link, or standing in it.
    private mutating func achievement(
        of record: Placed, _ place: String, _ entities: Entities, _ used: inout Set<Text>
    ) throws(ConversionError) -> Members {
        let target = "\(place)/achievement"
        if let towards = record["towards"], towards.value.isObject {
            let id = towards.first("id", "@id").map { absolute($0.text) } ?? ""
            return achievement(TranscriptEntity(from: towards, id: id, list: ""), target)
        }
        let link = record["recordOf"]
        var entity: TranscriptEntity?
        if let link, let (at, text) = link.first("entityId") {
            entity = entities[absolute(text)]
            report.record(at.place, .changed(to: "\(target)/id", how: "the achievement itself"))
            report.record(
                link.place, .changed(to: target, how: "the achievement in place of the link"))
            if let kind = link["entityType"] {
                report.recordAll(
                    kind.value, kind.place,
                    .changed(to: "\(target)/achievementType", how: "the type of the achievement"))
            }
            if entity == nil {
                var made = Members()
                made.set("id", .string(absolute(text)))
                made.set("type", "Achievement")
                made.set("name", "Achievement")
                let kind = link["entityType"]?.text ?? ""
                made.set(
                    "achievementType", .string(TranscriptNames.achievementType(kind, list: "")))
                made.set("issuer", publisher)
                report.add("\(target)/name", "the transcript holds nothing about it")
                return made
            }
        }
        guard let entity else {
            var made = Members()
            made.set("type", "Achievement")
            made.set("name", "Achievement")
            made.set("issuer", publisher)
            report.add("\(target)/name", "the transcript does not say what it is a record of")
            return made
        }
        if !used.insert(Text(entity.id)).inserted {
            budget -= entity.from.value.bytes.count
            guard budget >= 0 else { throw .repeatsTooMuch }
        }
        return achievement(entity, target)
    }

    mutating func achievement(_ entity: TranscriptEntity, _ target: String) -> Members {
        let from = entity.from
        report.record(from.place, .changed(to: target, how: "as an Achievement"))
        var made = Members()
        identify(from, &made, target)
        made.set("type", "Achievement")
        for (name, value) in fields(from, TranscriptNames.achievement, target).list {
            made.set(name, value)
        }
        if !made.has("name") {
            made.set("name", "Achievement")
            report.add("\(target)/name", "the achievement has no name")
        }
        let kind = from.first("type", "@type")
        let type = TranscriptNames.achievementType(kind?.text ?? "", list: entity.list)
        made.set("achievementType", .string(type))
        if let kind {
            report.record(
                kind.at.place,
                .changed(to: "\(target)/achievementType", how: "the type of the achievement"))
        }
        if let credit = from["credit"], let number = credit.value.numberText {
            made.set("creditsAvailable", .number(number))
            report.record(credit.place, .carried(to: "\(target)/creditsAvailable"))
        }
        made.set("issuer", publisher)
        report.add("\(target)/issuer", "who publishes the transcript")
        for item in from.each("associations") { associate(item, &made, target) }
        if let list = from["associations"], list.value.isArray, made.count("associations") > 0 {
            report.record(list.place, .carried(to: "\(target)/associations"))
        }
        return made
    }

    private mutating func associate(_ item: Placed, _ made: inout Members, _ target: String) {
        guard let (at, end) = item.first("entityId"),
            let (kindAt, kind) = item.first("associationType")
        else { return }
        let known = [
            "exactMatchOf", "exemplar", "hasSkillLevel", "isChildOf", "isParentOf", "isPartOf",
            "isPeerOf", "isRelatedTo", "precedes", "replacedBy",
        ]
        // UP-10: no association is left out because its kind is not known.
        let type = known.first { $0.isSame(as: kind) } ?? "isRelatedTo"
        let title = titles[Text(absolute(end))]
        let index = made.append(
            [
                "associationType": .string(type), "targetId": .string(absolute(end)),
                "title": .string(title ?? "Achievement"),
            ], to: "associations")
        let place = "\(target)/associations/\(index)"
        report.add(
            "\(place)/title",
            title == nil
                ? "the transcript has no name for the other achievement"
                : "the name of the other achievement")
        report.record(item.place, .changed(to: place, how: "as an Association"))
        report.record(
            at.place,
            absolute(end).isSame(as: end)
                ? .carried(to: "\(place)/targetId")
                : .changed(to: "\(place)/targetId", how: "an absolute identifier"))
        report.record(
            kindAt.place,
            type.isSame(as: kind)
                ? .carried(to: "\(place)/associationType")
                : .changed(to: "\(place)/associationType", how: "CLR 1.0 has no such kind"))
    }

    private mutating func term(_ record: Placed, _ place: String, _ made: inout Members) {
        for context in record.each("contexts")
        where context.isA("Semester") || context["@type"]?.text?.isSame(as: "Semester") == true {
            let names = [
                (from: "label", to: "term"), ("date_start", "activityStartDate"),
                ("date_end", "activityEndDate"),
            ]
            for (name, value) in fields(context, names, place).list { made.set(name, value) }
        }
    }

    /// What was reached: an open text, beside whether it is complete.
    private mutating func result(
        of record: Placed, _ place: String, _ achievement: inout Members
    ) -> JSON? {
        let outcome = record.first("result") ?? record["achievement_level"]?.first("level")
        let completed = record["status"]?["completed"] ?? record["completed"]
        let spoken = record["status"]?.text
        let status = Self.status(outcome?.text, completed?.value.bool, spoken)
        guard outcome != nil || status != nil else { return nil }
        let id = "urn:et:\(document):result:\(place.utf8.count):\(record.place)"
        let type = status == nil ? Self.resultType(outcome?.text ?? "") : "Status"
        let index = achievement.append(
            [
                "id": .string(id), "type": "ResultDescription", "name": "Result",
                "resultType": .string(type),
            ], to: "resultDescriptions")
        report.add(
            "\(place)/achievement/resultDescriptions/\(index)", "what the result is a result of")
        var made = Members()
        made.set("type", "Result")
        made.set("resultDescription", .string(id))
        let target = "\(place)/results/0"
        if let outcome {
            made.set("value", .string(outcome.text))
            report.record(outcome.at.place, .carried(to: "\(target)/value"))
        }
        if let status {
            made.set("status", .string(status))
            for at in [completed, spoken == nil ? nil : record["status"]].compactMap({ $0 }) {
                report.record(
                    at.place, .changed(to: "\(target)/status", how: "as the status \(status)"))
            }
        }
        return made.json
    }

    private static func status(
        _ outcome: String?, _ completed: Bool?, _ spoken: String?
    ) -> String? {
        for text in [spoken, outcome].compactMap({ $0?.lowercased() }) {
            switch text {
            case "in progress", "inprogress": return "InProgress"
            case "withdrawn", "withdrew": return "Withdrew"
            case "completed", "complete": return "Completed"
            case "failed": return "Failed"
            case "enrolled": return "Enrolled"
            case _: continue
            }
        }
        return completed.map { $0 ? "Completed" : "InProgress" }
    }

    private static func resultType(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard let first = bytes.first else { return "PerformanceLevel" }
        let letters = UInt8(ascii: "A")...UInt8(ascii: "F")
        if letters.contains(first),
            bytes.count == 1 || bytes.count == 2 && [0x2B, 0x2D].contains(bytes[1])
        {
            return "LetterGrade"
        }
        if bytes.last == UInt8(ascii: "%"), Double(text.dropLast()) != nil { return "Percent" }
        if let number = Double(text), number >= 0, number <= 5, text.contains(".") {
            return "GradePointAverage"
        }
        return "PerformanceLevel"
    }
}
