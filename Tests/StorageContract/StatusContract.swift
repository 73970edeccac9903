import JSONText
import Storage
import Testing

/// What every store owes to status lists.
package enum StatusContract {
    /// Bitstring Status List 1.0: indexes are given at random and never again.
    package static func givesEachPlaceOnce(_ store: any TenantStore) async throws {
        let list = Sample.list(length: 40)
        let reservations = (0..<40).map {
            Change.reserveStatus(list: list.id, clientKey: Sample.key("k\($0)"))
        }
        let receipt = try await store.commit(
            Commit(Sample.event, [.statusList(list)] + reservations))
        #expect(receipt.reserved.map(\.index).sorted() == Array(0..<40))
        #expect(receipt.reserved.map(\.index) != Array(0..<40))
        let full = try await refusal { () async throws(StorageError) in
            try await store.reserveStatus(in: list.id, clientKey: Sample.key("x"), Sample.event)
        }
        #expect(full == .statusListFull(list.id))
    }

    package static func sameKeySamePlace(_ store: any TenantStore) async throws {
        let list = Sample.list()
        _ = try await store.commit(Commit(Sample.event, [.statusList(list)]))
        #expect(try await store.statusIndex(in: list.id, clientKey: Sample.key("a")) == nil)
        let first = try await store.reserveStatus(
            in: list.id, clientKey: Sample.key("a"), Sample.event)
        let again = try await store.reserveStatus(
            in: list.id, clientKey: Sample.key("a"), Sample.event)
        #expect(again == first)
        #expect(try await store.statusIndex(in: list.id, clientKey: Sample.key("a")) == first)
        #expect(try await store.events(after: 0, limit: 10).count == 2)
    }

    package static func raisesOnlyWhatWasGiven(_ store: any TenantStore) async throws {
        let list = Sample.list()
        _ = try await store.commit(Commit(Sample.event, [.statusList(list)]))
        let place = try await store.reserveStatus(
            in: list.id, clientKey: Sample.key("a"), Sample.event)
        _ = try await store.reserveStatus(in: list.id, clientKey: Sample.key("b"), Sample.event)
        _ = try await store.commit(Commit(Sample.event, [.status(place, value: 1)]))
        let raised = try await store.raisedStatuses(in: list.id)
        #expect(raised.map(\.index) == [place.index])
        #expect(raised.map(\.value) == [1])
        _ = try await store.commit(Commit(Sample.event, [.status(place, value: 0)]))
        #expect(try await store.raisedStatuses(in: list.id).isEmpty)
        let never = StatusIndex(list: list.id, index: 5_000)
        let refused = try await refusal { () async throws(StorageError) in
            try await store.commit(Commit(Sample.event, [.status(never, value: 1)]))
        }
        #expect(refused == .statusIndexNotReserved(never))
    }

    package static func listsStayWhatTheyAre(_ store: any TenantStore) async throws {
        _ = try await store.commit(Commit(Sample.event, [.statusList(Sample.list())]))
        #expect(try await store.statusList("1") == Sample.list())
        #expect(try await store.statusList("2") == nil)
        let other = try await refusal { () async throws(StorageError) in
            try await store.commit(Commit(Sample.event, [.statusList(Sample.list(length: 5))]))
        }
        #expect(other == .statusListDiffers("1"))
        let unknown = try await refusal { () async throws(StorageError) in
            try await store.reserveStatus(in: "2", clientKey: Sample.key("a"), Sample.event)
        }
        #expect(unknown == .statusListUnknown("2"))
    }
}
