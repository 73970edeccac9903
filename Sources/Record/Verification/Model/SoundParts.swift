import Credentials
import JSONText
import Vocabularies

/// The credentials in a document that the model has nothing to say about, found in one walk through
/// the outermost of them: what stands inside need not be gone through again.
struct SoundParts: Sendable {
    struct Part: Hashable, Sendable {
        let index: Int
        let name: Text
        let model: ShapeModel.DataModel
    }

    private var parts: Set<Part> = []
    private var document: JSONDocument?

    init() {}

    /// - Parameter judgement: of this credential as a whole.
    init(_ credential: Credential, _ judgement: ModelJudgement) {
        guard judgement.isSpotless else { return }
        document = credential.json.document
        parts = judgement.seen
        let named = judgement.documentClass
        parts.insert(
            Part(index: credential.json.index, name: named.name, model: named.dataModel))
    }

    func contains(_ credential: Credential, as named: DocumentClass) -> Bool {
        guard let document, document === credential.json.document else { return false }
        return parts.contains(
            Part(index: credential.json.index, name: named.name, model: named.dataModel))
    }
}

/// What the model says of one credential, asked once for all checks.
struct ModelLook: Sendable {
    /// Where it had to be asked, and not only of the class without what stands inside.
    let judgement: ModelJudgement?
    let sound: SoundParts

    /// - Parameter around: what was found in the credential that holds this one.
    init(at credential: Credential, around: SoundParts?) {
        let named = DocumentClass(
            credential.dataModel == .version1 ? .v1_1 : .v2_0, Text(credential.kind.rawValue))
        if let around, around.contains(credential, as: named) {
            judgement = nil
            sound = around
            return
        }
        // Only who names the schema has the whole held against it.
        guard SchemaCheck.publishedClasses(of: credential).contains(named.name) else {
            judgement = nil
            sound = SoundParts()
            return
        }
        let judgement = ModelJudgement(credential.json, as: named, at: credential.place)
        self.judgement = judgement
        sound = SoundParts(credential, judgement)
    }
}
