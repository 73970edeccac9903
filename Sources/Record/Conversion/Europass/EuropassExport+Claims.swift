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
        }
        let when = award.credential?.first("awardedDate", "validFrom", "issuanceDate")?.at
        if source.isRecord || when?.place.isSame(as: "/awardedDate") == true {
            report.put(when, "awardingDate", in: &process, at: "\(place)/awardedBy")
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
        var credit = object("creditPoint", "CreditPoint")
        if report.put(
            subject["creditsEarned"], "point", in: &credit, at: "\(place)/creditReceived/0")
        {
            made.set("creditReceived", [credit.json])
        }
        for name in ["term", "role"] { note(subject[name], about: name, &made, place) }
        identifier(subject["licenseNumber"], scheme: "licenseNumber", &made, place)
        var period = object("period", "PeriodOfTime")
        let at = "\(place)/influencedBy/0"
        let hasStart = report.put(
            subject["activityStartDate"], "startDate", in: &period, at: "\(at)/temporal/0")
        let hasEnd = report.put(
            subject["activityEndDate"], "endDate", in: &period, at: "\(at)/temporal/0")
        guard hasStart || hasEnd || subject["narrative"]?.text != nil else { return }
        var activity = object("activity", "LearningActivity")
        activity.set("awardedBy", ["id": .string(process), "type": "AwardingProcess"])
        if let title = award.achievement["name"]?.text {
            activity.set("title", Europass.said(title, language))
            report.add("\(at)/title", "required; the name of the achievement")
        }
        say(subject["narrative"], "description", &activity, at)
        if hasStart || hasEnd { activity.set("temporal", [period.json]) }
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
            if note.has("noteLiteral") { assessment.set("grade", note.json) }
            self.note(result["status"], about: "status", &assessment, at)
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
            guard let scheme = entry["identifierType"]?.text,
                let index = identifier(entry["identifier"], scheme: scheme, &made, place)
            else { continue }
            let at = "\(place)/identifier/\(index)"
            report.says(entry["identifierType"], at: "\(at)/schemeName", how: "the scheme")
            report.says(entry["type"], at: "\(at)/type", how: "an Identifier")
        }
        say(achievement["name"], "title", &made, place)
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
        for tag in achievement.each("tag") { note(tag, about: "tag", &made, place) }
        var credit = object("creditPoint", "CreditPoint")
        if report.put(
            achievement["creditsAvailable"], "point", in: &credit, at: "\(place)/creditPoint/0")
        {
            made.set("creditPoint", [credit.json])
            report.add("\(place)/creditPoint/0", "in what they are counted is not said")
        }
        for alignment in achievement.each("alignment") where alignment.value.isObject {
            outcome(alignment, &made, place)
        }
        if let creator = achievement["creator"] {
            made.set("creator", organisation(creator, "\(place)/creator"))
        }
        return made.json
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
        if let url = alignment["targetUrl"], let text = url.text {
            outcome.set("relatedSkill", [["id": .string(text), "type": "Concept"]])
            report.record(url.place, .carried(to: "\(at)/relatedSkill/0/id"))
        }
        report.says(alignment["type"], at: at, how: "a LearningOutcome")
        _ = made.append(outcome.json, to: "learningOutcome")
    }

    // MARK: - Organisations

    mutating func organisation(_ profile: Placed, _ place: String) -> JSON {
        if let id = profile.text {
            report.record(profile.place, .carried(to: "\(place)/id"))
            return ["id": .string(id), "type": "Organisation"]
        }
        var made = Members()
        report.put(profile["id"], "id", in: &made, at: place)
        made.set("type", "Organisation")
        report.says(profile["type"], at: "\(place)/type", how: "an Organisation")
        say(profile["name"], "legalName", &made, place)
        note(profile["description"], about: "description", &made, place)
        if profile["url"]?.text != nil {
            var page = object("webResource", "WebResource")
            report.put(profile["url"], "contentURL", in: &page, at: "\(place)/homepage/0")
            made.set("homepage", [page.json])
        }
        for entry in profile.each("otherIdentifier") {
            guard let scheme = entry["identifierType"]?.text,
                let index = identifier(entry["identifier"], scheme: scheme, &made, place)
            else { continue }
            let at = "\(place)/identifier/\(index)"
            report.says(entry["identifierType"], at: "\(at)/schemeName", how: "the scheme")
            report.says(entry["type"], at: "\(at)/type", how: "an Identifier")
        }
        if let image = profile["image"],
            let link = image["id"] ?? (image.text == nil ? nil : image),
            link.text != nil
        {
            var logo = object("mediaObject", "MediaObject")
            report.put(link, "contentURL", in: &logo, at: "\(place)/logo")
            say(image["caption"], "title", &logo, "\(place)/logo")
            report.says(image["type"], at: "\(place)/logo/type", how: "a MediaObject")
            made.set("logo", logo.json)
        }
        contact(profile, &made, "\(place)/contactPoint/0")
        return made.json
    }

    private mutating func contact(
        _ profile: Placed, _ made: inout Members, _ place: String
    ) {
        var contact = Members()
        if let email = profile["email"], let text = email.text {
            contact.set("emailAddress", [["id": .string("mailto:\(text)"), "type": "Mailbox"]])
            report.record(
                email.place, .changed(to: "\(place)/emailAddress/0/id", how: "behind mailto:"))
        }
        if profile["phone"]?.text != nil {
            var phone = object("phone", "Phone")
            report.put(profile["phone"], "phoneNumber", in: &phone, at: "\(place)/phone/0")
            contact.set("phone", [phone.json])
        }
        if let address = profile["address"] {
            let parts = [
                "streetAddress", "postOfficeBoxNumber", "postalCode", "addressLocality",
                "addressRegion", "addressCountry", "addressCountryCode",
            ].compactMap { address[$0] }.filter { $0.text != nil }
            if !parts.isEmpty {
                var whole = object("address", "Address")
                var note = object("note", "Note")
                let text = parts.compactMap(\.text).joined(separator: ", ")
                note.set("noteLiteral", Europass.said(text, language))
                whole.set("fullAddress", note.json)
                contact.set("address", [whole.json])
                let at = "\(place)/address/0/fullAddress"
                for part in parts {
                    report.record(part.place, .changed(to: at, how: "a part of the address"))
                }
                report.says(address["type"], at: at, how: "an Address")
            }
        }
        guard !contact.list.isEmpty else { return }
        contact.set("id", .string(number("contactPoint")))
        contact.set("type", "ContactPoint")
        made.set("contactPoint", [contact.json])
    }
}
