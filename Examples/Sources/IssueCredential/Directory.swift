import LearnerRecord

/// Documents by their URLs. A source of one's own would read a database or ask a network; it
/// bounds what it reads and how long it waits, because the URLs come from strangers.
struct Directory: DocumentSource {
    let documents: [Text: [UInt8]]

    func document(at url: Text) async -> DocumentAnswer {
        guard let bytes = documents[url] else {
            return .unavailable(reason: "the directory does not have it")
        }
        return .found(bytes, mediaType: "application/json")
    }
}
