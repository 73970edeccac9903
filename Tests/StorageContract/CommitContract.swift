import JSONText
import Storage
import Testing

/// What every store owes to commits and their log.
package enum CommitContract {
    /// A commit that fails half way leaves nothing of its first half.
    package static func allOrNothing(_ store: any TenantStore) async throws {
        _ = try await store.put(Sample.record("before"), Sample.event)
        let refused = try await refusal { () async throws(StorageError) in
            try await store.commit(
                Commit(
                    Sample.event,
                    [
                        .record(Sample.record("a")),
                        .document(Sample.document("x"), expecting: .anything),
                        .key(WrappedKey(id: "k", bytes: [1])), .statusList(Sample.list()),
                        .reserveStatus(list: "1", clientKey: Sample.key("a")),
                        .setting(.publicURL, value: "https://a.example"),
                        .reserveStatus(list: "none", clientKey: Sample.key("a")),
                    ]))
        }
        #expect(refused == .statusListUnknown("none"))
        #expect(try await store.recordCount() == 1)
        #expect(try await store.document(path: "/issuers/x/did.json") == nil)
        #expect(try await store.key("k") == nil)
        #expect(try await store.statusList("1") == nil)
        #expect(try await store.setting(.publicURL) == nil)
        #expect(try await store.events(after: 0, limit: 10).count == 1)
    }

    /// Issuing again after a break gives the same index and the same record.
    package static func issuesOnce(_ store: any TenantStore) async throws {
        _ = try await store.commit(Commit(Sample.event, [.statusList(Sample.list())]))
        var issued: [RecordID] = []
        for _ in 0..<3 {
            let place = try await store.reserveStatus(
                in: "1", clientKey: Sample.key("issue 7"), Sample.event)
            let bytes = Array("{\"index\": \(place.index)}".utf8)
            let record = Sample.record("seven", key: "issue 7", bytes: bytes)
            issued.append(try await store.put(record, Sample.event).id)
        }
        #expect(Set(issued).count == 1)
        #expect(try await store.events(after: 0, limit: 10).count == 3)
    }

    package static func logsEveryChange(_ store: any TenantStore) async throws {
        let why = EventDraft(who: "r\u{E9}gistrar", what: "issue", why: "line one\nline two")
        let receipt = try await store.commit(
            Commit(
                why,
                [
                    .record(Sample.record("a")),
                    .document(Sample.document("x"), expecting: .anything),
                ]))
        let events = try await store.events(after: 0, limit: 10)
        let event = try #require(events.first)
        #expect(events.count == 1)
        #expect(receipt.event == event)
        #expect(event.draft == why)
        #expect(event.number == 1)
        let record = try #require(receipt.records.first)
        #expect(
            event.changes == [
                Text("record \(record.id.text) sha256:\(record.digest.hexadecimal)"),
                Text(
                    "document /issuers/x/did.json sha256:\(Sample.document("x").digest.hexadecimal)"
                ),
            ])
        guard case .intact(let chain) = try await store.verifyChain() else {
            Issue.record("the chain is broken")
            return
        }
        #expect(chain.head == event.hash)
        #expect(chain.count == 1)
    }

    package static func writersTakeTurns(_ one: any TenantStore, _ other: any TenantStore)
        async throws
    {
        let list = Sample.list(length: 200)
        _ = try await one.commit(Commit(Sample.event, [.statusList(list)]))
        let places = try await withThrowingTaskGroup(of: [StatusIndex].self) { group in
            for number in 0..<40 {
                let store = number.isMultiple(of: 2) ? one : other
                group.addTask {
                    let name = "writer \(number)"
                    return try await store.commit(
                        Commit(
                            Sample.event,
                            [
                                .reserveStatus(list: list.id, clientKey: Sample.key(name)),
                                .record(Sample.record(name)),
                            ])
                    ).reserved
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(Set(places).count == 40)
        #expect(try await one.recordCount() == 40)
        #expect(try await other.events(after: 0, limit: 100).map(\.number) == Array(1...41))
        guard case .intact = try await other.verifyChain() else {
            Issue.record("the chain is broken")
            return
        }
    }

    /// Of many that write under one key at once, one writes and all get its record.
    package static func sameKeyAtOnce(_ one: any TenantStore, _ other: any TenantStore)
        async throws
    {
        let ids = try await withThrowingTaskGroup(of: RecordID.self) { group in
            for number in 0..<20 {
                let store = number.isMultiple(of: 2) ? one : other
                group.addTask { try await store.put(Sample.record("same"), Sample.event).id }
            }
            return try await group.reduce(into: Set<RecordID>()) { $0.insert($1) }
        }
        #expect(ids.count == 1)
        #expect(try await one.recordCount() == 1)
    }
}
