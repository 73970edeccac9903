import JSONText
import KeyMaterial
import Verification

/// Why a draft is not made into a credential, and where.
public enum IssuanceError: Error, Sendable {
    /// The draft is not an object, or says nowhere what class of credential it is to be.
    case classUnknown(JSONPointer)
    case alreadySigned(JSONPointer)
    /// A null or an empty list (GEN-04).
    case emptyValue(JSONPointer)
    /// No key of this issuer is at hand.
    case issuerDiffers(draft: String, keys: [String], JSONPointer)
    case noKey
    /// The draft has a status entry, and another was to be added.
    case statusTwice(JSONPointer)
    /// What is to stand inside is not a credential that can be read.
    case unreadableContent(index: Int, String)
    /// Contents were given for a draft whose subject cannot hold them.
    case noPlaceForContents(JSONPointer)
    /// A member that no context defines, or another fault of JSON-LD: it would not be signed.
    case notSignable(String, JSONPointer?)
    /// A context that is neither known nor to be had where documents are looked up.
    case contextUnknown(url: String, JSONPointer?)
    case signing(String)
    /// The key makes no proof of this form, or of none.
    case proofNotForKey(ProofForm?, KeyType)
    /// A status list cannot be made or changed as asked.
    case statusList(StatusListFault)
    /// The signed credential did not pass its own verification.
    case refused([Check])
}

extension IssuanceError: CustomStringConvertible {
    /// What, where, why, and what to do.
    public var description: String {
        switch self {
        case .classUnknown(let place):
            "The draft\(at(place)) does not say what it is to be. Give it a \"type\", such as "
                + "[\"VerifiableCredential\", \"ClrCredential\"]."
        case .alreadySigned(let place):
            "The draft\(at(place)) has a \"proof\" already. Take it out, or give the signed "
                + "credential as it is."
        case .emptyValue(let place):
            "The value\(at(place)) is null or an empty list. Credentials leave such members out."
        case .issuerDiffers(let draft, let keys, let place):
            "The draft\(at(place)) names the issuer \(draft), but the key belongs to "
                + keys.joined(separator: ", ") + ". Use that issuer's key, or correct the draft."
        case .noKey: "There is no key to sign with."
        case .statusTwice(let place):
            "The draft\(at(place)) has a \"credentialStatus\" already; a place on a status list "
                + "was to be added. Take one of the two out."
        case .unreadableContent(let index, let reason):
            "Credential number \(index + 1) that is to stand inside cannot be read: \(reason)"
        case .noPlaceForContents(let place):
            "Credentials were to be put inside, but the \"credentialSubject\"\(at(place)) is not "
                + "one object."
        case .notSignable(let reason, let place):
            "The draft cannot be signed\(place.map(at) ?? ""): \(reason)."
        case .contextUnknown(let url, let place):
            "The context \(url)\(place.map(at) ?? "") is not at hand, and what it defines cannot "
                + "be signed without it. Give it beside the draft (clr: --documents with a catalog "
                + "that has it, or --online to fetch it), or take it out of \"@context\"."
        case .proofNotForKey(let form, let type):
            if let form {
                "\(form.rawValue) needs a key of the type \(form.keyTypes); this one is "
                    + "\(type.rawValue)."
            } else {
                "No embedded proof is made with a key of the type \(type.rawValue); a signed token is "
                    + "(clr: --proof vc-jwt)."
            }
        case .signing(let reason): "The key could not sign: \(reason)."
        case .statusList(let fault): "\(fault)"
        case .refused(let checks):
            "The credential would not verify: "
                + checks.map { "\($0.message)\($0.at.map(at) ?? "") [\($0.code)]" }
                .joined(separator: " ")
        }
    }

    private func at(_ place: JSONPointer) -> String {
        place.tokens.isEmpty ? "" : " (at \(place))"
    }
}
