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
    var issuedOn = "1970-01-01T00:00:00Z"
    var issuer = ""
    var learner = ""
    var left = Limits.repeatedBytes
    var credentials: [JSON] = []
    /// The achievement that was made of each claim, and what hangs on it.
    var achievements: [Text: String] = [:]
    var parts: [(name: String, claim: String, other: Placed)] = []

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
    mutating func evidence(_ root: Placed, _ made: inout Members) {
        if let id = root["id"], let text = id.text {
            _ = made.append(
                LearnerRecord2.original(
                    id: text, name: "The original European Digital Credential",
                    kind: "European Digital Credential"), to: "evidence")
            report.record(
                id.place,
                .renamed(to: "/evidence/0/id"))
        }
        for entry in root.each("identifier") {
            guard entry["schemeName"]?.text?.isSame(as: Europass.original) == true,
                let notation = entry["notation"], let text = notation.text
            else { continue }
            let index = made.append(
                LearnerRecord2.original(
                    id: text, name: "The original of the European Digital Credential",
                    kind: "CLR 2.0"), to: "evidence")
            report.record(notation.place, .carried(to: "/evidence/\(index)/id"))
            report.says(
                entry["schemeName"], at: "/evidence/\(index)/genre", how: "what it was")
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

    mutating func subject(_ root: Placed) throws(ConversionError) -> JSON {
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

    mutating func identify(_ person: Placed, _ made: inout Members) {
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

    mutating func identify(
        _ source: Placed, _ text: String, _ type: String, _ made: inout Members, how: String?
    ) {
        let index = made.append(LearnerRecord2.identity(text, type), to: "identifier")
        report.went(
            source, to: "/credentialSubject/identifier/\(index)/identityHash", as: text, how: how)
    }

    // MARK: - Texts

    /// One text of those in several languages: of no language, English, or else the first.
    func text(_ member: Placed?) -> (at: Placed, text: String)? {
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

    mutating func put(
        _ member: Placed?, _ name: String, _ made: inout Members, _ place: String
    ) {
        guard let (at, _) = text(member) else { return }
        report.put(at, name, in: &made, at: place)
    }

    static func address(_ text: String) -> String {
        text.utf8.starts(with: "mailto:".utf8) ? String(text.dropFirst(7)) : text
    }

    static let resultTypes = [
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
    static func identifierType(_ scheme: String) -> String {
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
