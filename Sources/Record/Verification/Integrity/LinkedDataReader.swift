import Credentials
import DIDs
import DataIntegrity
import JSONLD
import JSONText
import KeyMaterial
import Synchronization

/// The credential as JSON-LD in safe mode. Contexts that are not at hand are asked for, and the
/// work is done again.
final class LinkedDataReader: Sendable {
    /// What proofs are made over: without the claims that a JWT adds beside the credential.
    let secured: SecuredDocument
    private let value: JSONValue
    private let processor: JSONLDProcessor
    private let examination: Examination
    /// The contexts that the reading has used.
    let contexts: UsedContexts
    /// What no proof over RDF covers, as far as the reading has come.
    let unstated: UnstatedParts
    private let seen = Mutex(Seen())

    /// Claims that stand beside the members of a credential in a JWT (JWT-11).
    private static let claims = [
        "iss", "sub", "nbf", "exp", "iat", "jti", "aud", "nonce", "cnf", "vct",
    ]

    init(credential: Credential, token: CompactToken?, examination: Examination) {
        self.examination = examination
        let isPayload = token != nil && token?.wrapper == nil
        value = isPayload ? Self.withoutClaims(credential.json) : credential.json
        contexts = UsedContexts(examination.contexts)
        var options = JSONLDProcessor.Options.credential
        options.allowance = examination.allowance
        unstated = UnstatedParts(of: value.document)
        options.unstated = unstated
        processor = JSONLDProcessor(contexts: contexts, options: options)
        secured = SecuredDocument(value, processor: processor)
    }

    private static func withoutClaims(_ value: JSONValue) -> JSONValue {
        let kept = value.members.filter { member in !claims.contains { member.hasName($0) } }
        let object = JSON.object(kept.map { ($0.name, .verbatim($0.value)) })
        return (try? JSONDocument(parsing: object.serialized()).root) ?? value
    }

    /// Checks a proof, with every context that can be had. What that shows about contexts and
    /// terms is kept, so that the document is expanded once.
    func verify(
        _ proof: DataIntegrityProof, with key: PublicKey
    ) async -> Swift.Result<ProofVerification, ProofError> {
        let result = await retrying { () throws(ProofError) in
            try self.secured.verify(proof, with: key)
        }
        seen.withLock { seen in
            switch result {
            case .success:
                if Cryptosuites.suite(of: proof)?.isOverRDF == true { seen.note(proof) }
            case .failure(.jsonLD(let fault)): seen.fault = seen.fault ?? fault
            case .failure: return
            }
        }
        return result
    }

    /// What keeps the credential and its proofs from being read as JSON-LD, or nil where every
    /// member is defined.
    func fault() async -> JSONLDError? {
        let seen = seen.withLock { $0 }
        if let fault = seen.fault { return fault }
        let parts = await retrying { () throws(ProofError) in
            do throws(JSONLDError) {
                try self.read(beyond: seen)
            } catch {
                throw .jsonLD(error)
            }
        }
        guard case .failure(.jsonLD(let error)) = parts else { return nil }
        return error
    }

    private func read(beyond seen: Seen) throws(JSONLDError) {
        if !seen.isDocumentRead { _ = try processor.toRDF(value, leavingOut: ["proof"]) }
        for proof in value["proof"]?.oneOrMore ?? []
        where proof.isObject && !seen.proofs.contains(proof.range.lowerBound) {
            _ = try processor.toRDF(
                proof, leavingOut: ["proofValue", "@context"],
                context: secured.optionsContext(of: proof))
        }
    }

    /// What checking proofs has shown already.
    private struct Seen {
        var fault: JSONLDError?
        var isDocumentRead = false
        var proofs: Set<Int> = []

        /// A proof of a chain has read another document: this one with some of its proofs.
        mutating func note(_ proof: DataIntegrityProof) {
            if proof.previousProof.isEmpty { isDocumentRead = true }
            proofs.insert(proof.value.range.lowerBound)
        }
    }

    /// Does the work again each time that a missing context could be had.
    private func retrying<Outcome>(
        _ work: () throws(ProofError) -> Outcome
    ) async -> Swift.Result<Outcome, ProofError> {
        var asked: Set<Text> = []
        while true {
            do throws(ProofError) {
                return .success(try work())
            } catch {
                guard case .jsonLD(let cause) = error, let url = cause.unavailableURL,
                    asked.insert(url).inserted, await obtain(url)
                else { return .failure(error) }
            }
        }
    }

    private func obtain(_ url: Text) async -> Bool {
        let answer = await examination.lookups.document(at: url, as: .context)
        guard case .found(let bytes, mediaType: _) = answer else {
            contexts.note(url, answer)
            return false
        }
        return examination.contexts.add(bytes, at: url)
    }
}
