import JSONText

extension EuropassImport {
    mutating func achievement(_ claim: Placed, _ place: String) -> Members {
        let specification = claim["specifiedBy"]?.each.first { $0.value.isObject }
        let source = specification ?? claim
        var made = Members()
        for entry in source.each("identifier") { identifier(entry, &made, place) }
        if !made.has("id") { made.set("id", .string(newID())) }
        if let claimed = claim["id"]?.text,
            case .string(let id)? = made.list.first(where: { $0.name == "id" })?.value
        {
            achievements[Text(claimed)] = id
        }
        made.set("type", ["Achievement"])
        report.says(specification?["type"], at: "\(place)/type", how: "an Achievement")
        put(source["title"], "name", &made, place)
        let title = text(claim["title"])?.text ?? "Achievement"
        if !made.has("name") {
            made.set("name", .string(title))
            report.add("\(place)/name", "required; the title of the claim")
        }
        put(source["description"], "description", &made, place)
        if !made.has("description") {
            made.set("description", .string(title))
            report.add("\(place)/description", "required; the title stands in")
        }
        if let (at, type) = text(source["category"]) {
            let isToken = type.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 }
            report.put(
                at, "achievementType", in: &made, at: place,
                text: isToken || type.utf8.starts(with: "ext:".utf8)
                    ? type : Self.identifierType(type),
                how: isToken ? nil : "as an open type")
        }
        criteria(source, &made, place, title)
        notes(source, ["fieldOfStudy", "specialization", "version", "tag"], &made, place)
        report.putNumber(
            source.each("creditPoint").first?["point"], "creditsAvailable", in: &made, at: place)
        framework(source.each("creditPoint").first, &made, place)
        framework(claim.each("creditReceived").first, &made, place)
        for outcome in source.each("learningOutcome") { alignment(outcome, &made, place) }
        for (name, type) in [
            ("eqfLevel", "ext:EQFLevel"), ("nqfLevel", "ext:NQFLevel"),
            ("thematicArea", "ext:ISCED-F"),
        ] {
            for concept in source.each(name) { self.concept(concept, type, &made, place) }
        }
        if let creator = source["creator"] {
            made.set("creator", profile(creator, "\(place)/creator"))
        }
        return made
    }

    /// In what credit points are counted, as a tag from which it comes back.
    private mutating func framework(
        _ credit: Placed?, _ made: inout Members, _ place: String
    ) {
        guard let id = credit?["framework"]?["id"], let text = id.text,
            !text.utf8.starts(with: "urn:epass:".utf8)
        else { return }
        let tag = Europass.framework + text
        let known = made.list.first { $0.name == "tag" }?.value
        if case .array(let tags)? = known,
            let index = tags.firstIndex(where: {
                if case .string(let text) = $0 { text.isSame(as: tag) } else { false }
            })
        {
            report.record(
                id.place, .changed(to: "\(place)/tag/\(index)", how: "behind its name, as a tag"))
            return
        }
        let index = made.append(.string(tag), to: "tag")
        report.record(
            id.place, .changed(to: "\(place)/tag/\(index)", how: "behind its name, as a tag"))
    }

    mutating func identifier(
        _ entry: Placed, _ made: inout Members, _ place: String
    ) {
        guard let notation = entry["notation"], let text = notation.text else { return }
        let scheme = entry["schemeName"]?.text ?? "identifier"
        if scheme.isSame(as: Europass.achievement), text.utf8.contains(UInt8(ascii: ":")) {
            report.put(notation, "id", in: &made, at: place)
        } else if scheme.isSame(as: "humanCode") {
            report.put(notation, "humanCode", in: &made, at: place)
        } else if ![Europass.credential, "licenseNumber"].contains(where: { scheme.isSame(as: $0) })
        {
            let index = made.append(
                [
                    "type": "IdentifierEntry", "identifier": .string(text),
                    "identifierType": .string(Self.identifierType(scheme)),
                ], to: "otherIdentifier")
            let at = "\(place)/otherIdentifier/\(index)"
            report.went(notation, to: "\(at)/identifier", as: text, how: nil)
            report.says(entry["schemeName"], at: "\(at)/identifierType", how: "as a type")
        }
    }

    mutating func criteria(
        _ source: Placed, _ made: inout Members, _ place: String, _ title: String
    ) {
        var criteria = Members()
        report.put(
            source.each("homepage").first?["contentURL"], "id", in: &criteria,
            at: "\(place)/criteria")
        for note in source.each("additionalNote") {
            guard let about = text(note["subject"]?["prefLabel"]),
                about.text.isSame(as: "criteria"), let (at, _) = text(note["noteLiteral"])
            else { continue }
            report.put(at, "narrative", in: &criteria, at: "\(place)/criteria")
            report.record(
                about.at.place, .changed(to: "\(place)/criteria/narrative", how: "as a member"))
        }
        put(
            source["learningOutcomeSummary"]?["noteLiteral"], "narrative", &criteria,
            "\(place)/criteria")
        if criteria.list.isEmpty {
            criteria.set("narrative", .string(title))
            report.add("\(place)/criteria", "required; the title stands in")
        }
        made.set("criteria", criteria.json)
    }

    mutating func alignment(
        _ outcome: Placed, _ made: inout Members, _ place: String
    ) {
        let at = "\(place)/alignment/\(made.count("alignment"))"
        let skills = outcome.each("relatedSkill") + outcome.each("relatedESCOSkill")
        guard let target = skills.first(where: { $0["id"]?.text != nil })?["id"] ?? outcome["id"],
            target.text != nil
        else { return }
        var alignment = Members()
        alignment.set("type", ["Alignment"])
        report.says(outcome["type"], at: "\(at)/type", how: "an Alignment")
        put(outcome["title"], "targetName", &alignment, at)
        if !alignment.has("targetName") { alignment.set("targetName", "Learning outcome") }
        report.put(target, "targetUrl", in: &alignment, at: at)
        notes(outcome, ["targetDescription"], &alignment, at)
        for entry in outcome.each("identifier") {
            guard let scheme = entry["schemeName"]?.text,
                let name = ["targetCode", "targetFramework", "targetType"].first(where: {
                    $0.isSame(as: scheme)
                })
            else { continue }
            report.put(entry["notation"], name, in: &alignment, at: at)
            report.says(entry["schemeName"], at: "\(at)/\(name)", how: "as a member")
        }
        _ = made.append(alignment.json, to: "alignment")
    }

    mutating func concept(
        _ concept: Placed, _ type: String, _ made: inout Members, _ place: String
    ) {
        guard let id = concept["id"], let url = id.text else { return }
        let at = "\(place)/alignment/\(made.count("alignment"))"
        var alignment = Members()
        alignment.set("type", ["Alignment"])
        put(concept["prefLabel"], "targetName", &alignment, at)
        if !alignment.has("targetName") { alignment.set("targetName", .string(url)) }
        report.put(id, "targetUrl", in: &alignment, at: at)
        alignment.set("targetType", .string(type))
        report.says(concept["type"], at: "\(at)/targetType", how: "as a type")
        _ = made.append(alignment.json, to: "alignment")
    }
}
