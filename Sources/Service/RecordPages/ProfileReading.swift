import JSONText

/// Reads a profile (an organisation or a person) as facts.
enum ProfileReading {
    /// Everything that the profile says but its name and id, which the caller shows.
    static func facts(_ profile: ObjectReading) -> [Fact] {
        var profile = profile
        for name in [
            "id", "type", "name", "endorsement", "endorsementJwt", "endorsements",
            "signedEndorsements",
        ] { profile.isShownElsewhere(name) }
        var facts: [Fact] = []
        for (name, label) in texts {
            guard let text = profile.text(name) else { continue }
            facts.append(Fact(label, Phrase(text), link: Link(text)))
        }
        if let address = profile.object("address") {
            facts.append(contentsOf: self.address(address))
        } else if let address = profile.text("address") {
            facts.append(Fact("Address", Phrase(address)))
        }
        for name in ["dateOfBirth", "birthDate", "birthdate"] {
            guard let day = profile.text(name) else { continue }
            facts.append(Fact("Date of birth", moment: .day(day)))
        }
        if var parent = profile.object("parentOrg") {
            let name = parent.text("name") ?? parent.value["id"]?.string ?? "an organisation"
            facts.append(Fact("Part of", Phrase(name)))
            for line in parent.rest() {
                facts.append(Fact("Part of › \(line.path)", Phrase(line.value), isPlain: true))
            }
        }
        for name in ["otherIdentifier", "identifiers"] {
            facts += identifiers(profile.objects(name))
        }
        facts += profile.rest().map(Fact.init(leftOver:))
        return facts
    }

    static func identifiers(_ entries: [ObjectReading]) -> [Fact] {
        entries.flatMap { entry in
            var entry = entry
            entry.isShownElsewhere("type")
            let type = entry.text("identifierType").map(Words.identityType) ?? "Identifier"
            let value = entry.scalar("identifier")
            return (value.map { [Fact(type, Phrase($0), isPlain: true)] } ?? [])
                + entry.rest().map(Fact.init(leftOver:))
        }
    }

    private static func address(_ address: ObjectReading) -> [Fact] {
        var address = address
        address.isShownElsewhere("type")
        let parts = [
            "streetAddress", "postOfficeBoxNumber", "postalCode", "addressLocality",
            "addressRegion", "addressCountry", "addressCountryCode",
        ]
        let lines = parts.compactMap { address.text($0) }
        let whole = lines.isEmpty ? [] : [Fact("Address", Phrase(lines.joined(separator: ", ")))]
        return whole + address.rest().map(Fact.init(leftOver:))
    }

    private static let texts = [
        ("description", "About"), ("url", "Web"), ("official", "Official"), ("email", "E-mail"),
        ("phone", "Telephone"), ("telephone", "Telephone"), ("mobile", "Mobile"),
        ("givenName", "Given name"), ("additionalName", "Additional name"),
        ("familyName", "Family name"), ("studentId", "Student number"),
        ("sourcedId", "Sourced id"), ("issuingPersonFullName", "Official"),
    ]
}

/// Who the record is about, as far as it says.
struct LearnerReading {
    /// The learner's name in plain text, or nil.
    private(set) var name: String?
    private(set) var facts: [Fact] = []

    init(_ value: JSONValue?, at pointer: String) {
        guard let value, value.isObject else { return }
        var subject = ObjectReading(value, at: pointer)
        let id = subject.text("id")
        let own = subject.text("name")
        for identity in subject.objects("identifier") { read(identity) }
        name = own ?? name ?? joinedName(subject.value)
        if let id { facts.append(Fact("Learner id", Phrase(id), isPlain: true)) }
    }

    /// The learner as a profile, as the generations before verifiable credentials have it.
    init(profile value: JSONValue, at pointer: String) {
        guard value.isObject else { return }
        var profile = ObjectReading(value, at: pointer)
        name = value["name"]?.string ?? profile.text("fullName") ?? joinedName(value)
        facts = ProfileReading.facts(profile)
        if let id = value["id"]?.string {
            facts.append(Fact("Learner id", Phrase(id), isPlain: true))
        }
    }

    /// The learner as an assertion names its recipient: by one property, often hashed.
    init(recipient value: JSONValue, at pointer: String) {
        guard value.isObject else { return }
        var recipient = ObjectReading(value, at: pointer)
        let type = recipient.text("type").map(Words.identityType) ?? "Recipient"
        let identity = recipient.scalar("identity")
        let isHashed = recipient.scalar("hashed")?.isSame(as: "true") ?? false
        if let identity {
            let note = isHashed ? Self.aboutHash : nil
            facts.append(Fact(type, Phrase(identity), isPlain: isHashed, note: note))
        }
        facts += recipient.rest().map(Fact.init(leftOver:))
    }

    private static let aboutHash = "hashed: it can only be compared, not read"

    /// What a reader can compare where no name is given: the first that is not hashed.
    var comparable: Fact? { facts.first { $0.note == nil } }

    private mutating func read(_ identity: ObjectReading) {
        var identity = identity
        identity.isShownElsewhere("type")
        let type = identity.text("identityType") ?? "identifier"
        let value = identity.scalar("identityHash")
        let hashed = identity.scalar("hashed")
        let isHashed = hashed.map { !$0.isSame(as: "false") } ?? false
        let isName = type.isSame(as: "name") || type.isSame(as: "ext:name")
        if isName, !isHashed, name == nil {
            name = value
        } else if let value {
            let note = isHashed ? Self.aboutHash : nil
            facts.append(
                Fact(Words.identityType(type), Phrase(value), isPlain: isHashed, note: note))
        }
        facts += identity.rest().map(Fact.init(leftOver:))
    }

    private func joinedName(_ subject: JSONValue) -> String? {
        let parts = ["givenName", "familyName"].compactMap { subject[$0]?.string }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
