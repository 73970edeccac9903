import JSONText
import KeyMaterial

/// What became of looking for a verification method.
package enum KeyResolution: Sendable {
    case found(ResolvedKey)
    case failed(KeyResolutionFailure)
}

/// A key that was asked for by its identifier, and what its controller says about it.
package struct ResolvedKey: Sendable {
    /// The absolute identifier, as it was asked for.
    package let id: Text
    package let publicKey: PublicKey
    /// The method as published; nil for a JWK of a key set, and for a key that only stands in
    /// its own identifier.
    package let method: VerificationMethod?
    package let standing: KeyStanding
    /// The one algorithm that whoever published the key leaves open (`alg` of its JWK).
    package var algorithm: Text? = nil
}

/// What the controller says about a key. Only ``listed(controller:purposes:)`` lets a signature
/// speak for the controller.
package enum KeyStanding: Sendable {
    /// The controller's own document has the method, for these purposes (perhaps none).
    case listed(controller: Text, purposes: Set<VerificationPurpose>)
    /// The key was served alone or in a key set at this URL, which says nothing of a controller:
    /// ask ``KeyResolver/holding(of:by:)``.
    case unstated(url: Text)
    /// The key stands in its own identifier, and the document, which is there, does not have it.
    case absent(document: Text)
    /// The key names this controller, whose document has another key under the same identifier.
    case contradicted(controller: Text)
    /// The key is known (it stands in its own identifier or in a document of its own), and the
    /// controller's document could not be had.
    case unavailable(url: Text, reason: String)
    /// As before, and what stands at the controller's URL is no such document.
    case invalid(url: Text, ControllerDocumentError)
}

/// Why there is no key.
package enum KeyResolutionFailure: Error, Hashable, Sendable {
    /// Neither a DID nor an http(s) URL.
    case notAnIdentifier(Text)
    case unsupportedDIDMethod(Text)
    /// A DID whose method-specific part is not what the method asks for.
    case malformedDID(Text)
    /// The DID carries its own key, and it is not usable.
    case unusableDIDKey(Text, KeyError)
    case unavailable(url: Text, reason: String)
    case invalidDocument(url: Text, ControllerDocumentError)
    case methodNotInDocument(method: Text, document: Text)
    case unusableMethod(method: Text, VerificationMethodError)
}

extension KeyResolutionFailure {
    /// Whether a later attempt, or more documents at hand, could bring the key.
    package var isUnavailable: Bool {
        if case .unavailable = self { true } else { false }
    }
}

extension KeyResolutionFailure: CustomStringConvertible {
    /// DIDs are written in ASCII: how this one would be.
    private static func registered(_ did: Text) -> String {
        let spelled = RegisteredSpelling.of(did)
        guard spelled != did, DID(spelled) != nil else { return "" }
        return ": DIDs have letters of ASCII only, and this one is written \(spelled)"
    }

    package var description: String {
        switch self {
        case .notAnIdentifier(let text): "\(text) is neither a DID nor a URL of a key"
        case .unsupportedDIDMethod(let did):
            "the method of \(did) is not supported; did:key, did:jwk and did:web are"
        case .malformedDID(let did):
            "\(did) is not a well-formed DID of its method" + Self.registered(did)
        case .unusableDIDKey(let did, let error): "\(did) carries no usable key: \(error)"
        case .unavailable(let url, let reason): "\(url) could not be had: \(reason)"
        case .invalidDocument(let url, let error):
            "what stands at \(url) is no document of keys: \(error)"
        case .methodNotInDocument(let method, let document):
            "\(document) has no key \(method)"
        case .unusableMethod(let method, let error): "the key \(method) is not usable: \(error)"
        }
    }
}

/// Whether an issuer publishes a key as its own.
package enum KeyHolding: Hashable, Sendable {
    /// It does; `place` is the method or the key set, and `end` the second since 1970 from which
    /// on signatures do not count.
    case held(place: Text, end: Int64?)
    case notHeld(places: [Text])
    case unavailable(url: Text, reason: String)
}
