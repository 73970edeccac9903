import Credentials
import JSONText

/// A draft to be made into a credential.
package struct IssuanceRequest: Sendable {
    /// The credential in JSON, without its proof; what is missing is filled in.
    package var draft: JSONDocument
    /// Signed credentials that go into `credentialSubject.verifiableCredential`, verbatim, behind
    /// what the draft holds itself.
    package var contents: [[UInt8]]
    /// The place on a status list that is kept for this credential.
    package var statusSlot: StatusSlot?
    package var output: Output

    package init(
        draft: JSONDocument, contents: [[UInt8]] = [], statusSlot: StatusSlot? = nil,
        output: Output = .indented
    ) {
        self.draft = draft
        self.contents = contents
        self.statusSlot = statusSlot
        self.output = output
    }

    package enum Output: Sendable { case compact, indented }
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
}
