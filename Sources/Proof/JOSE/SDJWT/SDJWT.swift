import JSONText
import Multiformat

/// A signed token some of whose claims the holder shows or keeps back (RFC 9901), read, its
/// signature not yet looked at.
package struct SDJWT: Sendable {
    /// The token that the issuer signed, without the disclosures.
    package let issuerToken: [UInt8]
    package let disclosures: [Shown]
    /// The holder's own token at the end, which binds what is shown to one reader.
    package let keyBinding: [UInt8]?
    package let hash: DisclosureHash
    /// The payload as it was signed, with digests.
    package let payload: JSONDocument
    /// What the token says with the disclosures that came with it; no trace of digests.
    package let claims: JSONDocument
    /// Objects and lists that have digests without disclosures, by their place in ``claims``.
    package let withheld: [Withheld]
    /// What the key binding covers: everything up to the last `~`, which it includes.
    package let boundPart: [UInt8]

    /// A disclosure, and where its value stands in ``claims``.
    package struct Shown: Sendable {
        package let encoded: [UInt8]
        package let place: JSONPointer
    }

    /// Digests whose disclosures were kept back, or that stand for nothing (decoys).
    package struct Withheld: Hashable, Sendable {
        package let place: JSONPointer
        package let count: Int
    }

    /// Reads a token and puts its disclosures where their digests stand. White space around it is
    /// not part of it and refused.
    package init(reading bytes: [UInt8]) throws(SDJWTError) {
        guard bytes.count <= Limits.jsonBytes else { throw .tooLong(limit: Limits.jsonBytes) }
        let parts = bytes.split(
            separator: UInt8(ascii: "~"), maxSplits: Limits.disclosures + 2,
            omittingEmptySubsequences: false)
        guard let token = parts.first, let last = parts.last, parts.count > 1 else {
            throw .noDisclosurePart
        }
        guard parts.count <= Limits.disclosures + 2 else {
            throw .tooManyDisclosures(limit: Limits.disclosures)
        }
        payload = try Self.payload(of: token)
        hash = try DisclosureHash(naming: payload.root["_sd_alg"])
        var read: [Disclosure] = []
        for (index, part) in parts[1..<(parts.count - 1)].enumerated() {
            read.append(try Disclosure(reading: part, number: index))
        }
        var placing = try DisclosurePlacing(read, hash: hash)
        claims = try placing.claims(of: payload.root)
        disclosures = try placing.shown()
        withheld = placing.withheld
        issuerToken = Array(token)
        keyBinding = last.isEmpty ? nil : Array(last)
        boundPart = Array(bytes[..<last.startIndex])
    }

    private static func payload(
        of token: ArraySlice<UInt8>
    ) throws(SDJWTError) -> JSONDocument {
        let parts = token.split(
            separator: UInt8(ascii: "."), maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw .wrongNumberOfParts(parts.count) }
        let octets: [UInt8]
        do { octets = try Base64URL.decode(parts[1]) } catch { throw .payloadNotBase64URL(error) }
        let payload: JSONDocument
        do { payload = try JSONDocument(parsing: octets) } catch { throw .payloadNotJSON(error) }
        guard payload.root.isObject else { throw .payloadNotAnObject }
        return payload
    }

    /// Whether the octets have the parts of such a token.
    package static func looksLikeSDJWT(_ bytes: [UInt8]) -> Bool {
        bytes.contains(UInt8(ascii: "~"))
    }
}
