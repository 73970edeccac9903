import JSONLD
import JSONText
import RDF
import Synchronization

/// A document whose proofs are checked or made. However many proofs it has, the document without
/// them is canonicalised once (in each reading that is asked for).
public final class SecuredDocument: Sendable {
    public let value: JSONValue
    /// The context that governs the document and its proofs.
    public let context: JSONValue?
    let processor: JSONLDProcessor
    private let effort: Effort
    /// Its proofs, unless this is the form that a proof of a chain covers.
    let leftOut: [String]
    private let forms = Mutex(Forms())
    private let fault: FaultOnce

    private struct Forms {
        /// Kept only while another reading may still be asked for.
        var dataset: Dataset?
        var digests: [FormKey: HashedForm] = [:]
        /// The hashes of its canonical JSON, by the contexts that were signed.
        var json: [JSONKey: [UInt8]] = [:]
    }

    private struct JSONKey: Hashable {
        let context: ArraySlice<UInt8>?
        let hash: HashAlgorithm
    }

    /// That the document or one of its proofs has no canonical form, which took long to find out:
    /// the document fails by it, and it is not tried again for each proof.
    private final class FaultOnce: Sendable {
        let found = Mutex<CanonicalizationError?>(nil)
    }

    private struct FormKey: Hashable {
        let reading: RelatedReading
        let hash: HashAlgorithm
    }

    /// A credential inside another that has no `@context` of its own is given the one in force
    /// around it.
    public convenience init(
        _ value: JSONValue, context: JSONValue? = nil, processor: JSONLDProcessor,
        effort: Effort = .standard
    ) {
        self.init(
            value, context: value["@context"] ?? context, safe: processor.safe, effort: effort,
            leavingOut: ["proof"], FaultOnce())
    }

    private init(
        _ value: JSONValue, context: JSONValue?, safe: JSONLDProcessor, effort: Effort,
        leavingOut: [String], _ fault: FaultOnce
    ) {
        self.value = value
        self.context = context
        processor = safe
        self.effort = effort
        leftOut = leavingOut
        self.fault = fault
    }

    /// What a proof of a chain covers: the document with these of its proofs, and no others.
    func with(proofs: [JSONValue]) throws(ProofError) -> SecuredDocument {
        let members = value.members.filter { !$0.hasName("proof") }
            .map { (name: $0.name, value: JSON.verbatim($0.value)) }
        let list = JSON.array(proofs.map { .verbatim($0) })
        let document: JSONDocument
        do {
            document = try JSONDocument(
                parsing: JSON.object(members + [("proof", list)]).serialized())
        } catch {
            throw .notCanonical(error)
        }
        return SecuredDocument(
            document.root, context: context, safe: processor, effort: effort, leavingOut: [],
            fault)
    }

    /// The members that a proof covers.
    var coveredMembers: [JSONValue.Member] {
        value.members.filter { member in !leftOut.contains { member.hasName($0) } }
    }

    /// The hash of its canonical JSON, worked out once for each start of its contexts.
    func hashedJSON(
        _ context: JSONValue?, _ hash: HashAlgorithm, by work: () throws(ProofError) -> [UInt8]
    ) throws(ProofError) -> [UInt8] {
        let key = JSONKey(context: context?.bytes, hash: hash)
        if let known = forms.withLock({ $0.json[key] }) { return known }
        let digest = try work()
        forms.withLock { $0.json[key] = digest }
        return digest
    }

    /// Looks for members that no context defines, as every proof over RDF does.
    package func requireDefinedTerms() throws(ProofError) {
        _ = try dataset(value, leavingOut: leftOut, context)
    }

    /// Works out what a proof over RDF covers of the document.
    package func requireCanonicalForm() throws(ProofError) {
        _ = try unsecured(.list)
    }

    /// The hash of the document without all its proofs (LDP-04, LDP-10).
    func unsecured(
        _ reading: RelatedReading, _ hash: HashAlgorithm = .sha256
    ) throws(ProofError) -> HashedForm {
        let key = FormKey(reading: reading, hash: hash)
        return try forms.withLock { forms throws(ProofError) in
            if let known = forms.digests[key] { return known }
            let dataset: Dataset
            if let kept = forms.dataset {
                dataset = kept
            } else {
                dataset = try self.dataset(value, leavingOut: leftOut, context)
            }
            let form = HashedForm(try canonicalize(dataset, reading, hash))
            forms.dataset = form.readingsMayDiffer ? dataset : nil
            forms.digests[key] = form
            return form
        }
    }

    /// The hash of a proof's options under a context (LDP-03, LDP-12).
    func options(
        _ proof: JSONValue, _ context: JSONValue?, _ reading: RelatedReading,
        _ hash: HashAlgorithm = .sha256, leavingOut member: String = "proofValue"
    ) throws(ProofError) -> HashedForm {
        HashedForm(try canonicalOptions(proof, context, reading, hash, member))
    }

    private func canonicalOptions(
        _ proof: JSONValue, _ context: JSONValue?, _ reading: RelatedReading,
        _ hash: HashAlgorithm, _ member: String
    ) throws(ProofError) -> CanonicalDataset {
        let dataset = try dataset(proof, leavingOut: [member, "@context"], context)
        return try canonicalize(dataset, reading, hash)
    }

    /// The canonical forms of a proof and of the document, and their hashes (LDP-17).
    func canonicalForms(
        of proof: JSONValue, _ context: JSONValue?, _ reading: RelatedReading,
        _ hash: HashAlgorithm, leavingOut member: String
    ) throws(ProofError) -> ProofIntermediates {
        let document = try canonicalize(
            dataset(value, leavingOut: leftOut, self.context), reading, hash)
        let options = try canonicalOptions(proof, context, reading, hash, member)
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
        _ dataset: Dataset, _ reading: RelatedReading, _ hash: HashAlgorithm = .sha256
    ) throws(ProofError) -> CanonicalDataset {
        if let known = fault.found.withLock({ $0 }) { throw .canonicalization(known) }
        do throws(CanonicalizationError) {
            return try counted(dataset, reading, hash)
        } catch {
            fault.found.withLock { $0 = error }
            throw .canonicalization(error)
        }
    }

    private func counted(
        _ dataset: Dataset, _ reading: RelatedReading, _ hash: HashAlgorithm
    ) throws(CanonicalizationError) -> CanonicalDataset {
        let form: CanonicalDataset
        do throws(CanonicalizationError) {
            form = try RDF.canonicalize(dataset, hash: hash, related: reading, effort: effort)
        } catch {
            if case .effortExhausted = error { try take(steps: effort.base, octets: 0) }
            throw error
        }
        try take(
            steps: form.steps - effort.perBlankNode * form.issuedTerms.count, octets: form.length)
        return form
    }
}

extension SecuredDocument {
    /// Counts what a canonicalization took for the whole record, beyond what is this document's own
    /// matter.
    private func take(steps: Int, octets: Int) throws(CanonicalizationError) {
        guard let shared = processor.options.allowance else { return }
        let beyond = octets - WorkAllowance.freeOctets(value.bytes.count)
        guard shared.take(steps, of: .steps), shared.take(beyond, of: .canonicalOctets) else {
            throw .effortExhausted(steps: Limits.sharedSteps)
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
