import JSONText
import Multiformat

/// Why something is not a key that this project works with.
public enum KeyError: Error, Hashable, Sendable {
    case notAnObject
    /// A member of a JWK that its `kty` requires.
    case missingMember(String)
    /// A member of a JWK whose value cannot be right.
    case invalidMember(String)
    /// A public key was asked for, and this stands beside it: the key must be held for exposed.
    case privateMember(String)
    /// A private key was asked for, and only the public part is here.
    case noPrivatePart
    case unsupportedKeyType(String)
    case unsupportedCurve(String)
    /// `use` or `key_ops` of a JWK exclude signatures.
    case notForSignatures
    case encoding(MultiformatError)
    /// A Multikey of something that is no public key.
    case notAPublicKey
    case wrongLength(expected: Int, found: Int)
    /// Octets that are no point of the curve, or a second spelling of one.
    case notOnCurve
    /// A point under which signatures of anybody hold (RFC 8032; small order).
    case smallOrder
    case modulusTooShort(bits: Int)
    case modulusTooLong(bits: Int)
    /// The length that a new RSA key was to have is not one that is made.
    case oddModulusLength(bits: Int)
    case badPublicExponent
    case badRSAKeyEncoding
    /// The public part does not belong to the private one.
    case partsDiffer
    case algorithmNotForKey(SignatureAlgorithm, KeyType)
    /// The key could not sign: a signer outside this process says why.
    case signingFailed(String)
    /// A wrapped key does not open: another wrapping key, another key id, or altered octets.
    case unwrappingFailed
    case json(JSONError)
    case fileTooLarge(limit: Int)
    /// Octets that are no JWK, PEM text, Multikey or key in DER.
    case unknownForm
    /// PKCS #8, SubjectPublicKeyInfo, PKCS #1 or SEC 1 that is not as it must be.
    case badContainer(KeyContainer)
    case badPEM(PEMFault)
    /// A PEM text of something else, by its label.
    case unsupportedPEM(String)
    /// A key under a passphrase.
    case encrypted
    /// There is no such form for a key of this type.
    case noSuchForm(KeyType)
}

/// How the octets of a key are wrapped outside of JOSE and Multikey.
public enum KeyContainer: String, Hashable, Sendable {
    case pkcs8 = "PKCS #8"
    case publicKeyInfo = "SubjectPublicKeyInfo"
    case pkcs1 = "PKCS #1"
    case sec1 = "SEC 1"
}

/// Why a text is no PEM text (RFC 7468).
public enum PEMFault: String, Hashable, Sendable {
    case noEnd = "its last line is missing, or does not repeat the label of the first"
    case several = "it holds more than one key, or text around it; leave the one key"
    case notBase64 = "what stands between its first and last line is not base 64"
}

extension KeyError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notAnObject: "a JWK is an object"
        case .missingMember(let name): "the JWK has no \"\(name)\""
        case .invalidMember(let name): "the JWK's \"\(name)\" is not what it must be"
        case .privateMember(let name):
            "the JWK carries the private member \"\(name)\" where a public key belongs"
        case .noPrivatePart: "the key has no private part"
        case .unsupportedKeyType(let type): "keys of the type \"\(type)\" are not supported"
        case .unsupportedCurve(let curve): "the curve \"\(curve)\" is not supported"
        case .notForSignatures: "the JWK says that it is not for signatures"
        case .encoding(let error): "the key's encoding is wrong: \(error)"
        case .notAPublicKey: "this is no public key"
        case .wrongLength(let expected, let found):
            "the key should have \(expected) octets and has \(found)"
        case .notOnCurve: "the octets are no point of the curve"
        case .smallOrder: "the key is one of the weak points that accept any signature"
        case .modulusTooShort(let bits):
            "an RSA key needs at least \(Limits.shortestRSAModulusBits) bits, this has \(bits)"
        case .modulusTooLong(let bits):
            "an RSA key has at most \(Limits.longestRSAModulusBits) bits here, this has \(bits)"
        case .oddModulusLength(let bits):
            "RSA keys are made in steps of 128 bits, and \(bits) is none of them"
        case .badPublicExponent: "the public exponent of the RSA key is not usable"
        case .badRSAKeyEncoding: "the RSA key is not in its distinguished encoding"
        case .partsDiffer: "the public part does not belong to the private one"
        case .algorithmNotForKey(let algorithm, let type):
            "\(algorithm.rawValue) does not work with a \(type.rawValue) key"
        case .signingFailed(let reason): "the key could not sign: \(reason)"
        case .unwrappingFailed: "the wrapped key does not open with this wrapping key"
        case .json(let error): "\(error)"
        case .fileTooLarge(let limit): "a key file has at most \(limit) octets"
        case .unknownForm: "this is no key: neither a JWK, nor PEM, nor DER, nor a Multikey"
        case .badContainer(let container): "the \(container.rawValue) of the key is malformed"
        case .badPEM(let fault): "this is no PEM text: \(fault.rawValue)"
        case .unsupportedPEM(let label):
            "a PEM text of \"\(label)\" is not supported; PRIVATE KEY and PUBLIC KEY are"
        case .encrypted:
            "the key is encrypted, and no passphrase is asked for here; decrypt it first "
                + "(openssl pkey -in FILE -out NEW)"
        case .noSuchForm(let type): "there is no such form for \(type.rawValue) keys"
        }
    }
}
