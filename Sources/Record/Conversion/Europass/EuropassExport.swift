import JSONText

extension Conversion {
    /// Makes a draft of a European Digital Credential (ELM 3) of a CLR 2.0 or a badge.
    /// - Parameter newID: gives a fresh identifier at each call.
    package init(
        europassOf source: JSONValue, newID: @escaping () -> String
    ) throws(ConversionError) {
        var export = EuropassExport(source: try RecordSource(source), newID: newID)
        let made = export.credential()
        export.report.accountForRepeats(of: export.source)
        export.report.accountForRest(
            export.source.root, in: "ELM 3", opening: export.source.tokens)
        self.init(record: made, report: export.report)
    }
}

/// A record on its way to ELM.
struct EuropassExport {
    let source: RecordSource
    let newID: () -> String
    var report = LossReport()
    /// The language of texts of which the source does not say it.
    var language = "und"
    /// Octets that may be said again and again.
    var left = Limits.repeatedBytes
    /// The specification that was made of each description of results, by its place.
    var specifications: [Text: String] = [:]
    /// Organisations of which it was told what they lack.
    var organisations: Set<Text> = []
    private var counts: [String: Int] = [:]
    /// The claim that was made of each achievement.
    private var claims: [Text: (id: String, place: String)] = [:]
    private var parts: [Text: [(name: String, other: Text, association: Placed)]] = [:]

    init(source: RecordSource, newID: @escaping () -> String) {
        self.source = source
        self.newID = newID
    }

    // MARK: - The credential

    mutating func credential() -> JSON {
        let root = source.root
        var made = Members()
        made.set(
            "@context",
            [
                "https://www.w3.org/2018/credentials/v1",
                "http://data.europa.eu/snb/model/context/edc-ap",
            ])
        made.set("id", .string(newID()))
        made.set("type", ["VerifiableCredential", "EuropeanDigitalCredential"])
        report.says(root["type"], at: "/type", how: "the types of ELM 3")
        made.set(
            "credentialSchema",
            [
                [
                    "id": "http://data.europa.eu/snb/model/ap/edc-generic-full",
                    "type": "ShaclValidator2017",
                ]
            ])
        dates(root, &made)
        made.set("credentialProfiles", [Europass.genericProfile])
        made.set("displayParameter", display(root))
        issuer(root, &made)
        original(root, &made)
        made.set("credentialSubject", person())
        report.add("/credentialProfiles", "ELM asks for a profile; this is the generic one")
        report.add("/credentialSchema", "the shapes by which ELM credentials are checked")
        return made.json
    }

    private mutating func dates(_ root: Placed, _ made: inout Members) {
        if let (at, text) = root.first("validFrom", "issuanceDate") {
            let time = LearnerRecord1.dateTime(text)
            putTime(at, "validFrom", &made, "")
            for name in ["issuanceDate", "issued"] {
                made.set(name, .string(time))
                report.add("/\(name)", "ELM tells this time again")
            }
        } else {
            report.lack("/validFrom", "ELM requires when it becomes valid")
            report.lack("/issued", "ELM requires when it was issued")
        }
        putTime(
            root.first("validUntil", "expirationDate")?.at, "expirationDate", &made, "")
    }

    /// A time as ELM has it: a whole one, with a zone.
    mutating func putTime(
        _ source: Placed?, _ name: String, _ made: inout Members, _ place: String
    ) {
        guard let source, let text = source.text else { return }
        let time = LearnerRecord1.dateTime(text)
        report.put(
            source, name, in: &made, at: place, text: time,
            how: time.isSame(as: text) ? nil : "a whole time with a zone, UTC where none is stated")
    }

    /// The original's identifier is an alternative one of this: what ELM calls evidence has a type
    /// of a list of Europass, in which there is none for this.
    private mutating func original(_ root: Placed, _ made: inout Members) {
        guard let id = root["id"], let text = id.text else { return }
        var entry = object("identifier", "Identifier")
        entry.set("notation", .string(text))
        entry.set("schemeName", .string(Europass.original))
        made.set("identifier", [entry.json])
        report.record(id.place, .renamed(to: "/identifier/0/notation"))
    }

    private mutating func display(_ root: Placed) -> JSON {
        let place = "/displayParameter"
        var made = object("displayParameter", "DisplayParameter")
        let first = source.awards.first?.achievement["name"]
        say(root["name"] ?? first, "title", &made, place)
        if !made.has("title") { report.lack("\(place)/title", "ELM requires a title") }
        say(root["description"], "description", &made, place)
        let codes = languages()
        let main = codes.count == 1 ? codes.first : nil
        made.set("primaryLanguage", Europass.language(main ?? Europass.undetermined))
        report.add(
            "\(place)/primaryLanguage",
            main == nil
                ? "the record does not say its language: put in the one that it has"
                : "the language of all achievements of the record")
        let listed = main == nil ? [Europass.undetermined] + codes : codes
        made.set("language", .array(listed.map { Europass.language($0) }))
        report.add("\(place)/language", "the languages of the texts, as the record says them")
        report.lack(
            "\(place)/individualDisplay",
            "ELM requires a picture of each page; who seals it with the tools of Europass gets it made"
        )
        return made.json
    }

