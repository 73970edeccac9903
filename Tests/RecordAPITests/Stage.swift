import Credentials
import Demonstration
import Foundation
import Hummingbird
import HummingbirdTesting
import JSONText
import KeyMaterial
import Logging
import RecordAPI
import SQLiteStorage
import Storage
import Trust

/// A server over a store with the demonstration in it, made once for all tests that only read.
enum Stage {
    static let publicURL = "http://127.0.0.1:8080"
    /// 2026-09-21T14:13:20Z
    static let now = Timestamp(seconds: 1_790_000_000)

    private static let shared = Task {
        let store = try await emptyStore()
        _ = try await seeding(store.tenant(.main)).run()
        return store
    }

    static func store() async throws -> SQLiteStore { try await shared.value }

    /// A new store in a folder that goes when the tests end.
    static func emptyStore() async throws -> SQLiteStore {
        let path = folder.appendingPathComponent(RecordID.random().text).path
        return try await SQLiteStore(path: path)
    }

    private static let folder: URL = {
        atexit { try? FileManager.default.removeItem(at: temporary) }
        return temporary
    }()

    private static let temporary = FileManager.default.temporaryDirectory
        .appendingPathComponent("record-api-\(ProcessInfo.processInfo.processIdentifier)")

    static let wrapping = WrappingKey.generate()

    static func seeding(
        _ store: any TenantStore, publicURL: String = publicURL, wrapping: WrappingKey = wrapping
    ) -> Seeding {
        Seeding(
            store: store, wrapping: wrapping, publicURL: publicURL, clock: { now },
            randomness: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
    }

    static func server(
        of store: SQLiteStore, isDemonstration: Bool = true, uploadBytes: Int = 1 << 20,
        publicURL: String? = publicURL,
        fault: StorageFault? = nil, trust: TrustPolicy? = nil
    ) throws -> RecordServer {
        let demonstration = Demonstration(publicURL: publicURL ?? "")
        let notice = DemonstrationNotice(
            learnerName: demonstration.learner.name,
            learnerUsername: demonstration.learnerUsername,
            learnerPassword: demonstration.learnerPassword,
            introductions: demonstration.introductions)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        var configuration = ServerConfiguration(
            store: store.tenant(.main),
            probe: { () async throws(StorageError) in
                if let fault { throw .failed(fault) }
                try await store.probe()
            },
            clock: { now }, publicURL: publicURL,
            demonstration: isDemonstration ? notice : nil, uploadBytes: uploadBytes,
            logger: logger)
        configuration.trust = trust
        return try RecordServer(configuration)
    }

    /// Asks the server of the demonstration.
    static func ask(
        _ method: HTTPRequest.Method = .get, _ uri: String, _ headers: HTTPFields = [:],
        body: [UInt8]? = nil
    ) async throws -> TestResponse {
        let server = try server(of: try await store())
        return try await ask(server, method, uri, headers, body: body)
    }

    static func ask(
        _ server: RecordServer, _ method: HTTPRequest.Method = .get, _ uri: String,
        _ headers: HTTPFields = [:], body: [UInt8]? = nil
    ) async throws -> TestResponse {
        try await server.application().test(.router) { client in
            try await client.execute(
                uri: uri, method: method, headers: headers,
                body: body.map { ByteBuffer(bytes: $0) })
        }
    }

    /// The records of the demonstration: whole, revoked, expired.
    static func records() async throws -> [StoredRecord] {
        let store = try await store().tenant(.main)
        var records: [StoredRecord] = []
        for summary in try await store.records(after: nil, limit: 10).records {
            if let record = try await store.record(summary.id) { records.append(record) }
        }
        return records
    }
}

extension TestResponse {
    var bytes: [UInt8] { Array(body.readableBytesView) }
    var text: String { String(decoding: bytes, as: UTF8.self) }
    var json: JSONValue { get throws { try JSONDocument(parsing: bytes).root } }
}
