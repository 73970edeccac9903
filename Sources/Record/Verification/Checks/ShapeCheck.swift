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
        let problems = found + subjectFaults + criteriaFaults
        let failed = problems.filter { $0.outcome == .failed }.prefix(Limits.toldFaults)
        let notes =
            walk.findings.tolerated.compactMap(Check.init)
            + problems.filter { $0.outcome != .failed }
        guard failed.isEmpty else { return Array(failed) + notes }
        let text = "All required members are there, with the types that the model gives them."
        return [Check(.shapeFits, text)] + notes
    }

    /// MCHK-01: the model cannot say "one of the two". Much that is issued to whoever holds it
    /// names nobody, so this is told and does not block; a list of identifiers without one does.
    private var subjectFaults: [Check] {
        guard credential.kind == .clrCredential || credential.kind.isAchievement else { return [] }
        let unnamed = credential.subjects.lazy.filter { subject in
            subject.id?.isEmpty != false && subject.identifiers.isEmpty
        }
        return unnamed.prefix(Limits.toldFaults).map { subject in
            let isEmpty = subject.json["identifier"]?.isArray == true
            return Check(
                isEmpty ? .shapeIdentifierEmpty : .shapeNoSubjectIdentity,
                "The subject has neither \"id\" nor \"identifier\": nobody can tell whose record "
                    + "this is.", at: subject.json.pointer)
        }
    }

    private var criteriaFaults: [Check] {
        let empty = credential.subjects.flatMap(\.achievements).lazy.compactMap(\.criteria)
            .filter { $0.id == nil && $0.narrative == nil }
        return empty.prefix(Limits.toldFaults).map { criteria in
            Check(
                .shapeCriteriaEmpty, "The criteria have neither \"id\" nor \"narrative\".",
                at: criteria.json.pointer)
        }
    }
}

extension Check {
    /// What the model says, as the answer of a check. The order of contexts is told by `context`.
    init?(_ problem: ModelProblem) {
        let code: Code
        switch problem.kind {
        case .memberMissing, .tooFew: code = .shapeMemberMissing
        case .memberUnknown: code = .shapeMemberUnknown
        case .wrongType, .malformedText: code = .shapeWrongType
        case .wrongClass: code = .shapeWrongClass
        case .tooMany: code = .shapeTooMany
        case .notInVocabulary: code = .shapeNotInVocabulary
        case .tolerated(.absence): code = .shapeMemberExpected
        case .tolerated: code = .shapeTolerated
        case .malformedDate, .contextOutOfOrder: return nil
        }
        self.init(code, problem.message, at: problem.pointer)
    }
}
