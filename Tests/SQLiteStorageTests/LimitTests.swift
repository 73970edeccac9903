import JSONText
import Storage
import StorageContract
import Testing

/// At each bound it can be kept by any store, one past it the refusal names the limit.
@Suite struct `A limit on what is kept` {
    struct Case: Sendable, CustomTestStringConvertible {
        let field: StorageField
        let limit: Int
        let changes: @Sendable (Int) -> [Change]

        var testDescription: String { "\(field)" }
    }

    private static func text(_ count: Int) -> Text { Text(String(repeating: "x", count: count)) }

    private static func document(path: Text = "/a", octets: Int = 1) -> Change {
        .document(
            PublishedDocument(
                path: path, url: "https://example.org/a", mediaType: .json,
                bytes: [UInt8](repeating: 0x20, count: octets)), expecting: .anything)
    }

    static let cases = [
        Case(field: .changes, limit: StorageLimits.changes) {
            Array(repeating: .setting(SettingName("a"), value: "b"), count: $0)
        },
        Case(field: .documentBytes, limit: StorageLimits.bytes) { [document(octets: $0)] },
        Case(field: .recordBytes, limit: StorageLimits.bytes) {
            [.record(Sample.record("a", bytes: [UInt8](repeating: 0x20, count: $0)))]
        },
        Case(field: .path, limit: StorageLimits.name) {
            [document(path: Text("/" + String(repeating: "x", count: $0 - 1)))]
        },
        Case(field: .setting, limit: StorageLimits.text) {
            [.setting(SettingName("a"), value: text($0))]
        },
        Case(field: .wrappedKey, limit: StorageLimits.key) {
            [.key(WrappedKey(id: "a", bytes: [UInt8](repeating: 0, count: $0)))]
        },
        Case(field: .statusListLength, limit: StorageLimits.statusList) {
            [.statusList(StatusList(id: "a", purpose: "revocation", length: $0))]
        },
    ]

    @Test(arguments: cases) func `holds`(_ each: Case) throws {
        try Commit(Sample.event, each.changes(each.limit)).check()
        #expect(throws: Refusal.tooLarge(each.field, limit: each.limit)) {
            try Commit(Sample.event, each.changes(each.limit + 1)).check()
        }
    }

    /// What is beyond comes with the next page, for whoever asks for more at once, too.
    @Test func `holds for a page of records`() async throws {
        let page = StorageLimits.page
        try await Folder.with { store in
            let records = (0...page).map { Change.record(Sample.record("\($0)")) }
            _ = try await store.commit(Commit(Sample.event, records))
            for limit in [page, page + 1] {
                let first = try await store.records(after: nil, limit: limit)
                #expect(first.records.count == page)
                let second = try await store.records(after: first.next, limit: limit)
                #expect(second.records.count == 1)
                #expect(second.next == nil)
            }
        }
    }

    @Test func `holds for a page of events`() async throws {
        let page = StorageLimits.page
        try await Folder.with { store in
            for number in 0...page {
                let change = Change.setting(SettingName("a"), value: Text("\(number)"))
                _ = try await store.commit(Commit(Sample.event, [change]))
            }
            #expect(try await store.events(after: 0, limit: page).count == page)
            #expect(try await store.events(after: 0, limit: page + 1).count == page)
            #expect(try await store.events(after: Int64(page), limit: page).count == 1)
        }
    }
}
