import Credentials
import JSONText

/// What a credential's own text tells, whoever signed it.
struct FormAnswers: Sendable {
    let look: ModelLook
    let shape: [Check]
    /// Where the credential is a record.
    let sense: RecordSense?
    let senseChecks: [Check]

    init(
        _ document: CredentialDocument, _ role: Examination.Role, isShownInPart: Bool,
        now: Timestamp, policy: VerificationPolicy
    ) {
        let credential = document.credential
        look = ModelLook(at: credential, around: role.holder?.sound)
        shape = WithheldMembers(token: document.token)
            .softened(ShapeCheck(credential: credential, look: look).answers)
        guard !role.isAuxiliary else {
            sense = nil
            senseChecks = []
            return
        }
        sense =
            credential.kind == .clrCredential
            ? RecordSense(of: credential, token: document.token) : nil
        senseChecks =
            SenseChecks(
                credential: credential, now: now, leewaySeconds: policy.leewaySeconds,
                isSelective: isShownInPart, sense: sense
            ).answers
    }
}
