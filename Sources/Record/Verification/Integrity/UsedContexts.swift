import Crypto
import DIDs
import JSONLD
import JSONText
import Synchronization

/// The contexts at hand, for one credential: remembers which of them are not this project's own,
/// so that the verdict can say what its words were read by.
final class UsedContexts: ContextLoader {
    private let shelf: ContextShelf
    private let used = Mutex<[Text: RemoteContext]>([:])
    private let reasons = Mutex<[Text: String]>([:])

    init(_ shelf: ContextShelf) { self.shelf = shelf }

    func context(at url: Text) -> RemoteContext? {
        guard let found = shelf.find(at: url) else { return nil }
        if found.isForeign { used.withLock { $0[url] = found.context } }
        return found.context
    }

    /// Why a context could not be had.
    func note(_ url: Text, _ answer: DocumentAnswer) {
        switch answer {
        case .found: return
        case .unavailable(let reason), .gone(let reason): reasons.withLock { $0[url] = reason }
        }
    }

    func reason(for url: Text) -> String? { reasons.withLock { $0[url] } }

    /// SRC-01: the answers of the check `context`, with what was looked up and its digest.
    func added(to answers: [Check]) -> [Check] {
        let contexts = used.withLock { $0.values.sorted { $0.url < $1.url } }
        guard !contexts.isEmpty else { return answers }
        let told = contexts.map { context in
            let hex = SHA256.hash(data: context.document.bytes).map { byte in
                (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
            return "\(context.url) (SHA-256 \(hex.joined()))"
        }
        let noun = told.count == 1 ? "the context" : "the contexts"
        let note =
            " Looked up, and not known here beforehand: \(noun) "
            + told.joined(separator: ", ") + "."
        return answers.map { answer in
            var answer = answer
            if answer.outcome != .failed { answer.message += note }
            return answer
        }
    }
}
