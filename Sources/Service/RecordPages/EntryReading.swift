import JSONText

extension RecordReading {
    /// Places a credential's achievements on the page: its own, and those of credentials in it.
    mutating func read(_ credential: Embedded, isOuter: Bool) {
        let value = credential.value
        if let generation = OlderGeneration(value) {
            return readOlder(credential, generation, isOuter: isOuter)
        }
        let subjects = value["credentialSubject"]?.oneOrMore ?? []
        let isRecord = subjects.contains(where: \.isSubjectOfRecord)
        if !isOuter || !isRecord, value["verifiableCredential"] == nil {
            let (entry, achievement) = row(of: credential, isOuter: isOuter, isRecord: isRecord)
            add(entry, achievement: achievement)
        }
        let base = credential.base
        for inner in embedded(
            in: value["verifiableCredential"], at: base + "/verifiableCredential")
        {
            read(inner, isOuter: false)
        }
        let isList = value["credentialSubject"]?.isArray == true
        for (index, subject) in subjects.enumerated() {
            let at = base + "/credentialSubject" + (isList ? "/\(index)" : "")
            for inner in embedded(
                in: subject["verifiableCredential"], at: at + "/verifiableCredential")
            {
                read(inner, isOuter: false)
            }
            if let generation = OlderGeneration(subject), generation.isRecord {
                readOlder(Embedded(value: subject, at: at, base: at), generation, isOuter: false)
            } else if isRecord {
                readDescribed(subject["achievement"], at: at + "/achievement")
            }
        }
    }

    /// Achievements that the record describes without a credential for them.
    mutating func readDescribed(_ value: JSONValue?, at pointer: String) {
        guard let value else { return }
        for (index, element) in value.oneOrMore.enumerated() where element.isObject {
            let at = value.isArray ? "\(pointer)/\(index)" : pointer
            let (entry, achievement) = row(described: element, at: at)
            add(entry, achievement: achievement)
        }
    }

    /// The row of a credential, and the identifier of its achievement. What makes it holds all that
    /// was read so far, and is gone before the row is added: else each row would copy all others.
    private func row(
        of credential: Embedded, isOuter: Bool, isRecord: Bool
    ) -> (entry: Entry, achievement: String?) {
        var reading = EntryReading(credential, isOuter: isOuter, reading: self)
        let entry = reading.made(isRecord: isRecord, anchor: nextAnchor)
        return (entry, reading.achievementID)
    }

    private func row(
        described element: JSONValue, at pointer: String
    ) -> (entry: Entry, achievement: String?) {
        var reading = EntryReading(described: element, at: pointer, reading: self)
        let entry = reading.madeDescription(anchor: nextAnchor)
        return (entry, reading.achievementID)
    }
}

/// Makes the row of one credential.
struct EntryReading {
    let reading: RecordReading
    /// Whether the row is of the one credential that the page is about: its head says already
    /// who issued it to whom, when and under what id.
    let isOuter: Bool
    var credential: ObjectReading
    var language: String?
    var achievementID: String?
    var entry: Entry

    init(_ embedded: Embedded, isOuter: Bool, reading: RecordReading) {
        let value = embedded.value
        self.reading = reading
        self.isOuter = isOuter
        credential = ObjectReading(value, at: embedded.base)
        language = value["inLanguage"]?.string
        entry = Entry(
            anchor: "", at: embedded.at, name: Phrase(""), category: .rest, about: "",
            mark: Mark(state: .none, short: "", long: ""), showsMark: false, blocks: [],
            sourceLine: reading.source.line(of: value), more: [])
    }

    init(described value: JSONValue, at pointer: String, reading: RecordReading) {
        let whole = Embedded(value: value, at: pointer, base: pointer)
        self.init(whole, isOuter: false, reading: reading)
    }

    mutating func madeDescription(anchor: String) -> Entry {
        entry.anchor = anchor
        var facts: [Fact] = []
        var achievement = credential
        let type = readAchievement(&achievement, subject: nil, facts: &facts)
        entry.category = .described
        entry.about = [type, "described here, without a credential for it"]
            .compactMap(\.self).joined(separator: " · ")
        append(Block(facts: facts))
        entry.more = achievement.rest()
        return entry
    }

