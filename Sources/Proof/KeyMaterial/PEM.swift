import JSONText
import Multiformat

/// Octets between two lines that say what they are (RFC 7468).
struct PEM {
    let label: String
    let octets: [UInt8]

    var text: String {
        let digits = Array(Base64.encode(octets).utf8)
        let lines = stride(from: 0, to: digits.count, by: 64).map {
            String(decoding: digits[$0..<min($0 + 64, digits.count)], as: UTF8.self)
        }
        return (["-----BEGIN \(label)-----"] + lines + ["-----END \(label)-----", ""])
            .joined(separator: "\n")
    }
}

extension PEM {
    static let opening = Array("-----BEGIN ".utf8)
    private static let dashes = Array("-----".utf8)

    /// Reads a text of one block with nothing but empty lines around it.
    init(reading text: [UInt8]) throws(KeyError) {
        var lines = text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })[...]
        guard let first = lines.popFirst(), first.starts(with: Self.opening),
            first.count >= Self.opening.count + 5, first.suffix(5).elementsEqual(Self.dashes)
        else { throw .badPEM(.several) }
        let label = first.dropFirst(Self.opening.count).dropLast(5)
        let last = Array("-----END ".utf8) + label + Self.dashes
        guard let end = lines.firstIndex(where: { $0.elementsEqual(last) }) else {
            throw .badPEM(.noEnd)
        }
        guard end == lines.indices.last else { throw .badPEM(.several) }
        let inside = lines[..<end]
        // `Proc-Type: 4,ENCRYPTED` of RFC 1421.
        guard !inside.contains(where: { $0.contains(UInt8(ascii: ":")) }) else {
            throw .encrypted
        }
        guard let octets = try? Base64.decode(Array(inside.joined())) else {
            throw .badPEM(.notBase64)
        }
        self.label = String(decoding: label, as: UTF8.self)
        self.octets = octets
    }
}

extension PrivateKey {
    /// PKCS #8 as a PEM text: **secret**.
    public var pem: String { PEM(label: "PRIVATE KEY", octets: pkcs8).text }
}

extension PublicKey {
    /// `SubjectPublicKeyInfo` as a PEM text.
    public var pem: String { PEM(label: "PUBLIC KEY", octets: publicKeyInfo).text }
}
