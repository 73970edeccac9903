import JSONText
import KeyMaterial
import RDF

/// A document that shows a part of another, with the proof for that part.
package struct DerivedDocument: Sendable {
    package let json: JSON
    /// Whether readers with the other reading of RDFC-1.0 may fail on it.
    package let readingsMayDiffer: Bool
    /// Other proofs of the document, which cover the whole and are left behind.
    package let proofsLeftBehind: Int
}

extension ECDSASD2023 {
    /// Derives from the document's base proof: what the issuer made mandatory stays, and what the
    /// pointers choose (SD-09). The issuer's key is not needed: whether the base proof belongs to
    /// the document shows in the signatures of the statements.
    package func derive(
        from document: SecuredDocument, revealing pointers: [JSONPointer]
    ) throws(ProofError) -> DerivedDocument {
        let (proof, base, others) = try baseProof(of: document)
        let (whole, mandatory, signed) = try Self.signed(document, base)
        guard let part = try whole.part(base.mandatory + pointers) else {
            throw .disclosure(.nothingChosen)
        }
        let chosen = Set(part.indexes)
        guard chosen.isSuperset(of: mandatory) else { throw .disclosure(.notSeparable) }
        let canonical = try document.canonicalize(part.dataset, .list)
        var labels: [UInt64: [UInt8]] = [:]
        for (number, blank) in canonical.issuedTerms.enumerated() {
            labels[UInt64(number)] = part.labels[blank]
        }
        let isMandatory = Set(mandatory)
        let value = DerivedProofValue(
            baseSignature: base.baseSignature, publicKey: base.publicKey,
            signatures: signed.signatures(of: chosen), labels: labels,
            mandatory: part.indexes.indices.filter { isMandatory.contains(part.indexes[$0]) })
        return DerivedDocument(
            json: part.json.adding(Self.proof(proof, value)),
            readingsMayDiffer: canonical.readingsMayDiffer, proofsLeftBehind: others)
    }

    /// The one base proof of the document, and how many other proofs there are.
    private func baseProof(
        of document: SecuredDocument
    ) throws(ProofError) -> (DataIntegrityProof, BaseProofValue, others: Int) {
        let proofs = try DataIntegrityProof.proofs(of: document.value)
        var found: [(DataIntegrityProof, BaseProofValue)] = []
        var hasDerived = false
        for proof in proofs where governs(proof) {
            switch try DisclosureProofValue(of: proof) {
            case .base(let value): found.append((proof, value))
            case .derived: hasDerived = true
            }
        }
        guard let first = found.first else {
            throw .disclosure(hasDerived ? .alreadyDerived : .noBaseProof)
        }
        guard found.count == 1 else { throw .disclosure(.severalBaseProofs(found.count)) }
        guard first.0.previousProof.isEmpty else { throw .disclosure(.chained) }
        return (first.0, first.1, proofs.count - 1)
    }

    /// The document in the reading in which the base proof's signatures fit it.
    private static func signed(
        _ document: SecuredDocument, _ base: BaseProofValue
    ) throws(ProofError) -> (DisclosableDocument, mandatory: [Int], SignedStatements) {
        for reading in [RelatedReading.list, .set] {
            let whole = try DisclosableDocument(
                document, hmacKey: base.hmacKey, reading: reading)
            let mandatory = try whole.indexes(base.mandatory)
            let signed = SignedStatements(
                whole.statements, mandatory: mandatory, signatures: base.signatures)
            if let signed, signed.areSigned(by: base.publicKey) {
                return (whole, mandatory, signed)
            }
            guard whole.readingsMayDiffer else { break }
        }
        throw .disclosure(.otherStatements)
    }

    private static func proof(_ base: DataIntegrityProof, _ value: DerivedProofValue) -> JSON {
        .object(
            base.value.members.map { member in
                let isValue = member.hasName("proofValue")
                return (member.name, isValue ? .string(value.text) : .verbatim(member.value))
            })
    }
}

extension JSON {
    fileprivate func adding(_ proof: JSON) -> JSON {
        guard case .object(let members) = self else { return self }
        return .object(members + [("proof", proof)])
    }
}
