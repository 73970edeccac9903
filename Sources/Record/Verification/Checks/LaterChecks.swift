import Credentials

/// Questions that are named and not yet asked: they are shown as skipped, never as answered.
struct LaterChecks {
    let credential: Credential

    var answers: [Check] {
        var answers: [Check] = []
        if credential.json["credentialSchema"] != nil {
            answers.append(
                Check(
                    .schemaNotYet,
                    "The JSON Schemas that the credential names are not run yet; its shape is "
                        + "checked by the model instead.",
                    at: credential.place.appending("credentialSchema")))
        }
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
