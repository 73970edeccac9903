import JSONLD

/// A loader of one's own. This one has its documents in memory; another would read files, or ask
/// a network and bound what it takes from there.
struct Shelf: DocumentLoader {
    struct NotHere: Error, CustomStringConvertible {
        let description = "the shelf does not have it"
    }

    let documents: [String: String]

    func document(at url: String) async throws -> LoadedDocument {
        guard let text = documents[url] else { throw NotHere() }
        return LoadedDocument(Array(text.utf8), url: url)
    }
}
