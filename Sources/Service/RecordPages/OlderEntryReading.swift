import JSONText

extension EntryReading {
    /// The row of a CLR 1.0 or Open Badges 2.0 assertion, which says in one object what a
    /// credential and its subject say today.
    mutating func madeAssertion(anchor: String) -> Entry {
        entry.anchor = anchor
        let member = credential.value["badge"] == nil ? "achievement" : "badge"
        let verdict = isOuter ? reading.outer : reading.verdict(at: entry.at)
        let issuer = Issuer(of: credential.value[member], verdict: verdict)
        var facts: [Fact] = []
        var more: [DataLine] = []
        var type: String?
        var own = credential
        own.isShownElsewhere("type")
        if var achievement = own.object(member) {
            type = readAchievement(&achievement, subject: own.objects("results"), facts: &facts)
            achievement.isShownElsewhere("associations")
            readIssuer(of: &achievement, issuer, &facts)
            more = achievement.rest()
        }
        if let address = own.text("badge") {
            facts.append(
                Fact(
                    "Badge", Phrase(address), link: Link(address),
                    note: "what it attests is described there"))
        }
        let kind = Words.kind("Assertion", of: reading.outer.standard)
        entry.name = nonEmpty(entry.name) ?? Phrase(verdict?.name ?? kind)
        readActivity(&own, facts: &facts)
        readRecipient(&own, &facts)
        readOlderDates(&own, &facts)
        if let id = own.text("id"), !isOuter {
            facts.append(Fact("Assertion id", Phrase(id), isPlain: true))
        }
        let endorsements = EndorsementReading.items(of: &own, reading: reading, language: language)
        credential = own
        readEvidence()
        append(Block(heading: "Endorsed", items: endorsements))
        append(Block(heading: facts.isEmpty ? nil : "Details", facts: facts))
        entry.more = more + credential.rest()
        finish(type: type ?? kind, verdict: verdict, issuer: issuer)
        return entry
    }

    private mutating func readIssuer(
        of achievement: inout ObjectReading, _ issuer: Issuer, _ facts: inout [Fact]
    ) {
        if !isOuter, issuer.isNamed {
            facts.append(Fact("Issued by", Phrase(issuer.fullWords), note: issuer.id))
        }
        guard var profile = achievement.object("issuer") else {
            _ = achievement.text("issuer")
            return
        }
        let items = EndorsementReading.items(of: &profile, reading: reading, language: language)
        append(Block(heading: "Endorsed as an issuer", items: items))
        facts += ProfileReading.facts(profile).filter { !reading.recordIssuerFacts.contains($0) }
    }

    /// Who received it, where that is not said at the head of the page.
    private func readRecipient(_ assertion: inout ObjectReading, _ facts: inout [Fact]) {
        guard let recipient = assertion.object("recipient"), !isOuter else { return }
        let read = LearnerReading(recipient: recipient.value, at: recipient.at)
        facts += read.facts.enumerated().map { index, fact in
            guard index == 0, fact.note == nil else { return fact }
            return Fact("Recipient", fact.value, isPlain: fact.isPlain, note: fact.label)
        }
    }

    private mutating func readOlderDates(
        _ assertion: inout ObjectReading, _ facts: inout [Fact]
    ) {
        let issued = assertion.text("issuedOn")
        let expires = assertion.text("expires")
        if entry.about.isEmpty, entry.category != .courses, let issued {
            entry.about = Moment.day(issued).words
        }
        if isOuter { return }
        if let issued { facts.append(Fact("Issued", moment: .day(issued))) }
        if let expires { facts.append(Fact("Valid until", moment: .day(expires))) }
    }

