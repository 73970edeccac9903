import DIDs
import JSONLD
import JSONText
import Synchronization
import Vocabularies

/// The contexts at hand: those that this project knows, and those that a source has given.
///
/// What is known is never replaced, unless somebody asks for that by name.
package final class ContextShelf: ContextLoader {
    private let given: Mutex<[Text: RemoteContext]>
    private let overridden: Set<Text>
    private let known: KnownContextLoader

    /// - Parameter overriding: contexts that stand in place of those that are known
    ///   (`--override-known`).
    package init(overriding: [RemoteContext] = [], known: KnownContextLoader = .process) {
        let pairs = overriding.map { ($0.url, $0) }
        given = Mutex(Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
        overridden = Set(overriding.map(\.url))
        self.known = known
    }

    package func context(at url: Text) -> RemoteContext? {
        if overridden.contains(url) { return given.withLock { $0[url] } }
        return known.context(at: url) ?? given.withLock { $0[url] }
    }

    /// Takes in a context that was looked up. The same octets stay the same object.
    func add(_ bytes: [UInt8], at url: Text) -> Bool {
        given.withLock { shelf in
            if let old = shelf[url], old.document.bytes == bytes { return true }
            guard let document = try? JSONDocument(parsing: bytes) else { return false }
            shelf[url] = RemoteContext(url: url, document: document)
            return true
        }
    }
}

extension JSONLDProcessor.Options {
    /// As credentials are signed and read: nothing is left out, and all goes by the names that the
    /// checks and the pages look for.
    package static let credential: JSONLDProcessor.Options = {
        var options = JSONLDProcessor.Options.safe
        options.names = TermNames(
            contexts: KnownContextLoader.process, urls: KnownContexts.urls.map { Text($0) })
        return options
    }()
}
