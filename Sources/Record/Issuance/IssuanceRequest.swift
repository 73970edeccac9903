import JSONText

/// A draft to be made into a credential.
public struct IssuanceRequest: Sendable {
    /// The credential in JSON, without its proof; what is missing is filled in.
    public var draft: JSONDocument
    /// Signed credentials (JSON or compact JWS) that go into
    /// `credentialSubject.verifiableCredential`, verbatim, behind what the draft has there.
    public var contents: [[UInt8]]
    /// The identifier of the credential, where its draft has none; without it one is made.
    public var id: String?
    /// The place on a status list that is kept for this credential.
    public var statusSlot: StatusSlot?
    public var layout: Layout
    /// The proofs that the credential gets; without any, the one that is usual for its key. Drafts
    /// inside get those of them that fit their own issuer's key, but none for selective disclosure:
    /// then parts of them can be shown too, and the record vouches for them.
    public var proofs: [ProofForm]
    /// With a proof for selective disclosure: what its holder must always show, beside all that
    /// the model requires.
    public var mandatory: [JSONPointer] = []
    /// Whether it is issued although a credential inside that others signed is forged, expired or
    /// revoked: the signature around it vouches for it.
    public var allowsFailingContents = false
    /// Where all that is wrong with the draft is gathered, which is then only filled in.
    var faults: DraftFaults?

    public init(
        draft: JSONDocument, contents: [[UInt8]] = [], statusSlot: StatusSlot? = nil,
        layout: Layout = .indented, proofs: [ProofForm] = []
    ) {
        self.draft = draft
        self.contents = contents
        self.statusSlot = statusSlot
        self.layout = layout
        self.proofs = proofs
    }

    public enum Layout: Sendable { case compact, indented }
}

/// One entry of a status list (section 3.5).
public struct StatusSlot: Sendable, Hashable {
    /// Where the list is published.
    public let list: String
    public let index: Int
    public let purpose: String
    /// Bits of the entry.
    public let bits: Int
    /// What each value means, from 0 on; needed where an entry has more than one bit.
    public let messages: [String]
    /// Where to read more about the status.
    public let references: [String]

    public init(
        list: String, index: Int, purpose: String = "revocation", bits: Int = 1,
        messages: [String] = [], references: [String] = []
    ) {
        self.list = list
        self.index = index
        self.purpose = purpose
        self.bits = bits
        self.messages = messages
        self.references = references
    }

    /// The entry as the safe issuing profile writes it: the index is a string.
    package var entry: JSON {
        var members: [(name: String, value: JSON)] = [
            ("id", .string("\(list)#\(index)")), ("type", "BitstringStatusListEntry"),
            ("statusPurpose", .string(purpose)), ("statusListIndex", .string(String(index))),
            ("statusListCredential", .string(list)),
        ]
        if bits > 1 { members.append(("statusSize", .integer(bits))) }
        if !messages.isEmpty {
            let told = messages.enumerated().map { value, text -> JSON in
                ["status": .string("0x" + String(value, radix: 16)), "message": .string(text)]
            }
            members.append(("statusMessage", .array(told)))
        }
        if let only = references.first {
            let all = JSON.array(references.map { .string($0) })
            members.append(("statusReference", references.count == 1 ? .string(only) : all))
        }
        return .object(members)
    }
}
