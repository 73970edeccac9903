import JSONText

/// A context document that was had from somewhere. Its identity matters: a loader answers with
/// the same object as long as the content is the same, and what was processed from it is kept.
public final class RemoteContext: Sendable {
    /// The URL of the document itself, after redirects: the base of what it refers to.
    public let url: Text
    public let document: JSONDocument

    public init(url: Text, document: JSONDocument) {
        self.url = url
        self.document = document
    }
}

/// Where contexts come from. Answers at once and from memory: nothing here waits for a network.
public protocol ContextLoader: Sendable {
    /// The context document at an absolute URL, or nil where it is not at hand.
    func context(at url: Text) -> RemoteContext?
}

/// A loader that has nothing.
public struct NoContexts: ContextLoader {
    public init() {}

    public func context(at url: Text) -> RemoteContext? { nil }
}
