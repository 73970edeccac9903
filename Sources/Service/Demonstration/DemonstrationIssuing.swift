import Credentials
import Issuance
import JSONText
import Storage

/// Issues the demonstration's records, once each.
struct DemonstrationIssuing {
    let demonstration: Demonstration
    let store: any TenantStore
    let issuance: Issuance
    /// The same at an earlier time: nothing is issued after its own end.
    let issuanceAt: (Timestamp) -> Issuance

    private var list: Text { Text(demonstration.statusList.url) }

    /// Issues and keeps a record, unless it is kept already.
    func issue(_ plan: RecordPlan) async throws(SeedingError) {
        let clientKey = Self.clientKey(plan.draft)
        do {
            if try await store.record(clientKey: clientKey) != nil { return }
        } catch {
            throw .storage(error)
        }
        let issued = try await issued(
            plan.draft, layout: .indented, atItsStart: plan.standing == .expired)
        let verdict = issued.checked.verdict
        let record = NewRecord(
            clientKey: clientKey, bytes: issued.bytes, mediaType: .credentialJSON,
            index: RecordIndex(
                credentialID: Text(issued.id), kind: Text(verdict.kind),
                name: verdict.name.map { Text($0) },
                issuerID: verdict.issuer?.id.map { Text($0) },
                subjectID: verdict.subject?.id.map { Text($0) }))
        do {
            _ = try await store.put(record, .demonstration("issue"))
        } catch {
            throw .storage(error)
        }
    }

    /// What stands in it is issued first, by its own issuer, and embedded as it was signed.
    private func issued(
        _ draft: CredentialDraft, layout: IssuanceRequest.Layout, atItsStart: Bool = false
    ) async throws(SeedingError) -> IssuedCredential {
        var contents: [JSON] = []
        for nested in draft.nested {
            let bytes = try await issued(nested, layout: .compact).bytes
            contents.append(.verbatim(try Self.parsed(bytes, nested).root))
        }
        let document = try Self.parsed(
            draft.document(embedding: contents).serialized(), draft)
        let slot = try await slot(for: draft)
        let start = document.root["validFrom"]?.text.flatMap { Timestamp($0.string) }
        let issuance = atItsStart ? start.map(issuanceAt) ?? issuance : issuance
        do {
            return try await issuance.issue(
                IssuanceRequest(draft: document, statusSlot: slot, layout: layout))
        } catch {
            throw .issuance(error, name: draft.name)
        }
    }

    private func slot(for draft: CredentialDraft) async throws(SeedingError) -> StatusSlot? {
        guard draft.isRevocable else { return nil }
        do {
            let place = try await store.reserveStatus(
                in: list, clientKey: Self.clientKey(draft), .demonstration("reserve"))
            return StatusSlot(
                list: list.string, index: place.index, purpose: demonstration.statusList.purpose)
        } catch {
            throw .storage(error)
        }
    }

    /// Revokes what is to be revoked, publishes the list that says so, and marks the store as
    /// complete.
    func finish() async throws(SeedingError) {
        do throws(StorageError) {
            try await revoke()
        } catch {
            throw .storage(error)
        }
        let document = try await statusListDocument()
        do {
            _ = try await store.commit(
                Commit(
                    .demonstration("complete"),
                    [
                        .document(document, expecting: .anything),
                        .setting(.demonstrationIsComplete, value: "true"),
                    ]))
        } catch {
            throw .storage(error)
        }
    }

    private func revoke() async throws(StorageError) {
        for plan in demonstration.records where plan.standing == .revoked {
            let key = Self.clientKey(plan.draft)
            guard let place = try await store.statusIndex(in: list, clientKey: key) else {
                continue
            }
            _ = try await store.commit(
                Commit(.demonstration("revoke"), [.status(place, value: 1)]))
        }
    }

    private func statusListDocument() async throws(SeedingError) -> PublishedDocument {
        let plan = demonstration.statusList
        let raised: [Int]
        do {
            raised = try await store.raisedStatuses(in: list).map(\.index)
        } catch {
            throw .storage(error)
        }
        do {
            let issued = try await issuance.issue(
                StatusListRequest(
                    url: plan.url, purpose: plan.purpose, size: plan.length,
                    setEntries: Set(raised)))
            return PublishedDocument(
                path: Text(plan.path), url: list, mediaType: .credentialJSON, bytes: issued.bytes)
        } catch {
            throw .issuance(error, name: "status list")
        }
    }

    private static func clientKey(_ draft: CredentialDraft) -> ClientKey {
        ClientKey(Text("demonstration/\(draft.name)"))
    }

    private static func parsed(
        _ bytes: [UInt8], _ draft: CredentialDraft
    ) throws(SeedingError) -> JSONDocument {
        do { return try JSONDocument(parsing: bytes) } catch {
            throw .draft(error, name: draft.name)
        }
    }
}
