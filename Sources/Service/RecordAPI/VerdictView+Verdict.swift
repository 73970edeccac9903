import RecordPages
import Verification

extension VerdictView {
    /// The verdict as pages read it; what they don't know counts as undetermined.
    init(_ verdict: Verdict) {
        self.init(
            answer: Answer(rawValue: verdict.verdict.rawValue) ?? .undetermined,
            kind: verdict.kind, standard: verdict.standard, id: verdict.id, name: verdict.name,
            issuer: Party(
                id: verdict.issuer?.id, name: verdict.issuer?.name,
                domain: verdict.issuer?.domain),
            subjectID: verdict.subject?.id, checkedAt: verdict.checkedAt.description,
            at: verdict.at?.description, checks: verdict.checks.map(CheckView.init),
            contents: verdict.contents.map(VerdictView.init))
    }
}

extension CheckView {
    init(_ check: Check) {
        self.init(
            name: check.name.rawValue, question: check.question.rawValue,
            outcome: Outcome(rawValue: check.outcome.rawValue) ?? .undetermined,
            code: check.code, message: check.message, at: check.at?.description,
            spec: check.spec)
    }
}
