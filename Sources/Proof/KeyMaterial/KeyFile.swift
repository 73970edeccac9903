import JSONText

/// What a key file holds. Its form is known by its first octets: a JWK or a Multikey in JSON,
/// PEM, DER, or the multibase text alone.
public enum KeyFile: Sendable {
    case secret(PrivateKey)
    case open(PublicKey)

    public init(reading file: [UInt8]) throws(KeyError) {
        guard file.count <= Limits.keyFileBytes else {
            throw .fileTooLarge(limit: Limits.keyFileBytes)
        }
        let start = file.drop { $0 <= 0x20 }
        switch start.first {
        case UInt8(ascii: "{"): self = try Self.json(file)
        case UInt8(ascii: "-") where start.starts(with: PEM.opening):
            self = try Self.pem(PEM(reading: Array(start)))
        case UInt8(ascii: "z"): self = try Self.multibase(Array(start))
        case DER.Tag.sequence.rawValue where file.count == start.count: self = try Self.der(file)
        default: throw .unknownForm
        }
    }

    public var publicKey: PublicKey {
        switch self {
        case .secret(let key): key.publicKey
        case .open(let key): key
        }
    }

    private static func json(_ file: [UInt8]) throws(KeyError) -> KeyFile {
        let document: JSONDocument
        do {
            document = try JSONDocument(parsing: file, maximumBytes: Limits.keyFileBytes)
        } catch {
            throw .json(error)
        }
        let root = document.root
        if root["kty"] == nil, let multikey = try multikey(root) { return multikey }
        guard root["d"] == nil else { return .secret(try PrivateKey(jwk: root)) }
        return .open(try PublicKey(jwk: root))
    }

    private static func multikey(_ value: JSONValue) throws(KeyError) -> KeyFile? {
        let open = try value["publicKeyMultibase"]?.string.map(PublicKey.init(multibase:))
        guard let secret = value["secretKeyMultibase"]?.string else {
            return open.map { .open($0) }
        }
        let key = try PrivateKey(secretMultibase: secret)
        guard open == nil || open == key.publicKey else { throw .partsDiffer }
        return .secret(key)
    }

    private static func multibase(_ file: [UInt8]) throws(KeyError) -> KeyFile {
        let text = String(decoding: file.prefix { $0 > 0x20 }, as: UTF8.self)
        guard file.drop(while: { $0 > 0x20 }).allSatisfy({ $0 <= 0x20 }) else {
            throw .unknownForm
        }
        do throws(KeyError) {
            return .secret(try PrivateKey(secretMultibase: text))
        } catch .noPrivatePart {
            return .open(try PublicKey(multibase: text))
        }
    }

    private static func pem(_ pem: PEM) throws(KeyError) -> KeyFile {
        switch pem.label {
        case "PRIVATE KEY": .secret(try PrivateKey(pkcs8: pem.octets))
        case "PUBLIC KEY": .open(try PublicKey(publicKeyInfo: pem.octets))
        case "RSA PRIVATE KEY": .secret(try PrivateKey(pkcs1: pem.octets))
        case "EC PRIVATE KEY": .secret(try PrivateKey(sec1: pem.octets))
        case "ENCRYPTED PRIVATE KEY": throw .encrypted
        default: throw .unsupportedPEM(pem.label)
        }
    }

    private static func der(_ file: [UInt8]) throws(KeyError) -> KeyFile {
        do throws(KeyError) {
            return .secret(try PrivateKey(pkcs8: file))
        } catch .noPrivatePart {
            return .open(try PublicKey(publicKeyInfo: file))
        }
    }
}

extension PrivateKey {
    /// Reads a key file, in any form that is read here; one of a public key is refused.
    public init(file: [UInt8]) throws(KeyError) {
        guard case .secret(let key) = try KeyFile(reading: file) else { throw .noPrivatePart }
        self = key
    }
}

extension Limits {
    /// Octets of a key file.
    package static let keyFileBytes = 64 << 10
}
