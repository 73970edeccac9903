import JSONText

extension Upgrade {
    /// A value as an object of a class of CLR 2.0, with what that class requires.
    mutating func object(
        _ value: JSONValue, _ source: String, as name: String, to target: String
    ) -> JSON {
        var made = members(of: value, source, as: name, to: target)
        if let type = value["type"], !type.isNull {
            // Criteria have no type in Open Badges 3.0.
            let to = name == "Criteria" ? target : "\(target)/type"
            report.recordAll(
                type, "\(source)/type", .changed(to: to, how: "the type is \(name)"))
        }
        if ["Achievement", "Profile"].contains(name) {
            endorsements(value, source, &made, target)
        }
        switch name {
        case "Achievement" where edition == .badge2:
            complete(badge: value, source, &made, target)
            complete(achievement: value, source, &made, target)
        case "Achievement": complete(achievement: value, source, &made, target)
        case "Profile": complete(profile: value, source, &made, target)
        case "IdentifierEntry": respell(value, source, &made, target)
        case _: break
        }
        if ["IdentifierEntry", "Image"].contains(name) {
            made.set("type", .string(name))
        } else if name != "Criteria" {
            made.set("type", .array([.string(name)]))
        }
        return made.json
    }

    private mutating func complete(
        achievement value: JSONValue, _ source: String, _ made: inout Members, _ target: String
    ) {
        require("id", &made, target, .string(newID()), "the achievement has no identifier")
        let title: JSON =
            value["name"].flatMap { made.has("name") ? .verbatim($0) : nil }
            ?? "Achievement"
        require("name", &made, target, title, "the achievement has no name")
        let text: JSON =
            value["description"]
            .flatMap { made.has("description") ? .verbatim($0) : nil } ?? title
        require("description", &made, target, text, "required; the name stands in")
        require(
            "criteria", &made, target, ["narrative": text], "required; the description stands in")
        if let type = value["achievementType"], let token = type.string, !token.isEmpty {
            let written = LearnerRecord1.achievementType(token)
            rename(
                "\(source)/achievementType", token, written, to: "\(target)/achievementType",
                "the spelling of CLR 2.0")
            made.set("achievementType", .string(written))
        }
        if let level = value["level"]?.string, !level.isEmpty {
            let index = made.append(.string("level:\(level)"), to: "tag")
            report.record(
                "\(source)/level",
                .changed(to: "\(target)/tag/\(index)", how: "a tag: CLR 2.0 has no level"))
        }
        collectAssociations(value, source)
    }

    private mutating func collectAssociations(_ value: JSONValue, _ source: String) {
        guard let list = value["associations"], let id = value["id"]?.string else { return }
        let place = "\(source)/associations"
        if list.isArray, list.count > 0 {
            report.record(place, .changed(to: Self.associationPlace, how: "on the record"))
        }
        for (from, item) in Self.placed(list, place) {
            guard let type = item["associationType"]?.string,
                let end = item["targetId"]?.string
            else { continue }
            let written = LearnerRecord1.associationType(type)
            let target = "\(Self.associationPlace)/\(associations.count)"
            report.record(from, .changed(to: target, how: "sourceId names the achievement"))
            rename(
                "\(from)/associationType", type, written, to: "\(target)/associationType",
                "CLR 2.0 has no \(type)")
            report.record("\(from)/targetId", .carried(to: "\(target)/targetId"))
            if let title = item["title"]?.string,
                titles[Text(end)]?.isSame(as: title) == true
            {
                report.record("\(from)/title", .lost(why: "the name of the target says it"))
            }
            associations.append([
                "type": "Association", "associationType": .string(written),
                "sourceId": .string(id), "targetId": .string(end),
            ])
        }
    }

    private mutating func complete(
        profile value: JSONValue, _ source: String, _ made: inout Members, _ target: String
    ) {
        require("id", &made, target, .string(newID()), "the profile has no identifier")
        for (name, type) in [("sourcedId", "sourcedId"), ("studentId", "ext:studentId")] {
            guard let text = value[name]?.string, !text.isEmpty else { continue }
            let index = made.append(
                [
                    "type": "IdentifierEntry", "identifier": .string(text),
                    "identifierType": .string(type),
                ], to: "otherIdentifier")
            report.record(
                "\(source)/\(name)",
                .changed(
                    to: "\(target)/otherIdentifier/\(index)/identifier", how: "of type \(type)"))
        }
        for name in ["publicKey", "revocationList", "verification"] {
            guard let member = value[name] else { continue }
            report.recordAll(
                member, "\(source)/\(name)",
                .lost(why: "keys and status are found through the issuer's own identifier"))
        }
    }

    private mutating func respell(
        _ value: JSONValue, _ source: String, _ made: inout Members, _ target: String
    ) {
        guard let token = value["identifierType"]?.string, !token.isEmpty else { return }
        let written = LearnerRecord1.identifierType(token)
        made.set("identifierType", .string(written))
        rename(
            "\(source)/identifierType", token, written, to: "\(target)/identifierType",
            "the spelling of CLR 2.0")
    }

    mutating func rename(
        _ source: String, _ old: String, _ new: String, to target: String, _ how: String
    ) {
        report.record(
            source, old.isSame(as: new) ? .carried(to: target) : .changed(to: target, how: how))
    }

    mutating func require(
        _ name: String, _ made: inout Members, _ target: String, _ value: JSON, _ why: String
    ) {
        guard !made.has(name) else { return }
        made.set(name, value)
        report.add("\(target)/\(name)", why)
    }
}