    /// The row of one record of an Extended Transcript.
    mutating func madeTranscriptRecord(on entity: TranscriptEntity?, anchor: String) -> Entry {
        entry.anchor = anchor
        var facts: [Fact] = []
        var type: String?
        var own = credential
        own.isShownElsewhere("type")
        if let entity {
            own.isShownElsewhere("recordOf")
            var achievement = ObjectReading(entity.value, at: entity.at)
            _ = readAchievement(&achievement, subject: nil, facts: &facts)
            achievement.isShownElsewhere("associations")
            entry.more = achievement.rest()
            type = entity.kind
        }
        let kind = type ?? own.value["recordOf"]?["entityType"]?.string
        entry.category = Category(achievementType: kind)
        entry.name = nonEmpty(entry.name) ?? Phrase("A record of what is not described here")
        if let result = own.phrase("result", language: language) {
            entry.result = ResultSummary(text: result.text)
            facts.append(Fact("Result", result))
        }
        let date = own.text("date")
        if let date {
            facts.append(Fact("Date", moment: .day(date)))
            entry.about = Moment.day(date).words
        }
        if let id = own.text("id") {
            facts.append(Fact("Id of this entry", Phrase(id), isPlain: true))
        }
        append(Block(heading: "Details", facts: facts))
        entry.more += own.rest()
        let kinds = kind.map(Words.achievementType)
        entry.about = [
            entry.category == .courses ? nil : kinds, nonEmpty(Phrase(entry.about))?.text,
        ]
        .compactMap(\.self).joined(separator: " · ")
        entry.mark = Mark(
            state: .none, short: "", long: "It stands and falls with the transcript.")
        return entry
    }

    /// The row of a record inside another; what it holds has rows of its own.
    mutating func madeOlderRecord(_ generation: OlderGeneration, anchor: String) -> Entry {
        entry.anchor = anchor
        let verdict = reading.verdict(at: entry.at)
        let issuer = Issuer(of: credential.value, verdict: verdict)
        let learner = generation.learner(credential.value, at: credential.at)
        var own = credential
        let kind = Words.kind(own.value["type"]?.oneOrMore.compactMap(\.string).last ?? "Clr")
        own.isShownElsewhere("type")
        entry.name = own.phrase("name", language: language) ?? Phrase(kind)
        var facts: [Fact] = []
        if let name = learner.name { facts.append(Fact("Learner", Phrase(name))) }
        facts += learner.facts
        if issuer.isNamed {
            facts.append(Fact("Issued by", Phrase(issuer.fullWords), note: issuer.id))
        }
        for name in ["issuer", "publisher"] {
            guard var profile = own.object(name) else { continue }
            let items = EndorsementReading.items(
                of: &profile, reading: reading, language: language)
            append(Block(heading: "Endorsed as an issuer", items: items))
            facts += ProfileReading.facts(profile).filter {
                !reading.recordIssuerFacts.contains($0)
            }
        }
        for name in ["issuedOn", "createdAt"] {
            if let date = own.text(name) { facts.append(Fact("Issued", moment: .day(date))) }
        }
        if let id = own.text("id") { facts.append(Fact("Record id", Phrase(id), isPlain: true)) }
        for name in generation.shownMembers { own.isShownElsewhere(name) }
        for name in generation.tokenMembers
        where reading.isDecoded(own.value[name], own.pointer(name)) {
            own.isShownElsewhere(name)
        }
        let endorsements = EndorsementReading.items(of: &own, reading: reading, language: language)
        append(Block(heading: "Endorsed", items: endorsements))
        append(Block(heading: "Details", facts: facts))
        entry.more = own.rest()
        entry.category = .others
        finish(
            type: "A record of its own; what it holds is shown in its place on this page",
            verdict: verdict, issuer: issuer)
        if verdict == nil {
            entry.mark = Mark(
                state: .none, short: "", long: "It stands and falls with what holds it.")
            entry.showsMark = false
        }
        return entry
    }
}

extension RecordReading {
    /// Whether all that stands in a list is shown in rows: objects, and tokens that were decoded.
    func isDecoded(_ value: JSONValue?, _ pointer: String) -> Bool {
        guard let value else { return true }
        return value.oneOrMore.enumerated().allSatisfy { index, element in
            element.isObject
                || decoded[Text(value.isArray ? "\(pointer)/\(index)" : pointer)] != nil
        }
    }
}
