import Credentials
import JSONText

/// Is a record or badge of an older generation as its model has it?
///
/// What stands inside and is verified by itself is told here too: the model goes through the whole.
struct LegacyShape {
    let record: LegacyRecord

    var answers: [Check] {
        guard let found = DocumentClass(of: record.json) else {
            let text = "No model for this class is known here; its members were not checked."
            return [Check(.shapeUnmodelled, text)]
        }
        let judgement = ModelJudgement(record.json, as: found, at: record.place)
        return Self.answers(judgement, isStrict: record.generation == .openBadges2)
    }

    /// CLR1-Q-06: no real CLR 1.0 passes its schema; what is missing is told and blocks nothing.
    /// Open Badges 2.0 are valid only where their members are (OB-V-01).
    static func answers(_ judgement: ModelJudgement, isStrict: Bool) -> [Check] {
        let problems = judgement.problems.prefix(Limits.toldFaults).compactMap { problem in
            isStrict
                ? Check(problem)
                : Check(.shapeLegacyDeparts, problem.message, at: problem.pointer)
        }
        guard problems.isEmpty else { return problems }
        return [
            Check(
                .shapeFits,
                "All required members are there, with the types that the model gives them.")
        ]
    }
}
