import Credentials
import DIDs
import JSONSchema
import JSONText
import Synchronization
import Vocabularies

/// Does the credential fit the JSON Schemas that it names (VER-05)?
///
/// The published schemas of the standards are judged by the model, which a test holds beside them,
/// unless the reader has put them at hand; others are looked up and run.
struct SchemaCheck {
    let credential: Credential
    let lookups: Lookups
    /// Schemas of strangers are asked for once a signature holds: a forger sends nobody anywhere.
    let mayLookUp: Bool
    /// Members may be missing that were there when it was signed: its holder keeps them back.
    var isShownInPart = false
    /// The class whose model has been asked already.
    var judged: DocumentClass?
    /// What the model said already.
    var look: ModelLook?

    /// The kind that a reader has to run.
    private static let binding = "1EdTechJsonSchemaValidator2019"
    /// The other names under which a JSON Schema is named, those of VCDM 1.1 and 2.0.
    private static let kinds: [String] = [
        binding, "JsonSchemaValidator2018", "JsonSchemaValidator2019", "JsonSchema",
    ]

    func answers() async -> [Check] {
        guard let named = credential.json["credentialSchema"] else { return [] }
        let place = credential.place.appending("credentialSchema")
        var answers: [Check] = []
        for (index, entry) in named.oneOrMore.prefix(Limits.toldFaults).enumerated() {
            let here = named.isArray ? place.appending(index) : place
            answers += await self.answers(for: entry, at: here)
        }
        return answers
    }

    private func answers(for entry: JSONValue, at place: JSONPointer) async -> [Check] {
        guard let url = entry["id"]?.text else { return [] }
        let types = (entry["type"]?.oneOrMore ?? []).compactMap(\.string)
        guard types.contains(where: { type in Self.kinds.contains { $0.isSame(as: type) } }) else {
            return [
                Check(
                    .schemaUnsupported,
                    "The schema is of a kind that is not run here (\(types.joined(separator: ", "))"
                        + "); it was left out.", at: place)
            ]
        }
        // What the reader has put at hand answers before what is known here, and sends nobody out.
        let isAtHand = lookups.has(url)
        if !isAtHand, let known = PublishedSchemas.class(at: url) {
            let named = DocumentClass(dataModel, known)
            return named == judged ? [] : byModel(as: named, place)
        }
        guard mayLookUp || isAtHand else {
            return [
                Check(
                    .schemaNotAsked,
                    "The schema \(url) was not asked for, because no signature holds.", at: place)
            ]
        }
        let isBinding = types.contains { $0.isSame(as: Self.binding) }
        return await run(
            url, entry["digestSRI"]?.string, place,
            else: isBinding ? .schemaUnavailable : .schemaNotAtHand)
    }

    /// The classes of the standards whose schemas it names and that are run.
    static func publishedClasses(of credential: Credential) -> Set<Text> {
        let entries = credential.json["credentialSchema"]?.oneOrMore ?? []
        return Set(
            entries.prefix(Limits.toldFaults).compactMap { entry in
                let types = (entry["type"]?.oneOrMore ?? []).compactMap(\.string)
                guard types.contains(where: { type in kinds.contains { $0.isSame(as: type) } })
                else { return nil }
                return entry["id"]?.text.flatMap { PublishedSchemas.class(at: $0) }
            })
    }

    private var dataModel: ShapeModel.DataModel {
        credential.dataModel == .version1 ? .v1_1 : .v2_0
    }

    private func byModel(as named: DocumentClass, _ place: JSONPointer) -> [Check] {
        if look?.sound.contains(credential, as: named) == true {
            return [fits(named.name.string, place)]
        }
        let known = look?.judgement.flatMap { $0.documentClass == named ? $0 : nil }
        let judgement =
            known ?? ModelJudgement(credential.json, as: named, at: credential.place)
        let faults = judgement.problems.filter { $0.departure?.isStricter != true }
        guard !faults.isEmpty else { return [fits(named.name.string, place)] }
        let told = isShownInPart ? faults.filter { !$0.kind.isAbsence } : faults
        guard !told.isEmpty else { return [withheld(named.name.string, place)] }
        return told.prefix(Limits.toldFaults).map { fault in
            Check(
                .schemaDiffers,
                "It does not fit the schema of \(named.name): \(fault.message)", at: fault.pointer)
        }
    }

