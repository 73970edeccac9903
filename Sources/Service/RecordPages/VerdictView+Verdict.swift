import Credentials
import JSONText
import Trust
import Verification

extension VerdictView {
    /// The same tree, as the verifier gives it.
    package init(_ verdict: Verdict) {
        self.init(
            answer: Answer(verdict.verdict), kind: verdict.kind, standard: verdict.standard,
            id: verdict.id, name: verdict.name,
            issuer: Party(
                id: verdict.issuer?.id, name: verdict.issuer?.name,
                domain: verdict.issuer?.domain),
            subjectID: verdict.subject?.id, checkedAt: verdict.checkedAt.description,
            at: verdict.at?.description, checks: verdict.checks.map { CheckView($0) },
            contents: verdict.contents.map { VerdictView($0) })
    }
}

extension VerdictView.Answer {
    init(_ answer: Verdict.Answer) {
        switch answer {
        case .verified: self = .verified
        case .failed: self = .failed
        case .undetermined: self = .undetermined
        }
    }
}

extension CheckView {
    init(_ check: Check) {
        self.init(
            name: check.name.rawValue, question: check.question.rawValue,
            outcome: Outcome(check.outcome), code: check.code, message: check.message,
            at: check.at?.description, spec: check.spec)
        vouchers = check.vouchers.map { voucher in
            Voucher(
                by: voucher.by, name: voucher.name, since: voucher.since, isTest: voucher.isTest)
        }
    }
}

extension CheckView.Outcome {
    init(_ outcome: Check.Outcome) {
        switch outcome {
        case .passed: self = .passed
        case .failed: self = .failed
        case .undetermined: self = .undetermined
        case .skipped: self = .skipped
        case .warning: self = .warning
        }
    }
}
