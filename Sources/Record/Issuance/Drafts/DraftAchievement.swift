import Credentials
import Crypto
import JSONText
import Vocabularies

/// The definition of an achievement, as a draft or a template has it.
struct DraftAchievement {
    /// What defines it; a template has these, and where a draft names one, only the template has.
    static let definition = [
        "name", "type", "code", "description", "criteria", "credits", "subject", "specialization",
        "language", "tags", "competencies", "alignment", "image",
    ]
    static let templateMembers = ["template", "version", "id"] + definition + ["results"]

    let object: DraftObject
    let defaultType: String
    let id: String
    /// Name and version of the template.
    let template: (name: String, version: String)?
    let results: [JSON]
    let pictures: DraftPictures

    /// The achievement, and what it is called and how many credits it has to give.
    func json() -> (json: JSON, name: String?, credits: Double?) {
        let name = object.required("name", "people know the achievement by it")
        let description = object.required("description", "it says what was learned or done")
        let credits = object.amount("credits")
        let members: [(String, JSON?)] = [
            ("id", .string(id)), ("type", ["Achievement"]), ("achievementType", .string(type)),
            ("humanCode", draftText(object.text("code"))), ("name", draftText(name)),
            ("description", draftText(description)), ("criteria", criteria),
            ("inLanguage", draftText(language)),
            ("fieldOfStudy", draftText(object.text("subject"))),
            ("specialization", draftText(object.text("specialization"))),
            ("creditsAvailable", credits.map { .number($0.text) }),
            ("tag", draftList(object.texts("tags").map { .string($0) })),
            ("image", pictures.image(object)), ("alignment", draftList(alignments)),
            ("version", draftText(template?.version)), ("otherIdentifier", templateEntry),
            ("resultDescription", draftList(results)),
        ]
        return (draftObject(members), name, credits?.value)
    }

    /// The same definition has the same identifier in every record: it is made of the template's
    /// name and version (RFC 9562, version 8).
    static func id(template name: String, version: String) -> String {
        let digest = Array(SHA256.hash(data: Array("\(name)@\(version)".utf8)))
        return RandomUUID.urn(digest, version: 8)
    }

    private var templateEntry: JSON? {
        template.map { template in
            [
                [
                    "type": "IdentifierEntry",
                    "identifier": .string("\(template.name)@\(template.version)"),
                    "identifierType": "ext:template",
                ]
            ]
        }
    }

    private var type: String {
        guard let type = object.text("type") else { return defaultType }
        return Self.term(type, of: "AchievementType", "type", object) ?? defaultType
    }

    /// The term, where the vocabulary of the standard has it.
    static func term(
        _ term: String, of vocabulary: Text, _ member: String, _ object: DraftObject
    ) -> String? {
        guard let known = Vocabulary.named(vocabulary) else { return term }
        guard known.membership(of: Text(term)) == .unknown else { return term }
        let terms = known.terms.map(\.string)
        let all = terms.joined(separator: ", ")
        let hint = DraftObject.hint(term, terms)
        let own = known.isExtensible ? " A term of your own begins with ext:, as ext:Workshop." : ""
        object.note(
            member, "\"\(term)\" is not known to the standard.\(hint) There are: \(all).\(own)")
        return nil
    }

    private var language: String? {
        guard let language = object.text("language") else { return nil }
        let letters = language.utf8.prefix { $0 != UInt8(ascii: "-") }
        guard (2...4).contains(letters.count), letters.allSatisfy({ 0x61...0x7A ~= $0 }) else {
            object.note("language", "\"\(language)\" is no language. Write en, es or pt-BR.")
            return nil
        }
        return language
    }

    /// OB3-M-60: one of the two at least.
    private var criteria: JSON? {
        let why = "say in a sentence what had to be done to earn this"
        guard let value = object.value["criteria"] else {
            object.note(nil, "\"criteria\" is missing: \(why).")
            return nil
        }
        if !value.isObject {
            return object.required("criteria", why).map { ["narrative": .string($0)] }
        }
        guard let inner = DraftObject(value, object.notes, "Criteria", ["text", "url"]) else {
            return nil
        }
        let members = [
            ("id", draftText(inner.uri("url", web: true))),
            ("narrative", draftText(inner.text("text"))),
        ]
        if members.allSatisfy({ $0.1 == nil }) { inner.note(nil, "Criteria need a text or a url.") }
        return draftObject(members)
    }

    private var alignments: [JSON] {
        object.list("competencies").compactMap {
            Self.alignment($0, object.notes, "ceasn:Competency")
        }
            + object.list("alignment").compactMap { Self.alignment($0, object.notes, nil) }
    }

    /// A competency or another node of a framework (OB3-M-61).
    private static func alignment(_ value: JSONValue, _ notes: DraftNotes, _ type: String?) -> JSON?
    {
        let members = ["name", "url", "code", "description", "framework", "type"]
        guard let inner = DraftObject(value, notes, "A competency or alignment", members) else {
            return nil
        }
        let name = inner.required("name", "people read it")
        if inner.value["url"] == nil {
            inner.note(
                nil, "\"url\" is missing: it says which competency of which framework this is.")
        }
        let own = inner.text("type").flatMap { term($0, of: "AlignmentTargetType", "type", inner) }
        return draftObject([
            ("type", ["Alignment"]), ("targetName", draftText(name)),
            ("targetUrl", draftText(inner.uri("url", web: true))),
            ("targetCode", draftText(inner.text("code"))),
            ("targetDescription", draftText(inner.text("description"))),
            ("targetFramework", draftText(inner.text("framework"))),
            ("targetType", draftText(own ?? type)),
        ])
    }
}
