import Credentials
import Verification

/// What keeps a credential from being given out, although a reader might let it pass.
enum Release {
    /// - Parameter verdict: on the credential as its readers will get it.
    static func faults(_ verdict: Verdict) -> [Check] {
        verdict.checks.filter { $0.outcome == .failed || isNobodys($0, verdict) }
    }

    /// A badge may be for whoever holds it; a learner record is somebody's (MCHK-01, section 9.4).
    static func isNobodys(_ check: Check, _ verdict: Verdict) -> Bool {
        check.tellsOfNobody
            && verdict.kind.isSame(as: CredentialKind.clrCredential.rawValue)
    }
}
