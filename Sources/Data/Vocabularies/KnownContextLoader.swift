import JSONLD
import JSONText
import Synchronization

/// The contexts that are known without asking anyone, each parsed once: those of Verifiable
/// Credentials, Data Integrity, status lists, Open Badges 3.0 and CLR 2.0.
public final class KnownContextLoader: ContextLoader {
    /// What is known does not change while the process runs.
    public static let process = KnownContextLoader()

    private let parsed = Mutex<[Text: RemoteContext]>([:])

    public func context(at url: Text) -> RemoteContext? {
        if let known = parsed.withLock({ $0[url] }) { return known }
        guard let bytes = KnownContexts.json(for: url.string),
            let document = try? JSONDocument(parsing: bytes)
        else { return nil }
        return parsed.withLock { all in
            if let known = all[url] { return known }
            let context = RemoteContext(url: url, document: document)
            all[url] = context
            return context
        }
    }
}
