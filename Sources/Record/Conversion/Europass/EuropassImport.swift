import JSONText

extension Conversion {
    /// Makes a draft of a CLR 2.0 of a European Digital Credential (ELM 3), by itself or as the
    /// issuer of Europass has it, under `credential`.
    /// - Parameter newID: gives a fresh identifier at each call.
    package init(
        europass source: JSONValue, newID: @escaping () -> String
    ) throws(ConversionError) {
        let whole = Placed(source, "")
        let root = whole["credential"] ?? whole
        guard root.isA("EuropeanDigitalCredential"), root["credentialSubject"] != nil else {
            throw .notEuropass
        }
        var budget = PlaceBudget(left: Limits.reportedPlaces)
        try budget.spend(on: source)
        var draft = EuropassImport(newID: newID)
        let made = try draft.record(root)
        draft.report.accountForRest(whole, in: "CLR 2.0")
        self.init(record: made, report: draft.report)
    }
}

/// A European Digital Credential on its way to CLR 2.0.
struct EuropassImport {
    let newID: () -> String
    var report = LossReport()
    private var issuedOn = "1970-01-01T00:00:00Z"
    private var issuer = ""
    private var learner = ""
    private var left = Limits.repeatedBytes
    private var credentials: [JSON] = []
    /// The achievement that was made of each claim, and what hangs on it.
    private var achievements: [Text: String] = [:]
    private var parts: [(name: String, claim: String, other: Placed)] = []

    init(newID: @escaping () -> String) { self.newID = newID }

    mutating func record(_ root: Placed) throws(ConversionError) -> JSON {
        var made = LearnerRecord2.record(id: newID())
        report.says(root["type"], at: "/type", how: "the types of CLR 2.0")
        let display = root["displayParameter"]
        put(display?["title"], "name", &made, "")
        if !made.has("name") {
            made.set("name", "European Digital Credential")
            report.add("/name", "required in CLR 2.0; the original has no title")
        }
        put(display?["description"], "description", &made, "")
        if let (at, text) = root.first("validFrom", "issuanceDate", "issued") {
            issuedOn = LearnerRecord1.zoned(text)
            report.put(
                at, "validFrom", in: &made, at: "", text: issuedOn,
                how: issuedOn.isSame(as: text) ? nil : "a time without a zone is taken as UTC")
            for name in ["issuanceDate", "issued"] {
                guard let again = root[name], again.text?.isSame(as: text) == true else { continue }
                report.record(
                    again.place, .changed(to: "/validFrom", how: "the same time, told once"))
            }
        }
        report.put(
            root.first("expirationDate", "validUntil")?.at, "validUntil", in: &made, at: "")
        if let body = root["issuer"] {
            made.set("issuer", profile(body, "/issuer"))
            issuer = body["id"]?.text ?? body.text ?? newID()
        } else {
            issuer = newID()
            made.set("issuer", ["id": .string(issuer), "type": ["Profile"]])
            report.add("/issuer", "the original is not sealed and names no issuer: put in your own")
        }
        evidence(root, &made)
        made.set("credentialSubject", try subject(root))
        return made.json
    }

    /// UP-03: the way back, and what was named as evidence before.
    private mutating func evidence(_ root: Placed, _ made: inout Members) {
        if let id = root["id"], let text = id.text {
            _ = made.append(
                LearnerRecord2.original(
                    id: text, name: "The original European Digital Credential",
                    kind: "European Digital Credential"), to: "evidence")
            report.record(
                id.place,
                .changed(to: "/evidence/0/id", how: "the new form has an identifier of its own"))
        }
        for entry in root.each("evidence") where entry["id"]?.text != nil {
            let place = "/evidence/\(made.count("evidence"))"
            var piece = Members()
            report.put(entry["id"], "id", in: &piece, at: place)
            piece.set("type", ["Evidence"])
            report.says(entry["type"], at: "\(place)/type", how: "Evidence")
            report.put(entry["evidenceStatement"], "narrative", in: &piece, at: place)
            _ = made.append(piece.json, to: "evidence")
        }
    }

