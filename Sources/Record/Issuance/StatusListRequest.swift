import Credentials
import JSONText
import Multiformat
import Verification

/// A status list to be made (section 3.5, BSL-10).
public struct StatusListRequest: Sendable {
    /// Where the list is published; also its identifier.
    public var url: String
    public var purpose: String
    /// Entries in all; at least as many as the standard asks for.
    public var size: Int
    /// Bits of each entry. The list itself does not say it: each credential's entry does.
    public var entryBits: Int
    /// The entries that are not zero.
    public var values: [Int: UInt64]
    /// For how long a copy may be kept, in milliseconds.
    public var ttl: Int?
    /// From when on no copy of the list is to be used.
    public var validUntil: Timestamp?

    public init(
        url: String, purpose: String = "revocation", size: Int = Limits.shortestStatusListBits,
        entryBits: Int = 1, values: [Int: UInt64] = [:], ttl: Int? = nil,
        validUntil: Timestamp? = nil
    ) {
        self.url = url
        self.purpose = purpose
        self.size = max(size, Limits.shortestStatusListBits)
        self.entryBits = entryBits
        self.values = values
        self.ttl = ttl
        self.validUntil = validUntil
    }

    /// A list of one bit an entry.
    package init(
        url: String, purpose: String = "revocation", size: Int = Limits.shortestStatusListBits,
        setEntries: Set<Int>
    ) {
        self.init(
            url: url, purpose: purpose, size: size,
            values: Dictionary(uniqueKeysWithValues: setEntries.map { ($0, 1) }))
    }

    func draft() throws(StatusListFault) -> JSON {
        guard (1...StatusListFault.mostEntryBits).contains(entryBits) else {
            throw .entryBits(entryBits)
        }
        var bits = StatusBits(entries: size, entryBits: entryBits)
        for (index, value) in values {
            try bits.set(index, to: value, bits: entryBits)
        }
        var subject: [(name: String, value: JSON)] = [
            ("id", .string(url + "#list")), ("type", "BitstringStatusList"),
            ("statusPurpose", .string(purpose)), ("encodedList", .string(bits.encoded)),
        ]
        if let ttl { subject.append(("ttl", .integer(ttl))) }
        var members: [(name: String, value: JSON)] = [
            ("id", .string(url)),
            ("type", ["VerifiableCredential", "BitstringStatusListCredential"]),
        ]
        if let validUntil { members.append(("validUntil", .string("\(validUntil)"))) }
        return .object(members + [("credentialSubject", .object(subject))])
    }
}

extension StatusBits {
    /// `u` and the packed bits in base64url.
    var encoded: String { "u" + Base64URL.encode(GZipWriter.deflated(octets)) }

    mutating func set(_ index: Int, to value: UInt64, bits: Int) throws(StatusListFault) {
        guard value >> UInt64(bits) == 0 else { throw .valueTooLarge(value, bits: bits) }
        guard set(index, to: value, entryBits: bits) else {
            throw .outOfRange(index, entries: count(entryBits: bits))
        }
    }
}

extension Issuance {
    /// Makes and signs a status list.
    public func issue(
        _ list: StatusListRequest
    ) async throws(IssuanceError) -> IssuedCredential {
        let draft: JSON
        do { draft = try list.draft() } catch { throw .statusList(error) }
        return try await issue(statusList: draft)
    }

    func issue(statusList json: JSON) async throws(IssuanceError) -> IssuedCredential {
        let draft: JSONDocument
        do { draft = try JSONDocument(parsing: json.serialized()) } catch {
            throw .notSignable("\(error)", error.pointer)
        }
        return try await issue(IssuanceRequest(draft: draft, layout: .compact))
    }
}
