import JSONText

/// Proof chains: what a proof with `previousProof` covers (VC Data Integrity 1.0 sections 4.3 and
/// 4.5). Proofs without it cover the document alone.
extension SecuredDocument {
    func covered(by proof: DataIntegrityProof) throws(ProofError) -> SecuredDocument {
        guard !proof.previousProof.isEmpty else { return self }
        if let id = proof.id, leads(from: proof.previousProof, to: id) {
            throw .chainIsCircular(id)
        }
        return try covering(proof.previousProof)
    }

    /// The document with exactly the proofs of these ids; in the order in which it has them.
    func covering(_ ids: [Text]) throws(ProofError) -> SecuredDocument {
        guard !ids.isEmpty else { return self }
        var matching: [JSONValue] = []
        for proof in proofs {
            guard let id = proof["id"]?.text, ids.contains(id) else { continue }
            guard !matching.contains(where: { $0["id"]?.text == id }) else {
                throw .previousProofAmbiguous(id)
            }
            matching.append(proof)
        }
        for id in ids where !matching.contains(where: { $0["id"]?.text == id }) {
            throw .previousProofMissing(id)
        }
        return try with(proofs: matching)
    }

    private var proofs: [JSONValue] { value["proof"]?.oneOrMore ?? [] }

    private func leads(from ids: [Text], to end: Text) -> Bool {
        var open = ids
        var reached: Set<Text> = []
        while let id = open.popLast() {
            if id == end { return true }
            guard reached.insert(id).inserted else { continue }
            for proof in proofs where proof["id"]?.text == id {
                open += (proof["previousProof"]?.oneOrMore ?? []).compactMap(\.text)
            }
        }
        return false
    }
}