    private mutating func subject(_ root: Placed) throws(ConversionError) -> JSON {
        var made = Members()
        let place = "/credentialSubject"
        let people = root.each("credentialSubject").filter { $0.value.isObject }
        guard let person = people.first else { throw .notEuropass }
        learner = newID()
        if let id = person["id"], let text = id.text, text.utf8.contains(UInt8(ascii: ":")),
            !text.utf8.starts(with: "urn:epass:".utf8)
        {
            learner = text
            report.record(id.place, .carried(to: "\(place)/id"))
        } else {
            report.says(
                person["id"], at: "\(place)/id",
                how: "one of its own: the original's holds in that document alone")
        }
        made.set("id", .string(learner))
        made.set("type", ["ClrSubject"])
        report.says(person["type"], at: "\(place)/type", how: "a ClrSubject")
        identify(person, &made)
        for claim in person.each("hasClaim") where claim.value.isObject { try take(claim) }
        guard !credentials.isEmpty else { throw .noClaim }
        made.set("verifiableCredential", .array(credentials))
        let associations = associations()
        if !associations.isEmpty { made.set("association", .array(associations)) }
        return made.json
    }

    private mutating func identify(_ person: Placed, _ made: inout Members) {
        for (type, name) in Europass.names {
            guard let (at, text) = text(person[name]) else { continue }
            identify(at, text, type, &made, how: nil)
        }
        if let birth = person["dateOfBirth"], let text = birth.text {
            let midnight = "T00:00:00Z"
            let isDay = text.hasSuffix(midnight)
            let day = isDay ? String(text.dropLast(midnight.count)) : text
            identify(
                birth, day, "ext:dateOfBirth", &made, how: isDay ? "the day alone" : nil)
        }
        for contact in person.each("contactPoint") {
            for mailbox in contact.each("emailAddress") {
                guard let id = mailbox["id"], let text = id.text else { continue }
                identify(id, Self.address(text), "emailAddress", &made, how: "without mailto:")
            }
        }
        for entry in person.each("identifier") {
            guard let notation = entry["notation"], let text = notation.text else { continue }
            let scheme = entry["schemeName"]?.text ?? "identifier"
            let type = Self.identityType(scheme)
            let index = made.count("identifier")
            identify(notation, text, type, &made, how: nil)
            let target = "/credentialSubject/identifier/\(index)/identityType"
            report.says(entry["schemeName"], at: target, how: "as a type")
        }
    }

    private mutating func identify(
        _ source: Placed, _ text: String, _ type: String, _ made: inout Members, how: String?
    ) {
        let index = made.append(LearnerRecord2.identity(text, type), to: "identifier")
        report.went(
            source, to: "/credentialSubject/identifier/\(index)/identityHash", as: text, how: how)
    }

    // MARK: - Claims

    private static let depth = 16