    mutating func made(isRecord: Bool, anchor: String) -> Entry {
        entry.anchor = anchor
        let verdict = isOuter ? reading.outer : reading.verdict(at: entry.at)
        let issuer = Issuer(of: credential.value, verdict: verdict)
        let ownName = credential.phrase("name", language: language)
        let ownDescription = credential.phrase("description", language: language)
        var facts: [Fact] = []
        var more: [DataLine] = []
        var type: String?
        if isRecord {
            credential.isShownElsewhere("verifiableCredential")
            for var subject in credential.objects("credentialSubject") {
                guard OlderGeneration(subject.value)?.isRecord != true else { continue }
                for name in ["type", "verifiableCredential", "achievement"] {
                    subject.isShownElsewhere(name)
                }
                more += subject.rest()
            }
            entry.category = .others
            type = "A record of its own; what it holds is shown in its place on this page"
        } else if var subject = credential.object("credentialSubject") {
            type = readSubject(&subject, facts: &facts)
            more = subject.rest()
        }
        let kind = verdict?.kind ?? credential.value.mostSpecificType
        entry.name = nonEmpty(entry.name) ?? ownName ?? Phrase(Words.kind(kind))
        if let ownName, !ownName.text.isSame(as: entry.name.text) {
            facts.append(Fact("Credential", ownName))
        }
        if let ownDescription, !isOuter, !hasProse(ownDescription) {
            entry.blocks.insert(Block(prose: ownDescription), at: 0)
        }
        readEvidence()
        readDates(&facts)
        readIssuer(issuer, &facts)
        if let id = credential.text("id"), !isOuter {
            facts.append(Fact("Credential id", Phrase(id), isPlain: true))
        }
        facts += imageFacts(&credential)
        let endorsements = EndorsementReading.items(
            of: &credential, reading: reading, language: language)
        append(Block(heading: "Endorsed", items: endorsements))
        append(Block(heading: facts.isEmpty ? nil : "Details", facts: facts))
        entry.more += more + credential.rest()
        finish(type: type ?? Words.kind(kind), verdict: verdict, issuer: issuer)
        return entry
    }

    func nonEmpty(_ phrase: Phrase) -> Phrase? {
        phrase.text.isEmpty ? nil : phrase
    }

    private func hasProse(_ phrase: Phrase) -> Bool {
        entry.blocks.contains { $0.prose?.text.isSame(as: phrase.text) == true }
    }

    mutating func append(_ block: Block) {
        if !block.isEmpty { entry.blocks.append(block) }
    }

    mutating func finish(type: String, verdict: VerdictView?, issuer: Issuer) {
        let isOther = !issuer.isSame(as: reading.recordIssuer)
        let isFromOthers = isOther && !isOuter && !reading.isPresentation
        if entry.category == .certificates, isFromOthers { entry.category = .others }
        let by = isOther && !isOuter ? "by \(issuer.words)" : nil
        let when = entry.about.isEmpty ? nil : entry.about
        let parts =
            switch entry.category {
            case .courses: [by]
            case .competencies: [by, when]
            case .programmes, .experience, .certificates, .others, .described, .rest:
                [type, by, when]
            }
        entry.about = parts.compactMap(\.self).joined(separator: " · ")
        entry.checksAnchor = isOuter ? "checks" : reading.checksAnchor(at: entry.at)
        entry.mark = Mark(verdict, inside: reading.outer, issuer: issuer)
        entry.isWhole = isOuter
        entry.showsMark = !isOuter && (entry.mark.state != .verified || isOther)
    }
}

extension EntryReading {
    private mutating func readSubject(
        _ subject: inout ObjectReading, facts: inout [Fact]
    ) -> String? {
        subject.isShownElsewhere("type")
        readLearner(&subject, facts: &facts)
        var type: String?
        if var achievement = subject.object("achievement") {
            type = readAchievement(&achievement, subject: subject.objects("result"), facts: &facts)
            entry.more = achievement.rest()
        }
        readActivity(&subject, facts: &facts)
        return type
    }

