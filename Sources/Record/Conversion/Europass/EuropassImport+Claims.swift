import JSONText

extension EuropassImport {
    private static let depth = 16

    mutating func take(_ claim: Placed, depth: Int = 0) throws(ConversionError) {
        guard depth < Self.depth else { return }
        left -= learner.utf8.count + issuer.utf8.count + 512
        guard left >= 0 else { throw .resultTooLarge }
        let place = "/credentialSubject/verifiableCredential/\(credentials.count)"
        let made = credential(claim, place)
        credentials.append(made)
        for name in ["hasPart", "isPartOf"] {
            for other in claim.each(name) where other.value.isObject {
                if let id = claim["id"]?.text { parts.append((name, id, other)) }
                let isReference = other.value.members.allSatisfy {
                    $0.hasName("id") || $0.hasName("type")
                }
                if !isReference { try take(other, depth: depth + 1) }
            }
        }
    }

    mutating func associations() -> [JSON] {
        var made: [JSON] = []
        for (name, claim, other) in parts {
            guard let from = achievements[Text(claim)], let id = other["id"]?.text,
                let to = achievements[Text(id)]
            else { continue }
            let place = "/credentialSubject/association/\(made.count)"
            made.append([
                "type": "Association",
                "associationType": .string(name == "hasPart" ? "isParentOf" : "isPartOf"),
                "sourceId": .string(from), "targetId": .string(to),
            ])
            for member in ["id", "type"] {
                report.says(other[member], at: place, how: "told as an association")
            }
        }
        return made
    }

    mutating func credential(_ claim: Placed, _ place: String) -> JSON {
        var made = LearnerRecord2.credential(id: newID())
        report.says(claim["type"], at: "\(place)/type", how: "a credential for one achievement")
        put(claim["title"], "name", &made, place)
        put(claim["description"], "description", &made, place)
        let process = claim["awardedBy"]
        if let body = process?.each("awardingBody").first {
            made.set("issuer", profile(body, "\(place)/issuer"))
        } else {
            made.set("issuer", ["id": .string(issuer), "type": ["Profile"]])
            report.add("\(place)/issuer", "nobody is named: the issuer of the record stands in")
        }
        var validFrom = issuedOn
        if let date = process?["awardingDate"], let text = date.text {
            validFrom = LearnerRecord1.zoned(text)
            report.put(
                date, "awardedDate", in: &made, at: place, text: validFrom,
                how: validFrom.isSame(as: text) ? nil : "a time without a zone is taken as UTC")
        }
        made.set("validFrom", .string(validFrom))
        report.add("\(place)/validFrom", "when it was awarded, or else the record was issued")
        if let id = claim["id"], let text = id.text {
            _ = made.append(
                LearnerRecord2.original(
                    id: text, name: "The original claim", kind: "European Digital Credential"),
                to: "evidence")
            report.record(
                id.place,
                .renamed(to: "\(place)/evidence/0/id"))
        }
        for document in claim.each("supplementaryDocument") {
            piece(document, &made, place)
        }
        var subject = Members()
        subject.set("id", .string(learner))
        subject.set("type", ["AchievementSubject"])
        said(claim, &subject, "\(place)/credentialSubject")
        identifiers(claim, &subject, "\(place)/credentialSubject")
        var achievement = achievement(claim, "\(place)/credentialSubject/achievement")
        results(claim, &subject, &achievement, "\(place)/credentialSubject")
        subject.set("achievement", achievement.json)
        made.set("credentialSubject", subject.json)
        return made.json
    }

    mutating func piece(
        _ document: Placed, _ made: inout Members, _ place: String
    ) {
        let at = "\(place)/evidence/\(made.count("evidence"))"
        var piece = Members()
        report.put(document["contentURL"], "id", in: &piece, at: at)
        put(document["title"], "name", &piece, at)
        put(document["description"], "narrative", &piece, at)
        guard !piece.list.isEmpty else { return }
        piece.set("type", ["Evidence"])
        report.says(document["type"], at: "\(at)/type", how: "Evidence")
        _ = made.append(piece.json, to: "evidence")
    }

