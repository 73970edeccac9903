import Hummingbird
import RecordPages
import Verification

/// The server: what it serves, and how it is run.
package struct RecordServer: Sendable {
    let configuration: ServerConfiguration
    let address: PublicAddress
    let pages: PageRenderer
    let verifier: Verifier

    /// Fails only where a template of the pages is malformed.
    package init(_ configuration: ServerConfiguration) throws {
        self.configuration = configuration
        address = PublicAddress(configuration.publicURL)
        pages = try PageRenderer()
        var policy = VerificationPolicy()
        policy.isOnline = configuration.isOnline
        policy.trust = configuration.trust
        verifier = Verifier(
            policy: policy,
            source: SourceChain([
                PublishedSource(store: configuration.store), configuration.elsewhere,
            ]), clock: configuration.clock)
    }

    /// Where the server is reached; with no public URL given, known once it listens.
    package var url: String { address.url }

    var site: Site { Site(isDemonstration: configuration.demonstration != nil) }

    /// The application; `runService()` serves until SIGINT or SIGTERM and finishes what is being
    /// answered.
    /// - Parameters:
    ///   - port: 0 takes any that is free.
    ///   - onRunning: told where the server listens, as soon as it does.
    package func application(
        host: String = "127.0.0.1", port: Int = 8080,
        onRunning: @escaping @Sendable (_ host: String, _ port: Int) async -> Void = { _, _ in }
    ) -> some ApplicationProtocol {
        let address = address
        return Application(
            router: router,
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(60),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10,
                        maxHeaderFieldCount: 100))),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: "clr"),
            onServerRunning: { channel in
                let bound = channel.localAddress?.port ?? port
                address.listens(host: host, port: bound)
                await onRunning(host, bound)
            }, logger: configuration.logger)
    }
}
