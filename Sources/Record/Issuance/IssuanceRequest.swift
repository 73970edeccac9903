import JSONText

/// A draft to be made into a credential.
package struct IssuanceRequest: Sendable {
    /// The credential in JSON, without its proof; what is missing is filled in.
    package var draft: JSONDocument
    /// Signed credentials (JSON or compact JWS) that go into
    /// `credentialSubject.verifiableCredential`, verbatim, behind what the draft has there.
    package var contents: [[UInt8]]
    /// The place on a status list that is kept for this credential.
    package var statusSlot: StatusSlot?
    package var layout: Layout
    /// The proofs that the credential gets; without any, the one that is usual for its key. Drafts
    /// inside get those of them that fit their own issuer's key, but none for selective disclosure:
    /// then parts of them can be shown too, and the record vouches for them.
    package var proofs: [ProofForm]
    /// With a proof for selective disclosure: what its holder must always show, beside all that
    /// the model requires.
    package var mandatory: [JSONPointer] = []

    package init(
        draft: JSONDocument, contents: [[UInt8]] = [], statusSlot: StatusSlot? = nil,
        layout: Layout = .indented, proofs: [ProofForm] = []
    ) {
        self.draft = draft
        self.contents = contents
        self.statusSlot = statusSlot
        self.layout = layout
        self.proofs = proofs
    }

    package enum Layout: Sendable { case compact, indented }
}

/// One entry of a status list (section 3.5).
package struct StatusSlot: Sendable, Hashable {
    /// Where the list is published.
    package let list: String
    package let index: Int
    package let purpose: String

    package init(list: String, index: Int, purpose: String = "revocation") {
        self.list = list
        self.index = index
        self.purpose = purpose
    }

    /// The entry as the safe issuing profile writes it: the index is a string.
    var entry: JSON {
        .object([
            ("id", .string("\(list)#\(index)")), ("type", "BitstringStatusListEntry"),
            ("statusPurpose", .string(purpose)), ("statusListIndex", .string(String(index))),
            ("statusListCredential", .string(list)),
        ])
    }
}
