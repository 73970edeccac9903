import Credentials
import DIDs
import JSONText

/// Puts every question to a credential and to all that it contains.
public struct Verifier: Sendable {
    private let policy: VerificationPolicy
    private let source: any DocumentSource
    private let contexts: ContextShelf
    private let clock: @Sendable () -> Timestamp

    /// A verifier that has only what is given here, and asks no network.
    public init(
        policy: VerificationPolicy = VerificationPolicy(),
        catalog: CatalogSource = CatalogSource(),
        clock: @escaping @Sendable () -> Timestamp
    ) {
        self.init(policy: policy, source: catalog, clock: clock)
    }

    /// - Parameters:
    ///   - source: where documents are looked up that neither the credential nor this project
    ///     has: key documents, status lists, unknown contexts.
    ///   - contexts: the contexts at hand; kept from one verification to the next.
    ///   - clock: the time of a check.
    package init(
        policy: VerificationPolicy = VerificationPolicy(), source: any DocumentSource,
        contexts: ContextShelf = ContextShelf(), clock: @escaping @Sendable () -> Timestamp
    ) {
        self.policy = policy
        self.source = source
        self.contexts = contexts
        self.clock = clock
    }

    /// The verdict on a credential in any supported form. It always answers: what cannot be
    /// read is an answer too.
    public func verify(_ bytes: [UInt8]) async -> CheckedCredential {
        let examination = Examination(
            policy: policy, now: clock(), source: source.forOneVerification(),
            contexts: contexts)
        do throws(ReadingError) {
            let document = try CredentialDocument(reading: bytes)
            var verdict = await examination.verdict(on: document, as: .outer)
            if let work = examination.allowance.exhausted {
                verdict = examination.verdict(on: document.credential, taking: work)
            }
            return CheckedCredential(bytes: bytes, document: document, verdict: verdict)
        } catch {
            return CheckedCredential(
                bytes: bytes, document: nil, verdict: examination.verdict(unreadable: error))
        }
    }

    /// The verdict on what could not be had, so that nothing can be said of it.
    package func notAtHand(_ reason: String) -> CheckedCredential {
        let examination = Examination(
            policy: policy, now: clock(), source: source, contexts: contexts)
        return CheckedCredential(
            bytes: [], document: nil, verdict: examination.verdict(only: Check(.notAtHand, reason)))
    }
}
