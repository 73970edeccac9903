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
        return answers
    }
}
