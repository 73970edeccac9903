import JSONText
import KeyMaterial
import Multiformat

/// A compact JWS (RFC 7515 section 7.1), over the octets as they came: header and payload are
/// never written anew.
package struct CompactJWS: Sendable {
    /// The whole token.
    package let bytes: [UInt8]
    package let header: JOSEHeader
    package let payload: [UInt8]
    package let signature: [UInt8]
    /// Where the signed part ends: header, dot, payload.
    private let signedLength: Int

    /// Reads a token; white space around it is not part of it and refused.
    package init(reading bytes: [UInt8]) throws(JOSEError) {
        guard bytes.count <= Limits.jsonBytes else { throw .tooLong(limit: Limits.jsonBytes) }
        let parts = bytes.split(
            separator: UInt8(ascii: "."), maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw .wrongNumberOfParts(parts.count) }
        guard parts[0].count <= Limits.joseHeaderBytes * 4 / 3 + 4 else {
            throw .headerTooLong(limit: Limits.joseHeaderBytes)
        }
        header = try JOSEHeader(reading: Self.decode(parts[0], .header))
        payload = try Self.decode(parts[1], .payload)
        signature = try Self.decode(parts[2], .signature)
        signedLength = parts[1].endIndex
        self.bytes = bytes
    }

    private static func decode(
        _ part: ArraySlice<UInt8>, _ name: JOSEPart
    ) throws(JOSEError) -> [UInt8] {
        do {
            return try Base64URL.decode(part)
        } catch {
            throw .notBase64URL(name, error)
        }
    }

    /// Checks the signature with a key that was found elsewhere, or with the header's own
    /// (RFC 7515 section 5.2, JWT-14). Where the header carries a key, it must be this one.
    package func verify(with key: PublicKey) throws(JOSEError) {
        if let embedded = header.key, embedded.key != key { throw .keysDiffer }
        guard header.algorithm.keyType == key.type else {
            throw .algorithmNotForKey(header.algorithm, key.type)
        }
        guard
            key.isValid(
                signature: signature, for: Array(bytes.prefix(signedLength)),
                algorithm: header.algorithm)
        else { throw .signatureInvalid }
    }
}

extension CompactJWS {
    /// Whether the octets have the look of a token, so that reading them as one gives the better
    /// message: three parts of base64url, the first of which begins an object.
    package static func looksLikeToken(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: "eyJ".utf8) || bytes.starts(with: "eyA".utf8)
            || bytes.starts(with: "ewo".utf8) || bytes.starts(with: "ew0".utf8)
    }

    /// Signs a payload (JWT-09). `alg` comes from the signer, whatever the other members say.
    package static func sign(
        _ payload: [UInt8], header members: [(name: String, value: JSON)] = [],
        with signer: any Signer
    ) throws(KeyError) -> [UInt8] {
        let header = JSON.object(
            [("alg", .string(signer.algorithm.rawValue))]
                + members.filter { !$0.name.isSame(as: "alg") })
        let input = Base64URL.encode(header.serialized()) + "." + Base64URL.encode(payload)
        let signature = try signer.signature(of: Array(input.utf8))
        return Array((input + "." + Base64URL.encode(signature)).utf8)
    }
}
