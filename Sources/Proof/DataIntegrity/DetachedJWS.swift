import JSONText
import KeyMaterial
import Multiformat

/// A JWS without its payload, which is signed as it is and not in base64url (RFC 7797 and RFC 7515
/// appendix F): `header..signature`.
struct DetachedJWS: Sendable {
    let algorithm: SignatureAlgorithm
    private let header: String
    private let signature: [UInt8]

    /// Refuses header members that would say something of the signature and are not heeded here.
    private static let known = ["alg", "b64", "crit", "kid", "typ"]

    init(reading text: String) throws(ProofError) {
        let parts = text.utf8.split(
            separator: UInt8(ascii: "."), maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].isEmpty, parts[0].count <= Limits.detachedHeaderBytes
        else { throw .detached("it is not a header and a signature with two dots between") }
        header = String(parts[0]) ?? ""
        algorithm = try Self.algorithm(of: header)
        do {
            signature = try Base64URL.decode(String(parts[2]) ?? "")
        } catch {
            throw .detached("its signature: \(error)")
        }
    }

    private static func algorithm(of header: String) throws(ProofError) -> SignatureAlgorithm {
        let value: JSONValue
        do {
            value = try JSONDocument(parsing: Base64URL.decode(header)).root
        } catch {
            throw .detached("its header is not JSON in base64url")
        }
        guard value["b64"]?.bool == false,
            value["crit"]?.elements.map(\.text) == ["b64"]
        else { throw .detached("its header must have \"b64\": false and \"crit\": [\"b64\"]") }
        for member in value.members where !known.contains(where: { member.hasName($0) }) {
            throw .detached("its header has \"\(member.name)\", which is not heeded")
        }
        guard let name = value["alg"]?.text,
            let algorithm = SignatureAlgorithm.allCases.first(where: { Text($0.rawValue) == name })
        else { throw .detached("its algorithm is none that is accepted") }
        return algorithm
    }

    /// Whether the key signed these octets so.
    func fits(_ payload: [UInt8], _ key: PublicKey) -> Bool {
        key.isValid(
            signature: signature, for: Array(header.utf8) + [UInt8(ascii: ".")] + payload,
            algorithm: algorithm)
    }
}

extension Limits {
    /// Octets of the header of a detached JWS, in base64url.
    package static let detachedHeaderBytes = 4096
}
