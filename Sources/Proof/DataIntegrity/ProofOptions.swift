import DIDs
import JSONText

/// What a new proof is to say (LDP-01).
package struct ProofOptions: Sendable {
    package var id: Text?
    /// With its zone, as it is to be written.
    package var created: Text?
    package var expires: Text?
    package var verificationMethod: Text
    package var proofPurpose: Text
    package var domain: Text?
    package var challenge: Text?
    /// The proofs of the document, by their ids, that the new one covers too.
    package var previousProof: [Text] = []

    package init(
        verificationMethod: Text, created: Text?, proofPurpose: Text = "assertionMethod"
    ) {
        self.verificationMethod = verificationMethod
        self.created = created
        self.proofPurpose = proofPurpose
    }

    /// The proof without its `proofValue`.
    func members(cryptosuite: Text) throws(ProofError) -> [(name: String, value: JSON)] {
        for (name, text) in [("created", created), ("expires", expires)] {
            if let text, DateTimeStamp(text.string) == nil {
                throw .invalidTime(member: name, text: text.string)
            }
        }
        let members: [(String, Text?)] = [
            ("id", id), ("type", "DataIntegrityProof"), ("cryptosuite", cryptosuite),
            ("created", created), ("expires", expires),
            ("verificationMethod", verificationMethod), ("proofPurpose", proofPurpose),
            ("domain", domain), ("challenge", challenge),
        ]
        return members.compactMap { name, text in text.map { (name, .string($0.string)) } }
            + previous
    }

    private var previous: [(name: String, value: JSON)] {
        let ids = previousProof.map { JSON.string($0.string) }
        guard let first = ids.first else { return [] }
        return [("previousProof", ids.count == 1 ? first : .array(ids))]
    }

    func document(_ members: [(name: String, value: JSON)]) throws(ProofError) -> JSONValue {
        do {
            return try JSONDocument(parsing: JSON.object(members).serialized()).root
        } catch {
            throw .invalid(member: "options")
        }
    }
}

/// A proof that was made.
package struct CreatedProof: Sendable {
    package let proof: JSON
    /// Whether verifiers with the other reading of RDFC-1.0 may fail on it: give ids to more of
    /// the document's nodes, and the question does not arise.
    package let readingsMayDiffer: Bool

    /// The document with the proof, beside those that it had; members keep their octets.
    package func attached(to document: JSONValue) -> JSON {
        let others = document["proof"]?.oneOrMore.map { JSON.verbatim($0) } ?? []
        let members = document.members.filter { !$0.hasName("proof") }
            .map { (name: $0.name, value: JSON.verbatim($0.value)) }
        return .object(
            members + [("proof", others.isEmpty ? proof : .array(others + [proof]))])
    }
}
