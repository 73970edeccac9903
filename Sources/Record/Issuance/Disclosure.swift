import Credentials
import DIDs
import DataIntegrity
import JSONLD
import JSONText
import Verification

/// Derives, for a holder, credentials that show a part of one that is theirs. No key is needed:
/// the issuer signed every statement.
package struct Disclosure: Sendable {
    private let source: any DocumentSource
    private let contexts: ContextShelf
    private let clock: @Sendable () -> Timestamp

    /// - Parameter source: where the verification of what was derived looks documents up.
    package init(
        source: any DocumentSource = NoDocuments(), contexts: ContextShelf = ContextShelf(),
        clock: @escaping @Sendable () -> Timestamp
    ) {
        self.source = source
        self.contexts = contexts
        self.clock = clock
    }

    /// Shows what is mandatory, and what the pointers choose. What comes out is verified as a
    /// reader would; that it lacks what the model requires is told there and does not stop it.
    package func derive(
        from document: JSONDocument, revealing pointers: [JSONPointer],
        layout: IssuanceRequest.Layout = .indented
    ) async throws(ProofError) -> DerivedCredential {
        let secured = SecuredDocument(
            document.root, processor: JSONLDProcessor(contexts: contexts, options: .credential))
        let derived = try ECDSASD2023().derive(from: secured, revealing: pointers)
        let bytes = derived.json.serialized(pretty: layout == .indented)
        let verifier = Verifier(source: source, contexts: contexts, clock: clock)
        return DerivedCredential(
            bytes: bytes, checked: await verifier.verify(bytes),
            readingsMayDiffer: derived.readingsMayDiffer,
            proofsLeftBehind: derived.proofsLeftBehind)
    }
}

/// A credential for a reader.
package struct DerivedCredential: Sendable {
    package let bytes: [UInt8]
    package let checked: CheckedCredential
    /// Whether readers with the other reading of RDFC-1.0 may fail on it.
    package let readingsMayDiffer: Bool
    /// Other proofs of the credential, which cover the whole of it and are left behind.
    package let proofsLeftBehind: Int
}
