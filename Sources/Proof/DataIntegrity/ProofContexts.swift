import JSONText

/// The contexts that a proof names in its own `@context`.
///
/// They say under which contexts the document was signed; further ones may have been added behind
/// them since (Data Integrity EdDSA Cryptosuites 1.0, section 3.3.2, step 4). A proof over the JSON
/// covers them; one over RDF is read under the document's contexts, so that what stands there is
/// not signed, and may say nothing but what is so.
struct ProofContexts {
    let named: [JSONValue]

    /// Nil where the proof names none.
    init?(of proof: JSONValue) {
        guard let context = proof["@context"] else { return nil }
        named = context.oneOrMore
    }

    /// Whether the contexts of a document begin with these, leaving out those of the suite.
    func begin(_ context: JSONValue?, except own: Set<Text> = []) throws(ProofError) -> Bool {
        let expected = named.filter { value in value.text.map { !own.contains($0) } ?? true }
        let present = context?.oneOrMore ?? []
        guard expected.count <= present.count else { return false }
        for (one, other) in zip(expected, present) where try !Self.isSame(one, other) {
            return false
        }
        return true
    }

    private static func isSame(_ one: JSONValue, _ other: JSONValue) throws(ProofError) -> Bool {
        guard one.kind == other.kind else { return false }
        if let text = one.text { return text == other.text }
        return try one.canonicalOctets() == other.canonicalOctets()
    }
}

extension SecuredDocument {
    func requireContexts(of proof: DataIntegrityProof, own: Set<Text>) throws(ProofError) {
        guard let contexts = ProofContexts(of: proof.value) else { return }
        guard !contexts.named.isEmpty, try contexts.begin(context, except: own) else {
            throw .contextsDiffer
        }
    }
}

extension JSONValue {
    func canonicalOctets() throws(ProofError) -> [UInt8] {
        do {
            return try canonicalized()
        } catch {
            throw .notCanonical(error)
        }
    }
}
