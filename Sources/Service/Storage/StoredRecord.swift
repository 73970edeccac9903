import JSONText

/// The name that a client gives to its own act, so that doing it again does nothing more.
package struct ClientKey: Hashable, Sendable {
    package let text: Text

    package init(_ text: Text) {
        self.text = text
    }
}

/// What is searched of a credential. Read from its bytes, never believed before them.
package struct RecordIndex: Hashable, Sendable {
    /// The credential's own `id`, as its issuer wrote it.
    package var credentialID: Text?
    /// The type that says most, such as `ClrCredential`.
    package var kind: Text
    package var name: Text?
    package var issuerID: Text?
    package var subjectID: Text?

    package init(
        credentialID: Text? = nil, kind: Text, name: Text? = nil, issuerID: Text? = nil,
        subjectID: Text? = nil
    ) {
        self.credentialID = credentialID
        self.kind = kind
        self.name = name
        self.issuerID = issuerID
        self.subjectID = subjectID
    }
}

/// A credential that is to be kept.
package struct NewRecord: Hashable, Sendable {
    package var id: RecordID
    package var clientKey: ClientKey
    /// The octets as they came or as they were signed: kept and given back unchanged.
    package var bytes: [UInt8]
    package var mediaType: MediaType
    package var index: RecordIndex
    /// Whether lists show it; an unlisted record is found by its names only.
    package var isListed: Bool

    package init(
        id: RecordID = .random(), clientKey: ClientKey, bytes: [UInt8], mediaType: MediaType,
        index: RecordIndex, isListed: Bool = true
    ) {
        self.id = id
        self.clientKey = clientKey
        self.bytes = bytes
        self.mediaType = mediaType
        self.index = index
        self.isListed = isListed
    }
}

/// All that a list says of a stored record: everything but its bytes.
package struct RecordSummary: Hashable, Sendable {
    package let id: RecordID
    package let tenant: TenantID
    /// Its place in lists: records stand in the order in which they came.
    package let ordinal: Int64
    package let clientKey: ClientKey
    package let mediaType: MediaType
    package let digest: ContentDigest
    package let index: RecordIndex
    package let storedAt: Moment
    package let isListed: Bool

    package init(
        id: RecordID, tenant: TenantID, ordinal: Int64, clientKey: ClientKey,
        mediaType: MediaType, digest: ContentDigest, index: RecordIndex, storedAt: Moment,
        isListed: Bool
    ) {
        self.id = id
        self.tenant = tenant
        self.ordinal = ordinal
        self.clientKey = clientKey
        self.mediaType = mediaType
        self.digest = digest
        self.index = index
        self.storedAt = storedAt
        self.isListed = isListed
    }

    /// What a list says of a record from now on.
    package init(
        _ record: NewRecord, tenant: TenantID, ordinal: Int64, digest: ContentDigest,
        storedAt: Moment
    ) {
        self.init(
            id: record.id, tenant: tenant, ordinal: ordinal, clientKey: record.clientKey,
            mediaType: record.mediaType, digest: digest, index: record.index,
            storedAt: storedAt, isListed: record.isListed)
    }
}

/// A credential as it is kept.
@dynamicMemberLookup
package struct StoredRecord: Hashable, Sendable {
    package let summary: RecordSummary
    /// The octets as they came.
    package let bytes: [UInt8]

    /// Puts a record together, or nil where the bytes are not those that the digest names.
    package init?(summary: RecordSummary, bytes: [UInt8]) {
        guard ContentDigest(of: bytes) == summary.digest else { return nil }
        self.summary = summary
        self.bytes = bytes
    }

    package subscript<Value>(dynamicMember member: KeyPath<RecordSummary, Value>) -> Value {
        summary[keyPath: member]
    }
}