    /// What this learner did for the achievement: when, in which role, for how many credits.
    mutating func readActivity(_ subject: inout ObjectReading, facts: inout [Fact]) {
        entry.term = subject.text("term")
        entry.credits = subject.scalar("creditsEarned")
        let span = Moment.span(
            from: subject.text("activityStartDate") ?? subject.text("startDate"),
            to: subject.text("activityEndDate") ?? subject.text("endDate"))
        let role = subject.phrase("role", language: language)
        let narrative = subject.phrase("narrative", language: language)
        if let narrative {
            entry.blocks.insert(
                Block(heading: "In this learner’s case", prose: narrative),
                at: min(1, entry.blocks.count))
        }
        entry.about = [span, role?.text].compactMap(\.self).joined(separator: " · ")
        if let span { facts.append(Fact("Took place", Phrase(span))) }
        if let role { facts.append(Fact("Role", role)) }
        if let term = entry.term { facts.append(Fact("Term", Phrase(term))) }
        if let credits = entry.credits { facts.append(Fact("Credits earned", Phrase(credits))) }
        if let number = subject.scalar("licenseNumber") {
            facts.append(Fact("Licence number", Phrase(number), isPlain: true))
        }
        if let source = subject.object("source") {
            let name = source.value["name"]?.string ?? source.value["id"]?.string ?? "a source"
            facts.append(Fact("Assessed by", Phrase(name)))
            facts += ProfileReading.facts(source)
        }
        facts += imageFacts(&subject)
    }

    /// The learner of an embedded credential is named where it differs from the record's.
    private func readLearner(_ subject: inout ObjectReading, facts: inout [Fact]) {
        let learner = LearnerReading(subject.value, at: subject.at)
        let isRecordsLearner = subject.value["id"]?.string.map {
            reading.outer.subjectID?.isSame(as: $0) == true
        }
        for name in ["id", "identifier", "name"] { subject.isShownElsewhere(name) }
        if isOuter { return }
        if let name = learner.name { facts.append(Fact("Learner", Phrase(name))) }
        let own = learner.facts.filter { fact in
            !(isRecordsLearner == true && fact.label.isSame(as: "Learner id"))
        }
        facts += own
    }

    mutating func readAchievement(
        _ achievement: inout ObjectReading, subject results: [ObjectReading]?,
        facts: inout [Fact]
    ) -> String? {
        language = achievement.text("inLanguage") ?? language
        achievement.isShownElsewhere("type")
        let type = achievement.text("achievementType")
        entry.category = Category(achievementType: type)
        entry.name = achievement.phrase("name", language: language) ?? Phrase("")
        entry.code = achievement.text("humanCode") ?? achievement.text("courseCode")
        achievementID = achievement.text("id")
        if let text = achievement.phrase("description", language: language) {
            append(Block(prose: text))
        }
        readResults(results ?? [], &achievement)
        readCriteria(&achievement)
        let alignments = ["alignment", "alignments"].flatMap { achievement.objects($0) }.map {
            AlignmentReading.item($0, language: language)
        }
        append(Block(heading: "Aligned to", items: alignments))
        let endorsements = EndorsementReading.items(
            of: &achievement, reading: reading, language: language)
        append(Block(heading: "Endorsed as an achievement", items: endorsements))
        facts += achievementFacts(&achievement, type: type)
        return type.map(Words.achievementType)
    }

    private mutating func readResults(
        _ results: [ObjectReading], _ achievement: inout ObjectReading
    ) {
        let descriptions = ["resultDescription", "resultDescriptions"]
        var scales = ResultReading(describedBy: descriptions.flatMap { achievement.objects($0) })
        for result in results {
            let (block, summary) = scales.read(result)
            append(block)
            if entry.result == nil { entry.result = summary }
        }
        for block in scales.unused() { append(block) }
    }

    private mutating func readCriteria(_ achievement: inout ObjectReading) {
        var block = Block(heading: "What had to be done")
        guard var criteria = achievement.object("criteria") ?? achievement.object("requirement")
        else {
            for page in achievement.texts("criteria") {
                block.facts.append(Fact("Criteria", Phrase(page), link: Link(page)))
            }
            return append(block)
        }
        block.prose = criteria.phrase("narrative", language: language)
        if let id = criteria.text("id") {
            block.facts.append(Fact("Criteria", Phrase(id), link: Link(id)))
        }
        criteria.isShownElsewhere("type")
        block.facts += criteria.rest().map(Fact.init(leftOver:))
        append(block)
    }