    mutating func said(_ claim: Placed, _ made: inout Members, _ place: String) {
        let credit = claim.each("creditReceived").first
        report.putNumber(credit?["point"], "creditsEarned", in: &made, at: place)
        notes(claim, ["term", "role"], &made, place)
        guard let activity = claim.each("influencedBy").first else { return }
        put(activity["description"], "narrative", &made, place)
        let period = activity.each("temporal").first
        for (from, to) in [("startDate", "activityStartDate"), ("endDate", "activityEndDate")] {
            guard let date = period?[from], let text = date.text else { continue }
            let zoned = LearnerRecord1.zoned(text)
            report.put(
                date, to, in: &made, at: place, text: zoned,
                how: zoned.isSame(as: text) ? nil : "a time without a zone is taken as UTC")
        }
    }

    mutating func identifiers(_ claim: Placed, _ made: inout Members, _ place: String) {
        for entry in claim.each("identifier") {
            if entry["schemeName"]?.text?.isSame(as: "licenseNumber") == true {
                report.put(entry["notation"], "licenseNumber", in: &made, at: place)
            }
        }
    }

    /// Members that stand in notes, by what the notes are about.
    mutating func notes(
        _ holder: Placed, _ names: [String], _ made: inout Members, _ place: String,
        naming others: [String: String] = [:]
    ) {
        for note in holder.each("additionalNote") {
            guard let about = text(note["subject"]?["prefLabel"]),
                let known = names.first(where: { $0.isSame(as: about.text) }),
                let (at, said) = text(note["noteLiteral"])
            else { continue }
            let name = others[known] ?? known
            if name.isSame(as: "tag") {
                let index = made.append(.string(said), to: "tag")
                report.went(at, to: "\(place)/tag/\(index)", as: said, how: nil)
            } else {
                report.put(at, name, in: &made, at: place)
            }
            report.record(about.at.place, .changed(to: "\(place)/\(name)", how: "as a member"))
        }
    }

    mutating func results(
        _ claim: Placed, _ subject: inout Members, _ achievement: inout Members, _ place: String
    ) {
        // Specifications that several assessments share are told with the first of them.
        var descriptions: [Text: String] = [:]
        for assessment in claim.each("provenBy") where assessment.value.isObject {
            let at = "\(place)/result/\(subject.count("result"))"
            var result = Members()
            result.set("type", ["Result"])
            report.says(assessment["type"], at: "\(at)/type", how: "a Result")
            let specification = assessment["specifiedBy"]
            let shared = specification?["id"]?.text.flatMap { descriptions[Text($0)] }
            let id = shared ?? newID()
            result.set("resultDescription", .string(id))
            if shared == nil {
                let index = achievement.count("resultDescription")
                _ = achievement.append(
                    description(
                        id, specification, assessment,
                        "\(place)/achievement/resultDescription/\(index)"),
                    to: "resultDescription")
                if let known = specification?["id"]?.text { descriptions[Text(known)] = id }
            }
            put(assessment["grade"]?["noteLiteral"], "value", &result, at)
            notes(assessment, ["status"], &result, at)
            _ = subject.append(result.json, to: "result")
        }
    }

    mutating func description(
        _ id: String, _ specification: Placed?, _ assessment: Placed, _ place: String
    ) -> JSON {
        var made = Members()
        made.set("id", .string(id))
        made.set("type", ["ResultDescription"])
        put(specification?["title"], "name", &made, place)
        put(assessment["title"], "name", &made, place)
        if !made.has("name") { made.set("name", "Result") }
        if let (at, type) = text(specification?["category"]) {
            let isKnown =
                type.utf8.starts(with: "ext:".utf8)
                || Self.resultTypes.contains { type.isSame(as: $0) }
            report.put(
                at, "resultType", in: &made, at: place, text: isKnown ? type : "Result",
                how: isKnown ? nil : "CLR 2.0 has no such type")
        }
        if !made.has("resultType") {
            made.set("resultType", "Result")
            report.add("\(place)/resultType", "required; ELM does not say which")
        }
        return made.json
    }
}
