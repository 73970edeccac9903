import JSONText

extension EuropassExport {
    /// What was achieved, as a claim.
    mutating func claim(_ award: AwardedAchievement, _ place: String) -> JSON {
        let before = language
        defer { language = before }
        if let tag = award.achievement["inLanguage"], let text = tag.text, text.utf8.count <= 35 {
            language = text
            report.says(tag, at: place, how: "the language of the texts")
        }
        var made = Members()
        made.set("id", .string(claimID(of: award, place)))
        made.set("type", "LearningAchievement")
        let own = award.credential.flatMap { source.isRecord ? $0 : nil }
        if let own {
            report.says(own["type"], at: "\(place)/type", how: "a LearningAchievement")
            identifier(own["id"], scheme: Europass.credential, &made, place)
            say(own["name"], "title", &made, place)
            say(own["description"], "description", &made, place)
        }
        if !made.has("title"), let title = award.achievement["name"]?.text {
            made.set("title", Europass.said(title, language))
            report.add("\(place)/title", "required; the name of the achievement")
        }
        let process = awarding(award, &made, place)
        if let subject = award.subject { said(of: subject, award, process, &made, place) }
        results(award, process, &made, place)
        for evidence in award.credential?.each("evidence") ?? [] {
            document(evidence, &made, place)
        }
        hang(award, &made, place)
        made.set("specifiedBy", specification(award, "\(place)/specifiedBy"))
        return made.json
    }

    /// - Returns: the identifier of the process.
    private mutating func awarding(
        _ award: AwardedAchievement, _ made: inout Members, _ place: String
    ) -> String {
        var process = object("awardingProcess", "AwardingProcess")
        let id = "urn:epass:awardingProcess:\(place.split(separator: "/").last ?? "0")"
        process.set("id", .string(id))
        if let issuer = award.credential?["issuer"] {
            let body =
                source.isRecord
                ? organisation(issuer, "\(place)/awardedBy/awardingBody/0")
                : issuer["id"]?.text.map { ["id": .string($0), "type": "Organisation"] }
                    ?? ["type": "Organisation"]
            process.set("awardingBody", [body])
        } else {
            report.lack("\(place)/awardedBy/awardingBody", "ELM requires who awarded it")
        }
        let when = award.credential?.first("awardedDate", "validFrom", "issuanceDate")?.at
        if source.isRecord || when?.place.isSame(as: "/awardedDate") == true {
            putTime(when, "awardingDate", &process, "\(place)/awardedBy")
        }
        made.set("awardedBy", process.json)
        return id
    }

    private mutating func said(
        of subject: Placed, _ award: AwardedAchievement, _ process: String,
        _ made: inout Members, _ place: String
    ) {
        if source.isRecord {
            report.says(subject["type"], at: place, how: "what was achieved, as a claim")
            let same = source.root.each("credentialSubject").first?["id"]?.text
            if let id = subject["id"], same?.isSame(as: id.text ?? "") == true {
                report.record(
                    id.place, .changed(to: "/credentialSubject/id", how: "told once, of the record")
                )
            }
        }
        credits(subject["creditsEarned"], "creditReceived", award, &made, place)
        for name in ["term", "role"] { note(subject[name], about: name, &made, place) }
        identifier(subject["licenseNumber"], scheme: "licenseNumber", &made, place)
        var period = object("period", "PeriodOfTime")
        let at = "\(place)/influencedBy/0"
        putTime(subject["activityStartDate"], "startDate", &period, "\(at)/temporal/0")
        putTime(subject["activityEndDate"], "endDate", &period, "\(at)/temporal/0")
        let hasTime = period.has("startDate") || period.has("endDate")
        guard hasTime || subject["narrative"]?.text != nil else { return }
        var activity = object("activity", "LearningActivity")
        activity.set("awardedBy", ["id": .string(process), "type": "AwardingProcess"])
        if let title = award.achievement["name"]?.text {
            activity.set("title", Europass.said(title, language))
            report.add("\(at)/title", "required; the name of the achievement")
        }
        say(subject["narrative"], "description", &activity, at)
        if hasTime { activity.set("temporal", [period.json]) }
        made.set("influencedBy", [activity.json])
    }

