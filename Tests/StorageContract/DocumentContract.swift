import JSONText
import Storage
import Testing

/// What every store owes to documents, keys and settings.
package enum DocumentContract {
    package static func findsByAnyName(_ store: any TenantStore) async throws {
        let document = Sample.document("x", "{\"id\": 1}")
        try await store.publish(document, Sample.event)
        #expect(try await store.document(path: document.path) == document)
        #expect(try await store.document(url: document.url) == document)
        #expect(try await store.document(did: "did:web:a.example:issuers:x") == document)
        #expect(try await store.document(path: "/issuers/y/did.json") == nil)
        #expect(try await store.publishedDIDs() == ["did:web:a.example:issuers:x"])
    }

    package static func replacesOnlyWhatIsExpected(_ store: any TenantStore) async throws {
        let first = Sample.document("x", "1")
        let second = Sample.document("x", "2")
        let third = Sample.document("x", "3")
        try await store.publish(first, expecting: .absent, Sample.event)
        try await store.publish(second, expecting: .unchanged(since: first.digest), Sample.event)
        let late = try await refusal { () async throws(StorageError) in
            try await store.publish(
                third, expecting: .unchanged(since: first.digest), Sample.event)
        }
        #expect(late == .documentChanged(path: first.path))
        let twice = try await refusal { () async throws(StorageError) in
            try await store.publish(third, expecting: .absent, Sample.event)
        }
        #expect(twice == .documentChanged(path: first.path))
        #expect(try await store.document(path: first.path) == second)
        try await store.publish(third, Sample.event)
        #expect(try await store.document(path: first.path) == third)
    }

    package static func sameAgainChangesNothing(_ store: any TenantStore) async throws {
        try await store.publish(Sample.document("x"), Sample.event)
        try await store.publish(Sample.document("x"), expecting: .absent, Sample.event)
        #expect(try await store.events(after: 0, limit: 10).count == 1)
    }

    package static func oneAddressOneDocument(_ store: any TenantStore) async throws {
        try await store.publish(Sample.document("x"), Sample.event)
        var other = Sample.document("x")
        other.path = "/elsewhere"
        let url = try await refusal { () async throws(StorageError) in
            try await store.publish(other, Sample.event)
        }
        #expect(url == .addressTaken(other.url))
        other.url = "https://a.example/elsewhere"
        let did = try await refusal { () async throws(StorageError) in
            try await store.publish(other, Sample.event)
        }
        #expect(did == .addressTaken("did:web:a.example:issuers:x"))
    }

    package static func keepsKeys(_ store: any TenantStore) async throws {
        let key = WrappedKey(id: "did:example:i#1", bytes: [0, 1, 2, 255])
        _ = try await store.commit(Commit(Sample.event, [.key(key), .key(key)]))
        #expect(try await store.key(key.id) == key)
        #expect(try await store.key("did:example:i#2") == nil)
        #expect(try await store.keyIDs() == [key.id])
        let refused = try await refusal { () async throws(StorageError) in
            try await store.commit(
                Commit(Sample.event, [.key(WrappedKey(id: key.id, bytes: [9]))]))
        }
        #expect(refused == .keyTaken(key.id))
    }

    package static func keepsSettings(_ store: any TenantStore) async throws {
        #expect(try await store.setting(.publicURL) == nil)
        for value in ["http://127.0.0.1:8080", "https://a.example", "https://a.example"] {
            _ = try await store.commit(
                Commit(Sample.event, [.setting(.publicURL, value: Text(value))]))
        }
        #expect(try await store.setting(.publicURL) == "https://a.example")
        #expect(try await store.events(after: 0, limit: 10).count == 2)
    }
}
