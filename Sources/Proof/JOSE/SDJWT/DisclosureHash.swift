import Crypto
import JSONText
import Multiformat

/// The digests that an SD-JWT may be made with, by their IANA names (RFC 9901 section 4.1.1).
/// Shorter and broken ones are not among them.
public enum DisclosureHash: String, Hashable, Sendable, CaseIterable {
    case sha256 = "sha-256"
    case sha384 = "sha-384"
    case sha512 = "sha-512"

    /// The digest that `_sd_alg` names; SHA-256 where it is absent.
    init(naming value: JSONValue?) throws(SDJWTError) {
        guard let value else {
            self = .sha256
            return
        }
        guard let name = value.text else { throw .invalidHashName }
        guard let known = Self.allCases.first(where: { Text($0.rawValue) == name }) else {
            throw .unsupportedHash(name)
        }
        self = known
    }

    /// The digest of a text as it stands in the token, in base64url.
    package func digest(of text: some Collection<UInt8>) -> String {
        let octets = Array(text)
        return switch self {
        case .sha256: Base64URL.encode(Array(SHA256.hash(data: octets)))
        case .sha384: Base64URL.encode(Array(SHA384.hash(data: octets)))
        case .sha512: Base64URL.encode(Array(SHA512.hash(data: octets)))
        }
    }
}