    private mutating func results(
        _ award: AwardedAchievement, _ process: String, _ made: inout Members, _ place: String
    ) {
        for result in award.results {
            let description = award.description(of: result)
            let level = award.level(of: result)
            let at = "\(place)/provenBy/\(made.count("provenBy"))"
            var assessment = object("learningAssessment", "LearningAssessment")
            assessment.set("awardedBy", ["id": .string(process), "type": "AwardingProcess"])
            let title = again(description?["name"]?.text) ?? "Result"
            assessment.set("title", Europass.said(title, language))
            report.add("\(at)/title", "required; the name of the result")
            assessment.set("specifiedBy", specification(of: description, "\(at)/specifiedBy"))
            var note = object("note", "Note")
            say(result["value"], "noteLiteral", &note, "\(at)/grade")
            if !note.has("noteLiteral"), let name = again(level?["name"]?.text) {
                note.set("noteLiteral", Europass.said(name, language))
                report.says(level?["name"], at: "\(at)/grade", how: "as the grade")
                report.says(result["achievedLevel"], at: "\(at)/grade", how: "by its name")
            }
            self.note(result["status"], about: "status", &assessment, at)
            if !note.has("noteLiteral"), let status = result["status"]?.text {
                note.set("noteLiteral", Europass.said(status, language))
                report.add("\(at)/grade", "ELM requires a grade: the status stands in")
            }
            if note.has("noteLiteral") {
                assessment.set("grade", note.json)
            } else {
                report.lack("\(at)/grade", "ELM requires a grade")
            }
            report.says(result["type"], at: at, how: "a LearningAssessment")
            if description != nil {
                report.says(
                    result["resultDescription"], at: "\(at)/specifiedBy",
                    how: "the specification")
            }
            _ = made.append(assessment.json, to: "provenBy")
        }
    }

    /// A text that may already stand elsewhere, while there is room for such.
    private mutating func again(_ text: String?) -> String? {
        guard let text, left >= text.utf8.count else { return nil }
        left -= text.utf8.count
        return text
    }

    /// A description of results once; after that only its identifier.
    private mutating func specification(of description: Placed?, _ place: String) -> JSON {
        if let known = description.flatMap({ specifications[Text($0.place)] }) {
            return ["id": .string(known), "type": "LearningAssessmentSpecification"]
        }
        let id = number("learningAssessmentSpec")
        if let description { specifications[Text(description.place)] = id }
        var made = Members()
        made.set("id", .string(id))
        made.set("type", "LearningAssessmentSpecification")
        say(description?["name"], "title", &made, place)
        if !made.has("title") {
            made.set("title", Europass.said("Result", "en"))
            report.add("\(place)/title", "required; the record does not describe the result")
        }
        say(description?["resultType"], "category", &made, place)
        report.says(description?["id"], at: "\(place)/id", how: "one of its own")
        report.says(description?["type"], at: "\(place)/type", how: "a specification")
        return made.json
    }

    private mutating func document(
        _ evidence: Placed, _ made: inout Members, _ place: String
    ) {
        guard evidence.value.isObject else { return }
        let at = "\(place)/supplementaryDocument/\(made.count("supplementaryDocument"))"
        var resource = object("webResource", "WebResource")
        report.put(evidence["id"], "contentURL", in: &resource, at: at)
        say(evidence["name"], "title", &resource, at)
        say(evidence.first("narrative", "description")?.at, "description", &resource, at)
        guard resource.list.count > 2 else { return }
        if !resource.has("contentURL") {
            report.lack("\(at)/contentURL", "ELM requires the address of a document")
        }
        report.says(evidence["type"], at: at, how: "a WebResource")
        _ = made.append(resource.json, to: "supplementaryDocument")
    }

