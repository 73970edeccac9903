import JSONText
import Storage

/// What the contract's tests keep.
package enum Sample {
    package static let event = EventDraft(who: "registrar", what: "test", why: "to see it kept")

    package static func record(
        _ name: String, key: String? = nil, bytes: [UInt8]? = nil, isListed: Bool = true
    ) -> NewRecord {
        NewRecord(
            clientKey: ClientKey(Text(key ?? "key \(name)")),
            bytes: bytes ?? Array("{\"name\": \"\(name)\"}".utf8), mediaType: .credentialJSON,
            index: RecordIndex(
                credentialID: Text("urn:uuid:\(name)"), kind: "ClrCredential", name: Text(name),
                issuerID: "did:example:i", subjectID: "did:example:s"),
            isListed: isListed)
    }

    package static func document(_ name: String, _ content: String = "{}") -> PublishedDocument {
        PublishedDocument(
            path: Text("/issuers/\(name)/did.json"),
            url: Text("https://a.example/issuers/\(name)/did.json"),
            did: Text("did:web:a.example:issuers:\(name)"), mediaType: .didJSON,
            bytes: Array(content.utf8))
    }

    package static func list(_ id: String = "1", length: Int = 1_000) -> StatusList {
        StatusList(id: Text(id), purpose: "revocation", length: length)
    }

    package static func key(_ client: String) -> ClientKey {
        ClientKey(Text(client))
    }
}

/// The refusal that a piece of work ends in, or nil where it ends well.
package func refusal(
    of work: () async throws(StorageError) -> some Sendable
) async throws(StorageError) -> Refusal? {
    do {
        _ = try await work()
        return nil
    } catch {
        guard case .refused(let refusal) = error else { throw error }
        return refusal
    }
}
