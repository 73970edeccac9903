import DIDs
import JSONText

/// Documents that somebody has put at hand (`--documents`). Their hosts may be in either spelling.
public struct CatalogSource: DocumentSource {
    private let documents: [Text: [UInt8]]

    package var urls: [Text] { documents.keys.sorted() }

    public init(_ documents: [(url: String, bytes: [UInt8])] = []) {
        self.documents = Dictionary(
            documents.map { (RegisteredSpelling.of(Text($0.url)), $0.bytes) },
            uniquingKeysWith: { first, _ in first })
    }

    public func document(at url: Text) async -> DocumentAnswer {
        guard let bytes = documents[RegisteredSpelling.of(url)] else {
            return .unavailable(reason: "not at hand")
        }
        return .found(bytes, mediaType: nil)
    }
}

/// A source that can say without looking anything up that somebody has put a document at hand.
package protocol DocumentShelf: DocumentSource {
    func has(_ url: Text) -> Bool
}

extension CatalogSource: DocumentShelf {
    package func has(_ url: Text) -> Bool { documents[RegisteredSpelling.of(url)] != nil }
}

extension SourceChain: DocumentShelf {
    package func has(_ url: Text) -> Bool {
        sources.contains { ($0 as? any DocumentShelf)?.has(url) == true }
    }
}

/// Sources asked one after the other, until one has the document or knows that it is gone.
package struct SourceChain: DocumentSource {
    private let sources: [any DocumentSource]

    package init(_ sources: [any DocumentSource]) {
        self.sources = sources
    }

    package func document(at url: Text) async -> DocumentAnswer {
        await document(at: url, as: .any)
    }

    package func document(at url: Text, as kind: DocumentKind) async -> DocumentAnswer {
        var reasons: [String] = []
        for source in sources {
            switch await source.document(at: url, as: kind) {
            case .found(let bytes, let mediaType): return .found(bytes, mediaType: mediaType)
            case .gone(let reason): return .gone(reason: reason)
            case .unavailable(let reason): reasons.append(reason)
            }
        }
        return .unavailable(reason: reasons.last ?? "not at hand")
    }

    package func forOneVerification() -> any DocumentSource {
        SourceChain(sources.map { $0.forOneVerification() })
    }
}
