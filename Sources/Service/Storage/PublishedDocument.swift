import JSONText

/// A document that verifiers fetch: a DID document, a status list, an issuer's profile.
package struct PublishedDocument: Hashable, Sendable {
    /// Where this server answers with it, from the first slash: `/issuers/x/did.json`.
    package var path: Text
    /// The absolute URL by which credentials name it.
    package var url: Text
    /// The DID whose document it is.
    package var did: Text?
    package var mediaType: MediaType
    package var bytes: [UInt8]

    package init(path: Text, url: Text, did: Text? = nil, mediaType: MediaType, bytes: [UInt8]) {
        self.path = path
        self.url = url
        self.did = did
        self.mediaType = mediaType
        self.bytes = bytes
    }

    /// Names this state of the document: its entity tag.
    package var digest: ContentDigest {
        ContentDigest(of: bytes)
    }
}

/// What a writer believes about a document before it writes, so that no change is lost when
/// two write at once.
package enum Expectation: Hashable, Sendable {
    case anything
    case absent
    case unchanged(since: ContentDigest)

    package func allows(_ present: PublishedDocument?) -> Bool {
        switch self {
        case .anything: true
        case .absent: present == nil
        case .unchanged(let digest): present?.digest == digest
        }
    }
}

/// The published documents of one tenant.
package protocol PublishedDocumentStore: Sendable {
    func document(path: Text) async throws(StorageError) -> PublishedDocument?
    func document(url: Text) async throws(StorageError) -> PublishedDocument?
    func document(did: Text) async throws(StorageError) -> PublishedDocument?

    /// The DIDs whose documents are published, in the order of their code units.
    func publishedDIDs() async throws(StorageError) -> [Text]
}