    private func achievementFacts(
        _ achievement: inout ObjectReading, type: String?
    ) -> [Fact] {
        var facts: [Fact] = []
        if let type { facts.append(Fact("Kind", Phrase(Words.achievementType(type)))) }
        if let code = entry.code { facts.append(Fact("Code", Phrase(code))) }
        for (name, label) in [
            ("creditsAvailable", "Credits available"), ("fieldOfStudy", "Field of study"),
            ("specialization", "Specialisation"), ("level", "Level"), ("version", "Version"),
        ] {
            guard let text = achievement.scalar(name) else { continue }
            facts.append(Fact(label, Phrase(text, language: language)))
        }
        if let language { facts.append(Fact("Language", Phrase(Words.language(language)))) }
        let tags = achievement.texts("tag") + achievement.texts("tags")
        if !tags.isEmpty {
            facts.append(
                Fact("Keywords", Phrase(tags.joined(separator: ", "), language: language)))
        }
        if let creator = achievement.object("creator") {
            let name = creator.value["name"]?.string ?? creator.value["id"]?.string ?? "unnamed"
            facts.append(Fact("Defined by", Phrase(name), note: creator.value["id"]?.string))
            facts += ProfileReading.facts(creator)
        }
        for name in ["otherIdentifier", "identifiers"] {
            facts += ProfileReading.identifiers(achievement.objects(name))
        }
        facts += imageFacts(&achievement)
        if let id = achievementID {
            facts.append(Fact("Achievement id", Phrase(id), isPlain: true))
        }
        return facts
    }

    mutating func readEvidence() {
        let items =
            credential.objects("evidence").map { EvidenceReading.item($0, language: language) }
            + credential.texts("evidence").map(EvidenceReading.item(at:))
        append(Block(heading: "Evidence", items: items))
    }

    private mutating func readDates(_ facts: inout [Fact]) {
        let from = credential.text("validFrom") ?? credential.text("issuanceDate")
        let awarded = credential.text("awardedDate")
        let until = credential.text("validUntil") ?? credential.text("expirationDate")
        if entry.about.isEmpty, entry.category != .courses, let day = awarded ?? from {
            entry.about = Moment.day(day).words
        }
        if isOuter { return }
        if let awarded { facts.append(Fact("Awarded", moment: .day(awarded))) }
        if let from { facts.append(Fact("Valid from", moment: .day(from))) }
        if let until { facts.append(Fact("Valid until", moment: .day(until))) }
    }

    private mutating func readIssuer(_ issuer: Issuer, _ facts: inout [Fact]) {
        if !isOuter {
            facts.append(Fact("Issued by", Phrase(issuer.fullWords), note: issuer.id))
        }
        if var profile = credential.object("issuer") {
            let items = EndorsementReading.items(
                of: &profile, reading: reading, language: language)
            append(Block(heading: "Endorsed as an issuer", items: items))
            facts += ProfileReading.facts(profile).filter { fact in
                !reading.recordIssuerFacts.contains(fact)
            }
        } else {
            _ = credential.text("issuer")
        }
    }

    func imageFacts(_ holder: inout ObjectReading) -> [Fact] {
        guard var image = holder.object("image") else {
            guard let address = holder.text("image") else { return [] }
            let words = EmbeddedFile(address)?.words ?? address
            return [Fact("Picture", Phrase(words), link: Link(address))]
        }
        image.isShownElsewhere("type")
        guard let id = image.text("id") else { return image.rest().map(Fact.init(leftOver:)) }
        let caption = image.text("caption")
        let words = EmbeddedFile(id)?.words ?? id
        return [Fact("Picture", Phrase(words), link: Link(id), note: caption)]
            + image.rest().map(Fact.init(leftOver:))
    }
}

extension JSONValue {
    /// The last of the types, which by habit is the most specific.
    fileprivate var mostSpecificType: String? {
        self["type"]?.oneOrMore.compactMap(\.string).last
    }
}

extension Category {
    init(achievementType: String?) {
        self = achievementType.flatMap { Self.types[Text($0)] } ?? .certificates
    }

    private static let types: [Text: Category] = {
        var types: [Text: Category] = ["Course": .courses, "Competency": .competencies]
        for name: Text in [
            "Degree", "AssociateDegree", "BachelorDegree", "MasterDegree", "DoctoralDegree",
            "ResearchDoctorate", "ProfessionalDoctorate", "Diploma", "SecondarySchoolDiploma",
            "GeneralEducationDevelopment", "LearningProgram",
        ] { types[name] = .programmes }
        for name: Text in [
            "CoCurricular", "CommunityService", "Fieldwork", "Membership", "Award",
        ] { types[name] = .experience }
        return types
    }()
}
