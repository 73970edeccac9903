import JSONText
import Storage
import Testing

/// What every store owes to records.
package enum RecordContract {
    package static func keepsOctets(_ store: any TenantStore) async throws {
        let bytes = Array(0...UInt8.max) + Array("e\u{301}\r\n\t".utf8)
        let summary = try await store.put(Sample.record("octets", bytes: bytes), Sample.event)
        let record = try #require(try await store.record(summary.id))
        #expect(record.bytes == bytes)
        #expect(record.digest == ContentDigest(of: bytes))
        #expect(record.mediaType == .credentialJSON)
        #expect(record.summary == summary)
        #expect(try await store.record(clientKey: summary.clientKey) == record)
    }

    package static func putsOnce(_ store: any TenantStore) async throws {
        let first = try await store.put(Sample.record("once"), Sample.event)
        let again = try await store.put(Sample.record("once"), Sample.event)
        #expect(again == first)
        #expect(try await store.recordCount() == 1)
        #expect(try await store.events(after: 0, limit: 10).count == 1)
    }

    package static func refusesOtherBytesUnderOneKey(_ store: any TenantStore) async throws {
        let first = try await store.put(Sample.record("a", key: "k"), Sample.event)
        let refused = try await refusal { () async throws(StorageError) in
            try await store.put(Sample.record("b", key: "k"), Sample.event)
        }
        #expect(refused == .clientKeyTaken(Sample.key("k"), by: first.id))
        #expect(try await store.record(first.id)?.bytes == Sample.record("a").bytes)
        #expect(try await store.recordCount() == 1)
    }

    package static func findsByCredential(_ store: any TenantStore) async throws {
        _ = try await store.put(Sample.record("c", key: "1"), Sample.event)
        let later = try await store.put(Sample.record("c", key: "2"), Sample.event)
        #expect(try await store.record(credentialID: "urn:uuid:c")?.id == later.id)
        #expect(try await store.record(credentialID: "urn:uuid:d") == nil)
        #expect(try await store.record(.random()) == nil)
    }

    /// Composed and decomposed spellings are different names.
    package static func comparesNamesByOctets(_ store: any TenantStore) async throws {
        let composed = try await store.put(Sample.record("caf\u{E9}"), Sample.event)
        let decomposed = try await store.put(Sample.record("cafe\u{301}"), Sample.event)
        #expect(composed.id != decomposed.id)
        #expect(
            try await store.record(credentialID: Text("urn:uuid:caf\u{E9}"))?.id == composed.id)
        #expect(
            try await store.record(credentialID: Text("urn:uuid:cafe\u{301}"))?.id
                == decomposed.id)
    }

    package static func listsInOrder(_ store: any TenantStore) async throws {
        for name in ["z", "a", "m", "b", "y"] {
            _ = try await store.put(
                Sample.record(name, isListed: name != "m"), Sample.event)
        }
        let first = try await store.records(after: nil, limit: 3)
        #expect(first.records.map(\.index.name) == ["z", "a", "b"])
        let second = try await store.records(after: first.next, limit: 3)
        #expect(second.records.map(\.index.name) == ["y"])
        #expect(second.next == nil)
        #expect(try await store.recordCount() == 4)
        #expect(try await store.records(after: nil, limit: -1).records.count == 1)
        #expect(try await store.record(credentialID: "urn:uuid:m") != nil)
    }

    package static func separatesTenants(_ one: any TenantStore, _ other: any TenantStore)
        async throws
    {
        let kept = try await one.put(Sample.record("mine"), Sample.event)
        #expect(try await other.record(kept.id) == nil)
        #expect(try await other.record(credentialID: "urn:uuid:mine") == nil)
        #expect(try await other.recordCount() == 0)
        #expect(try await other.events(after: 0, limit: 10).isEmpty)
        let theirs = try await other.put(Sample.record("mine"), Sample.event)
        #expect(theirs.id != kept.id)
    }

    package static func refusesWhatCannotBeKept(_ store: any TenantStore) async throws {
        var record = Sample.record("nul")
        record.index.credentialID = Text("a\u{0}b")
        let nul = try await refusal { () async throws(StorageError) in
            try await store.put(record, Sample.event)
        }
        #expect(nul == .unstorableText(.credentialID))
        record.index.credentialID = Text(String(repeating: "x", count: StorageLimits.name + 1))
        let long = try await refusal { () async throws(StorageError) in
            try await store.put(record, Sample.event)
        }
        #expect(long == .tooLarge(.credentialID, limit: StorageLimits.name))
        record = Sample.record(
            "big", bytes: [UInt8](repeating: 0x20, count: StorageLimits.bytes + 1))
        let big = try await refusal { () async throws(StorageError) in
            try await store.put(record, Sample.event)
        }
        #expect(big == .tooLarge(.recordBytes, limit: StorageLimits.bytes))
        #expect(try await store.recordCount() == 0)
    }
}
