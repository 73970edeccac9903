import JSONText
import Synchronization

/// The documents of one verification: each URL is asked for once, and no more of them than
/// ``Limits/lookups``.
final class Lookup: Sendable {
    enum Result: Sendable {
        case document(JSONValue)
        case unavailable(reason: String)
        case invalid(ControllerDocumentError)
    }

    private let source: any DocumentSource
    private let known = Mutex<[Text: Result]>([:])

    init(source: any DocumentSource) { self.source = source }

    func document(at url: Text) async -> Result {
        let (cached, count) = known.withLock { ($0[url], $0.count) }
        if let cached { return cached }
        guard count < Limits.lookups else {
            return .unavailable(reason: "more than \(Limits.lookups) documents were asked for")
        }
        let result = Self.read(await source.document(at: url, as: .keys))
        known.withLock { $0[url] = result }
        return result
    }

    private static func read(_ answer: DocumentAnswer) -> Result {
        switch answer {
        case .unavailable(let reason), .gone(let reason): return .unavailable(reason: reason)
        case .found(let bytes, mediaType: _):
            do {
                return .document(
                    try JSONDocument(
                        parsing: bytes, maximumBytes: Limits.controllerDocumentBytes
                    ).root)
            } catch {
                return .invalid(.json(error))
            }
        }
    }
}
