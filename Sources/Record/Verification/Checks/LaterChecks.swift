import Credentials

/// Questions that are named and not yet asked: they are shown as skipped, never as answered.
struct LaterChecks {
    let credential: Credential

    var answers: [Check] {
        var answers: [Check] = []
        answers.append(
            Check(
                .trustNotYet,
                "Who vouches for the issuer has not been asked: its name is what the issuer says "
                    + "of itself."))
        answers.append(
            Check(
                .entitlementNotYet,
                "Whether this issuer may award this has not been asked."))
        return answers
    }
}
