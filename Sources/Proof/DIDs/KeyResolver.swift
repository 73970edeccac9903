import JSONText
import KeyMaterial
import Synchronization

/// Finds keys by the identifiers that proofs name them with (KEY-01, KEY-02), for one
/// verification: what was looked up once is not looked up again.
package final class KeyResolver: Sendable {
    let lookup: Lookup
    private let resolved = Mutex<[Text: KeyResolution]>([:])

    package init(source: any DocumentSource) {
        lookup = Lookup(source: source)
    }

    /// Looks for the verification method of this identifier: a DID URL or an http(s) URL.
    package func key(_ id: Text) async -> KeyResolution {
        if let known = resolved.withLock({ $0[id] }) { return known }
        let resolution: KeyResolution
        do throws(KeyResolutionFailure) {
            resolution = .found(try await find(FragmentReference(id)))
        } catch {
            resolution = .failed(error)
        }
        resolved.withLock { $0[id] = resolution }
        return resolution
    }

    private func find(
        _ reference: FragmentReference
    ) async throws(KeyResolutionFailure) -> ResolvedKey {
        if let own = try selfContained(reference) { return own }
        let url = try Self.url(of: reference.document)
        switch await lookup.document(at: url) {
        case .document(let value):
            return try await KeyInDocument(reference: reference, url: url, resolver: self)
                .find(in: value)
        case .unavailable(let reason):
            return try fromFragment(
                reference, standing: .unavailable(url: url, reason: reason),
                otherwise: .unavailable(url: url, reason: reason))
        case .invalid(let error):
            return try fromFragment(
                reference, standing: .invalid(url: url, error),
                otherwise: .invalidDocument(url: url, error))
        }
    }

    private func selfContained(
        _ reference: FragmentReference
    ) throws(KeyResolutionFailure) -> ResolvedKey? {
        guard reference.isDID, let did = DID(reference.document),
            let document = try SelfContainedDID.document(of: did), let own = document.methods.first
        else { return nil }
        guard reference.fragment == nil || reference.text == own.id else {
            throw .methodNotInDocument(method: reference.text, document: did.text)
        }
        return ResolvedKey(
            id: reference.text, publicKey: own.publicKey, method: own,
            standing: .listed(controller: did.text, purposes: document.purposes(of: own.id)))
    }

    /// A key that stands in its own identifier (`https://…#z6Mk…`, KEY-07): enough to check a
    /// signature, and never enough to trust it.
    func fromFragment(
        _ reference: FragmentReference, standing: KeyStanding,
        otherwise failure: KeyResolutionFailure
    ) throws(KeyResolutionFailure) -> ResolvedKey {
        guard let fragment = reference.fragment,
            let key = try? PublicKey(multibase: fragment.string)
        else { throw failure }
        return ResolvedKey(id: reference.text, publicKey: key, method: nil, standing: standing)
    }

    /// Where the document of a controller is served.
    package static func url(of controller: Text) throws(KeyResolutionFailure) -> Text {
        let reference = FragmentReference(controller)
        if reference.isHTTPS || reference.isHTTP {
            return RegisteredSpelling.of(reference.document)
        }
        guard reference.isDID else { throw .notAnIdentifier(controller) }
        guard let did = DID(reference.document) else { throw .malformedDID(controller) }
        guard did.method == "web" else { throw .unsupportedDIDMethod(controller) }
        guard let url = DIDWeb.documentURL(of: did) else { throw .malformedDID(controller) }
        return url
    }

    /// The document of a controller itself; its `id` must be the controller's identifier.
    package func document(
        of controller: Text
    ) async throws(KeyResolutionFailure) -> ControllerDocument {
        if let did = DID(controller), let own = try SelfContainedDID.document(of: did) {
            return own
        }
        let url = try Self.url(of: controller)
        switch await lookup.document(at: url) {
        case .unavailable(let reason): throw .unavailable(url: url, reason: reason)
        case .invalid(let error): throw .invalidDocument(url: url, error)
        case .document(let value):
            do throws(ControllerDocumentError) {
                let document = try ControllerDocument(reading: value)
                guard document.id == controller else {
                    throw .wrongID(expected: controller, found: document.id)
                }
                return document
            } catch {
                throw .invalidDocument(url: url, error)
            }
        }
    }
}
