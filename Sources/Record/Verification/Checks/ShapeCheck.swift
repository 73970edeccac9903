import Credentials
import JSONText
import Vocabularies

/// Are the required members there, of the right JSON types and classes?
///
/// Credentials and endorsements inside are not followed: each gets its own verdict.
struct ShapeCheck {
    let credential: Credential
    /// What the model said already.
    var look: ModelLook?

    var answers: [Check] {
        let model = ShapeModel.on(credential.dataModel == .version1 ? .v1_1 : .v2_0)
        guard let shape = model.class(named: Text(credential.kind.rawValue)) else {
            let text = "No model for this class is known here; its members were not checked."
            return [Check(.shapeUnmodelled, text)]
        }
        var walk = ModelWalk(model: model)
        let named = DocumentClass(model.dataModel, shape.name)
        if look?.sound.contains(credential, as: named) != true {
            walk.visit(credential.json, as: shape, at: credential.place)
        }
        let found = walk.findings.problems.compactMap(Check.init)
        let failed = found.filter { $0.outcome == .failed }.prefix(Limits.toldFaults)
        let notes =
            walk.findings.tolerated.compactMap(Check.init)
            + walk.findings.notes.prefix(Limits.toldFaults).compactMap(Check.init)
            + found.filter { $0.outcome != .failed }
        guard failed.isEmpty else { return Array(failed) + notes }
        let text = "All required members are there, with the types that the model gives them."
        return [Check(.shapeFits, text)] + notes
    }
}

extension Check {
    /// What the model says, as the answer of a check. The order of contexts is told by
    /// `context`, dates and the purposes of proofs by checks of their own.
    init?(_ problem: ModelProblem) {
        let code: Code
        switch problem.kind {
        case .memberMissing, .tooFew: code = .shapeMemberMissing
        case .memberUnknown: code = .shapeMemberUnknown
        case .wrongType, .malformedText: code = .shapeWrongType
        case .wrongClass: code = .shapeWrongClass
        case .tooMany: code = .shapeTooMany
        case .notInVocabulary: code = .shapeNotInVocabulary
        case .noIdentity: code = .shapeNoSubjectIdentity
        case .emptyIdentifiers: code = .shapeIdentifierEmpty
        case .emptyCriteria: code = .shapeCriteriaEmpty
        case .tolerated(.absence): code = .shapeMemberExpected
        case .tolerated, .emptyIdentity, .outOfRange: code = .shapeTolerated
        case .malformedDate, .contextOutOfOrder, .wrongPurpose: return nil
        }
        self.init(code, problem.message, at: problem.pointer)
    }
}
