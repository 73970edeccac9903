import DIDs
import JSONText
import Storage

/// The documents that this server publishes itself: key documents, status lists, profiles.
///
/// They are found by the names with which they were issued, so that a record still verifies
/// where the server has moved to another port or host.
package struct PublishedSource: DocumentSource {
    private let store: any PublishedDocumentStore

    package init(store: any PublishedDocumentStore) {
        self.store = store
    }

    package func document(at url: Text) async -> DocumentAnswer {
        do {
            var found = try await store.document(url: url)
            if found == nil, let did = Self.did(of: url) {
                found = try await store.document(did: did.text)
            }
            guard let found else { return .unavailable(reason: "this server does not publish it") }
            return .found(found.bytes, mediaType: found.mediaType.text)
        } catch {
            return .unavailable(reason: error.explanation.what)
        }
    }

    /// The did:web whose document stands at a URL. Its URL always says https, also where a server
    /// on this machine publishes it by http.
    private static func did(of url: Text) -> DID? {
        let parts = url.string.utf8.split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
        ).map { String(Substring($0)) }
        guard parts.count >= 4, parts[0].isSame(as: "https:"), parts[1].isEmpty,
            let last = parts.last, last.isSame(as: "did.json")
        else { return nil }
        let path = Array(parts.dropFirst(3).dropLast())
        let isWellKnown = path.count == 1 && path[0].isSame(as: ".well-known")
        return DIDWeb.did(authority: parts[2], path: isWellKnown ? [] : path)
    }
}