    /// The codes of all languages that achievements say that they are in; with the one that stands
    /// for an unknown language where one says none.
    private func languages() -> [String] {
        var codes: [String] = []
        for award in source.awards where award.credential != nil {
            let tag = award.achievement["inLanguage"]?.text
            let code = tag.flatMap { EuropassCodes.language($0) } ?? Europass.undetermined
            if !codes.contains(where: { $0.isSame(as: code) }) { codes.append(code) }
        }
        let known = codes.filter { !$0.isSame(as: Europass.undetermined) }
        return known.count == codes.count ? codes : [Europass.undetermined] + known
    }

    private mutating func person() -> JSON {
        let place = "/credentialSubject"
        let subject = source.root.each("credentialSubject").first { $0.value.isObject }
        var made = Members()
        report.put(subject?["id"], "id", in: &made, at: place)
        if !made.has("id") { made.set("id", .string(number("person"))) }
        made.set("type", "Person")
        report.says(subject?["type"], at: "\(place)/type", how: "a Person")
        var contact = Members()
        for entry in subject?.each("identifier") ?? [] {
            guard entry["hashed"]?.value.bool != true, let value = entry["identityHash"],
                value.text != nil, let type = entry["identityType"]?.text
            else { continue }
            if let where_ = identify(value, type, &made, &contact) {
                for name in ["identityType", "type", "hashed"] {
                    report.says(entry[name], at: where_, how: "the name of the member says it")
                }
            }
        }
        if !contact.list.isEmpty {
            contact.set("id", .string(number("contactPoint")))
            contact.set("type", "ContactPoint")
            made.set("contactPoint", [contact.json])
        }
        link()
        var list: [JSON] = []
        for award in source.awards where award.credential != nil {
            list.append(claim(award, "\(place)/hasClaim/\(list.count)"))
        }
        made.set("hasClaim", .array(list))
        if list.isEmpty {
            report.lack("\(place)/hasClaim", "ELM requires a claim, and the record awards nothing")
        }
        return made.json
    }

    /// - Returns: where it went.
    private mutating func identify(
        _ value: Placed, _ type: String, _ made: inout Members, _ contact: inout Members
    ) -> String? {
        let place = "/credentialSubject"
        for (known, name) in Europass.names where known.isSame(as: type) && !made.has(name) {
            say(value, name, &made, place)
            return "\(place)/\(name)"
        }
        if type.isSame(as: "ext:dateOfBirth"), let day = value.text {
            let time = LearnerRecord1.zoned(day)
            let isSame = time.isSame(as: day)
            report.put(
                value, "dateOfBirth", in: &made, at: place, text: time,
                how: isSame ? nil : "a time, as ELM has it")
            return "\(place)/dateOfBirth"
        }
        if type.isSame(as: "emailAddress"), let text = value.text {
            let index = contact.append(
                ["id": .string("mailto:\(text)"), "type": "Mailbox"], to: "emailAddress")
            let target = "\(place)/contactPoint/0/emailAddress/\(index)/id"
            report.record(value.place, .changed(to: target, how: "behind mailto:"))
            return target
        }
        let index = identifier(value, scheme: type, &made, place)
        return index.map { "\(place)/identifier/\($0)" }
    }

    // MARK: - Parts of ELM

    /// An identifier that holds inside this document, as ELM credentials have them.
    mutating func number(_ kind: String) -> String {
        counts[kind, default: 0] += 1
        return "urn:epass:\(kind):\(counts[kind] ?? 1)"
    }

    mutating func object(_ kind: String, _ type: String) -> Members {
        var made = Members()
        made.set("id", .string(number(kind)))
        made.set("type", .string(type))
        return made
    }

    /// A text in a language.
    mutating func say(
        _ member: Placed?, _ name: String, _ made: inout Members, _ place: String,
        how: String? = nil
    ) {
        guard let member, let text = member.text, !made.has(name) else { return }
        made.set(name, Europass.said(text, language))
        let target = "\(place)/\(name)\(LossReport.token(language))/0"
        report.went(member, to: target, as: text, how: how)
    }

    /// A note about something that ELM has no member of its own for.
    mutating func note(
        _ member: Placed?, about: String, _ made: inout Members, _ place: String
    ) {
        guard let member, let text = member.text else { return }
        var concept = object("concept", "Concept")
        concept.set("prefLabel", Europass.said(about, "en"))
        var note = object("note", "Note")
        note.set("noteLiteral", Europass.said(text, language))
        note.set("subject", concept.json)
        let index = made.append(note.json, to: "additionalNote")
        let literal = "noteLiteral\(LossReport.token(language))/0"
        report.went(
            member, to: "\(place)/additionalNote/\(index)/\(literal)", as: text, how: nil)
    }

