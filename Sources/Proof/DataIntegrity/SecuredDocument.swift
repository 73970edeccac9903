import JSONLD
import JSONText
import RDF
import Synchronization

/// A document whose proofs are checked or made. However many proofs it has, the document without
/// them is canonicalised once (in each reading that is asked for).
package final class SecuredDocument: Sendable {
    package let value: JSONValue
    /// The context that governs the document and its proofs.
    package let context: JSONValue?
    let processor: JSONLDProcessor
    private let effort: Effort
    private let forms = Mutex(Forms())

    private struct Forms {
        /// Kept only while another reading may still be asked for.
        var dataset: Dataset?
        var digests: [RelatedReading: HashedForm] = [:]
    }

    /// A credential inside another that has no `@context` of its own is given the one in force
    /// around it.
    package init(
        _ value: JSONValue, context: JSONValue? = nil, processor: JSONLDProcessor,
        effort: Effort = .standard
    ) {
        self.value = value
        self.context = value["@context"] ?? context
        self.processor = processor.safe
        self.effort = effort
    }

    /// The hash of the document without all its proofs (LDP-04, LDP-10).
    func unsecured(_ reading: RelatedReading) throws(ProofError) -> HashedForm {
        try forms.withLock { forms throws(ProofError) in
            if let known = forms.digests[reading] { return known }
            let dataset: Dataset
            if let kept = forms.dataset {
                dataset = kept
            } else {
                dataset = try self.dataset(value, leavingOut: ["proof"], context)
            }
            let form = HashedForm(try canonicalize(dataset, reading))
            forms.dataset = form.readingsMayDiffer ? dataset : nil
            forms.digests[reading] = form
            return form
        }
    }

    /// The hash of a proof's options under a context (LDP-03, LDP-12).
    func options(
        _ proof: JSONValue, _ context: JSONValue?, _ reading: RelatedReading
    ) throws(ProofError) -> HashedForm {
        HashedForm(try canonicalOptions(proof, context, reading))
    }

    private func canonicalOptions(
        _ proof: JSONValue, _ context: JSONValue?, _ reading: RelatedReading
    ) throws(ProofError) -> CanonicalDataset {
        let dataset = try dataset(proof, leavingOut: ["proofValue", "@context"], context)
        return try canonicalize(dataset, reading)
    }

    /// Everything between the document and the signature, made anew (LDP-17).
    package func intermediates(
        of proof: DataIntegrityProof, reading: RelatedReading = .list
    ) throws(ProofError) -> ProofIntermediates {
        let document = try canonicalize(
            dataset(value, leavingOut: ["proof"], context), reading)
        let options = try canonicalOptions(proof.value, context, reading)
        return ProofIntermediates(
            canonicalProofConfig: options.nquads, canonicalDocument: document.nquads,
            proofConfigHash: options.digest(), documentHash: document.digest())
    }

    func dataset(
        _ value: JSONValue, leavingOut: [String], _ context: JSONValue?
    ) throws(ProofError) -> Dataset {
        do {
            return try processor.toRDF(value, leavingOut: leavingOut, context: context)
        } catch {
            throw .jsonLD(error)
        }
    }

    func canonicalize(
        _ dataset: Dataset, _ reading: RelatedReading
    ) throws(ProofError) -> CanonicalDataset {
        do {
            return try RDF.canonicalize(dataset, related: reading, effort: effort)
        } catch {
            throw .canonicalization(error)
        }
    }
}

extension JSONLDProcessor {
    /// A member that no context defines is an error and never left out (LDP-08): nothing in this
    /// room works otherwise.
    fileprivate var safe: JSONLDProcessor {
        guard !options.isSafe else { return self }
        var options = options
        options.isSafe = true
        return JSONLDProcessor(contexts: contexts, options: options)
    }
}

/// The hash of a canonical form.
struct HashedForm: Sendable {
    let digest: [UInt8]
    let readingsMayDiffer: Bool

    init(_ canonical: CanonicalDataset) {
        digest = canonical.digest()
        readingsMayDiffer = canonical.readingsMayDiffer
    }
}

/// What stands between a document and its signature, for diagnosis (LDP-17).
package struct ProofIntermediates: Hashable, Sendable {
    package let canonicalProofConfig: [UInt8]
    package let canonicalDocument: [UInt8]
    package let proofConfigHash: [UInt8]
    package let documentHash: [UInt8]

    /// What is signed: the proof's hash first (LDP-05).
    package var hashData: [UInt8] { proofConfigHash + documentHash }
}
