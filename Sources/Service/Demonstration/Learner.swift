import JSONText

/// The one whose record it is. She doesn't exist either.
package struct Learner: Sendable {
    package let id = storyID("learner")
    package let name = "Ilse Marchetti-Okoro"
    package let email = "ilse@learner.example"

    /// How a record that is given to others names her, besides her `id`. Inside a record only
    /// the record itself carries it: a name said once is one node.
    var identifiers: JSON {
        .array([identity("name", name), identity("emailAddress", email)])
    }

    private func identity(_ type: String, _ plain: String) -> JSON {
        object([
            ("type", "IdentityObject"), ("hashed", false), ("identityHash", .string(plain)),
            ("identityType", .string(type)),
        ])
    }
}
