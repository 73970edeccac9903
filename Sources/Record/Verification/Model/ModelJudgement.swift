import Credentials
import JSONText
import Vocabularies

/// What the model of its standard says of a document: all problems, each with its place.
///
///     let judgement = ModelJudgement(document.root)
///     for problem in judgement?.problems ?? [] { print(problem.pointer, problem.message) }
///
/// Only the shape is judged: no key, no status, no other document.
package struct ModelJudgement: Sendable {
    package let documentClass: DocumentClass
    /// Why the document is not valid; no more than `Limits.modelProblems` of them.
    package let problems: [ModelProblem]
    /// What is read all the same, and should be written otherwise.
    package let notes: [ModelProblem]
    /// How many problems there are, told or not.
    package let problemCount: Int
    /// Whether the published JSON Schema of the class accepts the document, going by the model and
    /// the departures from the schemas that are listed (``ModelDeparture``).
    package let isAcceptedBySchema: Bool
    /// Where the model and the published schema go apart over this document.
    package let departures: Set<ModelDeparture>

    /// The credentials inside that were gone through.
    let seen: Set<SoundParts.Part>

    package var isValid: Bool { problemCount == 0 }
    /// Whether there is nothing at all to say.
    var isSpotless: Bool { problemCount == 0 && problems.isEmpty && notes.isEmpty }

    /// Judges by the class that the document is; nil where nothing tells which that is.
    package init?(_ value: JSONValue, at place: JSONPointer = JSONPointer()) {
        guard let found = DocumentClass(of: value) else { return nil }
        self.init(value, as: found, at: place)
    }

    /// Judges by this class. A class that the model does not know is one without members.
    package init(
        _ value: JSONValue, as named: DocumentClass, at place: JSONPointer = JSONPointer()
    ) {
        documentClass = named
        let model = ShapeModel.on(named.dataModel)
        var walk = ModelWalk(model: model, isWhole: true)
        if let shape = model.class(named: named.name) {
            walk.visit(value, as: shape, at: place)
        }
        Self.visitRecords(in: value, of: named, place, &walk)
        seen = walk.findings.seen
        problems = walk.findings.problems
        notes = walk.findings.tolerated + walk.findings.notes
        problemCount = walk.findings.faultCount
        departures = walk.findings.looser.union(walk.findings.stricter)
        isAcceptedBySchema = walk.findings.sharedCount == 0 && walk.findings.looser.isEmpty
    }

    /// A CLR 1.0 that a credential wraps is held against its own model (CLR1-X-03).
    private static func visitRecords(
        in value: JSONValue, of named: DocumentClass, _ place: JSONPointer, _ walk: inout ModelWalk
    ) {
        guard named.dataModel.isLenient, let subject = value["credentialSubject"],
            subject.isObject, let found = DocumentClass(of: subject),
            found.dataModel == .records1
        else { return }
        let model = ShapeModel.on(.records1)
        let name: Text = found.name == "ClrDocument" ? "Clr" : found.name
        guard let shape = model.class(named: name) else { return }
        var inner = ModelWalk(model: model, isWhole: true)
        inner.findings = walk.findings
        inner.standing = .innerClass
        inner.visit(subject, as: shape, at: place.appending("credentialSubject"))
        walk.findings = inner.findings
    }
}