    private func fits(_ name: String, _ place: JSONPointer) -> Check {
        Check(.schemaFits, "It fits the JSON Schema that it names (\(name)).", at: place)
    }

    private func withheld(_ name: String, _ place: JSONPointer) -> Check {
        Check(
            .schemaWithheld,
            "Its holder shows parts of it, so that it cannot be held against the JSON Schema that "
                + "it names (\(name)).", at: place)
    }

    private func run(
        _ url: Text, _ digest: String?, _ place: JSONPointer, else lack: Code
    ) async -> [Check] {
        let problems: [SchemaProblem]
        switch await LookedUpSchemas(lookups).schema(at: url, digest: digest) {
        case .failure(let reason):
            return [
                Check(
                    lack,
                    "Whether it fits the JSON Schema \(url) is open: \(reason). Give the schema "
                        + "with the credential, or check online.", at: place)
            ]
        case .success(let schema):
            do {
                problems = try schema.validate(credential.json)
            } catch {
                let text = "Whether it fits the JSON Schema \(url) is open: \(error)."
                return [Check(lack, text, at: place)]
            }
        }
        guard !problems.isEmpty else { return [fits(url.string, place)] }
        guard !isShownInPart else { return [withheld(url.string, place)] }
        return problems.prefix(Limits.toldFaults).map { problem in
            let at = credential.place.appending(problem.instance)
            return Check(
                .schemaDiffers, "It does not fit the JSON Schema \(url): \(problem).", at: at)
        }
    }
}

/// Which class a published schema of the standards is of, by its URL (SRC-03, section 0.3).
enum PublishedSchemas {
    private static let classes: [Text: Text] = {
        let clr = "https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_"
        let badges = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_"
        var classes: [Text: Text] = [:]
        for name in ["ClrCredential", "AchievementCredential", "EndorsementCredential"] {
            // The second takes either generation of the data model (LEG-01).
            for file in ["\(name.lowercased())_schema.json", "any\(name.lowercased())_schema.json"]
            {
                classes[Text(clr + file)] = Text(name)
                if !name.isSame(as: "ClrCredential") { classes[Text(badges + file)] = Text(name) }
            }
        }
        return classes
    }()

    static func `class`(at url: Text) -> Text? { classes[url] }
}

/// A schema and those that it refers to, each looked up when the compiler asks for it.
struct LookedUpSchemas {
    enum Answer { case success(Schema), failure(String) }

    private let lookups: Lookups

    init(_ lookups: Lookups) { self.lookups = lookups }

    /// - Parameter digest: of the schema that is meant, as Subresource Integrity writes it. What is
    ///   not that is another schema, and the document is not held against it.
    func schema(at url: Text, digest: String? = nil) async -> Answer {
        let shelf = SchemaShelf()
        var wanted = url
        while true {
            switch await lookups.document(at: wanted, as: .schema) {
            case .unavailable(let reason), .gone(let reason):
                return .failure("\(wanted) could not be had (\(reason))")
            case .found(let bytes, mediaType: _):
                if wanted == url, let digest, SubresourceDigest(digest)?.fits(bytes) != true {
                    return .failure(
                        "what stands at \(url) is not the schema that is meant: its digest is not "
                            + digest)
                }
                guard let document = try? JSONDocument(parsing: bytes) else {
                    return .failure("what stands at \(wanted) is no JSON")
                }
                shelf.add(document, at: wanted)
            }
            guard let root = shelf.document(at: url) else { return .failure("it is missing") }
            do {
                return .success(try Schema(compiling: root.root, base: url, loader: shelf))
            } catch .unavailable(let next, _) where shelf.document(at: next) == nil {
                wanted = next
            } catch {
                return .failure("\(error)")
            }
        }
    }
}

/// What has been looked up for one schema.
private final class SchemaShelf: SchemaLoader {
    private let documents = Mutex<[Text: JSONDocument]>([:])

    func document(at url: Text) -> JSONDocument? { documents.withLock { $0[url] } }

    func add(_ document: JSONDocument, at url: Text) {
        documents.withLock { $0[url] = document }
    }
}
