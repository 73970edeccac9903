import Credentials
import Trust

/// What a reader asks for beyond the standards.
public struct VerificationPolicy: Sendable {
    /// Whether the answer follows the contents too (`--require-contents`).
    public var requiresContents = false
    /// Whose the credential is expected to be (section 3.4).
    public var recipient: Recipient?
    /// The domain and challenge that a presentation's proof must carry (LDP-15).
    public var expectedDomain: String?
    public var expectedChallenge: String?
    /// Whether the documents come from the network too: then a newer version that could not be had
    /// was asked for.
    public var isOnline = false
    /// Seconds by which clocks may differ (JWT-23).
    public var leewaySeconds = 0
    /// Whom the reader believes; nil: nobody is asked who vouches for an issuer.
    package var trust: TrustPolicy?

    public init() {}

    /// Somebody known from elsewhere, by the subject's `id` or by one of its identifiers.
    public enum Recipient: Sendable, Hashable {
        case id(String)
        /// A value and its kind (`emailAddress`, `studentId`, …; RCP-01).
        case identifier(String, type: String)
    }
}

extension CheckedCredential {
    /// The answer that the policy asks for: of the credential, or of it and all its contents.
    public func answer(under policy: VerificationPolicy) -> Verdict.Answer {
        guard policy.requiresContents, verdict.verdict != .failed else { return verdict.verdict }
        switch verdict.aggregate {
        case .verified: return .verified
        case .problems: return .failed
        case .undetermined: return .undetermined
        }
    }
}
