import Credentials
import JSONText
import Vocabularies

/// The short form in which people write drafts (docs/drafts.md). What comes of it is a draft in
/// the long form: the credential without its proof.
package struct ShortDraft: Sendable {
    /// The long form: nil where the draft is no draft at all.
    package let credential: JSONDocument?
    /// Everything that is wrong, line by line; with any, nothing is to be signed.
    package let problems: [DraftProblem]
    /// Further problems that are not told.
    package let omitted: Int

    /// What is a draft in neither form says nowhere what it is to be; nil where it does.
    package static func formProblem(
        _ value: JSONValue, line: DraftLineFinder? = nil
    ) -> DraftProblem? {
        let long = ["@context", "type", "credentialSubject", "draft"]
        guard value.isObject, long.allSatisfy({ value[$0] == nil }) else { return nil }
        return DraftProblem(
            place: JSONPointer(), line: line?(JSONPointer()) ?? 1,
            message: "This does not say that it is a draft. Write draft: 1 at its top; or, in the "
                + "long form, @context and type.")
    }

    /// A document with contexts is in the long form.
    package static func isShort(_ value: JSONValue) -> Bool {
        value.isObject && value["@context"] == nil && value["draft"] != nil
    }

    package init(
        reading value: JSONValue, materials: DraftMaterials = DraftMaterials(),
        line: DraftLineFinder? = nil, randomness: @escaping @Sendable (Int) -> [UInt8]
    ) {
        let notes = DraftNotes(line: line)
        notes.add(contentsOf: materials.templates.problems)
        let writer = DraftWriter(value, notes, materials, randomness)
        let json = writer?.credential()
        credential = json.flatMap { try? JSONDocument(parsing: $0.serialized()) }
        problems = notes.inOrder
        omitted = notes.omitted
    }
}

/// Writes the long form of one draft.
final class DraftWriter {
    let draft: DraftObject
    let notes: DraftNotes
    let materials: DraftMaterials
    let pictures: DraftPictures
    let vocabulary: DraftVocabulary
    private let randomness: @Sendable (Int) -> [UInt8]
    /// What draft and templates call the achievements, with their identifiers.
    var keys: [Text: String] = [:]
    var names: [Text: String] = [:]
    var usedIDs: Set<Text> = []
    /// Addresses of evidence; several may name the same.
    var shown: Set<Text> = []
    /// Places on status lists, as `URL#index`: each is one credential's own.
    var usedPlaces: Set<Text> = []

    private static let members = [
        "draft", "kind", "id", "name", "description", "image", "issuer", "learner", "awarded",
        "validFrom", "validUntil", "partial", "courses", "achievements", "definitions",
        "associations", "endorsements", "endorse", "status", "refresh", "schema", "vocabularies",
    ]

    init?(
        _ value: JSONValue, _ notes: DraftNotes, _ materials: DraftMaterials,
        _ randomness: @escaping @Sendable (Int) -> [UInt8]
    ) {
        guard let draft = DraftObject(value, notes, "A draft", Self.members) else { return nil }
        self.draft = draft
        self.notes = notes
        self.materials = materials
        self.randomness = randomness
        pictures = DraftPictures(materials.read)
        vocabulary = DraftVocabulary(draft, notes, materials.templates)
    }

    func newID() -> String { RandomUUID.urn(randomness(16)) }
    func salt() -> String {
        randomness(16).map { octet in
            let text = String(octet, radix: 16)
            return text.utf8.count == 1 ? "0" + text : text
        }.joined()
    }

    func credential() -> JSON? {
        if draft.text("draft")?.isSame(as: "1") != true {
            draft.note("draft", "The version of this form is 1: write draft: 1.")
        }
        let kind = draft.text("kind") ?? (draft.value["endorse"] == nil ? "record" : "endorsement")
        switch kind {
        case "record": return record()
        case "badge": return badge()
        case "endorsement": return endorsement()
        default:
            draft.note("kind", "\"\(kind)\" is no kind. There are: record, badge, endorsement.")
            return nil
        }
    }

    // MARK: - What all kinds have

    /// The identifier that the draft gives, or a new one; each stands for one thing.
    func id(_ object: DraftObject, _ member: String = "id") -> String {
        guard let id = object.uri(member) else { return newID() }
        if !usedIDs.insert(Text(id)).inserted {
            object.note(member, "\(id) is the id of something else already. Give this another.")
        }
        return id
    }

    /// - Parameter awarded: where the object itself does not say.
    func dates(_ object: DraftObject, awarded: String? = nil) -> [(String, JSON?)] {
        let (from, until) = (object.time("validFrom"), object.time("validUntil"))
        if let from, let until, until.instant <= from.instant {
            object.note("validUntil", "The end stands before the start, \(from.text).")
        }
        let given = object.time("awarded")?.text ?? awarded
        if from == nil, let until, let start = given.flatMap({ Timestamp($0) }),
            until.instant <= start
        {
            object.note("validUntil", "The end stands before it was awarded, \(start).")
        }
        return [
            ("awardedDate", draftText(given)),
            ("validFrom", draftText(from?.text)), ("validUntil", draftText(until?.text)),
        ]
    }

    /// The issuer of the draft speaks in all parts; read once, so that faults are told once.
    private(set) lazy var issuer: JSON? = profile(draft, ["endorsements"])
    /// The issuer as the whole names it, with its endorsements.
    private(set) lazy var endorsedIssuer: JSON? = issuer.map(endorsed)
    /// As the draft has it, where it has more than an address.
    var issuerObject: DraftObject?

    /// When the whole was awarded, and each part that says nothing else. The draft's own faults are
    /// told where the whole is written.
    private(set) lazy var awarded: String? = draft.value["awarded"]?.string
        .flatMap { Timestamp($0)?.wholeSeconds.description }

    /// - Parameter further: members that it may have beside those of every issuer.
    func profile(_ object: DraftObject, _ further: [String] = []) -> JSON? {
        guard let value = object["issuer"] else { return nil }
        guard value.isObject else {
            return object.uri("issuer").map {
                draftObject([("id", .string($0)), ("type", ["Profile"])])
            }
        }
        let members = ["id", "name", "url", "email", "phone", "description", "image"] + further
        guard let inner = DraftObject(value, notes, "An issuer", members) else { return nil }
        if !further.isEmpty { issuerObject = inner }
        if value["id"] == nil {
            inner.note(
                nil, "\"id\" is missing: keys are found by it. Write did:web:… or https://….")
        }
        guard let id = inner.uri("id") else { return nil }
        return draftObject([
            ("id", .string(id)), ("type", ["Profile"]), ("name", draftText(inner.text("name"))),
            ("url", draftText(inner.uri("url", web: true))),
            ("email", draftText(inner.text("email"))), ("phone", draftText(inner.text("phone"))),
            ("description", draftText(inner.text("description"))),
            ("image", pictures.image(inner)),
        ])
    }
}
