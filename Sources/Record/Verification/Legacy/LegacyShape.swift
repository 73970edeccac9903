import Credentials
import JSONText
import Vocabularies

/// Is a record or badge of an older generation as its model has it?
///
/// What stands inside and is verified by itself is told here too: the model goes through the whole.
struct LegacyShape {
    let record: LegacyRecord

    var answers: [Check] {
        let strangers = beyondModel
        guard let found = DocumentClass(of: record.json) else {
            let text = "No model for this class is known here; its members were not checked."
            return strangers + [Check(.shapeUnmodelled, text)]
        }
        let judgement = ModelJudgement(record.json, as: found, at: record.place)
        let answers = Self.answers(judgement, isStrict: record.generation == .openBadges2)
        guard !strangers.isEmpty else { return answers }
        return strangers + answers.filter { $0.outcome != .passed }
    }

    /// What no model of classes and members can say.
    var beyondModel: [Check] { strangeTypes + imageAsData }

    /// Types of a badge that are no class of Open Badges 2.0, no IRI and no term of its own
    /// context: nothing says what they mean (OB-V-01).
    private var strangeTypes: [Check] {
        guard record.generation == .openBadges2 else { return [] }
        let model = ShapeModel.on(.badges2)
        let contexts = record.json["@context"]?.oneOrMore ?? []
        let strangers = (record.json["type"]?.oneOrMore ?? []).filter { type in
            guard let name = type.string, !name.utf8.contains(UInt8(ascii: ":")) else {
                return false
            }
            return model.class(named: Text(name)) == nil
                && !Self.aliases.contains(Text(name))
                && !contexts.contains { $0.isObject && $0[name] != nil }
        }
        return strangers.prefix(Limits.toldFaults).map { type in
            Check(
                .shapeNotInVocabulary,
                "\(type.string ?? "") is no class of Open Badges 2.0, and the context of this badge "
                    + "does not say what it means.",
                at: record.place.appending("type"))
        }
    }

    /// A badge class may have its picture in it, an assertion not: it is baked, and a copy of it
    /// that stands inside cannot hold the assertion that it stands in.
    private var imageAsData: [Check] {
        guard record.generation == .openBadges2, record.kind == .assertion,
            let image = record.json["image"], let url = Image.reading(image)?.url,
            DataURL.isOne(url)
        else { return [] }
        return [
            Check(
                .shapeImageAsData,
                "The picture of this assertion is written into it as a data: URL. It must be named "
                    + "by the address at which it stands.", at: record.place.appending("image"))
        ]
    }

    /// Types that the context of Open Badges 2.0 names beside its classes, and older spellings.
    private static let aliases: Set<Text> = [
        "Issuer", "Extension", "FrameValidation", "TypeValidation", "hosted", "signed",
    ]

    /// CLR1-Q-06: no real CLR 1.0 passes its schema; what is missing is told and blocks nothing.
    /// Open Badges 2.0 are valid only where their members are (OB-V-01).
    static func answers(_ judgement: ModelJudgement, isStrict: Bool) -> [Check] {
        let problems = judgement.problems.prefix(Limits.toldFaults).compactMap { problem in
            isStrict
                ? Check(problem)
                : Check(.shapeLegacyDeparts, problem.message, at: problem.pointer)
        }
        // What is told of a CLR 1.0 is a warning already, and more would hide it.
        let notes = isStrict ? judgement.notes.filter(\.isTolerated).compactMap { Check($0) } : []
        guard problems.isEmpty else { return problems + notes }
        let text = "All required members are there, with the types that the model gives them."
        return [Check(.shapeFits, text)] + notes
    }
}
