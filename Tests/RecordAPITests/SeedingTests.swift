import Credentials
import Demonstration
import Issuance
import JSONText
import KeyMaterial
import RecordAPI
import SQLiteStorage
import Storage
import Testing
import Verification

@Suite struct `The seeding of the demonstration` {
    @Test func `makes records that verify with what the store publishes`() async throws {
        let store = try await Stage.store().tenant(.main)
        let records = try await Stage.records()
        try #require(records.count == 3)
        let whole = await verdict(records[0], store)
        #expect(whole.verdict == .verified)
        #expect(whole.aggregate == .verified)
        #expect(whole.kind == "ClrCredential")
        #expect(everything(in: whole).allSatisfy { $0.verdict == .verified })
        #expect(everything(in: whole).count == 25)
        let noisy = everything(in: whole).flatMap(\.checks).filter { $0.outcome == .warning }
        #expect(noisy.isEmpty, "\(noisy.map(\.code))")

        let revoked = await verdict(records[1], store)
        #expect(revoked.verdict == .failed)
        #expect(failures(revoked) == [.status])
        let expired = await verdict(records[2], store)
        #expect(expired.verdict == .failed)
        #expect(failures(expired) == [.period])
    }

    @Test func `verifies nothing without the store's documents`() async throws {
        let records = try await Stage.records()
        let verifier = Verifier(clock: { Stage.now })
        let verdict = await verifier.verify(records[0].bytes).verdict
        #expect(verdict.verdict == .undetermined)
    }

    @Test func `changes nothing when it is done again`() async throws {
        let store = try await Stage.emptyStore().tenant(.main)
        #expect(try await Stage.seeding(store).run() == .filled)
        let before = try await store.verifyChain()
        let records = try await store.records(after: nil, limit: 10)
        #expect(try await Stage.seeding(store).run() == .wasThere)
        #expect(try await Stage.seeding(store, publicURL: "https://a.example").run() == .wasThere)
        #expect(try await store.verifyChain() == before)
        #expect(try await store.records(after: nil, limit: 10) == records)
        #expect(try await store.setting(.publicURL) == Text(Stage.publicURL))
        #expect(try await store.setting(.isDemonstration) == "true")
    }

    /// A commit for the beginning, four keys, the documents, four places and three records, the
    /// revocation and the end.
    @Test(arguments: [1, 4, 6, 9, 11, 13, 14])
    func `goes on where it was cut off`(_ commits: Int) async throws {
        let store = try await Stage.emptyStore().tenant(.main)
        let failing = InterruptedStore(base: store, commits: commits)
        await #expect(throws: SeedingError.self) { try await Stage.seeding(failing).run() }
        let there = try await store.records(after: nil, limit: 10).records
        #expect(try await Stage.seeding(store, publicURL: "http://127.0.0.1:9").run() == .filled)
        let records = try await store.records(after: nil, limit: 10).records
        #expect(Array(records.prefix(there.count)) == there)
        #expect(records.count == 3)
        #expect(try await store.publishedDIDs().count == 4)
        let whole = try #require(try await store.record(records[0].id))
        #expect(await verdict(whole, store).aggregate == .verified)
        let revoked = try #require(try await store.record(records[1].id))
        #expect(failures(await verdict(revoked, store)) == [.status])
    }

    @Test func `issues under any public URL`() async throws {
        let store = try await Stage.emptyStore().tenant(.main)
        _ = try await Stage.seeding(store, publicURL: "https://records.example/clr/").run()
        let dids = try await store.publishedDIDs()
        #expect(dids.contains("did:web:records.example:clr:issuers:eskerholt"))
        let summary = try #require(try await store.records(after: nil, limit: 1).records.first)
        let record = try #require(try await store.record(summary.id))
        #expect(await verdict(record, store).aggregate == .verified)
    }

    @Test(arguments: ["http://127.0.0.1:0", "http://[::1]:8080", "", "http://"])
    func `begins nothing under a URL that no issuer can be named after`(
        _ url: String
    ) async throws {
        let store = try await Stage.emptyStore().tenant(.main)
        await #expect {
            try await Stage.seeding(store, publicURL: url).run()
        } throws: { error in
            guard case SeedingError.unusablePublicURL(url) = error else { return false }
            return true
        }
        #expect(try await store.verifyChain() == .intact(EventChain()))
    }

    @Test func `leaves a store alone that holds something else`() async throws {
        let store = try await Stage.emptyStore().tenant(.main)
        _ = try await store.put(
            NewRecord(
                clientKey: ClientKey("k"), bytes: [0x7B, 0x7D], mediaType: .json,
                index: RecordIndex(kind: "VerifiableCredential")),
            EventDraft(who: "test", what: "keep"))
        let before = try await store.verifyChain()
        await #expect {
            try await Stage.seeding(store).run()
        } throws: { error in
            guard case SeedingError.storeInUse = error else { return false }
            return true
        }
        #expect(try await store.verifyChain() == before)
    }

    @Test func `says when its keys can no longer be opened`() async throws {
        let store = try await Stage.emptyStore().tenant(.main)
        let failing = InterruptedStore(base: store, commits: 6)
        await #expect(throws: SeedingError.self) { try await Stage.seeding(failing).run() }
        await #expect {
            try await Stage.seeding(store, wrapping: .generate()).run()
        } throws: { error in
            guard case SeedingError.key(.unwrappingFailed, _) = error else { return false }
            return true
        }
    }

    private func verdict(_ record: StoredRecord, _ store: any TenantStore) async -> Verdict {
        let verifier = Verifier(source: PublishedSource(store: store), clock: { Stage.now })
        return await verifier.verify(record.bytes).verdict
    }

    private func everything(in verdict: Verdict) -> [Verdict] {
        [verdict] + verdict.contents.flatMap(everything)
    }

    private func failures(_ verdict: Verdict) -> [CheckName] {
        verdict.checks.filter { $0.outcome == .failed }.map(\.name)
    }
}
