import JSONText

/// An achievement of CLR 2.0 that is being made of an element, and what is said with it.
struct AchievementMaker {
    let achievementPlace: String
    let credentialPlace: String
    let subjectPlace: String
    var newID: () -> String = { "" }
    var achievement = Members()
    var credential = Members()
    var subject = Members()
    private var code: [(place: String, text: String)] = []

    init(place: String, credential: String, subject: String) {
        achievementPlace = place
        credentialPlace = credential
        subjectPlace = subject
    }

    mutating func take(
        _ source: PlacedElement, _ table: TranscriptTable, _ report: inout LossReport
    ) {
        for line in table.lines {
            for element in source.each(line.path) {
                guard let text = element.text else { continue }
                take(text, element.place, line, &report)
            }
        }
        guard !code.isEmpty else { return }
        achievement.set(
            "humanCode", .string(code.map(\.text).joined(separator: " ")))
        for (place, _) in code {
            report.record(
                place, .changed(to: "\(achievementPlace)/humanCode", how: "a part of the code"))
        }
    }

    private mutating func take(
        _ text: String, _ source: String, _ line: TranscriptTable.Line,
        _ report: inout LossReport
    ) {
        switch line.rule {
        case .tag:
            let index = achievement.append(.string("\(line.element):\(text)"), to: "tag")
            report.record(
                source,
                .changed(to: "\(achievementPlace)/tag/\(index)", how: "behind its name, as a tag"))
        case .identifier:
            let entry: JSON = [
                "type": "IdentifierEntry", "identifier": .string(text),
                "identifierType": .string("ext:\(line.element)"),
            ]
            let index = achievement.append(entry, to: "otherIdentifier")
            report.record(
                source, .carried(to: "\(achievementPlace)/otherIdentifier/\(index)/identifier"))
        case .result:
            let description = newID()
            _ = achievement.append(
                [
                    "id": .string(description), "type": ["ResultDescription"],
                    "name": .string(LearnerRecord2.resultName(line.target)),
                    "resultType": .string(line.target),
                ], to: "resultDescription")
            let index = subject.append(
                [
                    "type": ["Result"], "resultDescription": .string(description),
                    "value": .string(text),
                ], to: "result")
            report.record(source, .carried(to: "\(subjectPlace)/result/\(index)/value"))
        case .code: code.append((source, text))
        case .school:
            guard !credential.has("issuer") else { return }
            credential.set(
                "issuer",
                ["id": .string(newID()), "type": ["Profile"], "name": .string(text)])
            report.record(source, .carried(to: "\(credentialPlace)/issuer/name"))
        case .text, .number, .date: member(text, source, line, &report)
        case .identity: break
        }
    }

    private mutating func member(
        _ text: String, _ source: String, _ line: TranscriptTable.Line,
        _ report: inout LossReport
    ) {
        let names = line.target.split(separator: "/").map(String.init)
        let isStudy = names[1].isSame(as: "fieldOfStudy") && achievement.has("fieldOfStudy")
        let name = isStudy ? "specialization" : names[1]
        var value: JSON? = .string(text)
        var how: String?
        if line.rule == .number {
            value = LearnerRecord2.number(text)
        } else if line.rule == .date {
            let zoned = LearnerRecord1.zoned(text)
            if !zoned.isSame(as: text) { how = "a day or time without a zone is taken as UTC" }
            value = .string(zoned)
        }
        guard let value else { return }
        let place: String
        switch names[0] {
        case "credential":
            guard !credential.has(name) else { return }
            credential.set(name, value)
            place = credentialPlace
        case "subject":
            guard !subject.has(name) else { return }
            subject.set(name, value)
            place = subjectPlace
        case _:
            guard !achievement.has(name) else { return }
            achievement.set(name, value)
            place = achievementPlace
        }
        let target = "\(place)/\(name)"
        if case .number(let written) = value, !written.isSame(as: text) {
            how = "a number without zeros before it"
        }
        report.record(
            source, how.map { .changed(to: target, how: $0) } ?? .carried(to: target))
    }

    /// The achievement with what CLR 2.0 requires.
    func finished(
        id: String, type: String, name: String, _ report: inout LossReport
    ) -> JSON {
        var made = Members()
        made.set("id", .string(id))
        made.set("type", ["Achievement"])
        made.set("achievementType", .string(type))
        for (name, value) in achievement.list { made.set(name, value) }
        if !made.has("name") {
            made.set("name", .string(name))
            report.add("\(achievementPlace)/name", "required; it came without one")
        }
        let title = made.list.first { $0.name.isSame(as: "name") }?.value ?? .string(name)
        made.set("description", title)
        made.set("criteria", ["narrative": title])
        report.add("\(achievementPlace)/description", "required; the name stands in")
        report.add("\(achievementPlace)/criteria", "required; the name stands in")
        return made.json
    }
}
