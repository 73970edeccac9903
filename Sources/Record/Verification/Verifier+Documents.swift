import Credentials
import DIDs

extension Verifier {
    /// A verifier that looks documents up.
    ///
    /// Contexts that it was given are kept for its later verifications; everything else is asked
    /// for anew in each.
    ///
    /// - Parameters:
    ///   - policy: what is asked beyond the standards.
    ///   - documents: where key documents, status lists and unknown contexts are had from. The
    ///     URLs come from the credential, and so from strangers: which of them may be reached, and
    ///     how much is read and how long is waited, is for the source to bound. It is asked for
    ///     each URL once, and for at most `Limits.lookups` in one verification.
    ///   - clock: the time of a check.
    public init(
        policy: VerificationPolicy = VerificationPolicy(), documents: any DocumentSource,
        clock: @escaping @Sendable () -> Timestamp
    ) {
        self.init(policy: policy, source: documents, contexts: ContextShelf(), clock: clock)
    }
}
