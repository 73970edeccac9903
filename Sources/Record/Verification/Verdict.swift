import Credentials
import JSONText

/// What all checks together say of one credential, and of each one inside it.
public struct Verdict: Sendable {
    /// Of the credential itself.
    public let verdict: Answer
    /// Of the credential and all its contents.
    public let aggregate: Aggregate
    /// The class of the credential ("ClrCredential").
    public let kind: String
    /// Name and version of its standard ("CLR 2.0").
    public let standard: String
    public let id: String?
    public let name: String?
    public let issuer: Party?
    public let subject: Party?
    public let checkedAt: Timestamp
    public let checks: [Check]
    /// The verdicts on the credentials and endorsements inside.
    public let contents: [Verdict]
    /// Where the credential stands in the one that holds it; nil for the outer one.
    public let at: JSONPointer?

    /// Yes, no, or could not tell.
    public enum Answer: String, Sendable { case verified, failed, undetermined }

    /// The worst of all: what is failed anywhere is a problem, what is undetermined anywhere
    /// leaves the whole undetermined.
    public enum Aggregate: String, Sendable { case verified, problems, undetermined }

    /// Who issued the credential, or of whom it speaks.
    public struct Party: Sendable {
        public let id: String?
        public let name: String?
        /// The host that the identifier leads to, where it leads to one (https, did:web).
        public let domain: String?
    }
}

extension Verdict.Answer {
    /// Failed outranks undetermined, and that outranks verified; warnings and what was skipped
    /// never block.
    init(_ checks: [Check]) {
        let outcomes = checks.map(\.outcome)
        if outcomes.contains(.failed) {
            self = .failed
        } else if outcomes.contains(.undetermined) {
            self = .undetermined
        } else {
            self = .verified
        }
    }
}

extension Verdict.Aggregate {
    init(_ own: Verdict.Answer, _ contents: [Verdict]) {
        let all = contents.map(\.aggregate)
        if own == .failed || all.contains(.problems) {
            self = .problems
        } else if own == .undetermined || all.contains(.undetermined) {
            self = .undetermined
        } else {
            self = .verified
        }
    }
}
