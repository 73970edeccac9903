import JSONText
import KeyMaterial
import Multiformat

/// Why a token is refused. Each is an answer about the token; none depends on what is at hand.
package enum JOSEError: Error, Hashable, Sendable {
    case tooLong(limit: Int)
    case headerTooLong(limit: Int)
    /// A compact JWS has exactly three parts (JWT-12).
    case wrongNumberOfParts(Int)
    case notBase64URL(JOSEPart, MultiformatError)
    case notJSON(JOSEPart, JSONError)
    case notAnObject(JOSEPart)
    case missingHeader(String)
    case invalidHeader(String)
    /// `alg: none`: the token is not signed.
    case unsecured
    /// `HS256` and its like: whoever can check such a token can also forge it.
    case symmetricAlgorithm(Text)
    case unsupportedAlgorithm(Text)
    /// `crit` names extensions; none is understood here (RFC 7515 section 4.1.11).
    case criticalExtensions([Text])
    /// `b64: false` (RFC 7797).
    case unencodedPayload
    /// `jku` and `x5u` let the signer choose where its own key is had from.
    case remoteKey(header: String)
    case embeddedKey(KeyError)
    /// `kid` and `jwk` denote different keys (JWT-13).
    case keysDiffer
    case algorithmNotForKey(SignatureAlgorithm, KeyType)
    case signatureInvalid
    /// The payload's `vc` is not an object.
    case invalidCredentialClaim
}

/// The parts of a compact JWS.
package enum JOSEPart: String, Hashable, Sendable {
    case header
    case payload
    case signature
}

extension JOSEError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .tooLong(let limit): "the token is longer than \(limit) octets"
        case .headerTooLong(let limit): "the token's header is longer than \(limit) octets"
        case .wrongNumberOfParts(let count):
            "a signed token has three parts between dots, this has \(count)"
        case .notBase64URL(let part, let error):
            "the token's \(part.rawValue) is not base64url: \(error)"
        case .notJSON(let part, let error): "the token's \(part.rawValue) is not JSON: \(error)"
        case .notAnObject(let part): "the token's \(part.rawValue) is not a JSON object"
        case .missingHeader(let name): "the token's header has no \"\(name)\""
        case .invalidHeader(let name): "the header's \"\(name)\" is not what it must be"
        case .unsecured: "the token is not signed (its \"alg\" is \"none\")"
        case .symmetricAlgorithm(let name):
            "\"\(name)\" needs a shared secret, and proves nothing to a third party"
        case .unsupportedAlgorithm(let name): "the algorithm \"\(name)\" is not supported"
        case .criticalExtensions(let names):
            "the token demands extensions that are not understood here: "
                + names.map(\.string).joined(separator: ", ")
        case .unencodedPayload: "the token's payload is not encoded (\"b64\" is false)"
        case .remoteKey(let header):
            "the header's \"\(header)\" fetches a key from where the signer says, and is refused"
        case .embeddedKey(let error): "the header's \"jwk\" is not usable: \(error)"
        case .keysDiffer: "the header's \"kid\" and \"jwk\" are different keys"
        case .algorithmNotForKey(let algorithm, let type):
            "the token says \(algorithm.rawValue), and its key is \(type.rawValue)"
        case .signatureInvalid: "the signature does not fit the token and the key"
        case .invalidCredentialClaim: "the token's \"vc\" is not a JSON object"
        }
    }
}

extension Limits {
    /// Octets of the decoded header of a token; a JWK of 8,192 bits has 1.5 kB.
    package static let joseHeaderBytes = 16 << 10
}
