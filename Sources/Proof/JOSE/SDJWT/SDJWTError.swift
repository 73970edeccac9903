import JSONText
import Multiformat

/// Why a token with selective disclosures is refused (RFC 9901 section 7.1). Each is an answer
/// about the token; none depends on what is at hand.
package enum SDJWTError: Error, Hashable, Sendable {
    case tooLong(limit: Int)
    case tooManyDisclosures(limit: Int)
    /// There is no `~` behind the signed token.
    case noDisclosurePart
    case wrongNumberOfParts(Int)
    case payloadNotBase64URL(MultiformatError)
    case payloadNotJSON(JSONError)
    case payloadNotAnObject
    /// `_sd_alg` names a digest that is not on the list.
    case unsupportedHash(Text)
    case invalidHashName
    case disclosureNotBase64URL(Int, MultiformatError)
    case disclosureNotJSON(Int, JSONError)
    /// A disclosure is a list of salt, name and value, or of salt and value.
    case malformedDisclosure(Int)
    /// A disclosure may not be called `_sd`, `_sd_alg` or `...`.
    case reservedName(Int, Text)
    case repeatedDisclosure(Int)
    /// A disclosure that no digest asks for: somebody put it there.
    case unreferencedDisclosure(Int)
    /// `_sd` is no list of texts, or `...` does not stand alone with a text.
    case malformedDigest(JSONPointer)
    /// `...` in an object that is no element of a list.
    case misplacedDigest(JSONPointer)
    /// One digest stands in two places.
    case repeatedDigest(JSONPointer)
    /// The disclosure of a member stands for an element of a list, or the other way round.
    case wrongKindOfDisclosure(JSONPointer)
    /// A disclosure brings a member that is there already.
    case memberTwice(JSONPointer)
    case tooDeep(limit: Int)
    /// What is disclosed does not make a document.
    case unreadableClaims(JSONError)
}

extension SDJWTError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .tooLong(let limit): "the token is longer than \(limit) octets"
        case .tooManyDisclosures(let limit): "it has more than \(limit) disclosures"
        case .noDisclosurePart: "there is no \"~\" behind the signed token"
        case .wrongNumberOfParts(let count):
            "a signed token has three parts between dots, this has \(count)"
        case .payloadNotBase64URL(let error): "its payload is not base64url: \(error)"
        case .payloadNotJSON(let error): "its payload is not JSON: \(error)"
        case .payloadNotAnObject: "its payload is not a JSON object"
        case .unsupportedHash(let name):
            "the digest \"\(name)\" (\"_sd_alg\") is not supported; "
                + DisclosureHash.allCases.map(\.rawValue).joined(separator: ", ") + " are"
        case .invalidHashName: "\"_sd_alg\" is not a text"
        case .disclosureNotBase64URL(let index, let error):
            "disclosure number \(index + 1) is not base64url: \(error)"
        case .disclosureNotJSON(let index, let error):
            "disclosure number \(index + 1) is not JSON: \(error)"
        case .malformedDisclosure(let index):
            "disclosure number \(index + 1) is not a salt, a name and a value, or a salt and a "
                + "value"
        case .reservedName(let index, let name):
            "disclosure number \(index + 1) is called \"\(name)\", which no disclosure may be"
        case .repeatedDisclosure(let index):
            "disclosure number \(index + 1) stands in the token twice"
        case .unreferencedDisclosure(let index):
            "disclosure number \(index + 1) belongs to nothing that was signed"
        case .malformedDigest(let place): "the digests at \(place) are not written as digests are"
        case .misplacedDigest(let place): "the member \"...\" at \(place) is not in a list"
        case .repeatedDigest(let place): "a digest at \(place) stands in the token twice"
        case .wrongKindOfDisclosure(let place):
            "what is disclosed at \(place) is a member where an element belongs, or the other way "
                + "round"
        case .memberTwice(let place): "a disclosure brings \(place), which is there already"
        case .tooDeep(let limit): "disclosures stand inside each other more than \(limit) deep"
        case .unreadableClaims(let error): "what is disclosed does not make a document: \(error)"
        }
    }
}

extension Limits {
    /// Disclosures of one SD-JWT.
    package static let disclosures = 20_000
}
