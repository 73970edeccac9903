import JSONText
import RDF
import Vocabularies

/// Whether a proof over RDF says to a reader of the JSON what was signed.
///
/// A document may bring contexts of its own that give `type`, `proofPurpose` or
/// `verificationMethod` of the proof another meaning: what was signed for one purpose could be
/// shown as signed for another. The contexts that are known give each the same meaning.
struct ProofMeaning {
    let proof: DataIntegrityProof
    let context: JSONValue?

    private static let known = Set(KnownContexts.ofCredentials.map { Text($0) })

    /// Whether contexts are at work that are not known.
    var isOpen: Bool {
        (context?.oneOrMore ?? []).contains { entry in
            entry.text.map { !Self.known.contains($0) } ?? true
        }
    }

    /// The member that the dataset of the proof says otherwise, or nil.
    func fault(in dataset: Dataset) -> String? {
        let security = "https://w3id.org/security#"
        let type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
        let expected: [(member: String, predicate: String, object: String)] = [
            ("type", type, security + proof.type.string),
            ("proofPurpose", security + "proofPurpose", security + purpose),
            (
                "verificationMethod", security + "verificationMethod",
                proof.verificationMethod?.string ?? ""
            ),
        ]
        return expected.first { _, predicate, object in
            !dataset.quads.contains { quad in
                Self.iri(quad.predicate, dataset)?.isSame(as: predicate) == true
                    && Self.iri(quad.object, dataset)?.isSame(as: object) == true
            }
        }?.member
    }

    private static func iri(_ term: TermID, _ dataset: Dataset) -> String? {
        guard case .iri(let symbol) = dataset.term(term) else { return nil }
        return dataset.texts.string(symbol)
    }

    /// The last part of the purpose's IRI: `authentication` stands for `authenticationMethod`.
    private var purpose: String {
        let name = proof.proofPurpose?.string ?? ""
        return name.isSame(as: "assertionMethod") ? name : name + "Method"
    }
}

extension SecuredDocument {
    func requireMeaning(
        of proof: DataIntegrityProof, _ context: JSONValue?, leavingOut member: String
    ) throws(ProofError) {
        let meaning = ProofMeaning(proof: proof, context: context)
        guard meaning.isOpen else { return }
        let dataset = try dataset(proof.value, leavingOut: [member, "@context"], context)
        if let member = meaning.fault(in: dataset) { throw .meaningDiffers(member: member) }
    }
}
