import JSONText

/// Where contexts are fetched from: a network, a bundle, a cache of one's own.
///
/// The algorithms never wait: they end with an error that names the context that is missing.
/// ``JSONLDProcessor/loading(from:into:atMost:_:)`` asks such a loader for it and begins anew.
/// What the loader reaches, how long it waits and how much it accepts is its own matter; the URL
/// is whatever the document says.
public protocol DocumentLoader: Sendable {
    /// The document at an absolute URL. Any error will do; its description becomes part of the
    /// ``JSONLDError`` with the code ``JSONLDErrorCode/loadingRemoteContextFailed``.
    func document(at url: String) async throws -> LoadedDocument
}

/// What a ``DocumentLoader`` has got.
public struct LoadedDocument: Sendable {
    /// JSON, of at most `Limits.jsonBytes` octets.
    public let bytes: [UInt8]
    /// Where the document stands in the end, after redirects: the base of what it refers to.
    public let url: String

    public init(_ bytes: [UInt8], url: String) {
        self.bytes = bytes
        self.url = url
    }
}
