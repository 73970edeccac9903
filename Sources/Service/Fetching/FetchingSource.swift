import DIDs
import JSONText

/// Documents out of the network: for key documents, contexts, schemas, status lists, newer
/// versions of credentials.
package struct FetchingSource: DocumentSource {
    private let fetcher: Fetcher
    private let allowance: FetchAllowance

    package init(_ fetcher: Fetcher) {
        self.fetcher = fetcher
        allowance = FetchAllowance(fetcher.limits)
    }

    package func document(at url: Text) async -> DocumentAnswer {
        await document(at: url, as: .any)
    }

    package func document(at url: Text, as kind: DocumentKind) async -> DocumentAnswer {
        do throws(FetchError) {
            let document = try await fetcher.document(at: url, as: kind, allowance)
            return .found(document.bytes, mediaType: document.mediaType)
        } catch {
            return error == .status(410)
                ? .gone(reason: error.description) : .unavailable(reason: error.description)
        }
    }

    package func forOneVerification() -> any DocumentSource { FetchingSource(fetcher) }
}
