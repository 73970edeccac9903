import Credentials
import DIDs
import JSONText
import Logging
import Storage
import Trust

/// What a server is put together from; the program chooses every part.
package struct ServerConfiguration: Sendable {
    package var store: any TenantStore
    /// Answers while the store can be read, throws when it can't.
    package var probe: @Sendable () async throws(StorageError) -> Void
    /// The time of a check.
    package var clock: @Sendable () -> Timestamp
    /// Where documents are looked up that the store has not published itself.
    package var elsewhere: any DocumentSource
    /// How others reach the server; nil: at the address on which it listens.
    package var publicURL: String?
    /// Present where the records are those of the demonstration.
    package var demonstration: DemonstrationNotice?
    /// Whether ``elsewhere`` reaches into the network.
    package var isOnline: Bool
    /// Octets of a body that is read; what is larger is refused.
    package var uploadBytes: Int
    package var logger: Logger
    /// Whom the server believes, for pages and API alike.
    package var trust: TrustPolicy?

    package init(
        store: any TenantStore,
        probe: @escaping @Sendable () async throws(StorageError) -> Void,
        clock: @escaping @Sendable () -> Timestamp, elsewhere: any DocumentSource = NoDocuments(),
        publicURL: String? = nil, demonstration: DemonstrationNotice? = nil,
        isOnline: Bool = false, uploadBytes: Int = Limits.uploadBytes, logger: Logger
    ) {
        self.store = store
        self.probe = probe
        self.clock = clock
        self.elsewhere = elsewhere
        self.publicURL = publicURL
        self.demonstration = demonstration
        self.isOnline = isOnline
        self.uploadBytes = uploadBytes
        self.logger = logger
    }
}
