import JSONText

/// A credential of the story without proof and status.
///
/// To issue it: issue every draft of `nested` first, in order; take the document with their
/// octets put in verbatim; add the status where there is one; sign with the issuer's key.
package struct CredentialDraft: Sendable {
    /// Names the act of issuing it, so that doing it again does nothing more.
    package let name: String
    /// The credential's `id`.
    package let id: String
    package let issuer: IssuerPlan.Name
    /// Whether its issuer can revoke it, by a place in ``Demonstration/statusList``.
    package let isRevocable: Bool
    /// The credentials and endorsements that stand in it.
    package let nested: [CredentialDraft]

    private let head: [(name: String, value: JSON)]
    private let embed: @Sendable ([JSON]) -> [(String, JSON?)]

    init(
        name: String, id: String, issuer: IssuerPlan.Name, isRevocable: Bool = false,
        nested: [CredentialDraft] = [], head: [(name: String, value: JSON)],
        embed: @escaping @Sendable ([JSON]) -> [(String, JSON?)] = { _ in [] }
    ) {
        self.name = name
        self.id = id
        self.issuer = issuer
        self.isRevocable = isRevocable
        self.nested = nested
        self.head = head
        self.embed = embed
    }

    /// The document with what stands in it, given in the order of `nested`.
    /// - Parameter status: the `credentialStatus` entry.
    package func document(embedding contents: [JSON], status: JSON? = nil) -> JSON {
        object(
            head.map { ($0.name, Optional($0.value)) } + embed(contents)
                + [("credentialStatus", status)])
    }

    /// The whole draft, unsigned at every level.
    package var preview: JSON {
        document(embedding: nested.map(\.preview))
    }
}
