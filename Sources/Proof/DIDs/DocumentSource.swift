import JSONText

/// Where documents that stand at a URL are had from: a catalog, the server's own store, the
/// network. This room asks, and never fetches.
public protocol DocumentSource: Sendable {
    func document(at url: Text) async -> DocumentAnswer

    /// The same for somebody who knows what kind of document it is. Sources to which that is all
    /// one need not say so.
    func document(at url: Text, as kind: DocumentKind) async -> DocumentAnswer

    /// The source for one verification: what it may cost is counted anew.
    func forOneVerification() -> any DocumentSource
}

extension DocumentSource {
    public func document(at url: Text, as kind: DocumentKind) async -> DocumentAnswer {
        await document(at: url)
    }

    public func forOneVerification() -> any DocumentSource { self }
}

public enum DocumentAnswer: Hashable, Sendable {
    case found([UInt8], mediaType: String?)
    /// The document could not be had; says nothing about whether it exists.
    case unavailable(reason: String)
    /// Whoever answers at the URL says that it is gone for good (410). Of a hosted assertion that
    /// means that it was taken back; of anything else no more than that it cannot be had.
    case gone(reason: String)
}

/// A source that has nothing.
public struct NoDocuments: DocumentSource {
    public init() {}

    public func document(at url: Text) async -> DocumentAnswer {
        .unavailable(reason: "documents are not looked up elsewhere")
    }
}
