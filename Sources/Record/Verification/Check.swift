import Credentials
import JSONText
import Trust

/// The answer to one question about one credential.
public struct Check: Sendable {
    public let name: CheckName
    public let outcome: Outcome
    /// Stable: `check.reason-in-words` (docs/codes.md).
    public let code: String
    /// What, where, why, and what to do, for people.
    public internal(set) var message: String
    /// The place in the JSON text in which the credential stands.
    public let at: JSONPointer?
    /// The requirement behind the check.
    public let spec: String
    /// Who vouches for the issuer, where that was asked.
    package var vouchers: [Voucher] = []
    /// What a newer version says otherwise, where there is one.
    package var difference: RecordDifference?

    public var question: Question { name.question }
    /// Whether a member that the model requires is not there.
    package var tellsOfMissingMember: Bool { code.isSame(as: Code.shapeMemberMissing.rawValue) }
    package var tellsOfEmptyCriteria: Bool { code.isSame(as: Code.shapeCriteriaEmpty.rawValue) }
    /// A date that is none, whatever the time.
    package var tellsOfDate: Bool {
        outcome == .failed
            && [Code.periodInvalidDate, .periodZoneMissing].contains {
                code.isSame(as: $0.rawValue)
            }
    }
    /// The subject has neither `id` nor `identifier`.
    package var tellsOfNobody: Bool { code.isSame(as: Code.shapeNoSubjectIdentity.rawValue) }

    init(_ code: Code, _ message: String, at: JSONPointer? = nil) {
        name = code.check
        outcome = code.outcome
        self.code = code.rawValue
        self.message = message
        self.at = at
        spec = code.spec
    }

    public enum Outcome: String, CaseIterable, Sendable {
        case passed, failed, undetermined, skipped, warning
    }

    /// What the reader wants to know; several checks answer one question.
    public enum Question: String, CaseIterable, Sendable {
        case wellFormed, intact, whoSigned, inForce, whoVouches, entitled, whose
    }
}

/// The checks, in the order in which they are put.
public enum CheckName: String, CaseIterable, Sendable {
    case readable, type, context, terms, shape, schema
    case proof, controller, purpose
    case period, status, refresh
    case trust, entitlement, recipient
    case associations, results, dates, contents
    case credits, identities, languages, evidence, names

    public var question: Check.Question {
        switch self {
        case .readable, .type, .context, .terms, .shape, .schema: .wellFormed
        case .associations, .results, .dates, .contents: .wellFormed
        case .credits, .identities, .languages, .evidence, .names: .wellFormed
        case .proof: .intact
        case .controller, .purpose: .whoSigned
        case .period, .status, .refresh: .inForce
        case .trust: .whoVouches
        case .entitlement: .entitled
        case .recipient: .whose
        }
    }
}
