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
}
