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
        surround(record, place, &achievement)
        badges(record, place, &made)
        complete(record, place, &made, achievement)
        if let result = result(of: record, place, &achievement) {
            made.set("results", [result])
        }
        made.set("achievement", achievement.json)
        extend(record, &made, place)
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
        for (name, kind) in [("parent", "isChildOf"), ("children", "isParentOf")] {
            for item in from.each(name) { relate(item, kind, &made, target) }
            guard let list = from[name], list.value.isArray, list.value.count > 0 else { continue }
            report.record(
                list.place, .changed(to: "\(target)/associations", how: "as associations"))
        }
        if let list = from["associations"], list.value.isArray, made.count("associations") > 0 {
            report.record(list.place, .carried(to: "\(target)/associations"))
        }
        extend(from, &made, target)
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
                "title": .string(title ?? absolute(end)),
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

    /// An entity that another one names by itself or by its identifier.
    private mutating func relate(
        _ item: Placed, _ kind: String, _ made: inout Members, _ target: String
    ) {
        let named = item.text.map { (at: item, text: $0) } ?? item.first("id", "@id")
        guard let (at, text) = named else { return }
        let id = absolute(text)
        let title = item.first("name", "title", "statement", "label")?.text ?? titles[Text(id)]
        let index = made.append(
            [
                "associationType": .string(kind), "targetId": .string(id),
                "title": .string(title ?? id),
            ], to: "associations")
        let place = "\(target)/associations/\(index)"
        guard item.value.isObject else {
            report.record(at.place, .changed(to: place, how: "as an Association, \(kind)"))
            return
        }
        report.add(place, "\(kind), for what is named at \(item.place)")
        surroundings.append(TranscriptEntity(from: item, id: id, list: ""))
    }

    /// The programme or the course in which something was achieved.
    private mutating func surround(
        _ record: Placed, _ place: String, _ achievement: inout Members
    ) {
        for context in record.each("contexts") where !Self.isTerm(context) {
            relate(context, "isPartOf", &achievement, "\(place)/achievement")
        }
        guard let list = record["contexts"], list.value.isArray, list.value.count > 0 else {
            return
        }
        report.record(list.place, .changed(to: place, how: "element by element"))
    }

    private static func isTerm(_ context: Placed) -> Bool {
        context.isA("Semester") || context["@type"]?.text?.isSame(as: "Semester") == true
    }

    /// Badges that were awarded with it.
    private mutating func badges(_ record: Placed, _ place: String, _ made: inout Members) {
        for item in record.each("assertions") {
            let found = item.first("id", "@id", "url", "uid")
            guard let (at, text) = item.text.map({ (at: item, text: $0) }) ?? found,
                text.utf8.contains(UInt8(ascii: ":"))
            else { continue }
            let index = made.append(
                ["id": .string(text), "type": "Evidence", "name": "The badge awarded with it"],
                to: "evidence")
            report.record(
                at.place, .changed(to: "\(place)/evidence/\(index)/id", how: "as Evidence"))
        }
    }

    /// What is complete ended when it was recorded, and its credits were earned.
    private mutating func complete(
        _ record: Placed, _ place: String, _ made: inout Members, _ achievement: Members
    ) {
        let completed = record["status"]?["completed"] ?? record["completed"]
        guard completed?.value.bool == true else { return }
        if !made.has("activityEndDate"), let time = record["date_completed"]?.text {
            made.set("activityEndDate", .string(time))
            report.add("\(place)/activityEndDate", "it was completed then")
        }
        let credits = achievement.list.first { $0.name.isSame(as: "creditsAvailable") }
        guard let credits else { return }
        made.set("creditsEarned", credits.value)
        report.add("\(place)/creditsEarned", "it was completed, so its credits were earned")
    }

    private mutating func term(_ record: Placed, _ place: String, _ made: inout Members) {
        for context in record.each("contexts") where Self.isTerm(context) {
            let names = [
                (from: "label", to: "term"), ("date_start", "activityStartDate"),
                ("date_end", "activityEndDate"),
            ]
            for (name, value) in fields(context, names, place).list { made.set(name, value) }
            report.record(context.place, .changed(to: place, how: "the term of the Assertion"))
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