    private mutating func take(_ claim: Placed, depth: Int = 0) throws(ConversionError) {
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

    private mutating func associations() -> [JSON] {
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

    private mutating func credential(_ claim: Placed, _ place: String) -> JSON {
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
                .changed(
                    to: "\(place)/evidence/0/id", how: "the new form has an identifier of its own"))
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

    private mutating func piece(
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

    private mutating func said(_ claim: Placed, _ made: inout Members, _ place: String) {
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

    private mutating func identifiers(_ claim: Placed, _ made: inout Members, _ place: String) {
        for entry in claim.each("identifier") {
            if entry["schemeName"]?.text?.isSame(as: "licenseNumber") == true {
                report.put(entry["notation"], "licenseNumber", in: &made, at: place)
            }
        }
    }

    /// Members that stand in notes, by what the notes are about.
    private mutating func notes(
        _ holder: Placed, _ names: [String], _ made: inout Members, _ place: String
    ) {
        for note in holder.each("additionalNote") {
            guard let about = text(note["subject"]?["prefLabel"]),
                let name = names.first(where: { $0.isSame(as: about.text) }),
                let (at, said) = text(note["noteLiteral"])
            else { continue }
            if name.isSame(as: "tag") {
                let index = made.append(.string(said), to: "tag")
                report.went(at, to: "\(place)/tag/\(index)", as: said, how: nil)
            } else {
                report.put(at, name, in: &made, at: place)
            }
            report.record(about.at.place, .changed(to: "\(place)/\(name)", how: "as a member"))
        }
    }

    private mutating func results(
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

    private mutating func description(
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

    // MARK: - What is achieved

    private mutating func achievement(_ claim: Placed, _ place: String) -> Members {
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

    private mutating func identifier(
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

    private mutating func criteria(
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

    private mutating func alignment(
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

    private mutating func concept(
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

    // MARK: - Organisations

    private mutating func profile(_ body: Placed, _ place: String) -> JSON {
        if let id = body.text {
            report.record(body.place, .carried(to: "\(place)/id"))
            return ["id": .string(id), "type": ["Profile"]]
        }
        var made = Members()
        report.put(body["id"], "id", in: &made, at: place)
        if !made.has("id") { made.set("id", .string(newID())) }
        made.set("type", ["Profile"])
        report.says(body["type"], at: "\(place)/type", how: "a Profile")
        put(body["legalName"] ?? body["prefLabel"], "name", &made, place)
        notes(body, ["description"], &made, place)
        report.put(
            body.each("homepage").first?["contentURL"], "url", in: &made, at: place)
        for name in ["registration", "eIDASIdentifier", "vatIdentifier", "taxIdentifier"] {
            for entry in body.each(name) { other(entry, "ext:\(name)", &made, place) }
        }
        for entry in body.each("identifier") {
            other(
                entry, Self.identifierType(entry["schemeName"]?.text ?? "identifier"), &made, place)
        }
        let contact = body.each("contactPoint").first
        if let mailbox = contact?.each("emailAddress").first?["id"], let text = mailbox.text {
            report.put(
                mailbox, "email", in: &made, at: place, text: Self.address(text),
                how: "without mailto:")
        }
        report.put(
            contact?.each("phone").first?["phoneNumber"], "phone", in: &made, at: place)
        address(
            contact?.each("address").first ?? body.each("location").first?["address"]?.each.first,
            &made, place)
        return made.json
    }

    private mutating func other(
        _ entry: Placed, _ type: String, _ made: inout Members, _ place: String
    ) {
        guard let notation = entry["notation"], let text = notation.text else { return }
        let index = made.append(
            [
                "type": "IdentifierEntry", "identifier": .string(text),
                "identifierType": .string(type),
            ], to: "otherIdentifier")
        let at = "\(place)/otherIdentifier/\(index)"
        report.went(notation, to: "\(at)/identifier", as: text, how: nil)
        report.says(entry["schemeName"], at: "\(at)/identifierType", how: "as a type")
        report.says(entry["type"], at: "\(at)/type", how: "an IdentifierEntry")
    }

    private mutating func address(
        _ source: Placed?, _ made: inout Members, _ place: String
    ) {
        guard let source else { return }
        var address = Members()
        put(source["fullAddress"]?["noteLiteral"], "streetAddress", &address, "\(place)/address")
        if let code = source["countryCode"]?["id"], let text = code.text,
            text.utf8.starts(with: "\(Europass.country)/".utf8)
        {
            report.put(
                code, "addressCountry", in: &address, at: "\(place)/address",
                text: String(text.dropFirst(Europass.country.count + 1)),
                how: "the code without its list")
        }
        guard !address.list.isEmpty else { return }
        address.set("type", ["Address"])
        report.says(source["type"], at: "\(place)/address/type", how: "an Address")
        made.set("address", address.json)
    }

    // MARK: - Texts

    /// One text of those in several languages: of no language, English, or else the first.
    private func text(_ member: Placed?) -> (at: Placed, text: String)? {
        guard let member else { return nil }
        if let text = member.text { return (member, text) }
        let texts =
            member.value.isArray
            ? [member]
            : [member["und"], member["en"]].compactMap(\.self)
                + member.value.members.prefix(1).compactMap { member[$0.name] }
        for languages in texts {
            guard let at = languages.each.first(where: { $0.text != nil }), let text = at.text
            else { continue }
            return (at, text)
        }
        return nil
    }

    private mutating func put(
        _ member: Placed?, _ name: String, _ made: inout Members, _ place: String
    ) {
        guard let (at, _) = text(member) else { return }
        report.put(at, name, in: &made, at: place)
    }

    private static func address(_ text: String) -> String {
        text.utf8.starts(with: "mailto:".utf8) ? String(text.dropFirst(7)) : text
    }

    private static let resultTypes = [
        "GradePointAverage", "LetterGrade", "Percent", "PerformanceLevel", "PredictedScore",
        "RawScore", "Result", "RubricCriterion", "RubricCriterionLevel", "RubricScore",
        "ScaledScore", "Status",
    ]

    private static let identifierTypes = [
        "sourcedId", "systemId", "productId", "userName", "accountId", "emailAddress",
        "nationalIdentityNumber", "isbn", "issn", "lisSourcedId", "oneRosterSourcedId",
        "sisSourcedId", "ltiContextId", "ltiDeploymentId", "ltiToolId", "ltiPlatformId",
        "ltiUserId", "identifier", "name",
    ]

    /// A scheme as an open type: `ext:` and letters.
    private static func identifierType(_ scheme: String) -> String {
        if scheme.utf8.starts(with: "ext:".utf8)
            || identifierTypes.contains(where: { scheme.isSame(as: $0) })
        {
            return scheme
        }
        let letters = scheme.utf8.filter { byte in
            (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
        }
        return "ext:" + String(decoding: letters, as: UTF8.self)
    }

    private static func identityType(_ scheme: String) -> String { identifierType(scheme) }
}