    private mutating func specification(
        _ award: AwardedAchievement, _ place: String
    ) -> JSON {
        let achievement = award.achievement
        let type = achievement["achievementType"]?.text ?? ""
        let isQualification = type.hasSuffix("Degree") || type.hasSuffix("Doctorate")
        var made = object(
            isQualification ? "qualification" : "learningAchievementSpec",
            isQualification ? "Qualification" : "LearningAchievementSpecification")
        report.says(achievement["type"], at: "\(place)/type", how: "what is achieved")
        identifier(achievement["id"], scheme: Europass.achievement, &made, place)
        identifier(achievement["humanCode"], scheme: "humanCode", &made, place)
        for entry in achievement.each("otherIdentifier") {
            otherIdentifier(entry, &made, place)
        }
        say(achievement["name"], "title", &made, place)
        if !made.has("title") { report.lack("\(place)/title", "ELM requires a title") }
        say(achievement["description"], "description", &made, place)
        say(achievement["achievementType"], "category", &made, place)
        note(achievement["criteria"]?["narrative"], about: "criteria", &made, place)
        if let page = achievement["criteria"]?["id"], page.text != nil {
            var resource = object("webResource", "WebResource")
            report.put(page, "contentURL", in: &resource, at: "\(place)/homepage/0")
            made.set("homepage", [resource.json])
        }
        for name in ["fieldOfStudy", "specialization", "version"] {
            note(achievement[name], about: name, &made, place)
        }
        credits(achievement["creditsAvailable"], "creditPoint", award, &made, place)
        for tag in achievement.each("tag") where !report.accounts(for: tag.place) {
            note(tag, about: "tag", &made, place)
        }
        for alignment in achievement.each("alignment") where alignment.value.isObject {
            outcome(alignment, &made, place)
        }
        if let creator = achievement["creator"] {
            made.set("creator", organisation(creator, "\(place)/creator"))
        }
        return made.json
    }

    /// Credit points, with the framework in which they are counted.
    private mutating func credits(
        _ points: Placed?, _ name: String, _ award: AwardedAchievement, _ made: inout Members,
        _ place: String
    ) {
        var credit = object("creditPoint", "CreditPoint")
        let at = "\(place)/\(name)/0"
        guard report.put(points, "point", in: &credit, at: at) else { return }
        let start = Europass.framework.utf8
        let tag = award.achievement.each("tag").first { $0.text?.utf8.starts(with: start) == true }
        if let tag, let text = tag.text {
            let id = String(decoding: text.utf8.dropFirst(start.count), as: UTF8.self)
            credit.set("framework", ["id": .string(id), "type": "Concept"])
            report.record(
                tag.place,
                .changed(to: "\(at)/framework/id", how: "without the name before it"))
        } else {
            var concept = object("concept", "Concept")
            concept.set(
                "prefLabel",
                Europass.said("Credits; the original does not say of which system", "en"))
            credit.set("framework", concept.json)
            report.add("\(at)/framework", "in what they are counted is not said")
        }
        made.set(name, [credit.json])
    }

    private mutating func outcome(
        _ alignment: Placed, _ made: inout Members, _ place: String
    ) {
        let at = "\(place)/learningOutcome/\(made.count("learningOutcome"))"
        var outcome = object("learningOutcome", "LearningOutcome")
        say(alignment["targetName"], "title", &outcome, at)
        note(alignment["targetDescription"], about: "targetDescription", &outcome, at)
        for name in ["targetCode", "targetFramework", "targetType"] {
            identifier(alignment[name], scheme: name, &outcome, at)
        }
        if !outcome.has("title"), let text = alignment.first("targetCode", "targetUrl")?.text {
            outcome.set("title", Europass.said(text, language))
            report.add("\(at)/title", "required; it has no name, so its code or address stands in")
        }
        if let url = alignment["targetUrl"], let text = url.text {
            outcome.set("relatedSkill", [["id": .string(text), "type": "Concept"]])
            report.record(url.place, .carried(to: "\(at)/relatedSkill/0/id"))
        }
        report.says(alignment["type"], at: at, how: "a LearningOutcome")
        _ = made.append(outcome.json, to: "learningOutcome")
    }
}