    @discardableResult
    mutating func identifier(
        _ member: Placed?, scheme: String, _ made: inout Members, _ place: String
    ) -> Int? {
        guard let member, let text = member.text else { return nil }
        var entry = object("identifier", "Identifier")
        entry.set("notation", .string(text))
        entry.set("schemeName", .string(scheme))
        let index = made.append(entry.json, to: "identifier")
        report.went(
            member, to: "\(place)/identifier/\(index)/notation", as: text, how: nil)
        return index
    }

    /// An IdentifierEntry of a profile or an achievement.
    mutating func otherIdentifier(_ entry: Placed, _ made: inout Members, _ place: String) {
        guard let scheme = entry["identifierType"]?.text,
            let index = identifier(entry["identifier"], scheme: scheme, &made, place)
        else { return }
        let at = "\(place)/identifier/\(index)"
        report.says(entry["identifierType"], at: "\(at)/schemeName", how: "the scheme")
        report.says(entry["type"], at: "\(at)/type", how: "an Identifier")
    }

    // MARK: - What hangs together

    /// Which claims are parts of which, by the identifiers of their achievements.
    private mutating func link() {
        for award in source.awards where award.credential != nil {
            guard let id = award.achievement["id"]?.text, claims[Text(id)] == nil else { continue }
            claims[Text(id)] = (number("learningAchievement"), "")
        }
        let subject = source.root.each("credentialSubject").first { $0.value.isObject }
        for association in subject?.each("association") ?? [] {
            guard let from = association["sourceId"]?.text, let to = association["targetId"]?.text,
                claims[Text(from)] != nil, claims[Text(to)] != nil
            else { continue }
            let name: String
            switch association["associationType"]?.text {
            case "isPartOf": name = "isPartOf"
            case "isParentOf": name = "hasPart"
            case _: continue
            }
            parts[Text(from), default: []].append((name, Text(to), association))
        }
    }

    /// The name under which the claim of an achievement is told; each name is given once.
    mutating func claimID(of award: AwardedAchievement, _ place: String) -> String {
        guard let id = award.achievement["id"]?.text, let known = claims[Text(id)],
            known.place.isEmpty
        else { return number("learningAchievement") }
        claims[Text(id)] = (known.id, place)
        return known.id
    }

    mutating func hang(
        _ award: AwardedAchievement, _ made: inout Members, _ place: String
    ) {
        guard let id = award.achievement["id"]?.text,
            claims[Text(id)]?.place.isSame(as: place) == true
        else { return }
        for (name, other, association) in parts[Text(id)] ?? [] {
            guard let target = claims[other] else { continue }
            let index = made.append(
                ["id": .string(target.id), "type": "LearningAchievement"], to: name)
            report.says(
                association, at: "\(place)/\(name)/\(index)", how: "told at the achievement")
        }
    }
}

/// What is the same in all credentials of ELM.
enum Europass {
    static let language = "http://publications.europa.eu/resource/authority/language"
    static let country = "http://publications.europa.eu/resource/authority/country"

    static let genericProfile: JSON = [
        "id": "http://data.europa.eu/snb/credential/e34929035b", "type": "Concept",
        "inScheme": [
            "id": "http://data.europa.eu/snb/credential/25831c2", "type": "ConceptScheme",
        ],
        "prefLabel": ["en": ["Generic"]],
    ]

    /// An entry of the list of languages.
    static func language(_ code: String) -> JSON {
        concept("\(language)/\(code)", of: language)
    }

    static func concept(_ id: String, of scheme: String) -> JSON {
        [
            "id": .string(id), "type": "Concept",
            "inScheme": ["id": .string(scheme), "type": "ConceptScheme"],
        ]
    }

    static let undetermined = "UND"

    /// A text in a language.
    static func said(_ text: String, _ language: String) -> JSON {
        .object([(name: language, value: .array([.string(text)]))])
    }

    /// Identifiers of a learner that are members of a person in ELM.
    static let names = [
        ("ext:givenName", "givenName"), ("ext:familyName", "familyName"),
        ("ext:fullName", "fullName"), ("ext:additionalName", "patronymicName"),
        ("ext:birthName", "birthName"),
    ]

    /// The schemes under which identifiers of CLR 2.0 stand in ELM.
    static let achievement = "achievement"
    static let credential = "credential"
    /// The scheme of the identifier of what was converted.
    static let original = "Comprehensive Learner Record"
    /// What a tag begins with that names the framework in which credits are counted.
    static let framework = "creditFramework:"
}
