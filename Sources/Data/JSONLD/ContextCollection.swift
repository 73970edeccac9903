import JSONText
import Synchronization

/// Contexts at hand, by their URLs. May be shared by any number of processors and tasks; what was
/// worked out of a context is kept as long as the collection has it.
public final class ContextCollection: ContextLoader {
    private let contexts = Mutex<[Text: RemoteContext]>([:])
    private let other: any ContextLoader

    /// - Parameter other: asked first. What it has is never replaced.
    public init(behind other: any ContextLoader = NoContexts()) {
        self.other = other
    }

    /// Puts a context document at hand. A URL that is there already keeps what it has.
    ///
    /// - Parameter base: where the document stands, if that is another URL.
    public func add(_ bytes: [UInt8], at url: String, base: String? = nil) throws(JSONError) {
        let document = try JSONDocument(parsing: bytes)
        let context = RemoteContext(url: Text(base ?? url), document: document)
        contexts.withLock { contexts in
            if contexts[Text(url)] == nil { contexts[Text(url)] = context }
        }
    }

    public func context(at url: Text) -> RemoteContext? {
        other.context(at: url) ?? contexts.withLock { $0[url] }
    }
}
