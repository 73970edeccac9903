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
    /// reader would: where it lacks what the model requires, it is refused. The issuer made all of
    /// that mandatory but for the credentials in a record, of which a holder shows one at least.
    package func derive(
        from document: JSONDocument, revealing pointers: [JSONPointer],
        layout: IssuanceRequest.Layout = .indented
    ) async throws(DerivationError) -> DerivedCredential {
        let secured = SecuredDocument(
            document.root, processor: JSONLDProcessor(contexts: contexts, options: .credential))
        let derived: DerivedDocument
        do throws(ProofError) {
            derived = try ECDSASD2023().derive(from: secured, revealing: pointers)
        } catch {
            throw .proof(error)
        }
        let bytes = derived.json.serialized(pretty: layout == .indented)
        let verifier = Verifier(source: source, contexts: contexts, clock: clock)
        let checked = await verifier.verify(bytes)
        let lacking = checked.verdict.checks.filter(\.tellsOfMissingMember)
        guard lacking.isEmpty else {
            throw .incomplete(lacking, choices: Self.contents(of: document, notIn: bytes))
        }
        return DerivedCredential(
            bytes: bytes, checked: checked,
            readingsMayDiffer: derived.readingsMayDiffer,
            proofsLeftBehind: derived.proofsLeftBehind)
    }

    /// The credentials of a record, where what was derived from it shows none.
    private static func contents(of whole: JSONDocument, notIn bytes: [UInt8]) -> [JSONPointer] {
        let place = JSONPointer(["credentialSubject", "verifiableCredential"])
        guard let contents = whole.root[place],
            let shown = try? JSONDocument(parsing: bytes).root, shown[place] == nil
        else { return [] }
        return contents.isArray ? (0..<contents.count).map { place.appending($0) } : [place]
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
