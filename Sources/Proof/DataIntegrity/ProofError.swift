import JSONLD
import JSONText
import KeyMaterial
import Multiformat
import RDF

/// Why a proof could not be checked, or made. That its signature does not fit is not among them:
/// that is an answer, ``ProofVerification/isValid``.
public enum ProofError: Error, Sendable {
    case notAnObject
    case missing(member: String)
    case invalid(member: String)
    /// `created` or `expires` is no `xsd:dateTimeStamp`.
    case invalidTime(member: String, text: String)
    /// Neither the `type` nor the `cryptosuite` is one that is known here: to be skipped.
    case unsupportedSuite(type: Text, cryptosuite: Text?)
    /// A proof names a previous one that is not there.
    case previousProofMissing(Text)
    /// Several proofs have the id of a previous one.
    case previousProofAmbiguous(Text)
    /// A proof is among its own previous ones.
    case chainIsCircular(Text)
    case proofValue(MultiformatError)
    case proofValueLength(expected: Int, found: Int)
    /// The `jws` is not the detached one that its suite asks for.
    case detached(String)
    case wrongKeyType(expected: [KeyType], found: KeyType)
    /// What was signed says something else than this member does in the JSON.
    case meaningDiffers(member: String)
    /// The proof names contexts that are not those with which the document's begin.
    case contextsDiffer
    /// The document has no canonical JSON.
    case notCanonical(JSONError)
    case jsonLD(JSONLDError)
    case canonicalization(CanonicalizationError)
    case key(KeyError)
    case tooManyProofs(limit: Int)
    /// Of selective disclosure.
    case disclosure(DisclosureError)
}

extension ProofError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notAnObject: "a proof is an object"
        case .missing(let member): "the proof has no \"\(member)\""
        case .invalid(let member): "the proof's \"\(member)\" is not what it must be"
        case .invalidTime(let member, let text):
            "the proof's \"\(member)\" (\(text)) is not a time with its zone"
        case .unsupportedSuite(let type, let suite):
            "proofs of the kind \"\(suite ?? type)\" are not supported"
        case .previousProofMissing(let id):
            "the proof stands on another (\(id)), which is not among the document's proofs"
        case .previousProofAmbiguous(let id):
            "the proof stands on another (\(id)), and several proofs have that id"
        case .chainIsCircular(let id): "the proof \(id) stands on itself"
        case .proofValue(let error): "the \"proofValue\" cannot be decoded: \(error)"
        case .proofValueLength(let expected, let found):
            "the \"proofValue\" should hold \(expected) octets and holds \(found)"
        case .detached(let reason): "the \"jws\" is not one that is accepted: \(reason)"
        case .wrongKeyType(let expected, let found):
            "the proof asks for a key of the type "
                + KeyType.allCases.filter { expected.contains($0) }.map(\.rawValue)
                .joined(separator: " or ") + ", this is \(found.rawValue)"
        case .contextsDiffer:
            "the \"@context\" of the proof is not what the document's begins with"
        case .meaningDiffers(let member):
            "a context gives the proof's \"\(member)\" another meaning than the standard does"
        case .notCanonical(let error): "the document has no canonical JSON: \(error)"
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
