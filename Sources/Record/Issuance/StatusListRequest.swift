import JSONText
import Multiformat

/// A status list to be made (section 3.5, BSL-10).
public struct StatusListRequest: Sendable {
    /// Where the list is published; also its identifier.
    public var url: String
    public var purpose: String
    /// Entries in all; at least as many as the standard asks for.
    public var size: Int
    /// The entries that are set.
    public var setEntries: Set<Int>

    public init(
        url: String, purpose: String = "revocation", size: Int = Limits.shortestStatusListBits,
        setEntries: Set<Int> = []
    ) {
        self.url = url
        self.purpose = purpose
        self.size = max(size, Limits.shortestStatusListBits)
        self.setEntries = setEntries
    }

    var draft: JSON {
        .object([
            ("id", .string(url)),
            ("type", ["VerifiableCredential", "BitstringStatusListCredential"]),
            (
                "credentialSubject",
                .object([
                    ("id", .string(url + "#list")), ("type", "BitstringStatusList"),
                    ("statusPurpose", .string(purpose)), ("encodedList", .string(encoded)),
                ])
            ),
        ])
    }

    /// `u` and the packed bits in base64url; entry 0 is the highest bit of octet 0.
    private var encoded: String {
        var bits = [UInt8](repeating: 0, count: (size + 7) / 8)
        for entry in setEntries where entry >= 0 && entry < size {
            bits[entry >> 3] |= 0x80 >> UInt8(entry & 7)
        }
        return "u" + Base64URL.encode(GZipWriter.deflated(bits))
    }
}

extension Issuance {
    /// Makes and signs a status list.
    public func issue(
        _ list: StatusListRequest
    ) async throws(IssuanceError) -> IssuedCredential {
        let draft: JSONDocument
        do { draft = try JSONDocument(parsing: list.draft.serialized()) } catch {
            throw .notSignable("\(error)", error.pointer)
        }
        return try await issue(IssuanceRequest(draft: draft, layout: .compact))
    }
}
