import DIDs
import JSONLD
import JSONText
import Synchronization
import Vocabularies

/// The contexts at hand: those that this project knows, and those that a source has given.
///
/// What is known is never replaced, unless somebody asks for that by name.
package final class ContextShelf: ContextLoader {
    private struct Given {
        var contexts: [Text: RemoteContext]
        /// Octets of those that were looked up.
        var octets = 0
    }

    private let given: Mutex<Given>
    private let overridden: Set<Text>
    private let known: KnownContextLoader

    /// - Parameter overriding: contexts that stand in place of those that are known
    ///   (`--override-known`).
    package init(overriding: [RemoteContext] = [], known: KnownContextLoader = .process) {
        let pairs = overriding.map { ($0.url, $0) }
        given = Mutex(
            Given(contexts: Dictionary(pairs, uniquingKeysWith: { first, _ in first })))
        overridden = Set(overriding.map(\.url))
        self.known = known
    }

    package func context(at url: Text) -> RemoteContext? { find(at: url)?.context }

    /// A context, and whether it is another than this project's own.
    func find(at url: Text) -> (context: RemoteContext, isForeign: Bool)? {
        if !overridden.contains(url), let own = known.context(at: url) { return (own, false) }
        return given.withLock { $0.contexts[url] }.map { ($0, true) }
    }

    /// Takes in a context that was looked up. The same octets stay the same object. Past the limit
    /// those that were looked up before are left, and would be looked up again.
    package func add(_ bytes: [UInt8], at url: Text) -> Bool {
        given.withLock { given in
            if let old = given.contexts[url], old.document.bytes == bytes { return true }
            guard let document = try? JSONDocument(parsing: bytes) else { return false }
            if given.octets + bytes.count > Limits.shelvedContextBytes {
                given.contexts = given.contexts.filter { overridden.contains($0.key) }
                given.octets = 0
            }
            given.contexts[url] = RemoteContext(url: url, document: document)
            given.octets += bytes.count
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
            contexts: KnownContextLoader.process, urls: KnownContexts.ofCredentials.map { Text($0) }
        )
        return options
    }()
}
