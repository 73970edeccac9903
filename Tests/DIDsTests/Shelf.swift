import DIDs
import JSONText
import KeyMaterial
import Testing

/// Documents that a test has written.
struct Shelf: DocumentSource {
    var documents: [Text: String] = [:]

    func document(at url: Text) async -> DocumentAnswer {
        documents[url].map { .found(Array($0.utf8), mediaType: "application/json") }
            ?? .unavailable(reason: "not on the shelf")
    }
}

let keyA = "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi"
let keyB = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"

func resolve(_ id: Text, _ documents: [Text: String] = [:]) async -> KeyResolution {
    await KeyResolver(source: Shelf(documents: documents)).key(id)
}

func found(
    _ id: Text, _ documents: [Text: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
) async throws -> ResolvedKey {
    switch await resolve(id, documents) {
    case .found(let key): return key
    case .failed(let failure):
        Issue.record("\(failure)", sourceLocation: sourceLocation)
        throw failure
    }
}

func failure(
    _ id: Text, _ documents: [Text: String] = [:]
) async -> KeyResolutionFailure? {
    if case .failed(let failure) = await resolve(id, documents) { failure } else { nil }
}

extension ResolvedKey {
    var speaksFor: Text? {
        guard case .listed(let controller, let purposes) = standing,
            purposes.contains(.assertionMethod)
        else { return nil }
        return controller
    }
}
