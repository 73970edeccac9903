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

    package init(
        draft: JSONDocument, contents: [[UInt8]] = [], statusSlot: StatusSlot? = nil,
        layout: Layout = .indented
    ) {
        self.draft = draft
        self.contents = contents
        self.statusSlot = statusSlot
        self.layout = layout
    }

    package enum Layout: Sendable { case compact, indented }
}

/// One entry of a status list (section 3.5).
package struct StatusSlot: Sendable, Hashable {
    /// Where the list is published.
    package let list: String
    package let index: Int
    package let purpose: String
    /// Bits of the entry.
    package let bits: Int
    /// What each value means, from 0 on; needed where an entry has more than one bit.
    package let messages: [String]
    /// Where to read more about the status.
    package let references: [String]

    package init(
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
