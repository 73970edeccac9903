import JSONText
import KeyMaterial

/// The search for a key in what was found at its URL: a controller's document, a document of the
/// key alone, a JWK, or a key set (KEY-02 (d) and (e)).
struct KeyInDocument {
    let reference: FragmentReference
    let url: Text
    let resolver: KeyResolver

    func find(in value: JSONValue) async throws(KeyResolutionFailure) -> ResolvedKey {
        if value["keys"] != nil { return try keyOfSet(value) }
        if value["kty"] != nil { return try keyAlone(value) }
        if value["publicKeyMultibase"] != nil || value["publicKeyJwk"] != nil {
            return try await methodAlone(value)
        }
        return try await method(of: value)
    }

    // MARK: - JWKs

    private func keyOfSet(_ value: JSONValue) throws(KeyResolutionFailure) -> ResolvedKey {
        let set: KeySet
        do {
            set = try KeySet(reading: value)
        } catch {
            throw .invalidDocument(url: url, error)
        }
        let named = set.key(id: reference.text) ?? reference.fragment.flatMap { set.key(id: $0) }
        let only = reference.fragment == nil && set.keys.count == 1 ? set.keys.first : nil
        guard let found = named ?? only else {
            throw .methodNotInDocument(method: reference.text, document: url)
        }
        return resolved(found, .unstated(url: url))
    }

    private func keyAlone(_ value: JSONValue) throws(KeyResolutionFailure) -> ResolvedKey {
        do {
            return resolved(try PublicJWK(reading: value), .unstated(url: url))
        } catch {
            throw .unusableMethod(method: reference.text, .key(error))
        }
    }

    // MARK: - Verification methods

    private func methodAlone(_ value: JSONValue) async throws(KeyResolutionFailure) -> ResolvedKey {
        let method: VerificationMethod
        do {
            method = try VerificationMethod(reading: value, in: nil)
        } catch {
            throw .unusableMethod(method: reference.text, error)
        }
        guard method.id == reference.text else {
            throw .invalidDocument(
                url: url, .wrongID(expected: reference.text, found: method.id))
        }
        return resolved(method, await standing(of: method))
    }

    private func method(of value: JSONValue) async throws(KeyResolutionFailure) -> ResolvedKey {
        let document: ControllerDocument
        do throws(ControllerDocumentError) {
            document = try ControllerDocument(reading: value)
            guard document.id == reference.document else {
                throw .wrongID(expected: reference.document, found: document.id)
            }
        } catch {
            throw .invalidDocument(url: url, error)
        }
        guard let method = document.method(reference.text) else {
            if let broken = document.unreadable.first(where: { $0.id == reference.text }) {
                throw .unusableMethod(method: reference.text, broken.error)
            }
            return try resolver.fromFragment(
                reference, standing: .absent(document: document.id),
                otherwise: .methodNotInDocument(method: reference.text, document: document.id))
        }
        guard method.controller == document.id else {
            return resolved(method, await standing(of: method))
        }
        let purposes = document.purposes(of: method.id)
        return resolved(method, .listed(controller: document.id, purposes: purposes))
    }

    /// A document may name another as the controller of its key: then that one's document says
    /// what the key is for, so that nobody can lay a key at another's door.
    private func standing(of method: VerificationMethod) async -> KeyStanding {
        do throws(KeyResolutionFailure) {
            let document = try await resolver.document(of: method.controller)
            if let published = document.method(method.id),
                published.publicKey != method.publicKey
            {
                return .contradicted(controller: method.controller)
            }
            return .listed(
                controller: method.controller, purposes: document.purposes(of: method.id))
        } catch {
            switch error {
            case .unavailable(let url, let reason):
                return .unavailable(url: url, reason: reason)
            case .invalidDocument(let url, let error): return .invalid(url: url, error)
            case .notAnIdentifier, .unsupportedDIDMethod, .malformedDID, .unusableDIDKey,
                .methodNotInDocument, .unusableMethod:
                return .unavailable(url: method.controller, reason: "\(error)")
            }
        }
    }

    private func resolved(_ method: VerificationMethod, _ standing: KeyStanding) -> ResolvedKey {
        ResolvedKey(
            id: reference.text, publicKey: method.publicKey, method: method, standing: standing,
            algorithm: method.algorithm)
    }

    private func resolved(_ jwk: PublicJWK, _ standing: KeyStanding) -> ResolvedKey {
        ResolvedKey(
            id: reference.text, publicKey: jwk.key, method: nil, standing: standing,
            algorithm: jwk.algorithm)
    }
}
