import JSONText

/// An institution of the story that signs: it needs a key, a DID document and a page.
package struct IssuerPlan: Sendable {
    package enum Name: String, CaseIterable, Hashable, Sendable {
        case university = "eskerholt"
        case college = "quernhythe"
        case guild = "lowmere"
        case employer = "tarnwick"
    }

    package let name: Name
    /// The did:web under the public URL.
    package let did: String
    /// Where its DID document is published: `/issuers/eskerholt/did.json`.
    package let didPath: String
    /// Where its profile is published, the `url` of the profile: `/issuers/eskerholt`.
    package let profilePath: String
    package let title: String
    /// The Profile object that stands as `issuer` in its credentials: always the same, so that
    /// its nodes are one in a record's graph (AMB-36).
    package let profile: JSON
}
