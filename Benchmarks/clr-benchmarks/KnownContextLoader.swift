import JSONLD
import JSONText
import Synchronization
import Vocabularies
final class KnownContextLoader: ContextLoader {
    private let loaded = Mutex<[Text: RemoteContext]>([:])
    func context(at url: Text) -> RemoteContext? {
        loaded.withLock { loaded in
            if let known = loaded[url] { return known }
            guard let bytes = KnownContexts.json(for: url.string),
                let document = try? JSONDocument(parsing: bytes)
            else { return nil }
            let context = RemoteContext(url: url, document: document)
            loaded[url] = context
            return context
        }
    }
}
