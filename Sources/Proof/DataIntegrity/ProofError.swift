import JSONLD
import JSONText
import KeyMaterial
import Multiformat
import RDF

/// Why a proof could not be checked, or made. That its signature does not fit is not among them:
/// that is an answer, ``ProofVerification/isValid``.
package enum ProofError: Error, Sendable {
    case notAnObject
    case missing(member: String)
    case invalid(member: String)
    /// `created` or `expires` is no `xsd:dateTimeStamp`.
    case invalidTime(member: String, text: String)
    /// Neither the `type` nor the `cryptosuite` is one that is known here: to be skipped.
    case unsupportedSuite(type: Text, cryptosuite: Text?)
    /// Proof chains (`previousProof`): to be skipped.
    case unsupportedChain
    case proofValue(MultiformatError)
    case proofValueLength(expected: Int, found: Int)
    case wrongKeyType(expected: KeyType, found: KeyType)
    case jsonLD(JSONLDError)
    case canonicalization(CanonicalizationError)
    case key(KeyError)
    case tooManyProofs(limit: Int)
    /// Of selective disclosure.
    case disclosure(DisclosureError)
}

extension ProofError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notAnObject: "a proof is an object"
        case .missing(let member): "the proof has no \"\(member)\""
        case .invalid(let member): "the proof's \"\(member)\" is not what it must be"
        case .invalidTime(let member, let text):
            "the proof's \"\(member)\" (\(text)) is not a time with its zone"
        case .unsupportedSuite(let type, let suite):
            "proofs of the kind \"\(suite ?? type)\" are not supported"
        case .unsupportedChain: "chains of proofs (\"previousProof\") are not supported"
        case .proofValue(let error): "the \"proofValue\" cannot be decoded: \(error)"
        case .proofValueLength(let expected, let found):
            "the \"proofValue\" should hold \(expected) octets and holds \(found)"
        case .wrongKeyType(let expected, let found):
            "the proof asks for a key of the type \(expected.rawValue), this is \(found.rawValue)"
        case .jsonLD(let error): "\(error)"
        case .canonicalization(let error):
            switch error {
            case .effortExhausted(let steps):
                "the credential has no canonical form within \(steps) steps: it is knotted"
            case .tooLong(let limit):
                "the credential's canonical form is longer than \(limit) octets"
            case .blankPredicate: "a property of the credential has no name"
            }
        case .key(let error): "\(error)"
        case .disclosure(let error): "\(error)"
        case .tooManyProofs(let limit): "there are more than \(limit) proofs"
        }
    }
}
